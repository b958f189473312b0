import type { Frequency, ReturnsOverGaps } from "../engine/series.ts";
import { weekdaysBetween, type SparseStretch } from "./sparse-stretch.ts";

/** The longest gap in days that still counts as one period: no US market day lies between 2001-09-10 and 09-17. */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, weekly: 7, monthly: 31, annual: 366 };

export interface PriceReturns {
  /** As long as the prices; NaN where there is no return. */
  readonly values: Float64Array;
  /**
   * From the last price before blank rows, or a hole in the dates, to the first after. A month's return needs them;
   * those that are short enough for one period are among `values` too.
   */
  readonly overGaps?: ReturnsOverGaps;
  /** Holes that are too long for a return of one period. */
  readonly holes: number;
}

/**
 * Simple returns P(t)/P(s) − 1, each from the price before it, blanks between them passed over: in a file of several
 * calendars (stocks on weekdays, a coin every day) a Monday's return is from Friday.
 *
 * There is none after a hole of more than 7 days (a month, a year): a return over several periods is not comparable
 * with one-period returns. For the same reason there is none over more than one weekday inside a stretch that passes over
 * weekdays (`sparse`); elsewhere a longer step is a holiday, on which the market has no return either.
 */
export function returnsOfPrices(days: Int32Array, prices: Float64Array, frequency: Frequency, sparse: SparseStretch | null = null): PriceReturns {
  const values = new Float64Array(prices.length).fill(NaN);
  const gaps: { since: number; day: number; value: number }[] = [];
  let previous = -1;
  let holes = 0;
  for (let row = 0; row < prices.length; row++) {
    const price = prices[row]!;
    if (Number.isNaN(price)) continue;
    if (previous >= 0) {
      const value = price / prices[previous]! - 1;
      const isHole = days[row]! - days[previous]! > longestStep[frequency];
      const isSkipping = sparse !== null && days[row]! >= sparse.first && days[row]! <= sparse.last && weekdaysBetween(days[previous]!, days[row]!) > 1;
      if (isHole) holes++;
      else if (!isSkipping) values[row] = value;
      if (isHole || isSkipping || row - previous > 1) gaps.push({ since: days[previous]!, day: days[row]!, value });
    }
    previous = row;
  }
  if (gaps.length === 0) return { values, holes };
  const overGaps = {
    since: Int32Array.from(gaps, ({ since }) => since),
    days: Int32Array.from(gaps, ({ day }) => day),
    values: Float64Array.from(gaps, ({ value }) => value),
  };
  return { values, overGaps, holes };
}
