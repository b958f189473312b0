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

const block = 256;

function crossProducts(columns: readonly Float64Array[]): number[][] {
  const products = columns.map(() => columns.map(() => 0));
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      const total = blockedProduct(columns[i]!, columns[j]!);
      products[i]![j] = total;
      products[j]![i] = total;
    }
  }
  return products;
}

/** Σ a·b, flushed every block, so that rounding does not grow with the sample; two sums, for speed. */
function blockedProduct(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let start = 0; start < a.length; start += block) {
    const end = Math.min(a.length, start + block);
    let even = 0;
    let odd = 0;
    for (let row = start; row + 1 < end; row += 2) {
      even += a[row]! * b[row]!;
      odd += a[row + 1]! * b[row + 1]!;
    }
    if ((end - start) % 2 === 1) even += a[end - 1]! * b[end - 1]!;
    total += even + odd;
  }
  return total;
}

/** A·M·A'. */
function sandwich(bread: readonly (readonly number[])[], meat: readonly (readonly number[])[]): number[][] {
  const half = bread.map((row) => meat.map((_, j) => row.reduce((sum, entry, i) => sum + entry * meat[i]![j]!, 0)));
  return half.map((row) => bread.map((other) => other.reduce((sum, entry, j) => sum + entry * row[j]!, 0)));
}

const transposed = (matrix: readonly (readonly number[])[]): number[][] =>
  matrix.map((_, i) => matrix.map((row) => row[i]!));
