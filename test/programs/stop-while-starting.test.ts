import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCourseServer, type CourseServer } from "discord-course-server";
import { patientClock } from "discord-course-server/testing/patient-clock";
import { spawnCourseProcess } from "../discord/course-process.ts";
import { startPostgres } from "../store/postgres-server.ts";

/** A start that is stopped on its way: what it works with is closed under it, and nothing of that is an error. */

const server = await startPostgres();
let courseServer: CourseServer;
beforeAll(async () => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
  courseServer = await startCourseServer({ port: 0, clock: patientClock });
});
afterAll(async () => {
  await courseServer.close();
  if ("stop" in server) await server.stop();
});

describe.skipIf("missing" in server)("a bot with PostgreSQL that is stopped while it starts", () => {
  // The health endpoint opens before the warm-up, and the commands are registered before the login.
  test.each(["/healthz and /metrics", "commands"])("after its line %s ends with status 0, and no line of an error", async (line) => {
    const started = spawnCourseProcess(courseServer, { DATABASE_URL: "database" in server ? await server.database() : "", HEALTH_PORT: "0" });
    await expect.poll(() => started.log.some(({ msg }) => msg === line), { timeout: 80_000, interval: 10 }).toBe(true);
    expect(await started.stop()).toBe(0);
    expect(started.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    expect(started.printed()).not.toMatch(/uncaughtException|unhandledRejection|destroyed|\n\s+at /u);
    expect(started.log.map(({ msg }) => msg)).toContain("stopping");
  });
});
