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
  const fit: Fit = { response, regressors, constant, slopes };
  return regressors.length === 1 ? new ResidualsOfOne(fit) : residualsOfSeveral(fit);
}

interface Fit {
  readonly response: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly constant: number;
  readonly slopes: readonly number[];
}

const block = 256;

/** Of a single regressor: the sums are made without a copy of the residuals. */
class ResidualsOfOne implements Residuals {
  second = 0;
  third = 0;
  fourth = 0;
  squaredDifferences = 0;
  readonly squaresTimesRegressors: readonly number[];
  private readonly fit: Fit;
  private copy: Float64Array | null = null;

  constructor(fit: Fit) {
    this.fit = fit;
    const { response, constant } = fit;
    const [column, slope] = [fit.regressors[0]!, fit.slopes[0]!];
    let squaresTimesColumn = 0;
    let previous = response[0]! - (constant + slope * column[0]!);
    for (let start = 0; start < response.length; start += block) {
      const end = Math.min(response.length, start + block);
      let second = 0;
      let third = 0;
      let fourth = 0;
      let differences = 0;
      let onColumn = 0;
      for (let row = start; row < end; row++) {
        const x = column[row]!;
        const u = response[row]! - (constant + slope * x);
        const square = u * u;
        const difference = u - previous;
        previous = u;
        second += square;
        third += square * u;
        fourth += square * square;
        differences += difference * difference;
        onColumn += square * x;
      }
      this.second += second;
      this.third += third;
      this.fourth += fourth;
      this.squaredDifferences += differences;
      squaresTimesColumn += onColumn;
    }
    this.squaresTimesRegressors = [squaresTimesColumn];
  }

  get values(): Float64Array {
    const { response, regressors, constant, slopes } = this.fit;
    const [column, slope] = [regressors[0]!, slopes[0]!];
    return (this.copy ??= response.map((value, row) => value - (constant + slope * column[row]!)));
  }
}

/** Residuals and their sums, a block at a time: it stays in the processor's nearest cache. */
function residualsOfSeveral({ response, regressors, constant, slopes }: Fit): Residuals {
  const values = response.slice();
  const squares = new Float64Array(block);
  const onRegressors = regressors.map(() => 0);
  const total = { second: 0, third: 0, fourth: 0, squaredDifferences: 0 };
  const last = regressors.length - 1;
  for (let start = 0; start < values.length; start += block) {
    const end = Math.min(values.length, start + block);
    for (let i = 0; i < last; i += 3) {
      subtractThree(values, slopes[i]!, regressors[i]!, i + 1 < last ? slopes[i + 1]! : 0, regressors[Math.min(i + 1, last)]!, i + 2 < last ? slopes[i + 2]! : 0, regressors[Math.min(i + 2, last)]!, start, end);
    }
    const [column, slope] = [regressors[last]!, slopes[last]!];
    let second = 0;
    let third = 0;
    let fourth = 0;
    let differences = 0;
    let previous = start === 0 ? values[0]! - (constant + slope * column[0]!) : values[start - 1]!;
    for (let row = start; row < end; row++) {
      const u = values[row]! - (constant + slope * column[row]!);
      values[row] = u;
      const square = u * u;
      const difference = u - previous;
      previous = u;
      second += square;
      third += square * u;
      fourth += square * square;
      differences += difference * difference;
      squares[row - start] = square;
    }
    total.second += second;
    total.third += third;
    total.fourth += fourth;
    total.squaredDifferences += differences;
    for (let i = 0; i <= last; i += 3) addProducts(squares, regressors[i]!, regressors[Math.min(i + 1, last)]!, regressors[Math.min(i + 2, last)]!, start, end, onRegressors, i);
  }
  return { ...total, squaresTimesRegressors: onRegressors, values };
}

/** values − a − b − c, each column times its slope; the rounding of each product is that of one column after another. */
function subtractThree(values: Float64Array, aSlope: number, a: Float64Array, bSlope: number, b: Float64Array, cSlope: number, c: Float64Array, start: number, end: number): void {
  for (let row = start; row < end; row++) values[row] = values[row]! - aSlope * a[row]! - bSlope * b[row]! - cSlope * c[row]!;
}

/** Σ square·a, Σ square·b and Σ square·c of the block's rows into an entry and the next ones, as far as there are any. */
function addProducts(squares: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array, start: number, end: number, totals: number[], entry: number): void {
  let onA = 0;
  let onB = 0;
  let onC = 0;
  for (let row = start; row < end; row++) {
    const square = squares[row - start]!;
    onA += square * a[row]!;
    onB += square * b[row]!;
    onC += square * c[row]!;
  }
  totals[entry]! += onA;
  if (entry + 1 < totals.length) totals[entry + 1]! += onB;
  if (entry + 2 < totals.length) totals[entry + 2]! += onC;
}
