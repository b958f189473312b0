import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { commands } from "../../src/commands/index.ts";
import { readConfig } from "../../src/config.ts";
import { startBot, type Bot, type BotSettings } from "../../src/discord/start-bot.ts";
import type { DiscordProblem } from "../../src/discord/problem.ts";
import { openContext } from "../../src/programs/open-context.ts";
import type { Outcome } from "../../src/outcome.ts";
import { sharedData } from "../commands/sample-data.ts";
import { gatewayElsewhere } from "./gateway-elsewhere.ts";

/** What is tried again after pauses: nearly all of the time is waiting, so these wait beside each other, each on a course server of its own. */
interface Connected {
  readonly courseServer: CourseServer;
  readonly bot: () => Bot | null;
  readonly start: (settings?: Partial<BotSettings>) => Promise<Outcome<Bot, DiscordProblem>>;
  /** What was logged so far. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
}

async function open(): Promise<Connected> {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-own-"));
  const courseServer = await startCourseServer({ port: 0 });
  const config = readConfig({ FACTOR_TA_LOCAL: folder });
  const opened = openContext(config, sharedData(config, false));
  if (!opened.ok) throw new Error(opened.problem.kind);
  const lines: string[] = [];
  let bot: Bot | null = null;
  const log = (_: object, message: string): void => void lines.push(message);
  return {
    courseServer,
    bot: () => bot,
    async start(settings = {}) {
      const { token, restApi } = courseServer;
      const started = await startBot(
        { token, restApi, guildId: null, onEnded: () => undefined, ...settings },
        { commands, appContext: opened.value, draw: () => Promise.resolve(new Uint8Array()), log: { warn: log, info: log, error: log } },
      );
      if (started.ok) bot = started.value;
      return started;
    },
    said: () => lines.join("\n"),
    async close() {
      await bot?.close(100);
      await courseServer.close();
      await opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test.concurrent("sessions that Discord ends as soon as they begin are begun again with pauses, which the log names", async ({ expect, onTestFinished }) => {
  const each = await open();
  onTestFinished(each.close);
  const { courseServer, start, said } = each;
  await start();
  courseServer.faults.refuseConnections(4007, 99);
  courseServer.faults.closeConnections(4007);
  await expect.poll(said, { timeout: 80_000 }).toContain("It logs in again in");
  const logins = courseServer.identified();
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  expect(courseServer.identified()).toBe(logins);
}, 120_000);

test.concurrent("a gateway that refuses connections is tried with longer and longer pauses, and costs no login; the bot logs in when it opens", async ({ expect, onTestFinished }) => {
  const each = await open();
  onTestFinished(each.close);
  const { courseServer, start, said } = each;
  const line = await gatewayElsewhere(courseServer);
  try {
    line.set("refuse");
    let logins = 0;
    const starting = start({ restApi: line.restApi, onLogin: () => logins++ });
    await expect.poll(() => line.connections.length, { timeout: 20_000 }).toBe(5);
    const pauses = line.connections.slice(1).map((at, before) => at - (line.connections[before] ?? 0));
    // Half a second is discord.js's own.
    [500, 1_000, 1_500, 2_500].forEach((least, place) => expect(pauses[place]).toBeGreaterThan(least - 50));
    expect(said()).toMatch(/gateway ended 4 connections in a row before a session began\. It is tried again in [234] s/u);
    expect([logins, courseServer.identified()]).toEqual([0, 0]);
    line.set("open");
    expect(await starting).toMatchObject({ ok: true });
    expect([logins, courseServer.identified()]).toEqual([1, 1]);
    expect(each.bot()?.gateway().ready).toBe(true);
  } finally {
    await each.bot()?.close(100);
    await line.close();
  }
}, 60_000);

test.concurrent("a handshake that never comes is no login; the next one that does is", async ({ expect, onTestFinished }) => {
  const each = await open();
  onTestFinished(each.close);
  const { courseServer, start } = each;
  const line = await gatewayElsewhere(courseServer);
  try {
    line.set("silent");
    let logins = 0;
    const starting = start({ restApi: line.restApi, onLogin: () => logins++ });
    await expect.poll(() => line.connections.length, { timeout: 20_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([logins, courseServer.identified()]).toEqual([0, 0]);
    line.set("open");
    line.cut();
    expect(await starting).toMatchObject({ ok: true });
    expect([logins, courseServer.identified()]).toEqual([1, 1]);
    // Later logins of the same program are the client's to pace.
    courseServer.faults.closeConnections(4007);
    await expect.poll(() => courseServer.identified(), { timeout: 30_000 }).toBe(2);
    expect(logins).toBe(1);
  } finally {
    await each.bot()?.close(100);
    await line.close();
  }
}, 90_000);

test.concurrent("a bot that is stopped while its gateway refuses it connects no more", async ({ expect, onTestFinished }) => {
  const each = await open();
  onTestFinished(each.close);
  const { courseServer, start } = each;
  const line = await gatewayElsewhere(courseServer);
  try {
    await start({ restApi: line.restApi });
    line.set("refuse");
    // A session that can't be resumed begins again at the first address.
    courseServer.faults.closeConnections(4007);
    await expect.poll(() => line.connections.length, { timeout: 20_000 }).toBeGreaterThan(3);
    await each.bot()?.close(100);
    const connections = line.connections.length;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(line.connections.length).toBeLessThanOrEqual(connections);
  } finally {
    await line.close();
  }
}, 60_000);
