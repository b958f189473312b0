/**
 * Half a year. Where less than this share of its weekdays is there, neither a country's holidays nor blanks here and there
 * are the reason: of those each reply says how many there are.
 */
const stretchDays = 126;
const leastShare = 0.65;
/** A longer step is a hole, over which there is no return, or a halt. */
const longestStep = 7;

/** Where a daily series passes over weekdays, from its first such row to its last. Days since 1970. */
export interface SparseStretch {
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly weekdays: number;
}

/** Of days in rising order; null where they keep nearly all weekdays, or are too few. */
export function sparseStretch(days: Int32Array): SparseStretch | null {
  if (days.length < 20) return null;
  // Of each row, the weekdays in the step that ends with it: 1 is what a daily file has.
  const steps = new Int32Array(days.length).fill(1);
  for (let row = 1; row < days.length; row++) {
    if (days[row]! - days[row - 1]! <= longestStep) steps[row] = Math.max(1, weekdaysBetween(days[row - 1]!, days[row]!));
  }
  let [from, weekdays, first, last] = [0, 0, -1, -1];
  for (let row = 0; row < steps.length; row++) {
    weekdays += steps[row]!;
    while (weekdays - steps[from]! >= stretchDays) weekdays -= steps[from++]!;
    if (weekdays < stretchDays || (row - from + 1) / weekdays >= leastShare) continue;
    if (first < 0) first = from;
    last = row;
  }
  if (first < 0) return null;
  let all = 0;
  for (let row = first; row <= last; row++) all += steps[row]!;
  return { first: days[first]!, last: days[last]!, rows: last - first + 1, weekdays: all };
}

/** Weekdays after `since` up to `day`. */
export const weekdaysBetween = (since: number, day: number): number => weekdaysUpTo(day) - weekdaysUpTo(since);

/** Counted from a Monday, 1969-12-29: day 0, 1970-01-01, was a Thursday. */
function weekdaysUpTo(day: number): number {
  const week = Math.floor((day + 3) / 7);
  return 5 * week + Math.min(day + 4 - 7 * week, 5);
}
