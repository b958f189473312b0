/**
 * Sums of columns and of their products over a block of rows, each value split into an upper part, whole units, and the
 * rest: `ldlFromGram` says why the upper sums have no rounding. One loop for each number of columns, written out: these
 * loops are the whole time of a regression.
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

/** Σ x and Σ x² over the block, and in the same pass Σ paired·x with another column; returns the upper parts' sum of squares. */
export function accumulateColumnPair(
  paired: Float64Array,
  pairedUnit: number,
  column: Float64Array,
  unit: number,
  start: number,
  end: number,
  totals: CompensatedSums,
  sumEntry: number,
  squareEntry: number,
  productEntry: number,
): number {
  const rounding = roundingConstant(unit);
  const pairedRounding = roundingConstant(pairedUnit);
  let upper = 0;
  let lower = 0;
  let upperSquares = 0;
  let lowerSquares = 0;
  let upperProducts = 0;
  let lowerProducts = 0;
  for (let row = start; row < end; row++) {
    const value = column[row]!;
    const high = value + rounding - rounding;
    const low = value - high;
    const pairedValue = paired[row]!;
    const pairedHigh = pairedValue + pairedRounding - pairedRounding;
    upper += high;
    lower += low;
    upperSquares += high * high;
    lowerSquares += low * (high + value);
    upperProducts += pairedHigh * high;
    lowerProducts += pairedHigh * low + (pairedValue - pairedHigh) * value;
  }
  accumulate(totals, sumEntry, upper, lower);
  accumulate(totals, squareEntry, upperSquares, lowerSquares);
  accumulate(totals, productEntry, upperProducts, lowerProducts);
  return upperSquares;
}

/** Σ a·y and Σ b·y over the block: what is made of y is made once. */
export function accumulateTwoProducts(
  a: Float64Array,
  aUnit: number,
  b: Float64Array,
  bUnit: number,
  y: Float64Array,
  yUnit: number,
  start: number,
  end: number,
  totals: CompensatedSums,
  entry: number,
  width: number,
): void {
  const aRounding = roundingConstant(aUnit);
  const bRounding = roundingConstant(bUnit);
  const yRounding = roundingConstant(yUnit);
  let aUpper = 0;
  let aLower = 0;
  let bUpper = 0;
  let bLower = 0;
  for (let row = start; row < end; row++) {
    const yValue = y[row]!;
    const yHigh = yValue + yRounding - yRounding;
    const yLow = yValue - yHigh;
    const aValue = a[row]!;
    const aHigh = aValue + aRounding - aRounding;
    aUpper += aHigh * yHigh;
    aLower += aHigh * yLow + (aValue - aHigh) * yValue;
    const bValue = b[row]!;
    const bHigh = bValue + bRounding - bRounding;
    bUpper += bHigh * yHigh;
    bLower += bHigh * yLow + (bValue - bHigh) * yValue;
  }
  accumulate(totals, entry, aUpper, aLower);
  accumulate(totals, entry + width, bUpper, bLower);
}

/** Σ a·b over the block. */
export function accumulateProduct(
  a: Float64Array,
  aUnit: number,
  b: Float64Array,
  bUnit: number,
  start: number,
  end: number,
  totals: CompensatedSums,
  entry: number,
): void {
  const aRounding = roundingConstant(aUnit);
  const bRounding = roundingConstant(bUnit);
  let upper = 0;
  let lower = 0;
  for (let row = start; row < end; row++) {
    const x = a[row]!;
    const y = b[row]!;
    const xHigh = x + aRounding - aRounding;
    const yHigh = y + bRounding - bRounding;
    upper += xHigh * yHigh;
    lower += xHigh * (y - yHigh) + (x - xHigh) * y;
  }
  accumulate(totals, entry, upper, lower);
}
