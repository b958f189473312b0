/**
 * The share of the points that an attempt counts with, by the check's list: the first entry for the first attempt, the
 * last one for all further ones. In full without a list, and where an answer is no attempt.
 */
export function creditOf(credit: readonly number[] | null, attempt: number | null): number {
  if (credit === null || attempt === null) return 1;
  return credit[Math.min(attempt, credit.length) - 1] ?? 1;
}
