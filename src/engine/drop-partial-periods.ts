import { dateOf, dayOfUtc } from "../calendar.ts";
import type { Series } from "./series.ts";

/** The longest that an exchange was closed, weekends included (September 2001): 6 days without a row. */
const longestClosure = 7;

/**
 * Drops the first and the last compounded month or year where some of its days are missing.
 *
 * MSFT's file begins on 14 March 1986: its March is half a month and not comparable with a factor's whole one. A
 * period counts as whole where the days begin within a week of its beginning, and end within a week of its end.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(15, 40, 58), values: Float64Array.of(0.5, 0.5, 0) } as const;
 * const months = compoundToMonths(daily); // January from its 16th on, and February
 * [...dropPartialPeriods(months, daily).values]; // → [0.5]
 * ```
 */
export function dropPartialPeriods<S extends Series>(compounded: S, daily: Series): S {
  const { days, values } = compounded;
  const [firstDay, lastDay] = [daily.days[0], daily.days.at(-1)];
  const [firstEnd, lastEnd] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined || firstEnd === undefined || lastEnd === undefined) return compounded;
  const start = firstDay - periodStart(firstEnd, compounded) < longestClosure ? 0 : 1;
  const end = lastEnd - lastDay < longestClosure ? days.length : days.length - 1;
  return { ...compounded, days: days.slice(start, Math.max(start, end)), values: values.slice(start, Math.max(start, end)) };
}

/** The first day of the month or year that ends on `day`. */
function periodStart(end: number, { frequency }: Series): number {
  const date = dateOf(end);
  return dayOfUtc(date.getUTCFullYear(), frequency === "annual" ? 0 : date.getUTCMonth(), 1);
}
