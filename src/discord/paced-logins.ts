import { SimpleIdentifyThrottler, type WebSocketOptions } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Log } from "./dispatch.ts";

const hour = 3_600_000;

/**
 * Pauses since a shard's last login, by how many it had in the last hour. Discord resets the token of a bot that logs in a
 * thousand times a day; this makes at most twenty an hour of sessions that end as soon as they begin.
 */
const loginPauses = [0, 0, 0, 0, 0, 60_000, 120_000, 300_000] as const;

/** Milliseconds until the next login of a shard, given when it logged in before. */
export function loginWaitMs(logins: readonly number[], now: number): number {
  const recent = logins.filter((at) => at > now - hour && at <= now);
  const wait = loginPauses[Math.min(recent.length, loginPauses.length - 1)] ?? 0;
  return Math.max(0, Math.max(...recent, -Infinity) + wait - now);
}

/**
 * Makes a client wait between logins: discord.js logs in every five seconds. `onLogin` is called at each, which is not
 * before the gateway has said hello: a connection that gets no further costs none.
 */
export function pacedLogins(clock: Clock, log: Log, onLogin: () => void = () => undefined): Pick<WebSocketOptions, "buildIdentifyThrottler"> {
  return {
    async buildIdentifyThrottler(manager) {
      const { session_start_limit: limit } = await manager.fetchGatewayInformation();
      const throttler = new SimpleIdentifyThrottler(limit.max_concurrency);
      const logins = new Map<number, readonly number[]>();
      return {
        async waitForIdentify(shard, signal) {
          const before = logins.get(shard) ?? [];
          const wait = loginWaitMs(before, clock.now());
          if (wait > 0) {
            const seconds = Math.ceil(wait / 1000);
            log.warn({ shard, seconds }, `Discord has ended this bot's sessions ${String(before.length)} times within an hour. It logs in again in ${String(seconds)} s, so that Discord's logins of the day last.`);
            await pauseUnlessAborted(clock, wait, signal);
          }
          await throttler.waitForIdentify(shard, signal);
          if (signal.aborted) throw new Error("the connection closed before the login");
          onLogin();
          const now = clock.now();
          logins.set(shard, [...before.filter((at) => at > now - hour), now]);
        },
      };
    },
  };
}

/** Rejects where the connection closes meanwhile. */
function pauseUnlessAborted(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    function abort(): void {
      cancel();
      reject(new Error("the connection closed before the login"));
    }
    signal.addEventListener("abort", abort, { once: true });
  });
}
