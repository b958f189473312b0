import { dayOfIso, isoDay } from "../calendar.ts";
import type { Window } from "./align-series.ts";
import { periodEndOf } from "./compound.ts";
import { periodStartOf, type PartialPeriods } from "./drop-partial-periods.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Sample } from "./factor-fit.ts";
import { tradedBetween, type MarketDays } from "./market-days.ts";
import type { EngineProblem } from "./problem.ts";
import type { DaySpan, Frequency } from "./series.ts";

export interface WholePeriodsWindow {
  /** From the first day of the first whole period to the last day of the last one; as it was where nothing bounds it. */
  readonly window: Window;
  /** The last days of the periods of whose market days the window has some and not all; null where there is none. */
  readonly cut: PartialPeriods;
}

/**
 * The weeks, months or years of a window of days: those of which it has every day that the market traded on. Who asks
 * from July 2000 on means no January, so the year 2000 is left out, as it is where the data begin in July. An end
 * between two periods cuts none, whatever holidays lie around it: from 3 January 2000, the first day of trade, the year is whole.
 *
 * Days are periods of their own: their window stays as it is. Errors: `no-whole-period`.
 *
 * @example
 * ```ts
 * const years = wholePeriodsWindow({ from: "2000-07-01", to: "2015-06-30" }, "annual", null);
 * years.ok && years.value.window; // → { from: "2001-01-01", to: "2014-12-31" }
 * const whole = wholePeriodsWindow({ from: "2000-01-03" }, "annual", null);
 * whole.ok && whole.value.cut; // → { start: null, end: null }
 * ```
 */
export function wholePeriodsWindow({ from, to }: Window, frequency: Frequency, market: MarketDays): Outcome<WholePeriodsWindow, EngineProblem> {
  const start = from === undefined || frequency === "daily" ? null : startOf(dayOfIso(from), frequency, market);
  const end = to === undefined || frequency === "daily" ? null : endOf(dayOfIso(to), frequency, market);
  const [first, last] = [start === null ? from : isoDay(start.day), end === null ? to : isoDay(end.day)];
  if (from !== undefined && to !== undefined && from <= to && first! > last!) return failure({ kind: "no-whole-period", frequency, from, to });
  return success({
    window: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) },
    cut: { start: start?.cut ?? null, end: end?.cut ?? null },
  });
}

/**
 * A span as the whole weeks, months or years in it; `cut`: those that lie on both of its sides, and so on neither. It begins as it
 * was given where that is within its first period. Errors: `no-whole-period`.
 *
 * @example
 * ```ts
 * const since = wholePeriodsSpan({ first: "2008-09-15", last: "2010-12-31" }, "monthly", null);
 * since.ok && since.value; // → { span: { first: "2008-10-01", last: "2010-12-31" }, cut: { start: 14152, end: null } }
 * ```
 */
export function wholePeriodsSpan({ first, last }: DaySpan, frequency: Frequency, market: MarketDays): Outcome<{ readonly span: DaySpan; readonly cut: PartialPeriods }, EngineProblem> {
  const whole = wholePeriodsWindow({ from: first, to: last }, frequency, market);
  if (!whole.ok) return whole;
  const { window: { from = first, to = last }, cut } = whole.value;
  return success({ span: { first: from > first ? from : first, last: to }, cut });
}

type Longer = Exclude<Frequency, "daily">;

function startOf(day: number, frequency: Longer, market: MarketDays): { readonly day: number; readonly cut: number | null } {
  const end = periodEndOf[frequency](day);
  const start = periodStartOf(end, frequency);
  if (!tradedBetween(start, day - 1, market)) return { day: start, cut: null };
  return { day: end + 1, cut: tradedBetween(day, end, market) ? end : null };
}

function endOf(day: number, frequency: Longer, market: MarketDays): { readonly day: number; readonly cut: number | null } {
  const end = periodEndOf[frequency](day);
  if (!tradedBetween(day + 1, end, market)) return { day: end, cut: null };
  const start = periodStartOf(end, frequency);
  return { day: start - 1, cut: tradedBetween(start, day, market) ? end : null };
}

/** The days that a sample is of: its periods are dated at their last ones, and begin before. */
export function daysOfSample({ first, last, frequency }: Pick<Sample, "first" | "last" | "frequency">): { readonly from: string; readonly to: string } {
  return { from: frequency === "daily" ? first : isoDay(periodStartOf(dayOfIso(first), frequency)), to: last };
}
