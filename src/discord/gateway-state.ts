import { Events, Status, type Client } from "discord.js";
import type { Clock } from "../clock.ts";
import type { Log } from "./dispatch.ts";
import { closeProblem, type DiscordProblem } from "./problem.ts";

/** The state of the gateway connection, from the shards' own status. */
export interface GatewayState {
  /** Whether every shard of this process is connected. */
  readonly ready: boolean;
  /** Milliseconds since it was not; 0 while ready. */
  readonly lostForMs: number;
  /** The last heartbeat's round trip. */
  readonly pingSeconds: number;
}

interface GatewayWatch {
  state(): GatewayState;
  /** From here on a closed connection is our own doing. */
  stop(): void;
}

/**
 * Follows the connection of every shard and logs what becomes of it. `client.isReady()` would not do: discord.js sets it
 * at the first READY and never takes it back.
 */
export function watchGateway(client: Client, { log, clock, onEnded }: { readonly log: Log; readonly clock: Clock; readonly onEnded: (problem: DiscordProblem) => void }): GatewayWatch {
  let lostAt: number | null = clock.now();
  let hasEnded = false;
  const isReady = (): boolean => client.isReady() && client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready);
  const lost = (): void => {
    lostAt ??= clock.now();
  };
  const end = (problem: DiscordProblem): void => {
    lost();
    if (hasEnded) return;
    hasEnded = true;
    onEnded(problem);
  };
  const connected = (): void => {
    if (isReady()) lostAt = null;
  };
  client.on(Events.ShardReady, (shard) => {
    connected();
    log.info({ shard }, "connected to Discord");
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    connected();
    log.info({ shard, replayed }, "the connection to Discord was resumed");
  });
  client.on(Events.ShardReconnecting, (shard) => {
    lost();
    if (!hasEnded) log.info({ shard }, "the connection to Discord was lost: reconnecting");
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!hasEnded) end(closeProblem(code) ?? { kind: "discord-ended", code });
  });
  // discord.js reports 4012 as "reconnecting", though it never does.
  client.on(Events.ShardError, ({ message }) => {
    if (message.includes("invalid API version")) end({ kind: "discord-version" });
  });
  client.on(Events.Invalidated, () => end({ kind: "discord-ended", code: 0 }));
  return {
    state() {
      const ready = isReady();
      return { ready, lostForMs: ready || lostAt === null ? 0 : clock.now() - lostAt, pingSeconds: client.ws.ping / 1000 };
    },
    stop() {
      hasEnded = true;
    },
  };
}
