/**
 * Robust covariance of regression coefficients: Newey and West (1987), and White's HC0 at lags 0.
 *
 * (X'X)⁻¹·S·(X'X)⁻¹ with S = Γ₀ + Σ w(l)·(Γ_l + Γ_l'), Γ_l = Σ h_t·h_{t−l}', h_t = u_t·x_t and Bartlett
 * weights w(l) = 1 − l/(L + 1). The Bartlett sum is 1/(L + 1) times the sum of squares of h's moving
 * sums over L + 1 rows, so the work does not grow with the lag. No small-sample factor: the caller's
 * choice. Checked against statsmodels' cov_type="HAC" and R's sandwich.
 *
 * Where rows are missing between others, lags are counted within each run of rows that follow each other, and the runs'
 * sums S added: S of each is positive semidefinite, so theirs is. With gaps longer than L rows that is the estimator with zeros for
 * the missing rows (Parzen 1963; Datta and Du 2012, "amplitude modulated"), as no lag reaches across one. Checked against
 * statsmodels' cov_type="hac-panel", the runs as groups.
 */
import { runsApart } from "./date-gaps.ts";
import type { Basis } from "./least-squares.ts";

/** Newey and West's rule of thumb (1994): floor(4·(n/100)^(2/9)). */
export const defaultLags = (observations: number): number => Math.floor(4 * (observations / 100) ** (2 / 9));

/**
 * k × k, in the order of the coefficients; residuals in row order. Units: those of the coefficients, squared. `starts`: the rows that
 * begin another run (`runStarts`).
 */
export function neweyWest(residuals: Float64Array, basis: Basis, lags: number, starts: readonly number[] = []): number[][] {
  const columns = basis.hasConstant ? [new Float64Array(residuals.length).fill(1), ...basis.columns] : basis.columns;
  const apart = (column: Float64Array): Float64Array => runsApart(column, starts, lags);
  const onBasis = productsOfMovingScores(apart(residuals), columns.map(apart), lags + 1).map((row) => row.map((entry) => entry / (lags + 1)));
  const onOrthogonal = sandwich(transposed(basis.toOrthogonal), onBasis);
  const bread = basis.toCoefficients.map((row) => row.map((entry, j) => entry / basis.pivots[j]!));
  return sandwich(bread, onOrthogonal);
}

/**
 * Rows of a block: products are flushed and moving sums begun anew every so many, or once a window's length, so that
 * rounding does not grow with the sample; what belongs to so many rows stays in the processor's nearest cache.
 */
const block = 256;

/** Σ m·m' over every window of `length` rows, the partial ones at both ends included; m: the window's sum of u·x, an entry for each column. */
function productsOfMovingScores(residuals: Float64Array, columns: readonly Float64Array[], length: number): number[][] {
  const windows = residuals.length + length - 1;
  const last = columns.length - 1;
  // Columns i and i + 1 against j and j + 1, in one pass: each value is read once for two products.
  const pairs = columns.flatMap((_, i) => (i % 2 === 1 ? [] : columns.flatMap((__, j) => (j % 2 === 1 || j > i ? [] : [[i, j] as const]))));
  const totals = new Float64Array(4 * pairs.length);
  const { fill, addProducts } = columns.length > kept.columns ? movingScores(columns.length + 1) : kept;
  const renewed = Math.ceil(length / block) * block;
  for (let start = 0; start < windows; start += block) {
    const end = Math.min(windows, start + block);
    for (let i = 0; i <= last; i += 2) fill(residuals, columns[i]!, columns[Math.min(i + 1, last)]!, length, start, end, i, start % renewed === 0);
    for (let pair = 0; pair < pairs.length; pair++) addProducts(pairs[pair]![0], pairs[pair]![1], end - start, totals, 4 * pair);
  }
  const products = columns.map(() => columns.map(() => 0));
  pairs.forEach(([i, j], pair) => {
    for (const [row, column, entry] of [[i, j, 0], [i, j + 1, 1], [i + 1, j, 2], [i + 1, j + 1, 3]] as const) {
      if (row > last || column > last) continue;
      products[row]![column] = products[column]![row] = totals[4 * pair + entry]!;
    }
  });
  return products;
}

