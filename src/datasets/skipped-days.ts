import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { FileSeries } from "./file-contents.ts";
import type { DayDoubt } from "./problem.ts";

/**
 * Half a year. Where less than this share of its weekdays is there, neither a country's holidays nor blanks here and there
 * are the reason: of those each reply says how many there are.
 */
const stretchDays = 126;
const leastShare = 0.65;
/** A longer step is a hole, over which there is no return, or a halt. */
const longestStep = 7;

/**
 * Stretches in which a daily series passes over weekdays: three rows a week, Fridays in one part and days in another,
 * rows that were lost. A price's return is then of several days and meets the market's of one, and a year of 252 such
 * returns is none. Counted in weekdays, of which any exchange keeps nearly all.
 */
export function skippedDays({ id, kind, frequency, days, content }: FileSeries): readonly DayDoubt[] {
  if (frequency !== "daily" || kind === "rate" || isPublishedFactor(id) || days.length < 20) return [];
  // Of each row, the weekdays in the step that ends with it: 1 is what a daily file has.
  const steps = Array.from(days, (day, row) => (row === 0 || day - days[row - 1]! > longestStep ? 1 : Math.max(1, weekdaysBetween(days[row - 1]!, day))));
  const isSparse = steps.map(() => false);
  let [from, weekdays] = [0, 0];
  for (const [row, step] of steps.entries()) {
    weekdays += step;
    while (weekdays - steps[from]! >= stretchDays) weekdays -= steps[from++]!;
    if (weekdays >= stretchDays && (row - from + 1) / weekdays < leastShare) isSparse.fill(true, from, row + 1);
  }
  const first = isSparse.indexOf(true);
  if (first < 0) return [];
  const last = isSparse.lastIndexOf(true);
  const all = steps.slice(first, last + 1).reduce((sum, step) => sum + step, 0);
  return [{ kind: "skipped", series: id, date: isoDay(days[first]!), until: isoDay(days[last]!), rows: last - first + 1, days: all, of: content }];
}

/** Weekdays after `since` up to `day`; day 0, 1970-01-01, was a Thursday. */
function weekdaysBetween(since: number, day: number): number {
  let weekdays = 0;
  for (let one = since + 1; one <= day; one++) if ((((one + 3) % 7) + 7) % 7 < 5) weekdays++;
  return weekdays;
}
