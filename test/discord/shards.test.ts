import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { APIMessage } from "discord-api-types/v10";
import type { PlayableUser } from "discord-course-server";
import { startCourseServer, type CourseServer } from "discord-course-server";
import type { Store } from "../../src/store/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { patientClock } from "discord-course-server/testing/patient-clock";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { startPostgres, type PostgresServer } from "../store/postgres-server.ts";
import { buttonOf } from "./button-of.ts";
import { startCourseProcess, type CourseProcess } from "./course-process.ts";

const server = await startPostgres();
const missing = "missing" in server ? server.missing : null;

describe.skipIf(missing !== null)(`two shards over one PostgreSQL${missing === null ? "" : ` (${missing})`}`, () => {
  let courseServer: CourseServer;
  let bot: CourseProcess;
  let store: Store;
  /** The place of the course whose server falls to each shard. */
  let courseOf: readonly number[];

  beforeAll(async () => {
    execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
    const DATABASE_URL = await (server as PostgresServer).database();
    courseServer = await startCourseServer({ port: 0, guilds: 2, clock: patientClock });
    const connected = await openStore({ url: DATABASE_URL });
    if (!connected.ok) throw new Error("the store did not open");
    store = connected.value;
    const shards = courseServer.guildIds.map((id) => Number((BigInt(id) >> 22n) % 2n));
    courseOf = [shards.indexOf(0), shards.indexOf(1)];
    bot = await startCourseProcess(courseServer, { DATABASE_URL, SHARDS: "2" });
  }, 90_000);

  afterAll(async () => {
    await bot.stop();
    await store.close();
    await courseServer.close();
    if ("stop" in server) await server.stop();
  });

  const user = (who: string, shard: number): PlayableUser => courseServer.user(who, courseOf[shard]);
  const starts = (shard: number): readonly number[] =>
    bot.log.flatMap((line) => (line["shard"] === shard && typeof line["pid"] === "number" ? [line["pid"]] : []));

  test("each server is served by the process of its shard", { timeout: 60_000 }, async () => {
    await expect.poll(() => bot.log.map((line) => line["registration"]), { timeout: 30_000 }).toContain("registered");
    expect(courseOf).not.toContain(-1);
    for (const shard of [0, 1]) {
      expect((await user("student-1", shard).command("beta", { ticker: "JPM" })).message?.embeds[0]?.title).toBe("JPM on SPY: β = 1.395");
      expect(starts(shard)).toHaveLength(1);
    }
  });

  test("a check posted through one process is answered through it, and nothing confirmed is lost when it is killed", { timeout: 60_000 }, async () => {
    const posted = await user("instructor", 0).command("check post", { exercise: "jpm-regression" });
    expect(posted.failure).toBeNull();
    expect((await answerCheck(user("student-1", 0))).isEphemeral).toBe(true);

    const [killed] = starts(0);
    process.kill(killed!, "SIGKILL");
    // The other shard goes on meanwhile.
    expect((await user("student-2", 1).command("beta", { ticker: "WMT" })).failure).toBeNull();
    await expect.poll(() => starts(0).length, { timeout: 30_000 }).toBe(2);
    await expect
      .poll(async () => (await user("student-1", 0).command("help", {}, { timeout: 3_000 })).message, { timeout: 30_000 })
      .not.toBeNull();
    expect((await store.checks.list(courseServer.guildIds[courseOf[0]!]!, 10)).length).toBe(1);
  });

  test("another process takes the next answers to the same message, and closes the check with all of them", { timeout: 60_000 }, async () => {
    expect((await answerCheck(user("student-2", 0))).isEphemeral).toBe(true);
    const [check] = await store.checks.list(courseServer.guildIds[courseOf[0]!]!, 10);
    const closed = await user("instructor", 0).command("check close", { check: check!.id, confirm: true });
    expect(closed.failure).toBeNull();
    const answers = await store.answers.ofItem({ kind: "check", check: check!.id });
    expect(new Set(answers.map(({ person }) => person)).size).toBe(2);
    expect(specFaults(courseServer.requests)).toEqual([]);
  });

  test("the log names no person, no server and no secret", () => {
    const text = bot.printed();
    expect(text).not.toContain(courseServer.token);
    for (const person of courseServer.people) {
      for (const known of [person.id, person.displayName]) expect(text).not.toContain(known);
    }
    for (const guild of courseServer.guildIds) expect(text).not.toContain(guild);
  });

  test("a stop is graceful: every process leaves, within ten seconds", { timeout: 20_000 }, async () => {
    expect(await bot.stop()).toBe(0);
    for (const pid of [...starts(0), ...starts(1)]) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/u);
  });
});

async function answerCheck(person: PlayableUser) {
  const message = person.messages().findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:")) as APIMessage;
  const { modal } = await person.click(message.id, buttonOf(message, "Answer"));
  return person.submit(modal!, { answer1: "0.0001594", answer2: "1.395", answer3: "0.500", answer4: "more" });
}
