/**
 * The LDL-transposed factor from the Gram matrix, to about 1e-20 of each entry, at the speed of plain
 * sums: the fast method for well-conditioned data such as returns.
 *
 * Every value is split into its upper bits, whole multiples of a unit 2¹⁹ times smaller than the column's
 * typical value, and the rest, as Ozaki, Ogita, Oishi and Rump (2012) do for matrix products. Products
 * of upper parts are whole multiples too, so a block of them adds up without any rounding while the sum
 * stays below 2⁵³ units: that is checked on the sums of squares, and holds for products by
 * Cauchy–Schwarz. The lower parts' sums are 2¹⁹ times smaller, and so are their rounding errors. Each
 * block's sums are then added to double-doubles.
 *
 * A Gram matrix squares the condition number, so the result is null (and `modifiedGramSchmidt` does the
 * work) where a column is mostly its mean, mostly one value, nearly a combination of others, or nearly
 * all explained.
 */
import { divide, fromNumber, multiply, subtract, twoSum, zero } from "./double-double.ts";
import type { DoubleDouble } from "./double-double.ts";
import type { LdlFactor } from "./ldl-factor.ts";

const block = 512;
const upperBits = 19;
/** A column's typical size is estimated from about so many of its rows. */
const sampleRows = 256;

/** Minimum shares of a column's sum of squares that must remain after its mean, the other regressors, the fit. */
const minimumShare = { afterMean: 0.05, afterRegressors: 1e-3, afterFit: 1e-6 };

export function ldlFromGram(regressors: readonly Float64Array[], response: Float64Array): LdlFactor | null {
  const columns = [...regressors, response];
  const units = columns.map(sliceUnit);
  if (units.some((unit) => !(unit > 1e-60 && unit < 1e60))) return null;
  const gram = gramMatrix(columns, units);
  return gram && ldlFactorize(gram);
}

/** The power of two of which a typical value is 2¹⁹ to 2²⁰ units. */
function sliceUnit(column: Float64Array): number {
  const stride = Math.ceil(column.length / sampleRows);
  let squares = 0;
  for (let row = 0; row < column.length; row += stride) squares += column[row]! ** 2;
  const typicalSize = Math.sqrt((squares * stride) / column.length);
  return 2 ** (Math.floor(Math.log2(typicalSize)) - upperBits);
}

/** Products of all columns with each other, the constant first: upper triangle; null where a block's sum was rounded. */
function gramMatrix(columns: readonly Float64Array[], units: readonly number[]): DoubleDouble[][] | null {
  const rows = columns[0]!.length;
  const width = columns.length + 1;
  const totals: CompensatedSums = { high: new Float64Array(width ** 2), low: new Float64Array(width ** 2) };
  totals.high[0] = rows;
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(rows, start + block);
    // The first two columns in one pass: for one factor that is all there is.
    if (!accumulateFirstTwo(columns[0]!, units[0]!, columns[1]!, units[1]!, start, end, totals, width)) return null;
    for (let i = 3; i < width; i++) {
      const column = columns[i - 1]!;
      const unit = units[i - 1]!;
      const squares = accumulateColumnPair(columns[0]!, units[0]!, column, unit, start, end, totals, i, i * width + i, width + i);
      if (!(squares < 2 ** 53 * unit * unit)) return null;
      let j = 2;
      for (; j + 1 < i; j += 2) accumulateTwoProducts(columns[j - 1]!, units[j - 1]!, columns[j]!, units[j]!, column, unit, start, end, totals, j * width + i, width);
      if (j < i) accumulateProduct(columns[j - 1]!, units[j - 1]!, column, unit, start, end, totals, j * width + i);
    }
  }
  const gram: DoubleDouble[][] = [];
  for (let i = 0; i < width; i++) {
    const row: DoubleDouble[] = [];
    // Below the diagonal nothing is read.
    for (let j = 0; j < width; j++) row.push(j < i ? zero : twoSum(totals.high[i * width + j]!, totals.low[i * width + j]!));
    gram.push(row);
  }
  return gram;
}

/** Running totals with compensated rounding errors (Neumaier 1974). */
interface CompensatedSums {
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
function accumulateFirstTwo(
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
function accumulateColumnPair(
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
function accumulateTwoProducts(
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
function accumulateProduct(
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

const one = fromNumber(1);

/** Gaussian elimination of the symmetric Gram matrix, or null where too little of a column remains. */
function ldlFactorize(gram: DoubleDouble[][]): LdlFactor | null {
  const size = gram.length;
  const uncentred = gram.map((row, i) => row[i]!.high);
  const unitUpper = gram.map((_, i) => {
    const row = new Array<DoubleDouble>(size).fill(zero);
    row[i] = one;
    return row;
  });
  const pivots: DoubleDouble[] = [];
  let centredSumsOfSquares: DoubleDouble[] = [];
  for (let i = 0; i < size; i++) {
    const pivot = gram[i]![i]!;
    pivots.push(pivot);
    if (i > 0) {
      const minimum = i === size - 1 ? minimumShare.afterFit : minimumShare.afterRegressors;
      if (!(pivot.high > minimum * centredSumsOfSquares[i]!.high)) return null;
    }
    for (let j = i + 1; j < size; j++) unitUpper[i]![j] = divide(gram[i]![j]!, pivot);
    for (let l = i + 1; l < size; l++) {
      for (let j = l; j < size; j++) {
        gram[l]![j] = subtract(gram[l]![j]!, multiply(unitUpper[i]![l]!, gram[i]![j]!));
      }
    }
    if (i === 0) {
      centredSumsOfSquares = gram.map((row, j) => row[j]!);
      if (centredSumsOfSquares.some((total, j) => !(total.high > minimumShare.afterMean * uncentred[j]!))) return null;
    }
  }
  return { unitUpper, pivots, centredSumsOfSquares };
}
