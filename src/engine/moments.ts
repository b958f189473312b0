/**
 * Sample moments with compensated sums (Neumaier 1974), variance and covariance about the mean with
 * n − 1, as the chapter's `.mean()`, `.var()`, `.cov()` and `.corr()` have them.
 *
 * For figures that the accuracy table asks 15 digits of: NIST's univariate samples and what follows from a fit's
 * rows. simple-statistics adds squares plainly and keeps about 12, which is enough for what only describes (a
 * histogram's bins, medians of answers, the correlation that an exercise asks for): those use it. A residual's
 * correlation with its factor is 0 up to rounding, so there the rounding is the figure.
 */

/** Σ x, compensated for the rounding errors of the additions. */
export function compensatedSum(values: Float64Array): number {
  let sum = 0;
  let compensation = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const next = sum + value;
    const virtual = next - sum;
    compensation += sum - (next - virtual) + (value - virtual);
    sum = next;
  }
  return sum + compensation;
}

export const mean = (values: Float64Array): number => compensatedSum(values) / values.length;

/** Sample covariance (n − 1); columns of equal length, at least 2 rows. */
export function covariance(a: Float64Array, b: Float64Array): number {
  const aMean = mean(a);
  const bMean = mean(b);
  const products = a.map((value, row) => (value - aMean) * (b[row]! - bMean));
  return compensatedSum(products) / (a.length - 1);
}

export const variance = (values: Float64Array): number => covariance(values, values);

export const standardDeviation = (values: Float64Array): number => Math.sqrt(variance(values));

/** Sample correlation; 0 where a column is constant. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const scale = standardDeviation(a) * standardDeviation(b);
  return scale === 0 ? 0 : covariance(a, b) / scale;
}
