/**
 * A regression's residuals u = y − (α + Σ β·x), and every sum of them that the tests need, in one pass
 * over the rows.
 *
 * Sums are flushed every 256 rows: short enough that plain additions keep 14 digits, whatever the
 * sample's length.
 */
export interface ResidualSums {
  /** Σ u², Σ u³ and Σ u⁴. */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
  /** Σ (uₜ − uₜ₋₁)². */
  readonly squaredDifferences: number;
  /** Σ u²·x of each regressor. */
  readonly squaresTimesRegressors: readonly number[];
}

export interface Residuals extends ResidualSums {
  /** One per row; computed when first read, as the sums need no copy of them. */
  readonly values: Float64Array;
}

/** Shapes: n rows each, one slope per regressor; at least one regressor. */
export function residualsOf(
  response: Float64Array,
  regressors: readonly Float64Array[],
  constant: number,
  slopes: readonly number[],
): Residuals {
  const others = regressors.slice(0, -1);
  const last = regressors[others.length]!;
  const lastSlope = slopes[others.length]!;
  const partialResiduals = others.length === 0 ? response : subtractFits(response, others, slopes);
  let values: Float64Array | null = null;
  const readValues = (): Float64Array => (values ??= subtractFit(partialResiduals, constant, lastSlope, last));
  const { squaresTimesLast, ...sums } = residualSums(partialResiduals, constant, lastSlope, last);
  return {
    ...sums,
    squaresTimesRegressors: [...(others.length === 0 ? [] : sumsOfSquaresTimes(readValues(), others)), squaresTimesLast],
    get values() {
      return readValues();
    },
  };
}

/** response − Σ slope·column, two columns in a pass; the rounding of each product is that of one column after another. */
function subtractFits(response: Float64Array, columns: readonly Float64Array[], slopes: readonly number[]): Float64Array {
  const difference = response.slice();
  for (let i = 0; i < columns.length; i += 2) {
    const [a, aSlope] = [columns[i]!, slopes[i]!];
    const [b, bSlope] = i + 1 < columns.length ? [columns[i + 1]!, slopes[i + 1]!] : [a, 0];
    for (let row = 0; row < difference.length; row++) difference[row] = difference[row]! - aSlope * a[row]! - bSlope * b[row]!;
  }
  return difference;
}

/** from − (constant + slope·column). */
function subtractFit(from: Float64Array, constant: number, slope: number, column: Float64Array): Float64Array {
  const difference = new Float64Array(from.length);
  for (let row = 0; row < difference.length; row++) difference[row] = from[row]! - (constant + slope * column[row]!);
  return difference;
}

const block = 256;

/** Sums of from − (constant + slope·column). */
function residualSums(from: Float64Array, constant: number, slope: number, column: Float64Array) {
  const total = { second: 0, third: 0, fourth: 0, squaredDifferences: 0, squaresTimesLast: 0 };
  let previous = from[0]! - (constant + slope * column[0]!);
  for (let start = 0; start < from.length; start += block) {
    const end = Math.min(from.length, start + block);
    let second = 0;
    let third = 0;
    let fourth = 0;
    let differences = 0;
    let onLast = 0;
    for (let row = start; row < end; row++) {
      const x = column[row]!;
      const u = from[row]! - (constant + slope * x);
      const square = u * u;
      const difference = u - previous;
      previous = u;
      second += square;
      third += square * u;
      fourth += square * square;
      differences += difference * difference;
      onLast += square * x;
    }
    total.second += second;
    total.third += third;
    total.fourth += fourth;
    total.squaredDifferences += differences;
    total.squaresTimesLast += onLast;
  }
  return total;
}

/** Σ u²·column of each column: the squares are made once for a block, and two columns go in a pass. */
function sumsOfSquaresTimes(residuals: Float64Array, columns: readonly Float64Array[]): readonly number[] {
  const totals = columns.map(() => 0);
  const squares = new Float64Array(block);
  for (let start = 0; start < residuals.length; start += block) {
    const length = Math.min(block, residuals.length - start);
    for (let row = 0; row < length; row++) squares[row] = residuals[start + row]! ** 2;
    for (let i = 0; i < columns.length; i += 2) {
      const a = columns[i]!;
      const b = columns[i + 1] ?? a;
      let onA = 0;
      let onB = 0;
      for (let row = 0; row < length; row++) {
        onA += squares[row]! * a[start + row]!;
        onB += squares[row]! * b[start + row]!;
      }
      totals[i]! += onA;
      if (i + 1 < columns.length) totals[i + 1]! += onB;
    }
  }
  return totals;
}
