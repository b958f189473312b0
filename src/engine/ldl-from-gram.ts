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
import { accumulateFirstTwo, blockRows, splitBlock, type CompensatedSums } from "./block-sums.ts";

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
  const isExact = columns.length === 2 ? sumsOfTwo(columns, units, totals) : sumsOfSeveral(columns, units, totals);
  if (!isExact) return null;
  const gram: DoubleDouble[][] = [];
  for (let i = 0; i < width; i++) {
    const row: DoubleDouble[] = [];
    // Below the diagonal nothing is read.
    for (let j = 0; j < width; j++) row.push(j < i ? zero : twoSum(totals.high[i * width + j]!, totals.low[i * width + j]!));
    gram.push(row);
  }
  return gram;
}

/** Of one factor and the response, in one pass; false where a block's sum was rounded. */
function sumsOfTwo(columns: readonly Float64Array[], units: readonly number[], totals: CompensatedSums): boolean {
  const rows = columns[0]!.length;
  for (let start = 0; start < rows; start += blockRows) {
    if (!accumulateFirstTwo(columns[0]!, units[0]!, columns[1]!, units[1]!, start, Math.min(rows, start + blockRows), totals, 3)) return false;
  }
  return true;
}

/** That of up to sixteen columns is kept: nothing in it outlives a call. */
const kept = splitBlock(16);

/** Of any number of columns; false where a block's sum was rounded. */
function sumsOfSeveral(columns: readonly Float64Array[], units: readonly number[], totals: CompensatedSums): boolean {
  const { keep, addTwoProducts } = columns.length > kept.columns ? splitBlock(columns.length) : kept;
  const rows = columns[0]!.length;
  const width = columns.length + 1;
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(rows, start + blockRows);
    for (let y = 0; y < columns.length; y++) {
      if (!keep(columns[y]!, units[y]!, start, end, y, totals, y + 1, (y + 1) * (width + 1))) return false;
      // With the columns before it, two at a time; the last of an odd number with itself.
      for (let a = 0; a < y; a += 2) {
        const b = Math.min(a + 1, y - 1);
        addTwoProducts(a, b, y, end - start, totals, (a + 1) * width + y + 1, (b + 1) * width + y + 1);
      }
    }
  }
  return true;
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
