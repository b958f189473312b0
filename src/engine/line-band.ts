/**
 * The confidence band of a fitted line: for each value x of the factor the interval of α + β·x, the mean return there,
 * by the errors of the fit. Var(α + β·x) = V₁₁ + 2x·V₁₂ + x²·V₂₂, V the covariance of α and β. Pointwise: each x has
 * its own 95%, the whole line less. Source: Greene (2012), section 4.6. Checked against statsmodels (get_prediction,
 * `mean_ci_lower` and `mean_ci_upper`) for classical, HC1 and HAC errors.
 */
import { runStarts } from "./date-gaps.ts";
import type { FactorFit } from "./factor-fit.ts";
import { decidingCovariance } from "./deciding-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { neweyWest } from "./newey-west.ts";
import { criticalValue, type ReferenceDistribution } from "./tail-probability.ts";

/** Decimals per period of the sample, one entry for each x. */
interface LineBand {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * Of a fit on one factor.
 *
 * @example
 * ```ts
 * const fit = exampleFit();
 * lineBand(fit, [0]).low[0]; // → fit.alpha.interval[0]
 * ```
 */
export function lineBand(fit: FactorFit, at: readonly number[]): LineBand {
  const { alpha, betas, inference } = fit;
  const [variance, covariance, slopeVariance] = covarianceOf(fit);
  const reference: ReferenceDistribution =
    inference.distribution === "t" ? { distribution: "t", degreesOfFreedom: inference.degreesOfFreedom } : { distribution: "normal" };
  const critical = criticalValue(inference.level, reference);
  const reach = at.map((x) => critical * Math.sqrt(Math.max(0, variance + 2 * x * covariance + x * x * slopeVariance)));
  const line = at.map((x) => alpha.value + betas[0].value * x);
  return { low: line.map((height, place) => height - reach[place]!), high: line.map((height, place) => height + reach[place]!) };
}

/** Of α, of α with β, of β: the variances are those of the fit's own standard errors. */
function covarianceOf(fit: FactorFit): readonly [number, number, number] {
  const { alpha, betas: [beta], inference, moments, rows, sample } = fit;
  const variances = [alpha.standardError ** 2, beta.standardError ** 2] as const;
  const mean = moments.factors[0].mean;
  // In a classical fit the mean of the returns and the slope are uncorrelated.
  if (inference.covariance === "classical") return [variances[0], -mean * variances[1], variances[1]];
  if (inference.smallSample === "few-rows") {
    const decided = decidingCovariance(fit);
    if (decided) return [variances[0], decided.matrix[0]![1]!, variances[1]];
  }
  const { basis, residuals } = leastSquares(rows.asset, rows.factors);
  const matrix = neweyWest(residuals, basis, inference.lags, runStarts(rows.days, sample.frequency));
  const correlation = matrix[0]![1]! / Math.sqrt(matrix[0]![0]! * matrix[1]![1]!);
  return [variances[0], (correlation || 0) * alpha.standardError * beta.standardError, variances[1]];
}
