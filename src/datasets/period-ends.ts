import { isoDay, monthEndOf, yearEndOf } from "../calendar.ts";
import { success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult, Rows } from "./rows.ts";

/** No market's last day of a month is more days before the calendar's. */
const longestMonthEnd = 4;

interface FinishedRows {
  readonly rows: DatedRows;
  /** The date of a last row whose month or year had not ended, and which is left out; else null. */
  readonly unfinished: string | null;
}

/**
 * Infers the frequency from the median distance between rows (up to 4 days: daily; a month; a year), and moves
 * months and years to their last calendar day: some files use the last trading day or the first instead.
 *
 * A last row of the month that the row before it has already (Yahoo's monthly files), or of one that had not ended on
 * the day `asOf`, is an unfinished month's and left out. In the first case so is the row before, unless the last one is
 * of the month's end: both are of the running month, one dated at its first day, one at the day of the download.
 */
export function atPeriodEnds(rows: Rows, asOf?: string): ReadResult<FinishedRows> {
  const gaps = rows.days.slice(1).map((day, row) => day - rows.days[row]!);
  const medianGap = gaps.toSorted()[gaps.length >> 1] ?? 1;
  const frequency: Frequency | null =
    medianGap <= 4 ? "daily" : medianGap >= 28 && medianGap <= 31 ? "monthly" : medianGap >= 360 && medianGap <= 370 ? "annual" : null;
  if (frequency === null) return readFailure("unknown-frequency", null, null, String(medianGap));
  if (frequency === "daily") return success({ rows: { ...rows, frequency }, unfinished: null });

  const days = rows.days.map(frequency === "monthly" ? monthEndOf : yearEndOf);
  const last = days.length - 1;
  const isSecondOfMonth = last > 0 && days[last] === days[last - 1];
  const isRunning = asOf !== undefined && isoDay(days[last]!) > asOf && rows.datePrecision === "day";
  const isWholeMonth = isSecondOfMonth && days[last]! - rows.days[last]! <= longestMonthEnd;
  const kept = isSecondOfMonth && !isWholeMonth && last > 1 ? last - 1 : isSecondOfMonth || (isRunning && last > 0) ? last : days.length;
  const repeated = days.subarray(0, kept).findIndex((day, row) => row > 0 && day === days[row - 1]);
  if (repeated >= 0) return readFailure("repeated-date", rows.lineOf(repeated), null, isoDay(rows.days[repeated]!));
  return success({
    rows: { ...rows, days: days.subarray(0, kept), columns: rows.columns.map((column) => column.subarray(0, kept)), frequency },
    unfinished: kept === days.length ? null : isoDay(rows.days[last]!),
  });
}
