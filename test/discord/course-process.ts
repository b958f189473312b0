import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CourseServer } from "discord-course-server";

/** The built program in a process of its own, logged in to a course server as if it were Discord. */
export interface CourseProcess {
  readonly process: ChildProcess;
  /** What it logged so far, each line parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** What it printed, log and all. */
  readonly printed: () => string;
  /** Resolves to its exit status. */
  readonly ended: Promise<number | null>;
  /** Resolves when it serves; rejects where it ends before. */
  readonly serving: Promise<void>;
  /** Ends as the host ends it; its exit status. */
  stop(): Promise<number | null>;
}

/** Starts it and waits until it serves. */
export async function startCourseProcess(server: CourseServer, settings: Readonly<Record<string, string>>): Promise<CourseProcess> {
  const course = spawnCourseProcess(server, settings);
  await course.serving;
  return course;
}

/** Starts it, whatever becomes of it. */
export function spawnCourseProcess({ token, restApi }: Pick<CourseServer, "token" | "restApi">, settings: Readonly<Record<string, string>>): CourseProcess {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-process-"));
  const child = spawn(process.execPath, ["dist/main.js"], {
    env: { ...process.env, DISCORD_TOKEN: token, DISCORD_API: restApi, HEALTH_PORT: "off", LOG_LEVEL: "info", FACTOR_TA_LOCAL: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that never reaches its end must not leave a bot behind.
  process.once("exit", () => child.kill("SIGTERM"));
  const log: Record<string, unknown>[] = [];
  let text = "";
  let rest = "";
  const isServing = settings["SHARDS"] === undefined ? "is serving Discord" : "is serving Discord in ";
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", (code) => {
      rmSync(folder, { recursive: true, force: true });
      resolve(code);
    }),
  );
  child.stderr.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  const serving = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("{")) log.push(JSON.parse(line) as Record<string, unknown>);
      if (text.includes(isServing)) resolve();
    });
    void ended.then((code) => reject(new Error(`it ended with ${String(code)}: ${text}`)));
  });
  serving.catch(() => undefined);
  return {
    process: child,
    log,
    printed: () => text,
    ended,
    serving,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
