import { spawn, type ChildProcess } from "node:child_process";
import type { CourseServer } from "discord-course-server";

/** The built program in a process of its own, logged in to a course server as if it were Discord. */
export interface CourseProcess {
  readonly process: ChildProcess;
  /** What it logged so far, each line parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  /** What it printed, log and all. */
  readonly printed: () => string;
  /** Ends as the host ends it; its exit status. */
  stop(): Promise<number | null>;
}

export async function startCourseProcess(
  { token, restApi }: CourseServer,
  settings: Readonly<Record<string, string>>,
): Promise<CourseProcess> {
  const child = spawn(process.execPath, ["dist/main.js"], {
    env: { ...process.env, DISCORD_TOKEN: token, DISCORD_API: restApi, HEALTH_PORT: "off", LOG_LEVEL: "info", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that never reaches its end must not leave a bot behind.
  process.once("exit", () => child.kill("SIGTERM"));
  const log: Record<string, unknown>[] = [];
  let text = "";
  let rest = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    text += piece;
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("{")) log.push(JSON.parse(line) as Record<string, unknown>);
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      text += piece;
      if (piece.includes(settings["SHARDS"] === undefined ? "is serving Discord" : "is serving Discord in ")) resolve();
    });
    void ended.then((code) => reject(new Error(`it ended with ${String(code)}: ${text}`)));
  });
  return {
    process: child,
    log,
    printed: () => text,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
