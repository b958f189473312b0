import { dateOf, dayOfUtc } from "../calendar.ts";
import { tradedBetween, type MarketDays } from "./market-days.ts";
import type { Series } from "./series.ts";

/**
 * Drops the first and the last compounded month or year where the market traded on days of it that the daily series
 * does not reach.
 *
 * MSFT's file begins on 14 March 1986: its March is half a month and not comparable with a factor's whole one. Days
 * that are missing in the middle of a series make no period partial: `missingDays` counts them.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(15, 40, 57), values: Float64Array.of(0.5, 0.5, 0) } as const;
 * const months = compoundToMonths(daily); // January 1970 from its 16th on, and February to its last Friday
 * [...dropPartialPeriods(months, daily, null).values]; // → [0.5]
 * ```
 */
export function dropPartialPeriods<S extends Series>(compounded: S, daily: Series, market: MarketDays): S {
  const { days, values } = compounded;
  const [firstDay, lastDay] = [daily.days[0], daily.days.at(-1)];
  const [firstEnd, lastEnd] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined || firstEnd === undefined || lastEnd === undefined) return compounded;
  const start = tradedBetween(periodStart(firstEnd, compounded), firstDay - 1, market) ? 1 : 0;
  const end = tradedBetween(lastDay + 1, lastEnd, market) ? days.length - 1 : days.length;
  return { ...compounded, days: days.slice(start, Math.max(start, end)), values: values.slice(start, Math.max(start, end)) };
}

/** The first day of the month or year that ends on `day`. */
function periodStart(end: number, { frequency }: Series): number {
  const date = dateOf(end);
  return dayOfUtc(date.getUTCFullYear(), frequency === "annual" ? 0 : date.getUTCMonth(), 1);
}
