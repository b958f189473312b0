import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../src/commands/index.ts";
import type { Command } from "../../src/commands/command.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { readConfig } from "../../src/config.ts";
import { startBot, type Bot } from "../../src/discord/start-bot.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { startCourseServer, type CourseServer, type CourseServerOptions } from "discord-course-server";
import { patientClock } from "discord-course-server/testing/patient-clock";
import { drawChart } from "../../src/render/chart/draw.ts";

export interface OpenCourse {
  readonly courseServer: CourseServer;
  readonly bot: Bot;
  readonly world: AppContext;
  /** What the bot logged as errors. */
  readonly errors: readonly object[];
  /** Lets time pass for the bot. */
  pass(milliseconds: number): void;
  /** Another process on the same store, nothing of the first one left. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The real client with the real commands, logged in to a course server of its own. */
export async function openCourse(
  options: Partial<CourseServerOptions> & { readonly extra?: readonly Command[]; readonly closingEveryMs?: number; readonly databaseUrl?: string } = {},
): Promise<OpenCourse> {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-course-"));
  const { extra = [], closingEveryMs = 5_000, databaseUrl = "", ...server } = options;
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const courseServer = await startCourseServer({ port: 0, clock: { ...patientClock, now }, ...server });
  const errors: object[] = [];
  const start = async () => {
    const world = openContext(readConfig({ FACTOR_TA_LOCAL: folder, DATABASE_URL: databaseUrl }));
    if (!world.ok) throw new Error(JSON.stringify(world.problem));
    const started = await startBot(
      { token: courseServer.token, restApi: courseServer.restApi, guildId: null, closingEveryMs },
      {
        commands: [...commands, ...extra],
        appContext: { ...world.value, now },
        draw: (spec) => Promise.resolve(drawChart(spec)),
        log: { info: () => undefined, warn: () => undefined, error: (facts) => void errors.push(facts) },
      },
    );
    if (!started.ok) throw new Error(`${started.problem.kind} after ${JSON.stringify(courseServer.requests.slice(-3).map(({ method, path, status }) => [method, path, status]))}`);
    await started.value.registration;
    return { bot: started.value, world: world.value };
  };
  let running = await start();
  const stop = async () => {
    await running.bot.close();
    await running.world.close();
  };
  return {
    courseServer,
    get bot() {
      return running.bot;
    },
    get world() {
      return running.world;
    },
    errors,
    pass(milliseconds) {
      ahead += milliseconds;
    },
    async restart() {
      await stop();
      running = await start();
    },
    async close() {
      await running.bot.close();
      await courseServer.close();
      await running.world.close();
      rmSync(folder, { recursive: true });
    },
  };
}
