/**
 * Daily returns compounded to weeks, months or years, one rule for every asset: Π(1 + r) − Π(1 + rf) over the days of the
 * period, r with the rate in it. For an excess return the rate of the day is added back first. It may be another bill
 * rate than was subtracted: the difference, some thousandths of a year's return, nearly cancels. Where no rate is known
 * a day has 0 for it, which makes the period Π(1 + r) − 1 of the excess returns; so has a zero-cost factor (SMB), which
 * nobody funds.
 *
 * Days that are missing inside a period are filled where another file has them (`completeDays`) or a price after
 * them (`overGaps`); the others are counted, and the period is made of the days that are there.
 */
import { compound, compoundOverRate } from "./compound.ts";
import { completeDays } from "./complete-days.ts";
import { dropPartialPeriods, type PartialPeriods } from "./drop-partial-periods.ts";
import { missingDays, type MarketDays } from "./market-days.ts";
import type { LongFrequency, Series } from "./series.ts";

export interface PeriodReturns {
  readonly series: Series;
  /** Days on which the market traded and the series has no return, between its first and its last. */
  readonly missing: Int32Array;
  /** Days taken from the asset's total returns. */
  readonly filled: Int32Array;
  /** The first and the last period, where the market traded on days of them that the series does not reach: left out. */
  readonly partial: PartialPeriods;
  readonly method: CompoundingMethod;
  /** The rate compounded over the same days as an excess return; null where none is known or taken. */
  readonly rate: Series | null;
}

/** over-rate: Π(1 + r) − Π(1 + rf); alone: Π(1 + r) − 1 of the series' own returns. */
export type CompoundingMethod = "over-rate" | "alone";

interface PeriodRequest {
  readonly frequency: LongFrequency;
  /** The days on which the market traded. */
  readonly market: MarketDays;
  /** The daily rate; null where none is loaded, and for zero-cost factors. */
  readonly rate: Series | null;
}

/**
 * The weeks, months or years of a daily series. Total returns and rates stay what they are: `excessReturn` subtracts the
 * period's rate.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(0, 1, 29), values: Float64Array.of(0.5, 0.5, 0) } as const;
 * const rate = { id: "RF", kind: "rate", frequency: "daily", days: Int32Array.of(0, 1), values: Float64Array.of(0.5, 0.5) } as const;
 * const months = periodReturns(daily, { frequency: "monthly", market: Int32Array.of(0, 1, 2, 29), rate });
 * [...months.series.values]; // → [1.75]
 * [...months.missing]; // → [2]
 * months.partial; // → { start: null, end: null }
 * ```
 */
export function periodReturns(daily: Series, { frequency, market, rate }: PeriodRequest): PeriodReturns {
  const whole = (compounded: Series, of: Series) => dropPartialPeriods(compounded, { frequency, daily: of, market });
  if (daily.kind !== "excess") {
    return { ...whole(compound(withReturnsOverGaps(daily), frequency), daily), missing: missingDays(daily, market, frequency), filled: new Int32Array(), method: "alone", rate: null };
  }
  const { series: days, filled } = completeDays(daily, rate);
  const missing = missingDays(days, market, frequency);
  if (rate === null) return { ...whole(compound(days, frequency), days), missing, filled, method: "alone", rate: null };
  const ownRate = rateOn(days.days, rate);
  const overRate = whole(compoundOverRate(days, ownRate, frequency), days);
  const { series: rates } = whole(compound({ ...days, values: ownRate }, frequency), days);
  return { ...overRate, missing, filled, method: "over-rate", rate: { ...rates, id: rate.id, kind: "rate" } };
}

/** 0 on days without a rate. */
function rateOn(days: Int32Array, rate: Series): Float64Array {
  let row = 0;
  return Float64Array.from(days, (day) => {
    while (row < rate.days.length && rate.days[row]! < day) row++;
    return rate.days[row] === day ? rate.values[row]! : 0;
  });
}

/** A return over blank prices belongs to the day that ends it: a period's product is then its last price over its first. */
function withReturnsOverGaps(daily: Series): Series {
  const { overGaps } = daily;
  if (overGaps === undefined || overGaps.days.length === 0) return daily;
  const known = new Set(daily.days);
  const all = [
    ...Array.from(daily.days, (day, row) => [day, daily.values[row]!] as const),
    ...Array.from(overGaps.days, (day, row) => [day, overGaps.values[row]!] as const).filter(([day]) => !known.has(day)),
  ].sort(([a], [b]) => a - b);
  return { ...daily, days: Int32Array.from(all, ([day]) => day), values: Float64Array.from(all, ([, value]) => value) };
}
