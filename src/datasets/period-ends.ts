import { isoDay, monthEndOf, weekEndOf, yearEndOf } from "../calendar.ts";
import { success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult, Rows } from "./rows.ts";
import { readWeeks, type WeekDates } from "./week-dates.ts";

export interface FinishedRows {
  readonly rows: DatedRows;
  /** The date of a last row whose week, month or year had not ended, and which is left out; else null. */
  readonly unfinished: string | null;
  /** How weekly rows are dated; null for other frequencies. */
  readonly weeks: WeekDates | null;
}

/** What of the file, or of a person, decides between readings of its dates. */
interface PeriodFacts {
  /** The day of the import (ISO). */
  readonly asOf?: string | undefined;
  /** The day of the week that a weekly row's date is. */
  readonly weeks?: "begin" | "end" | undefined;
}

/** No market's last day of a month is more days before the calendar's, and of a week none but a holiday's before Friday. */
const longestEnd = { weekly: 1, monthly: 4, annual: 4 } as const;

/**
 * Infers the frequency from the median distance between rows (up to 4 days: daily; a week; a month; a year), and moves
 * weeks to their Friday, months and years to their last calendar day: some files use the last trading day or the first
 * instead.
 *
 * A last row is an unfinished period's, and left out, where its period had not ended on the day `asOf`; where all other
 * rows are dated at their period's end and it is not; or where the row before it has that period already (Yahoo's
 * weekly and monthly files). In that case so is the row before, unless the last one is of the period's end: both are of
 * the running period, one dated at its first day, one at the day of the download.
 */
export function atPeriodEnds(rows: Rows, { asOf, weeks: said }: PeriodFacts = {}): ReadResult<FinishedRows> {
  const gaps = rows.days.slice(1).map((day, row) => day - rows.days[row]!);
  const medianGap = gaps.toSorted()[gaps.length >> 1] ?? 1;
  const frequency = frequencyOf(medianGap);
  if (frequency === null) return readFailure("unknown-frequency", null, null, String(medianGap));
  if (frequency === "daily") return success({ rows: { ...rows, frequency }, unfinished: null, weeks: null });
  const weeks = frequency === "weekly" ? readWeeks(rows.days, said) : success(null);
  if (!weeks.ok) return weeks;
  const endOf = { weekly: (day: number) => weekEndOf(day - (weeks.value?.daysPastFriday ?? 0)), monthly: monthEndOf, annual: yearEndOf }[frequency];

  const days = rows.days.map(endOf);
  const last = days.length - 1;
  const beforeEnd = (row: number): number => days[row]! - rows.days[row]!;
  const isAtEnd = (row: number): boolean => beforeEnd(row) <= longestEnd[frequency];
  const isSecond = last > 0 && days[last] === days[last - 1];
  const isRunning = asOf !== undefined && isoDay(days[last]!) > asOf && rows.datePrecision === "day";
  const isCut = last > 1 && !isAtEnd(last) && days.subarray(0, last).every((_, row) => isAtEnd(row));
  const kept = isSecond && !isAtEnd(last) && last > 1 ? last - 1 : isSecond || ((isRunning || isCut) && last > 0) ? last : days.length;
  const repeated = days.subarray(0, kept).findIndex((day, row) => row > 0 && day === days[row - 1]);
  if (repeated >= 0) return readFailure("repeated-date", rows.lineOf(repeated), null, isoDay(rows.days[repeated]!));
  return success({
    rows: { ...rows, days: days.subarray(0, kept), columns: rows.columns.map((column) => column.subarray(0, kept)), frequency },
    unfinished: kept === days.length ? null : isoDay(rows.days[last]!),
    weeks: weeks.value,
  });
}

function frequencyOf(medianGap: number): Frequency | null {
  if (medianGap <= 4) return "daily";
  if (medianGap === 7) return "weekly";
  if (medianGap >= 28 && medianGap <= 31) return "monthly";
  return medianGap >= 360 && medianGap <= 370 ? "annual" : null;
}
