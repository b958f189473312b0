import { dayOfIso, isoDay } from "../calendar.ts";
import { periodEndOf } from "./compound.ts";
import { periodStartOf } from "./drop-partial-periods.ts";
import type { DaySpan, Frequency, Series } from "./series.ts";

/**
 * The spans as whole weeks, months or years: a period of which a day is left out is left out, as it can't be compounded
 * from the others. Days stay as they are.
 *
 * @example
 * ```ts
 * wholePeriodSpans([{ first: "2020-03-05", last: "2020-04-01" }], "monthly"); // → [{ first: "2020-03-01", last: "2020-04-30" }]
 * ```
 */
export const wholePeriodSpans = (spans: readonly DaySpan[], frequency: Frequency): readonly DaySpan[] =>
  frequency === "daily"
    ? spans
    : spans.map(({ first, last }) => ({ first: isoDay(periodStartOf(periodEndOf[frequency](dayOfIso(first)), frequency)), last: isoDay(periodEndOf[frequency](dayOfIso(last))) }));

/** The series without the rows that lie in one of the spans, both ends included; the same one where there are none. */
export function withoutDays<S extends Series>(series: S, spans: readonly DaySpan[]): S {
  if (spans.length === 0) return series;
  const bounds = spans.map(({ first, last }) => [dayOfIso(first), dayOfIso(last)] as const);
  const kept = series.days.map((day, row) => (bounds.some(([first, last]) => day >= first && day <= last) ? -1 : row)).filter((row) => row >= 0);
  return { ...series, without: spans, days: Int32Array.from(kept, (row) => series.days[row] ?? 0), values: Float64Array.from(kept, (row) => series.values[row] ?? 0) };
}
