import type { Pace } from "./records.ts";

/**
 * When the next attempt is free, from the times of those already made (epoch milliseconds, any order): a bucket holds
 * `burst` attempts and gets one back each `refillMs`. A time that is not after `at` means now.
 *
 * Counted in whole milliseconds of waiting, an attempt costing `refillMs` of them, so that nothing is rounded and
 * whoever comes at the very time that was named is let in.
 */
export function nextAttemptAt(times: readonly number[], { burst, refillMs }: Pace, at: number): number {
  const full = burst * refillMs;
  let saved = full;
  let since = at;
  for (const time of times.toSorted((a, b) => a - b)) {
    saved = Math.min(full, saved + Math.max(0, time - since)) - refillMs;
    since = time;
  }
  saved = Math.min(full, saved + Math.max(0, at - since));
  return Math.max(at, Math.max(at, since) + refillMs - saved);
}
