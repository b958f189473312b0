import type { Frequency } from "../engine/series.ts";

/** The longest gap in days that still counts as one period: no US market day lies between 2001-09-10 and 09-17. */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, monthly: 31, annual: 366 };

export interface PriceReturns {
  /** As long as the prices; NaN where there is no return. */
  readonly values: Float64Array;
  /** Steps over which there is no return because they are too long. */
  readonly holes: number;
}

/**
 * Simple returns P(t)/P(s) − 1, each from the price before it, blanks between them passed over: in a file of several
 * calendars (stocks on weekdays, a coin every day) a Monday's return is from Friday.
 *
 * There is none after a hole of more than 7 days (a month, a year): a return over several periods is not comparable
 * with one-period returns.
 */
export function returnsOfPrices(days: Int32Array, prices: Float64Array, frequency: Frequency): PriceReturns {
  const values = new Float64Array(prices.length).fill(NaN);
  let previous = -1;
  let holes = 0;
  for (let row = 0; row < prices.length; row++) {
    const price = prices[row]!;
    if (Number.isNaN(price)) continue;
    if (previous >= 0) {
      if (days[row]! - days[previous]! <= longestStep[frequency]) values[row] = price / prices[previous]! - 1;
      else holes++;
    }
    previous = row;
  }
  return { values, holes };
}
