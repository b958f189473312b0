import { dateOf, dayOfUtc } from "../calendar.ts";
import { tradedBetween, type MarketDays } from "./market-days.ts";
import type { LongFrequency, Series } from "./series.ts";

/** Dated as whole ones are; null where there is none. */
export interface PartialPeriods {
  readonly start: number | null;
  readonly end: number | null;
}

/** Whole periods, and those that were cut at the start and at the end of the daily series. */
interface WholePeriods {
  readonly series: Series;
  readonly partial: PartialPeriods;
}

/**
 * Drops the first and the last compounded week, month or year where the market traded on days of it that the daily
 * series does not reach; they are named in `partial`.
 *
 * MSFT's file begins on 14 March 1986: its March is half a month and not comparable with a factor's whole one. Days
 * that are missing in the middle of a series make no period partial: `missingDays` counts them.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(15, 40, 57), values: Float64Array.of(0.5, 0.5, 0) } as const;
 * const months = compoundToMonths(daily); // January 1970 from its 16th on, and February to its last Friday
 * const whole = dropPartialPeriods(months, { frequency: "monthly", daily, market: null });
 * [...whole.series.values]; // → [0.5]
 * whole.partial; // → { start: 30, end: null }
 * ```
 */
export function dropPartialPeriods(compounded: Series, { frequency, daily, market }: { readonly frequency: LongFrequency; readonly daily: Series; readonly market: MarketDays }): WholePeriods {
  const { days, values } = compounded;
  const [firstDay, lastDay] = [daily.days[0], daily.days.at(-1)];
  const [firstEnd, lastEnd] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined || firstEnd === undefined || lastEnd === undefined) return { series: compounded, partial: { start: null, end: null } };
  const isStartCut = tradedBetween(periodStartOf(firstEnd, frequency), firstDay - 1, market);
  const isEndCut = tradedBetween(lastDay + 1, lastEnd, market);
  const [start, end] = [isStartCut ? 1 : 0, isEndCut ? days.length - 1 : days.length];
  return {
    series: { ...compounded, days: days.slice(start, Math.max(start, end)), values: values.slice(start, Math.max(start, end)) },
    partial: { start: isStartCut ? firstEnd : null, end: isEndCut ? lastEnd : null },
  };
}

/** The first day of the period that ends on `end`: a week's is its Saturday. */
export function periodStartOf(end: number, frequency: LongFrequency): number {
  if (frequency === "weekly") return end - 6;
  const date = dateOf(end);
  return dayOfUtc(date.getUTCFullYear(), frequency === "annual" ? 0 : date.getUTCMonth(), 1);
}
