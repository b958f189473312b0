/**
 * The long-run variance of a column whose mean is 0: n times the variance of its mean where its rows are
 * correlated with each other. Divide by n for the squared standard error of the mean.
 *
 * Two estimators. Bartlett with given lags (Newey and West 1987), Γ₀ + 2·Σ (1 − l/(L + 1))·Γ_l; at 0 lags the
 * mean square. And Parzen's kernel after prewhitening by an autoregression of order 1 (Andrews and Monahan
 * 1992), the coefficient held within ±0.97, with Andrews' bandwidth (1991, equations 6.2 and 6.4)
 * 2.6614·(4ρ²/(1 − ρ)⁴·n)^(1/5). Autocovariances over n; no small-sample factor. Units: the column's, squared.
 * Checked against R's sandwich (NeweyWest, kernHAC) and statsmodels.
 */
import { runsApart } from "./date-gaps.ts";
import { compensatedSum, mean } from "./moments.ts";
import { movingSums } from "./moving-sums.ts";

/**
 * Bartlett's, 0 ≤ lags; within each run of rows that follow each other, as newey-west.ts has it (`starts`: `runStarts`).
 *
 * @example
 * ```ts
 * longRunVariance(Float64Array.of(1, -1, 1, -1), 0); // → 1
 * longRunVariance(Float64Array.of(1, -1, 1, -1), 1); // → 0.25
 * ```
 */
export function longRunVariance(column: Float64Array, lags: number, starts: readonly number[] = []): number {
  const sums = lags === 0 ? column : movingSums(runsApart(column, starts, lags), lags + 1);
  return compensatedSum(sums.map((sum) => sum * sum)) / (lags + 1) / column.length;
}

interface PrewhitenedVariance {
  readonly variance: number;
  /** Rows beyond which Parzen's weights are 0; 0 where nothing is left to weigh. */
  readonly bandwidth: number;
}

const largestCoefficient = 0.97;

/** Each run by itself, as `longRunVariance` has it: its first row, which follows none, is whitened away as that of the column is. */
export function prewhitenedLongRunVariance(column: Float64Array, starts: readonly number[] = []): PrewhitenedVariance {
  const rows = column.length;
  const slope = autoregression(column, starts, { hasIntercept: false });
  const coefficient = Math.max(-largestCoefficient, Math.min(largestCoefficient, slope));
  const { later, earlier } = neighbours(column, starts);
  const whitened = later.map((value, row) => value - coefficient * earlier[row]!);
  const whitenedStarts = starts.map((start, run) => start - 1 - run);
  const remaining = autoregression(whitened, whitenedStarts, { hasIntercept: true });
  const curvature = (4 * remaining ** 2) / (1 - remaining) ** 4;
  // At most the length of the column, which a remaining coefficient near 1 would exceed.
  const bandwidth = Math.min(rows, 2.6614 * (curvature * whitened.length) ** 0.2);
  const apart = runsApart(whitened, whitenedStarts, Math.ceil(bandwidth));
  let total = autocovariance(apart, 0, rows);
  for (let lag = 1; lag < bandwidth && lag < whitened.length; lag++) {
    total += 2 * parzen(lag / bandwidth) * autocovariance(apart, lag, rows);
  }
  return { variance: total / (1 - coefficient) ** 2, bandwidth };
}

/** The rows that follow another one, and those before them. */
function neighbours(column: Float64Array, starts: readonly number[]): { readonly later: Float64Array; readonly earlier: Float64Array } {
  if (starts.length === 0) return { later: column.subarray(1), earlier: column.subarray(0, -1) };
  const first = new Set([0, ...starts]);
  return { later: column.filter((_, row) => !first.has(row)), earlier: column.filter((_, row) => row + 1 < column.length && !first.has(row + 1)) };
}

/** Slope of a row on the one before. */
function autoregression(column: Float64Array, starts: readonly number[], { hasIntercept }: { readonly hasIntercept: boolean }): number {
  const { later, earlier } = neighbours(column, starts);
  const [laterMean, earlierMean] = hasIntercept ? [mean(later), mean(earlier)] : [0, 0];
  const products = later.map((value, row) => (value - laterMean) * (earlier[row]! - earlierMean));
  const squares = compensatedSum(earlier.map((value) => (value - earlierMean) ** 2));
  return squares === 0 ? 0 : compensatedSum(products) / squares;
}

function autocovariance(column: Float64Array, lag: number, rows: number): number {
  let sum = 0;
  for (let row = lag; row < column.length; row++) sum += column[row]! * column[row - lag]!;
  return sum / rows;
}

const parzen = (x: number): number => (x <= 0.5 ? 1 - 6 * x ** 2 + 6 * x ** 3 : 2 * (1 - x) ** 3);
