/**
 * How far a volatility over q rows is from √q times that of one: √VR, the variance ratio of Lo and MacKinlay (1988, equation 12
 * without its small-sample factors), VR(q) = 1 + 2·Σ (1 − l/q)·ρ_l, l = 1 … q − 1, ρ_l the column's autocorrelations about 0. 1 where
 * rows are uncorrelated; √((1 + ρ)/(1 − ρ)) in the long run where each row keeps ρ of the one before. It is Bartlett's
 * long-run variance with q − 1 lags over the mean square. Checked against its definition, sums of q rows.
 *
 * Of a column whose mean is 0; `starts` as `runStarts` gives them.
 *
 * @example
 * ```ts
 * sumsOverRoot(Float64Array.of(1, -1, 1, -1), 2); // → 0.5
 * ```
 */
import { longRunVariance } from "./long-run-variance.ts";

export const sumsOverRoot = (column: Float64Array, rows: number, starts: readonly number[] = []): number =>
  Math.sqrt(longRunVariance(column, rows - 1, starts) / longRunVariance(column, 0));
