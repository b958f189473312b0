import type { Pace } from "./records.ts";

/**
 * When the next attempt is free, from the times of those already made (epoch milliseconds, any order): a bucket holds
 * `burst` attempts and gets one back each `refillMs`. A time that is not after `at` means now.
 */
export function nextAttemptAt(times: readonly number[], pace: Pace, at: number): number {
  let left = pace.burst;
  let since = -Infinity;
  for (const time of [...times, at].sort((a, b) => a - b)) {
    const refilled = left + (since === -Infinity ? 0 : (time - since) / pace.refillMs);
    left = Math.min(pace.burst, refilled) - 1;
    since = time;
  }
  // The last one taken away above is the attempt in question; it fits if the bucket did not go below empty.
  return left >= 0 ? at : Math.ceil(since - left * pace.refillMs);
}
