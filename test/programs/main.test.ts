import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { patientClock } from "discord-course-server/testing/patient-clock";
import { spawnCourseProcess, startCourseProcess } from "../discord/course-process.ts";

let courseServer: CourseServer;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-main-"));

beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
  courseServer = await startCourseServer({ port: 0, clock: patientClock });
});
afterAll(async () => {
  await courseServer.close();
  rmSync(folder, { recursive: true });
});

/** One sentence and its remedy on the terminal, the same in the log, and nothing of the program's inside. */
function expectWords(printed: string, cause: string, next: string): void {
  expect(printed).toContain(`${cause}\n${next}`);
  expect(printed).toContain(`"msg":"${cause} ${next}"`);
  expect(printed).not.toMatch(/uncaughtException|\n\s+at |FATAL ERROR/u);
}

test("a wrong token ends the program with one sentence and the status that the unit does not restart", async () => {
  const started = spawnCourseProcess({ token: "wrong.token", restApi: courseServer.restApi }, {});
  expect(await started.ended).toBe(78);
  expectWords(started.printed(), "Discord refuses the token.", "Reset it in the developer portal (Bot → Reset Token) and put it in DISCORD_TOKEN.");
  expect(courseServer.identified()).toBe(0);
});

test("a database that can't be reached ends it the same way, before any login", async () => {
  const started = spawnCourseProcess(courseServer, { DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" });
  expect(await started.ended).toBe(1);
  expect(started.printed()).toContain("can't be reached");
  expect(started.printed()).not.toMatch(/uncaughtException|\n\s+at |secret/u);
  expect(courseServer.identified()).toBe(0);
});

test("a wrong setting ends it with the same status, and a wrong address for health ends nothing", async () => {
  const wrong = spawnCourseProcess(courseServer, { RETENTION_DAYS: "soon" });
  expect(await wrong.ended).toBe(78);
  expect(wrong.printed()).toContain("RETENTION_DAYS");
  const bot = await startCourseProcess(courseServer, { HEALTH_HOST: "192.0.2.1", HEALTH_PORT: "0", FACTOR_TA_LOCAL: join(folder, "health") });
  expect(bot.printed()).toContain("/healthz and /metrics are off.");
  expect(await bot.stop()).toBe(0);
});

test.each([
  { reason: "a database that is late", settings: { SHARDS: "2", DATABASE_URL: "postgres://nobody:secret@127.0.0.1:9/none" }, refusal: null, status: 1 },
  { reason: "intents that Discord refuses", settings: { SHARDS: "1" }, refusal: 4014, status: 78 },
])("a shard that ends before it is ready ends the program with $status: $reason", async ({ settings, refusal, status }) => {
  if (refusal !== null) courseServer.faults.refuseConnections(refusal, 1);
  const started = spawnCourseProcess(courseServer, settings);
  expect(await started.ended).toBe(status);
  expect(started.printed()).not.toMatch(/uncaughtException|\n\s+at |secret/u);
});

test.skipIf(!existsSync("/dev/full"))("a log that can't be written costs the log, not the bot", async () => {
  const full = openSync("/dev/full", "w");
  const { token, restApi } = courseServer;
  const before = courseServer.identified();
  const bot = spawn(process.execPath, ["dist/main.js"], {
    stdio: ["ignore", full, full],
    env: { ...process.env, DISCORD_TOKEN: token, DISCORD_API: restApi, DATABASE_URL: "", HEALTH_PORT: "off", FACTOR_TA_LOCAL: join(folder, "full-log") },
  });
  const ended = new Promise<number | null>((resolve) => bot.once("exit", resolve));
  await expect.poll(() => courseServer.identified(), { timeout: 60_000 }).toBe(before + 1);
  // It logs that it is connected, and what it answers, and goes on.
  expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3_000, "running"))])).toBe("running");
  bot.kill("SIGTERM");
  expect(await ended).toBe(0);
  closeSync(full);
});

test("healthz follows the connection, and a connection that Discord ends for good ends the program with a status for the host", async () => {
  const bot = await startCourseProcess(courseServer, { HEALTH_PORT: "0" });
  const port = bot.log.find(({ msg }) => msg === "/healthz and /metrics")?.["port"] as number;
  const status = async (): Promise<string> => {
    const [health, metrics] = await Promise.all(["healthz", "metrics"].map(async (page) => (await fetch(`http://127.0.0.1:${String(port)}/${page}`)).text()));
    return `${health!.trim()} ${/^factor_ta_gateway_ready (\d)/mu.exec(metrics!)?.[1] ?? ""}`;
  };
  expect(await status()).toBe("ok 1");
  courseServer.faults.closeConnections(4004);
  expect(await bot.ended).toBe(78);
  expectWords(bot.printed(), "Discord refuses the token.", "Reset it in the developer portal (Bot → Reset Token) and put it in DISCORD_TOKEN.");
});

