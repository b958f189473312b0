import { Events, SimpleShardingStrategy, type Client, type WebSocketOptions } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Log } from "./dispatch.ts";

const firstPause = 1_000;
const longestPause = 60_000;

/**
 * Milliseconds before a shard connects again, after so many connections in a row that ended before a session began: none
 * after the first, then a second, two, four … up to a minute, each between half and the whole of it, so that the bots of
 * many hosts don't come back in the same moment.
 */
export function connectPauseMs(failures: number, random: number): number {
  if (failures < 2) return 0;
  return Math.min(longestPause, firstPause * 2 ** (failures - 2)) * (0.5 + random / 2);
}

interface PacedConnections {
  readonly options: Pick<WebSocketOptions, "buildStrategy">;
  /** Follows how the client's connections end. */
  watch(client: Client): void;
  /** From here on no shard connects again. */
  stop(): void;
}

/** Makes a client wait between connections: discord.js tries a gateway that refuses it twice a second, for as long as it does. */
export function pacedConnections(clock: Clock, log: Log): PacedConnections {
  const failures = new Map<number, number>();
  /** Shards that lost their connection and have not begun the next one. */
  const disconnected = new Set<number>();
  const cancels = new Set<() => void>();
  let isStopped = false;

  const waitToConnect = async (shard: number): Promise<void> => {
    if (!disconnected.delete(shard)) return;
    const inARow = failures.get(shard) ?? 0;
    const wait = connectPauseMs(inARow, Math.random());
    if (wait > 0) log.warn({ shard, seconds: Math.ceil(wait / 1000) }, `Discord's gateway ended ${String(inARow)} connections in a row before a session began. It is tried again in ${String(Math.ceil(wait / 1000))} s.`);
    await new Promise<void>((resolve) => {
      // A client that is destroyed meanwhile would connect all the same: it is left waiting.
      if (isStopped) return;
      const cancel = clock.after(wait, () => {
        cancels.delete(cancel);
        resolve();
      });
      cancels.add(cancel);
    });
  };

  return {
    options: {
      buildStrategy(manager) {
        // Asked before each connection, for what could be resumed; and in between, when there is one.
        const { options } = manager;
        const retrieveSessionInfo = options.retrieveSessionInfo.bind(options);
        options.retrieveSessionInfo = async (shard) => {
          await waitToConnect(shard);
          return retrieveSessionInfo(shard);
        };
        return new SimpleShardingStrategy(manager);
      },
    },
    watch(client) {
      client.on(Events.ShardReconnecting, (shard) => {
        disconnected.add(shard);
        failures.set(shard, (failures.get(shard) ?? 0) + 1);
      });
      const begun = (shard: number): void => {
        failures.delete(shard);
        disconnected.delete(shard);
      };
      client.on(Events.ShardReady, begun);
      client.on(Events.ShardResume, begun);
    },
    stop() {
      isStopped = true;
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
