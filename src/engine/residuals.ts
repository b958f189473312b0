/**
 * A regression's residuals u = y − (α + Σ β·x), and every sum of them that its tests read, in one pass
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
  readonly squaredSteps: number;
  /** Σ u²·x of each regressor. */
  readonly squaresOn: readonly number[];
}

export interface Residuals extends ResidualSums {
  readonly values: Float64Array;
}

/** Shapes: n rows each, a slope a regressor; at least one regressor. */
export function residualsOf(
  response: Float64Array,
  regressors: readonly Float64Array[],
  constant: number,
  slopes: readonly number[],
): Residuals {
  const values = new Float64Array(response.length);
  const last = regressors.length - 1;
  let left = response;
  for (let i = 0; i < last; i++) {
    takeOff(left, slopes[i]!, regressors[i]!, values);
    left = values;
  }
  const sums = takeOffLast(left, constant, slopes[last]!, regressors[last]!, values);
  const others = regressors.slice(0, -1).map((column) => squaresOn(values, column));
  return { ...sums, values, squaresOn: [...others, sums.squaresOnLast] };
}

/** into ← from − slope·column. */
function takeOff(from: Float64Array, slope: number, column: Float64Array, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) into[row] = from[row]! - slope * column[row]!;
}

const block = 256;

/** into ← from − (constant + slope·column), and the sums of what is left. */
function takeOffLast(from: Float64Array, constant: number, slope: number, column: Float64Array, into: Float64Array) {
  const total = { second: 0, third: 0, fourth: 0, squaredSteps: 0, squaresOnLast: 0 };
  let previous = from[0]! - (constant + slope * column[0]!);
  for (let start = 0; start < into.length; start += block) {
    const end = Math.min(into.length, start + block);
    let second = 0;
    let third = 0;
    let fourth = 0;
    let steps = 0;
    let onLast = 0;
    for (let row = start; row < end; row++) {
      const x = column[row]!;
      const u = from[row]! - (constant + slope * x);
      into[row] = u;
      const square = u * u;
      const step = u - previous;
      previous = u;
      second += square;
      third += square * u;
      fourth += square * square;
      steps += step * step;
      onLast += square * x;
    }
    total.second += second;
    total.third += third;
    total.fourth += fourth;
    total.squaredSteps += steps;
    total.squaresOnLast += onLast;
  }
  return total;
}

/** Σ u²·column. */
function squaresOn(residuals: Float64Array, column: Float64Array): number {
  let total = 0;
  for (let start = 0; start < residuals.length; start += block) {
    const end = Math.min(residuals.length, start + block);
    let sum = 0;
    for (let row = start; row < end; row++) sum += residuals[row]! * residuals[row]! * column[row]!;
    total += sum;
  }
  return total;
}