/**
 * The two loops that are the time of it, over a block of moving sums, one column after another. The block belongs to
 * them and is not given: the bounds and the address of an array that never changes are constants of the machine code,
 * which takes three quarters of the time.
 */
function movingScores(columns: number) {
  const sums = new Float64Array(columns * block);
  const current = new Float64Array(columns);

  /**
   * The windows that end at the rows from `start` to before `end`, of u·a and of u·b, into the place of column `into` and
   * the next one's: each is the one before, with one row more and one less. Two columns in a pass, so that neither waits
   * for the other's addition.
   */
  const fill = (u: Float64Array, a: Float64Array, b: Float64Array, length: number, start: number, end: number, into: number, isRenewed: boolean): void => {
    const rows = u.length;
    const toA = into * block - start;
    const toB = toA + block;
    let sumA = isRenewed ? 0 : current[into]!;
    let sumB = isRenewed ? 0 : current[into + 1]!;
    for (let row = isRenewed ? Math.max(0, start - length) : start; row < Math.min(start, rows); row++) {
      sumA += u[row]! * a[row]!;
      sumB += u[row]! * b[row]!;
    }
    let row = start;
    for (; row < Math.min(end, length, rows); row++) {
      sums[toA + row] = sumA += u[row]! * a[row]!;
      sums[toB + row] = sumB += u[row]! * b[row]!;
    }
    if (length === 1) {
      for (; row < end; row++) {
        sums[toA + row] = u[row]! * a[row]!;
        sums[toB + row] = u[row]! * b[row]!;
      }
    }
    for (; row < Math.min(end, rows); row++) {
      const entering = u[row]!;
      const leaving = u[row - length]!;
      sums[toA + row] = sumA += entering * a[row]! - leaving * a[row - length]!;
      sums[toB + row] = sumB += entering * b[row]! - leaving * b[row - length]!;
    }
    for (; row < end; row++) {
      if (row >= length) {
        sumA -= u[row - length]! * a[row - length]!;
        sumB -= u[row - length]! * b[row - length]!;
      }
      sums[toA + row] = sumA;
      sums[toB + row] = sumB;
    }
    current[into] = sumA;
    current[into + 1] = sumB;
  };

  /** Σ over `rows` windows of column i and the next one's against j and the next one's, into four totals from `entry` on. */
  const addProducts = (i: number, j: number, rows: number, totals: Float64Array, entry: number): void => {
    const a = i * block;
    const b = a + block;
    const c = j * block;
    const d = c + block;
    let ac = 0;
    let ad = 0;
    let bc = 0;
    let bd = 0;
    for (let row = 0; row < rows; row++) {
      const x = sums[a + row]!;
      const y = sums[b + row]!;
      const z = sums[c + row]!;
      const w = sums[d + row]!;
      ac += x * z;
      ad += x * w;
      bc += y * z;
      bd += y * w;
    }
    totals[entry]! += ac;
    totals[entry + 1]! += ad;
    totals[entry + 2]! += bc;
    totals[entry + 3]! += bd;
  };
  return { columns: columns - 1, fill, addProducts };
}

/** Those of up to fifteen columns are kept: nothing in them outlives a call. */
const kept = movingScores(16);

/** A·M·A'. */
function sandwich(bread: readonly (readonly number[])[], meat: readonly (readonly number[])[]): number[][] {
  const half = bread.map((row) => meat.map((_, j) => row.reduce((sum, entry, i) => sum + entry * meat[i]![j]!, 0)));
  return half.map((row) => bread.map((other) => other.reduce((sum, entry, j) => sum + entry * row[j]!, 0)));
}

const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));
