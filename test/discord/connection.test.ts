import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { commands } from "../../src/commands/index.ts";
import { readConfig } from "../../src/config.ts";
import { startBot, type Bot, type BotSettings } from "../../src/discord/start-bot.ts";
import type { DiscordProblem } from "../../src/discord/problem.ts";
import { openContext, type OpenContext } from "../../src/programs/open-context.ts";
import type { Outcome } from "../../src/outcome.ts";
import { sharedData } from "../commands/sample-data.ts";

let folder: string;
let courseServer: CourseServer;
let world: OpenContext;
let bot: Bot | null;
let lines: { readonly facts: object; readonly message: string }[];
let ended: DiscordProblem[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "factor-ta-own-"));
  courseServer = await startCourseServer({ port: 0 });
  const config = readConfig({ FACTOR_TA_LOCAL: folder });
  const opened = openContext(config, sharedData(config, false));
  if (!opened.ok) throw new Error(opened.problem.kind);
  world = opened.value;
  [bot, lines, ended] = [null, [], []];
});
afterEach(async () => {
  await bot?.close(100);
  await courseServer.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(settings: Partial<BotSettings> = {}): Promise<Outcome<Bot, DiscordProblem>> {
  const { token, restApi } = courseServer;
  const log = (facts: object, message: string): void => void lines.push({ facts, message });
  const started = await startBot(
    { token, restApi, guildId: null, onEnded: (problem) => void ended.push(problem), ...settings },
    { commands, appContext: world, draw: () => Promise.resolve(new Uint8Array()), log: { warn: log, info: log, error: log } },
  );
  if (started.ok) bot = started.value;
  return started;
}

const said = (): string => lines.map(({ message }) => message).join("\n");
const commandsIn = (guild: boolean): RegExp => (guild ? /\/guilds\/\d+\/commands$/u : /^\/applications\/\d+\/commands$/u);

test.each([
  [4004, { kind: "discord-token" }],
  [4010, { kind: "discord-shards", fault: "invalid" }],
  [4011, { kind: "discord-shards", fault: "required" }],
  [4012, { kind: "discord-version" }],
  [4013, { kind: "discord-intents" }],
  [4014, { kind: "discord-intents" }],
])("a connection that Discord closes with %i has ended for good: it is no longer ready, and the host is told once", async (code, problem) => {
  await start();
  expect(bot?.gateway()).toMatchObject({ ready: true, lostForMs: 0 });
  courseServer.faults.closeConnections(code);
  await expect.poll(() => ended).toEqual([problem]);
  expect(bot?.gateway().ready).toBe(false);
});

test.each([
  [4004, "discord-token"],
  [4011, "discord-shards"],
  [4012, "discord-version"],
  [4014, "discord-intents"],
])("a login that Discord refuses with %i is a problem with its words, not an exception", async (code, kind) => {
  courseServer.faults.refuseConnections(code);
  expect(await start()).toMatchObject({ ok: false, problem: { kind } });
});

test("while the connection is lost it is not ready, for how long is counted, and the way back is logged", async () => {
  await start();
  courseServer.faults.refuseConnections(1011, 1);
  courseServer.faults.closeConnections(1011);
  await expect.poll(() => bot?.gateway().ready).toBe(false);
  await expect.poll(() => bot?.gateway().lostForMs).toBeGreaterThan(0);
  expect(said()).toContain("the connection to Discord was lost: reconnecting");
  await expect.poll(() => bot?.gateway(), { timeout: 20_000 }).toMatchObject({ ready: true, lostForMs: 0 });
  expect(said()).toMatch(/the connection to Discord was resumed|connected to Discord\n.*connected to Discord/su);
  expect(ended).toEqual([]);
});

test("a wrong token is refused before any login", async () => {
  expect(await start({ token: "no.such.token" })).toMatchObject({ ok: false, problem: { kind: "discord-token" } });
  expect(courseServer.identified()).toBe(0);
});

test("where Discord can't be reached the bot says so once, waits, and logs in when it can", async () => {
  courseServer.faults.next({ method: "GET", path: /^\/applications\/@me$/u }, { kind: "disconnect" }, 2);
  expect((await start()).ok).toBe(true);
  expect(lines.filter(({ facts }) => "problem" in facts && facts.problem === "discord-unreachable")).toHaveLength(1);
});

test("commands that Discord does not register cost no answer: they are tried again by themselves", async () => {
  courseServer.faults.next({ method: "PUT", path: commandsIn(false) }, { kind: "status", status: 503 }, 4);
  await start();
  const answered = await courseServer.user("student-1").command("help", {}, { force: true });
  expect(answered.message?.embeds[0]?.title).toBeDefined();
  await expect.poll(said).toContain("Discord does not register the commands (503)");
  expect(await bot?.registration).toBe("registered");
}, 60_000);

test("in a server that the bot is not in, it says so with the remedy and goes on", async () => {
  courseServer.faults.next({ path: commandsIn(true) }, { kind: "error", status: 403, code: 50001, message: "Missing Access" }, 20);
  expect((await start({ guildId: courseServer.guildIds[0]! })).ok).toBe(true);
  await expect.poll(said).toContain("The bot is not in the server of DISCORD_GUILD_ID. Open the install link");
});

test("commands of one server replace those of every server, and are left alone where they are the same", async () => {
  await start();
  expect(await bot?.registration).toBe("registered");
  const names = (): readonly string[] => courseServer.user("instructor").commands().map(({ path }) => path.join(" "));
  const before = names();
  await bot?.close(100);
  await start({ guildId: courseServer.guildIds[0]! });
  expect(await bot?.registration).toBe("registered");
  expect(names()).toEqual(before);
  expect(courseServer.user("student-1").inDirectMessages().commands()).toEqual([]);
  await bot?.close(100);
  await start({ guildId: courseServer.guildIds[0]! });
  expect(await bot?.registration).toBe("unchanged");
});

test("a stop that was asked for is not called a lost connection", async () => {
  await start();
  await bot?.close(1_000);
  expect(said()).toContain("connected to Discord");
  expect(said()).not.toContain("lost");
});

const application = { method: "GET", path: /^\/applications\/@me$/u };
const messages = { method: "POST", path: /^\/channels\/\d+\/messages$/u };
const unauthorized = { kind: "error", status: 401, code: 0, message: "401: Unauthorized" } as const;
const postCheck = () => courseServer.user("instructor").command("check post", { exercise: "jpm-regression", closes: "2h" }, { timeout: 20_000 });

test("one 401 costs the request a second try: the token is kept, and Discord asked whether it meant it", async () => {
  await start();
  await bot?.registration;
  courseServer.faults.next(messages, unauthorized);
  expect((await postCheck()).failure).toBeNull();
  expect(courseServer.user("student-1").messages().filter(({ embeds }) => embeds[0]?.title?.startsWith("Check:"))).toHaveLength(1);
  await expect.poll(() => bot?.isTokenTaken()).toBe(true);
  expect(ended).toEqual([]);
});

test("while Discord does not say what a 401 meant, the token is not called taken; once it answers, it is", async () => {
  await start();
  await bot?.registration;
  courseServer.faults.next(messages, unauthorized);
  courseServer.faults.next(application, { kind: "status", status: 503 }, 2);
  const posting = postCheck();
  await expect.poll(() => bot?.isTokenTaken(), { interval: 20 }).toBe(false);
  await posting;
  await expect.poll(() => bot?.isTokenTaken(), { timeout: 10_000 }).toBe(true);
  expect(ended).toEqual([]);
}, 40_000);

test("a token that Discord no longer takes ends the connection for good, and the host is told once", async () => {
  await start();
  await bot?.registration;
  courseServer.faults.next({ path: /^\/(?:channels|applications)\//u }, unauthorized, 100);
  void postCheck();
  await expect.poll(() => ended, { timeout: 15_000 }).toEqual([{ kind: "discord-token" }]);
  expect(bot?.isTokenTaken()).toBe(false);
}, 40_000);
