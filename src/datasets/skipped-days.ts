import { isoDay } from "../calendar.ts";
import { isPublishedFactor } from "./catalogue.ts";
import type { FileSeries } from "./file-contents.ts";
import type { DayDoubt } from "./problem.ts";
import { sparseStretch } from "./sparse-stretch.ts";

/**
 * Stretches in which a daily series passes over weekdays: three rows a week, Fridays in one part and days in another,
 * rows that were lost. A price's return is then of several days and meets the market's of one, and a year of 252 such
 * returns is none. Counted in weekdays, of which any exchange keeps nearly all.
 */
export function skippedDays({ id, kind, frequency, days, content, sparse }: FileSeries): readonly DayDoubt[] {
  if (frequency !== "daily" || kind === "rate" || isPublishedFactor(id)) return [];
  const stretch = sparse ?? sparseStretch(days);
  if (stretch === null) return [];
  return [{ kind: "skipped", series: id, date: isoDay(stretch.first), until: isoDay(stretch.last), rows: stretch.rows, days: stretch.weekdays, of: content }];
}
