/**
 * Sums of columns and of their products over a block of rows, each value split into an upper part, whole units, and the
 * rest: `ldlFromGram` says why the upper sums have no rounding. Two columns have a loop of their own, in one pass and without
 * a copy; of more, each is split once and multiplied from there. These loops are most of a regression's time.
 */

/** Running totals with compensated rounding errors (Neumaier 1974). */
export interface CompensatedSums {
  readonly high: Float64Array;
  readonly low: Float64Array;
}

function accumulate(totals: CompensatedSums, entry: number, upper: number, lower: number): void {
  const before = totals.high[entry]!;
  const sum = before + upper;
  const virtual = sum - before;
  totals.high[entry] = sum;
  totals.low[entry]! += before - (sum - virtual) + (upper - virtual) + lower;
}

/** Adding and then subtracting this rounds to whole units. */
const roundingConstant = (unit: number): number => 3 * 2 ** 51 * unit;

/** Σ x, Σ y, Σ x², Σ y² and Σ x·y over the block; whether the upper parts' sums of squares had no rounding. */
export function accumulateFirstTwo(
  x: Float64Array,
  xUnit: number,
  y: Float64Array,
  yUnit: number,
  start: number,
  end: number,
  totals: CompensatedSums,
  width: number,
): boolean {
  const xRounding = roundingConstant(xUnit);
  const yRounding = roundingConstant(yUnit);
  let xUpper = 0;
  let xLower = 0;
  let xUpperSquares = 0;
  let xLowerSquares = 0;
  let yUpper = 0;
  let yLower = 0;
  let yUpperSquares = 0;
  let yLowerSquares = 0;
  let upperProducts = 0;
  let lowerProducts = 0;
  for (let row = start; row < end; row++) {
    const xValue = x[row]!;
    const xHigh = xValue + xRounding - xRounding;
    const xLow = xValue - xHigh;
    const yValue = y[row]!;
    const yHigh = yValue + yRounding - yRounding;
    const yLow = yValue - yHigh;
    xUpper += xHigh;
    xLower += xLow;
    xUpperSquares += xHigh * xHigh;
    xLowerSquares += xLow * (xHigh + xValue);
    yUpper += yHigh;
    yLower += yLow;
    yUpperSquares += yHigh * yHigh;
    yLowerSquares += yLow * (yHigh + yValue);
    upperProducts += xHigh * yHigh;
    lowerProducts += xHigh * yLow + xLow * yValue;
  }
  accumulate(totals, 1, xUpper, xLower);
  accumulate(totals, width + 1, xUpperSquares, xLowerSquares);
  accumulate(totals, 2, yUpper, yLower);
  accumulate(totals, 2 * width + 2, yUpperSquares, yLowerSquares);
  accumulate(totals, width + 2, upperProducts, lowerProducts);
  return xUpperSquares < 2 ** 53 * xUnit * xUnit && yUpperSquares < 2 ** 53 * yUnit * yUnit;
}

/** Rows of a block at most. */
export const blockRows = 512;

/**
 * Sums of any number of columns up to `columns`, over a block in which each is kept split. The block belongs to the loops
 * and is not given: the bounds and the address of an array that never changes are constants of the machine code.
 */
export function splitBlock(columns: number) {
  const upper = new Float64Array(columns * blockRows);
  const rest = new Float64Array(columns * blockRows);

  /** Keeps a column's rows in its place, and sums Σ x and Σ x²; whether the upper parts' sum of squares had no rounding. */
  const keep = (column: Float64Array, unit: number, start: number, end: number, place: number, totals: CompensatedSums, sumEntry: number, squareEntry: number): boolean => {
    const rounding = roundingConstant(unit);
    const to = place * blockRows - start;
    let upperSum = 0;
    let lowerSum = 0;
    let upperSquares = 0;
    let lowerSquares = 0;
    for (let row = start; row < end; row++) {
      const value = column[row]!;
      const high = value + rounding - rounding;
      const low = value - high;
      upper[to + row] = high;
      rest[to + row] = low;
      upperSum += high;
      lowerSum += low;
      upperSquares += high * high;
      lowerSquares += low * (high + value);
    }
    accumulate(totals, sumEntry, upperSum, lowerSum);
    accumulate(totals, squareEntry, upperSquares, lowerSquares);
    return upperSquares < 2 ** 53 * unit * unit;
  };

  /** Σ a·y and Σ b·y over `rows` rows of the columns in these places: what is made of y is made once. Where b is a, once. */
  const addTwoProducts = (aPlace: number, bPlace: number, yPlace: number, rows: number, totals: CompensatedSums, aEntry: number, bEntry: number): void => {
    const a = aPlace * blockRows;
    const b = bPlace * blockRows;
    const y = yPlace * blockRows;
    let aUpper = 0;
    let aLower = 0;
    let bUpper = 0;
    let bLower = 0;
    for (let row = 0; row < rows; row++) {
      const yHigh = upper[y + row]!;
      const yLow = rest[y + row]!;
      const yValue = yHigh + yLow;
      const aHigh = upper[a + row]!;
      aUpper += aHigh * yHigh;
      aLower += aHigh * yLow + rest[a + row]! * yValue;
      const bHigh = upper[b + row]!;
      bUpper += bHigh * yHigh;
      bLower += bHigh * yLow + rest[b + row]! * yValue;
    }
    accumulate(totals, aEntry, aUpper, aLower);
    if (bEntry !== aEntry) accumulate(totals, bEntry, bUpper, bLower);
  };
  return { columns, keep, addTwoProducts };
}
