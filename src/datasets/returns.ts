import { success } from "../outcome.ts";
import { readFailure } from "./rows.ts";
import type { Rows, ReadResult } from "./rows.ts";

/** Codes for a missing value, as they are and made decimal: −99.99% is no return of anything that trades on. */
const missingCodes: readonly number[] = [-99, -99.99, -999, -999.99, -9999, -0.99, -0.9999, 999, 9999, 99_999, 999.99, 9999.99];

/** How many times its neighbour a price has to be, or it may be one. */
const farFromNeighbour = 3;

/** The row of a code for a missing value among prices (9999.99), which is far from the prices before and after it; −1 where there is none. */
export function codeAmongPrices(prices: Float64Array): number {
  let before = NaN;
  for (let row = 0; row < prices.length; row++) {
    const price = prices[row]!;
    if (Number.isNaN(price)) continue;
    if (price >= lowestCode && missingCodes.includes(price)) {
      const after = prices.subarray(row + 1).find((one) => !Number.isNaN(one) && one !== price) ?? NaN;
      const isFar = (other: number): boolean => Number.isNaN(other) || price > farFromNeighbour * other || other > farFromNeighbour * price;
      if (isFar(before) && isFar(after) && !(Number.isNaN(before) && Number.isNaN(after))) return row;
    } else before = price;
  }
  return -1;
}

/** Between these two, where nearly all returns are, there is no code and no impossible loss. */
const [highestLoss, lowestCode] = [-0.98, 998];

/** Refuses codes for missing values, and returns below −100%. */
export function checkReturns(values: Float64Array, { lineOf }: Pick<Rows, "lineOf">, name: string): ReadResult<null> {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value) || (value > highestLoss && value < lowestCode)) continue;
    if (missingCodes.some((code) => Math.abs(value - code) < 1e-9)) return readFailure("missing-code", lineOf(row), name, String(value));
    if (value < -1) return readFailure("not-a-return", lineOf(row), name, String(value));
  }
  return success(null);
}
