/**
 * Robust covariance of regression coefficients: Newey and West (1987), and White's HC0 at lags 0.
 *
 * (X'X)⁻¹·S·(X'X)⁻¹ with S = Γ₀ + Σ w(l)·(Γ_l + Γ_l'), Γ_l = Σ h_t·h_{t−l}', h_t = u_t·x_t and Bartlett
 * weights w(l) = 1 − l/(L + 1). The Bartlett sum is 1/(L + 1) times the sum of squares of h's moving
 * sums over L + 1 rows, so the work does not grow with the lag. No small-sample factor: the caller's
 * choice. Checked against statsmodels' cov_type="HAC" and R's sandwich.
 */
import type { Basis } from "./least-squares.ts";
import { movingSums } from "./moving-sums.ts";

/** Newey and West's rule of thumb (1994): floor(4·(n/100)^(2/9)). */
export const defaultLags = (observations: number): number => Math.floor(4 * (observations / 100) ** (2 / 9));

/** k × k, in the order of the coefficients; residuals in row order. Units: those of the coefficients, squared. */
export function neweyWest(residuals: Float64Array, basis: Basis, lags: number): number[][] {
  const sums = lags === 0 ? basis.columns.map((column) => productOf(residuals, column, new Float64Array(residuals.length))) : movingScores(residuals, basis.columns, lags + 1);
  if (basis.hasConstant) sums.unshift(lags === 0 ? residuals : movingSums(residuals, lags + 1));
  const onBasis = crossProducts(sums).map((row) => row.map((entry) => entry / (lags + 1)));
  const onOrthogonal = sandwich(transposed(basis.toOrthogonal), onBasis);
  const bread = basis.toCoefficients.map((row) => row.map((entry, j) => entry / basis.pivots[j]!));
  return sandwich(bread, onOrthogonal);
}

/** Moving sums of u·x for each column; the products are in one array, which is written anew for each. */
function movingScores(residuals: Float64Array, columns: readonly Float64Array[], length: number): Float64Array[] {
  const products = new Float64Array(residuals.length);
  return columns.map((column) => movingSums(productOf(residuals, column, products), length));
}

function productOf(a: Float64Array, b: Float64Array, product: Float64Array): Float64Array {
  for (let row = 0; row < product.length; row++) product[row] = a[row]! * b[row]!;
  return product;
}

/**
 * Sums are flushed every block, so that rounding does not grow with the sample; all columns of a block stay in the
 * processor's nearest cache while their products are summed.
 */
const block = 256;

function crossProducts(columns: readonly Float64Array[]): number[][] {
  const rows = columns[0]!.length;
  // Columns i and i + 1 against j and j + 1, in one pass: each value is read once for two products.
  const pairs = columns.flatMap((_, i) => (i % 2 === 1 ? [] : columns.flatMap((__, j) => (j % 2 === 1 || j > i ? [] : [[i, j] as const]))));
  const totals = new Float64Array(4 * pairs.length);
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(rows, start + block);
    pairs.forEach(([i, j], pair) => addProducts(columns[i]!, columns[i + 1] ?? columns[i]!, columns[j]!, columns[j + 1] ?? columns[j]!, start, end, totals, 4 * pair));
  }
  const products = columns.map(() => columns.map(() => 0));
  pairs.forEach(([i, j], pair) => {
    for (const [row, column, entry] of [[i, j, 0], [i, j + 1, 1], [i + 1, j, 2], [i + 1, j + 1, 3]] as const) {
      if (row >= columns.length || column >= columns.length) continue;
      products[row]![column] = products[column]![row] = totals[4 * pair + entry]!;
    }
  });
  return products;
}

function addProducts(a: Float64Array, b: Float64Array, c: Float64Array, d: Float64Array, start: number, end: number, totals: Float64Array, entry: number): void {
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let row = start; row < end; row++) {
    const x = a[row]!;
    const y = b[row]!;
    const z = c[row]!;
    const w = d[row]!;
    ac += x * z;
    ad += x * w;
    bc += y * z;
    bd += y * w;
  }
  totals[entry]! += ac;
  totals[entry + 1]! += ad;
  totals[entry + 2]! += bc;
  totals[entry + 3]! += bd;
}

/** A·M·A'. */
function sandwich(bread: readonly (readonly number[])[], meat: readonly (readonly number[])[]): number[][] {
  const half = bread.map((row) => meat.map((_, j) => row.reduce((sum, entry, i) => sum + entry * meat[i]![j]!, 0)));
  return half.map((row) => bread.map((other) => other.reduce((sum, entry, j) => sum + entry * row[j]!, 0)));
}

const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));
