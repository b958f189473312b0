import { success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult } from "./rows.ts";

/**
 * Are these levels rather than returns? Nine in ten values above 0, where returns have about half, and
 * most of them at least 0.05, where even a rate per day is far below.
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

/** The longest step that is still one period's: the US market was closed from 2001-09-10 to 09-17. */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, monthly: 31, annual: 366 };

/**
 * Simple returns P(t)/P(t−1) − 1 between two rows that follow each other in the file; the first has none.
 *
 * A blank close makes no return on its own row and none on the next, and neither does a hole of more
 * than 7 days (a month, a year) in the dates: a return over several periods is not a return a period,
 * and beside the others' it would be measured over another time than theirs.
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
