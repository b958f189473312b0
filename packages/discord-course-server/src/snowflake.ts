import type { Clock } from "./clock.ts";

/** Discord's first millisecond: 2015-01-01. */
const epoch = 1_420_070_400_000n;

/** Ids as Discord makes them: the millisecond in the upper 42 bits, a counter in the lower 12, never twice the same. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const first = (BigInt(Math.trunc(clock.now())) - epoch) << 22n;
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}

/** The shard that Discord gives a server's events to. */
export const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));
