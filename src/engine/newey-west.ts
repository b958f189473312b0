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
  const scores = basis.columns.map((column) => productOf(residuals, column));
  if (basis.hasConstant) scores.unshift(residuals);
  const sums = lags === 0 ? scores : scores.map((score) => movingSums(score, lags + 1));
  const onBasis = crossProducts(sums).map((row) => row.map((entry) => entry / (lags + 1)));
  const onOrthogonal = sandwich(transposed(basis.toOrthogonal), onBasis);
  const bread = basis.toCoefficients.map((row) => row.map((entry, j) => entry / basis.pivots[j]!));
  return sandwich(bread, onOrthogonal);
}

function productOf(a: Float64Array, b: Float64Array): Float64Array {
  const product = a.slice();
  for (let row = 0; row < product.length; row++) product[row]! *= b[row]!;
  return product;
}

/** Sums are flushed every block, so that rounding does not grow with the sample. */
const block = 256;

function crossProducts(columns: readonly Float64Array[]): number[][] {
  const products = columns.map(() => columns.map(() => 0));
  for (let i = 0; i < columns.length; i += 2) {
    for (let j = 0; j <= i; j += 2) addProducts(columns, i, j, products);
  }
  return products;
}

/** Columns i and i + 1 against j and j + 1, in one pass: each value is read once for two products. */
function addProducts(columns: readonly Float64Array[], i: number, j: number, products: number[][]): void {
  const [a, c] = [columns[i]!, columns[j]!];
  const [b, d] = [columns[i + 1] ?? a, columns[j + 1] ?? c];
  const totals = [0, 0, 0, 0];
  for (let start = 0; start < a.length; start += block) {
    const end = Math.min(a.length, start + block);
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
    totals[0]! += ac;
    totals[1]! += ad;
    totals[2]! += bc;
    totals[3]! += bd;
  }
  const keep = (row: number, column: number, total: number): void => {
    if (row >= columns.length || column >= columns.length) return;
    products[row]![column] = total;
    products[column]![row] = total;
  };
  keep(i, j, totals[0]!);
  keep(i, j + 1, totals[1]!);
  keep(i + 1, j, totals[2]!);
  keep(i + 1, j + 1, totals[3]!);
}

/** A·M·A'. */
function sandwich(bread: readonly (readonly number[])[], meat: readonly (readonly number[])[]): number[][] {
  const half = bread.map((row) => meat.map((_, j) => row.reduce((sum, entry, i) => sum + entry * meat[i]![j]!, 0)));
  return half.map((row) => bread.map((other) => other.reduce((sum, entry, j) => sum + entry * row[j]!, 0)));
}

const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));