test("after crashes it waits before it logs in again, and says why", async () => {
  writeFileSync(join(folder, "logins.json"), JSON.stringify([Date.now() - 3_000, Date.now() - 2_000]));
  const before = courseServer.identified();
  const started = spawnCourseProcess(courseServer, { FACTOR_TA_LOCAL: folder });
  await expect.poll(() => started.printed(), { timeout: 80_000 }).toMatch(/started 2 times in the last hour and not stopped\. It logs in again in \d+ s/u);
  expect(courseServer.identified()).toBe(before);
  expect(await started.stop()).toBe(0);
});

test("a second bot on the same SQLite folder is refused with a sentence; after kill -9 of the first it starts", async () => {
  const shared = mkdtempSync(join(tmpdir(), "factor-ta-two-"));
  const first = await startCourseProcess(courseServer, { FACTOR_TA_LOCAL: shared });
  const second = spawnCourseProcess(courseServer, { FACTOR_TA_LOCAL: shared });
  expect(await second.ended).toBe(1);
  expectWords(
    second.printed(),
    `Another bot has the store at ${join(shared, "factor-ta.db")} open.`,
    "Stop the other one, give this one a folder of its own with FACTOR_TA_LOCAL, or set DATABASE_URL: PostgreSQL serves several.",
  );
  first.process.kill("SIGKILL");
  await first.ended;
  // Its login is one that did not end gracefully; the third's does, and nothing is left to wait for.
  const logins = (): unknown => JSON.parse(readFileSync(join(shared, "logins.json"), "utf8"));
  expect(logins()).toHaveLength(1);
  const third = await startCourseProcess(courseServer, { FACTOR_TA_LOCAL: shared });
  expect(await third.stop()).toBe(0);
  expect(logins()).toEqual([]);
  rmSync(shared, { recursive: true });
});

test("healthz is 503 once the store's file was deleted under the running bot", async () => {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-gone-"));
  const bot = await startCourseProcess(courseServer, { HEALTH_PORT: "0", FACTOR_TA_LOCAL: local });
  const port = bot.log.find(({ msg }) => msg === "/healthz and /metrics")?.["port"] as number;
  const health = async () => (await fetch(`http://127.0.0.1:${String(port)}/healthz`)).text();
  expect(await health()).toBe("ok\n");
  rmSync(join(local, "factor-ta.db"));
  expect(await health()).toBe("not well: store\n");
  expect(await bot.stop()).toBe(0);
  rmSync(local, { recursive: true });
});

test("the log has one line when the store is lost, one when it is back, and one for the stop and its end", async () => {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-back-"));
  const bot = await startCourseProcess(courseServer, { FACTOR_TA_LOCAL: local });
  const file = join(local, "factor-ta.db");
  const store = () => bot.log.flatMap(({ msg }) => (typeof msg === "string" && msg.startsWith("The store ") ? [msg] : []));
  renameSync(file, `${file}.away`);
  await expect.poll(store, { timeout: 30_000 }).toHaveLength(1);
  expect(store()[0]).toContain("The store lost its file");
  renameSync(`${file}.away`, file);
  await expect.poll(store, { timeout: 30_000 }).toHaveLength(2);
  expect(store()[1]).toBe("The store takes and gives again");
  expect(await bot.stop()).toBe(0);
  expect(bot.log.slice(-2)).toMatchObject([{ msg: "stopping", by: "SIGTERM" }, { msg: "stopped", status: 0 }]);
  rmSync(local, { recursive: true });
});

test.each([
  ["emptied", ""],
  ["no database", "nothing of the kind, but long enough to be read as one"],
])("a store that is %s ends the start with the status that the unit does not restart", async (_, content) => {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-damaged-"));
  writeFileSync(join(local, "factor-ta.db"), content);
  const started = spawnCourseProcess(courseServer, { FACTOR_TA_LOCAL: local });
  expect(await started.ended).toBe(78);
  expect(started.printed()).toContain("Restore a backup under another name");
  rmSync(local, { recursive: true });
});
