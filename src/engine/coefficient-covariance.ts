import { LuDecomposition, Matrix } from "ml-matrix";
import { automaticLags } from "./automatic-lags.ts";
import type { AlignedRows } from "./align-series.ts";
import { runStarts } from "./date-gaps.ts";
import type { Inference, TestResult } from "./factor-fit.ts";
import type { LeastSquares } from "./least-squares.ts";
import { defaultLags, neweyWest } from "./newey-west.ts";
import { upperTailF } from "./tail-probability.ts";

export interface CovarianceRequest {
  readonly covariance?: "classical" | "hc1" | "hac" | undefined;
  /** Bartlett lags of hac, in rows; by default floor(4·(n/100)^(2/9)), "auto" as automatic-lags.ts chooses them. */
  readonly lags?: number | "auto" | undefined;
  /** Small-sample factor of hac; hc1 has n/(n − k) by definition. */
  readonly smallSample?: "none" | "n/(n-k)" | undefined;
}

export type CovarianceEstimate = Pick<Inference, "covariance" | "lags" | "automaticLags" | "hasGaps" | "smallSample"> & {
  /** null for the classical covariance, which the regression itself holds more exactly. */
  readonly matrix: readonly (readonly number[])[] | null;
};

/** The covariance of the coefficients by the requested estimator; HAC counts lags within each run of rows that follow each other. */
export function coefficientCovariance(
  regression: LeastSquares,
  rows: AlignedRows,
  { covariance = "classical", lags, smallSample = "none" }: CovarianceRequest,
): CovarianceEstimate {
  if (covariance === "classical") return { covariance, lags: 0, smallSample: "none", matrix: null };
  const starts = covariance === "hac" ? runStarts(rows.days, rows.sample.frequency) : [];
  const isAutomatic = covariance === "hac" && lags === "auto";
  const usedLags = covariance === "hc1" ? 0 : lags === "auto" ? automaticLags(regression.residuals, rows.others, starts) : (lags ?? defaultLags(rows.days.length));
  const correction = covariance === "hc1" ? "n/(n-k)" : smallSample;
  const scale = correction === "none" ? 1 : rows.days.length / regression.degreesOfFreedom;
  const matrix = neweyWest(regression.residuals, regression.basis, usedLags, starts).map((row) => row.map((entry) => entry * scale));
  return { covariance, lags: usedLags, ...(isAutomatic ? { automaticLags: true } : {}), ...(usedLags > 0 && starts.length > 0 ? { hasGaps: true } : {}), smallSample: correction, matrix };
}

/**
 * F of the null that every β is 0: from the sums of squares where the covariance is classical, otherwise
 * Wald's b'·C⁻¹·b/k with the robust covariance C, as in statsmodels.
 */
export function regressionTest(regression: LeastSquares, matrix: readonly (readonly number[])[] | null): TestResult {
  const { coefficients, degreesOfFreedom, totalSumOfSquares: totalSquares, sumOfSquaredResiduals: squaredResiduals, exact } = regression;
  const restrictions = coefficients.length - 1;
  const statistic = exact
    ? Infinity
    : matrix
      ? waldSquare(coefficients.slice(1), matrix.slice(1).map((row) => row.slice(1))) / restrictions
      : (totalSquares - squaredResiduals) / restrictions / (squaredResiduals / degreesOfFreedom);
  return {
    name: matrix ? "wald" : "regression",
    null: "every beta is 0",
    statistic,
    distribution: "F",
    degreesOfFreedom: [restrictions, degreesOfFreedom],
    pValue: upperTailF(statistic, restrictions, degreesOfFreedom),
  };
}

/** Wald's F of the null that these coefficients are 0, C their covariance; read with as many degrees of freedom as the regression has. */
export function waldTest(coefficients: readonly number[], covariance: readonly (readonly number[])[], freedom: { readonly null: string; readonly degreesOfFreedom: number }): TestResult {
  const statistic = waldSquare(coefficients, covariance) / coefficients.length;
  return {
    name: "wald",
    null: freedom.null,
    statistic,
    distribution: "F",
    degreesOfFreedom: [coefficients.length, freedom.degreesOfFreedom],
    pValue: upperTailF(statistic, coefficients.length, freedom.degreesOfFreedom),
  };
}

/** b'·C⁻¹·b, C scaled to a unit diagonal; ∞ where C is singular (a combination of the betas has no variance). */
function waldSquare(betas: readonly number[], covariance: readonly (readonly number[])[]): number {
  const scale = covariance.map((row, i) => Math.sqrt(row[i]!));
  if (scale.some((error) => !(error > 0))) return Infinity;
  const correlation = covariance.map((row, i) => row.map((entry, j) => entry / scale[i]! / scale[j]!));
  const decomposition = new LuDecomposition(new Matrix(correlation));
  if (decomposition.isSingular()) return Infinity;
  const column = Matrix.columnVector(betas.map((beta, i) => beta / scale[i]!));
  return Math.max(0, column.transpose().mmul(decomposition.solve(column)).get(0, 0));
}
