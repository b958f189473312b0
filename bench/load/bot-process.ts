import { fork } from "node:child_process";
import { once } from "node:events";

/** What the probe says since it was last asked. Milliseconds and bytes. */
export interface Reading {
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
  /** Sockets, pipes and files that are open, and timers that are set. */
  readonly handles: number;
  readonly timers: number;
  readonly peak: number;
  /** Seconds of processor time, of all threads. */
  readonly cpu: number;
}

export interface BotProcess {
  /** Milliseconds from the process's start until it said that it serves. */
  readonly startMs: number;
  read(): Promise<Reading>;
  /** The same, after all garbage is collected: what the bot keeps. */
  settled(): Promise<Reading>;
  close(): Promise<void>;
}

/** The bundled bot as it is hosted, in a process of its own, with the stand-in in Discord's place. */
export async function startBotProcess(settings: { token: string; restApi: string; local: string }): Promise<BotProcess> {
  const started = performance.now();
  const child = fork("dist/main.js", {
    execArgv: ["--expose-gc", "--max-semi-space-size=8", "--import", "./bench/load/probe.mjs"],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: {
      ...process.env,
      DISCORD_TOKEN: settings.token,
      DISCORD_API: settings.restApi,
      FACTOR_TA_LOCAL: settings.local,
      LOG_LEVEL: "error",
    },
  });
  await Promise.race([
    once(child.stdout!, "data"),
    once(child, "exit").then(() => {
      throw new Error("the bot did not start");
    }),
  ]);
  const startMs = performance.now() - started;
  const ask = async (what: "read" | "settle"): Promise<Reading> => {
    const answer = once(child, "message");
    child.send(what);
    return ((await answer) as [Reading])[0];
  };
  return {
    startMs,
    read: () => ask("read"),
    settled: () => ask("settle"),
    async close() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}
