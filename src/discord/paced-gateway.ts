import { SimpleIdentifyThrottler, SimpleShardingStrategy, WebSocketShardEvents, type WebSocketOptions } from "discord.js";
import { pause, type Clock } from "../clock.ts";
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

/** Before a try to connect, by how many have failed since the last session. */
export const connectWaitMs = (failed: number): number => (failed < 3 ? 0 : Math.min(60_000, 1000 * 2 ** (failed - 3)));

interface PacedGateway {
  /** For `Client`: `ws`. */
  readonly options: Pick<WebSocketOptions, "buildStrategy" | "buildIdentifyThrottler">;
  /** Whoever is waiting to connect never does. */
  stop(): void;
}

/** Makes a client wait between tries to connect and between logins: discord.js connects twice a second, and logs in every five. */
export function pacedGateway(clock: Clock, log: Log): PacedGateway {
  let isStopped = false;
  return {
    stop() {
      isStopped = true;
    },
    options: {
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
            const now = clock.now();
            logins.set(shard, [...before.filter((at) => at > now - hour), now]);
          },
        };
      },
      buildStrategy(manager) {
        const failed = new Map<number, number>();
        const open = new Set<number>();
        manager.on(WebSocketShardEvents.Hello, ({ shardId }) => void open.add(shardId));
        manager.on(WebSocketShardEvents.Closed, ({ shardId }) => void open.delete(shardId));
        for (const event of [WebSocketShardEvents.Ready, WebSocketShardEvents.Resumed] as const) manager.on(event, ({ shardId }) => void failed.delete(shardId));
        const { retrieveSessionInfo } = manager.options;
        // The one thing that a shard asks for before it connects; an open one asks for it with each heartbeat.
        manager.options.retrieveSessionInfo = async (shard) => {
          if (open.has(shard)) return retrieveSessionInfo(shard);
          const tries = failed.get(shard) ?? 0;
          failed.set(shard, tries + 1);
          const wait = connectWaitMs(tries);
          if (wait > 0) await pause(clock, wait);
          return isStopped ? new Promise(() => undefined) : retrieveSessionInfo(shard);
        };
        return new SimpleShardingStrategy(manager);
      },
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
