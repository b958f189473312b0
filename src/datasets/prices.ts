import { success } from "../outcome.ts";
import type { Frequency, ReturnsOverGaps } from "../engine/series.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult } from "./rows.ts";

/**
 * Whether these are price levels rather than returns: at least nine in ten values are above 0 (about half
 * of returns are), and most of them at least 0.05 (far above a daily rate).
 */
export function looksLikePrices(columns: readonly Float64Array[]): boolean {
  let values = 0;
  let positive = 0;
  let large = 0;
  for (const column of columns) {
    for (const value of column) {
      if (Number.isNaN(value)) continue;
      values++;
      if (value > 0) positive++;
      if (value >= 0.05) large++;
    }
  }
  return positive > 0.9 * values && large > 0.5 * values;
}

/**
 * The returns that `returnsOfPrices` leaves blank because prices were blank in between, or because the dates have a
 * gap: from the last price before it to the first after it. A month's return needs them, a day's regression does not.
 */
export function returnsOverGaps({ days, frequency }: DatedRows, prices: Float64Array): ReturnsOverGaps {
  const gaps: { since: number; day: number; value: number }[] = [];
  let lastRow = -1;
  prices.forEach((price, row) => {
    if (Number.isNaN(price)) return;
    const isGap = lastRow >= 0 && (row - lastRow > 1 || days[row]! - days[lastRow]! > longestStep[frequency]);
    if (isGap) gaps.push({ since: days[lastRow]!, day: days[row]!, value: price / prices[lastRow]! - 1 });
    lastRow = row;
  });
  return {
    since: Int32Array.from(gaps, ({ since }) => since),
    days: Int32Array.from(gaps, ({ day }) => day),
    values: Float64Array.from(gaps, ({ value }) => value),
  };
}

/** The longest gap in days that still counts as one period: no US market day lies between 2001-09-10 and 09-17. */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, monthly: 31, annual: 366 };

/**
 * Simple returns P(t)/P(t−1) − 1 between consecutive rows of the file; the first row has none.
 *
 * There is no return on the row of a blank close, on the row after it, or after a gap of more than 7 days
 * (a month, a year) in the dates: a return over several periods is not comparable with one-period returns.
 */
export function returnsOfPrices(rows: DatedRows, names: readonly string[]): ReadResult<DatedRows> {
  const columns: Float64Array[] = [];
  for (const [index, prices] of rows.columns.entries()) {
    const invalidRow = prices.findIndex((price) => price <= 0);
    if (invalidRow >= 0) return readFailure("not-a-price", rows.lineOf(invalidRow), names[index]!, String(prices[invalidRow]));
    columns.push(
      prices.subarray(1).map((price, row) => {
        const step = rows.days[row + 1]! - rows.days[row]!;
        return step > longestStep[rows.frequency] ? NaN : price / prices[row]! - 1;
      }),
    );
  }
  const lineOf = (row: number) => rows.lineOf(row + 1);
  return success({ ...rows, days: rows.days.subarray(1), columns, lineOf });
}
