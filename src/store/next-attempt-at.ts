import type { RefillRate } from "./records.ts";

/**
 * When the next attempt is free, from the times of those already made (epoch milliseconds, any order): a bucket holds
 * `burst` attempts and gets one back each `refillMs`. A time that is not after `at` means now.
 *
 * Counted in whole milliseconds of waiting, an attempt costing `refillMs` of them, so that nothing is rounded and
 * whoever comes at the very time that was named is let in.
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
