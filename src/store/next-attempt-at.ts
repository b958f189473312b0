import type { RefillRate } from "./answer-records.ts";

/**
 * When the next attempt is available, from the times of earlier ones (epoch milliseconds, any order): a token bucket
 * of `burst` attempts that refills by one every `refillMs`. A time that is not after `at` means now.
 *
 * Counted in whole milliseconds, an attempt costing `refillMs` of them, so nothing is rounded and an attempt at exactly
 * the announced time is accepted.
 */
export function nextAttemptAt(times: readonly number[], { burst, refillMs }: RefillRate, at: number): number {
  const capacity = burst * refillMs;
  let available = capacity;
  let lastTime = at;
  for (const time of times.toSorted((a, b) => a - b)) {
    available = Math.min(capacity, available + Math.max(0, time - lastTime)) - refillMs;
    lastTime = time;
  }
  available = Math.min(capacity, available + Math.max(0, at - lastTime));
  return Math.max(at, Math.max(at, lastTime) + refillMs - available);
}
