/**
 * How many Bartlett lags, chosen by the residuals themselves: Newey and West's automatic bandwidth (1994, Review of
 * Economic Studies 61, section 3, Bartlett's row of table 1), without prewhitening.
 *
 *   L = ⌊1.1447·((s₁/s₀)²·n)^(1/3)⌋, s₀ = σ₀ + 2·Σσ_j, s₁ = 2·Σ j·σ_j, j = 1 … ⌊4·(n/100)^(2/9)⌋,
 *   σ_j = Σ w_t·w_{t−j}/n, w_t = u_t·Σ f_t: the scores of the slopes added, that of the constant left out.
 *
 * At most n − 1; 0 where the scores have no spread. R's sandwich has it as `bwNeweyWest(fit, prewhite = 0)`, rounded down by
 * `NeweyWest(fit, lag = NULL, prewhite = FALSE)`; statsmodels chooses no lags by the data, and takes these as `maxlags`.
 * Rows in the order of time; of rows with gaps, the σ of each run by itself (`starts`: `runStarts`). Checked against R's sandwich.
 *
 * @example
 * ```ts
 * const { residuals, factors } = exampleFit().rows;
 * automaticLags(residuals, factors); // → 6
 * ```
 */
import { runsApart } from "./date-gaps.ts";
import { defaultLags } from "./newey-west.ts";

export function automaticLags(residuals: Float64Array, factors: readonly Float64Array[], starts: readonly number[] = []): number {
  const rows = residuals.length;
  const products = residuals.map((residual, row) => residual * factors.reduce((sum, factor) => sum + factor[row]!, 0));
  const scores = runsApart(products, starts, defaultLags(rows));
  let [level, slope] = [autocovariance(scores, 0, rows), 0];
  for (let lag = 1; lag <= defaultLags(rows) && lag < rows; lag++) {
    const covariance = autocovariance(scores, lag, rows);
    level += 2 * covariance;
    slope += 2 * lag * covariance;
  }
  const lags = Math.floor(1.1447 * ((slope / level) ** 2 * rows) ** (1 / 3));
  // 0/0 of scores that are all 0.
  return Number.isNaN(lags) ? 0 : Math.min(rows - 1, lags);
}

function autocovariance(column: Float64Array, lag: number, rows: number): number {
  let sum = 0;
  for (let row = lag; row < column.length; row++) sum += column[row]! * column[row - lag]!;
  return sum / rows;
}
