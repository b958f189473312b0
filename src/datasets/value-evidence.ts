/** What a column's values say of themselves. Blanks are NaN. */

/** The values themselves where none is blank: most columns are not copied to be looked at. */
function observed(values: Float64Array): Float64Array {
  for (const value of values) if (Number.isNaN(value)) return values.filter((one) => !Number.isNaN(one));
  return values;
}

/** The median of the values' sizes, zeros left out. */
export function sizeOf(values: Float64Array): number {
  const sizes = observed(values).map(Math.abs).filter((size) => size > 0).sort();
  return sizes[sizes.length >> 1] ?? 0;
}

/**
 * The mean step between neighbours over the mean distance from the median: about 1.4 for values that come at random
 * (returns), far below 1 for levels that wander (prices, yields). Infinity where nothing moves or fewer than 10 are known.
 */
export function roughness(values: Float64Array): number {
  const known = observed(values);
  if (known.length < 10) return Infinity;
  const median = known.toSorted()[known.length >> 1]!;
  let [steps, distances] = [0, 0];
  for (const [row, value] of known.entries()) {
    if (row > 0) steps += Math.abs(value - known[row - 1]!);
    distances += Math.abs(value - median);
  }
  return distances === 0 ? Infinity : steps / (known.length - 1) / (distances / known.length);
}

/** Levels above 0: nearly all values positive (about half of returns are), and not small, or wandering. A tail of zeros is a share that ended. */
export function looksLikePrices(values: Float64Array): boolean {
  const all = observed(values);
  const known = all.subarray(0, all.findLastIndex((value) => value !== 0) + 1);
  const positive = known.filter((value) => value > 0).length;
  const large = known.filter((value) => value >= 0.05).length;
  if (positive <= 0.9 * known.length) return false;
  return large > 0.5 * known.length || (positive === known.length && roughness(values) < 0.8);
}

/** 1 + r: near 1 and without a memory. */
export function looksLikeGrossReturns(values: Float64Array): boolean {
  // Most columns of prices are told apart by their first number, before anything is copied or sorted.
  for (const value of values) if (value <= 0 || value >= 3) return false;
  const known = observed(values);
  if (known.length < 10) return false;
  const median = known.toSorted()[known.length >> 1] ?? 0;
  return Math.abs(median - 1) < 0.03 && roughness(values) > 0.8 && roughness(values) < Infinity;
}

/** What a return of all rows together reaches, and a spread or a drift from day to day does not. */
const farFromZero = 0.1;

/**
 * Returns added up from the first row on: they begin within a few steps of 0, end far from it, and neighbours are almost
 * equal (roughness of a random walk of n rows is about 2 ⁄ √n; of returns 1.4, of a smoothed fund's 0.8).
 */
export function looksCumulative(values: Float64Array): boolean {
  const known = observed(values);
  if (known.length < 30 || roughness(values) >= 0.4 || !known.some((value) => Math.abs(value) >= farFromZero)) return false;
  const step = sizeOf(known.slice(1).map((value, row) => value - known[row]!));
  return Math.abs(known[0]!) <= 5 * step;
}

/** Whole numbers in their thousands that jump about: traded volumes, counts of firms. */
export function looksLikeCounts(values: Float64Array): boolean {
  const known = observed(values);
  if (known.length < 10 || !known.every((value) => Number.isInteger(value) && value >= 0) || sizeOf(values) < 1000) return false;
  const jumps = known.slice(1).map((value, row) => Math.abs(Math.log((value + 1) / (known[row]! + 1))));
  return jumps.reduce((sum, jump) => sum + jump, 0) / jumps.length > 0.1;
}

/** Small levels that move by hundredths, and little for their size: a yield in percent, or the price of a bond fund. */
export function looksLikeYields(values: Float64Array): boolean {
  // Most columns of prices are told apart by their first number, before anything is sorted.
  for (const value of values) if (Math.abs(value) >= 20) return false;
  const known = observed(values);
  if (known.length < 10) return false;
  const size = sizeOf(known);
  const step = sizeOf(known.slice(1).map((value, row) => value - known[row]!));
  return size > 0.2 && step < 0.1 && step < 0.0075 * size && roughness(values) < 0.8;
}

/** A level that wanders at or below 0 too: an interest rate, a spread. */
export const looksLikeRate = (values: Float64Array): boolean => roughness(values) < 0.5 && sizeOf(values) < 30;
