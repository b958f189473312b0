/**
 * Gibbons, Ross and Shanken (1989): are all assets' alphas 0 at once?
 *
 * F = (T − N − K)/N · α'Σ⁻¹α / (1 + μ'Ω⁻¹μ) ~ F(N, T − N − K), with T rows, N assets, K factors, Σ the
 * residuals' and Ω the factors' covariance, both over T (their equation 5 and the note on several factors).
 * Assumes normal residuals with one covariance matrix. Checked against the same formula in numpy.
 */
import type { EngineProblem } from "./problem.ts";
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Estimate, FactorFit, Inference, Sample, TestResult } from "./factor-fit.ts";
import { fitAssets } from "./fit-assets.ts";
import type { FitRequest } from "./fit-factors.ts";
import { covariance } from "./moments.ts";
import type { Series } from "./series.ts";
import { upperTailF } from "./tail-probability.ts";

export interface GrsTest {
  readonly assets: readonly string[];
  readonly factors: readonly string[];
  readonly alphas: readonly { readonly asset: string; readonly alpha: Estimate }[];
  readonly result: TestResult | NotApplicable;
  readonly sample: Sample;
  readonly inference: Inference;
}

/** Why the test cannot be computed on these data. */
export type NotApplicable =
  | {
      readonly name: string;
      readonly notApplicable: "too-few-rows";
      readonly rows: number;
      readonly assets: number;
      readonly factors: number;
    }
  | {
      readonly name: string;
      readonly notApplicable: "collinear-residuals";
      readonly rows: number;
      readonly assets: number;
      readonly factors: number;
    };

/**
 * Tests α = 0 for all assets. Errors: those of `alignSeries` and `fitFactors`; where T ≤ N + K or the
 * assets' residuals are combinations of each other, the result is a `NotApplicable`, not an error.
 */
export function grsTest(assets: readonly Series[], factors: readonly Series[], request: FitRequest = {}): Outcome<GrsTest, EngineProblem> {
  const fitted = fitAssets(assets, factors, request);
  if (!fitted.ok) return fitted;
  const { fits, sample, inference } = fitted.value;
  return success({
    assets: assets.map(({ id }) => id),
    factors: factors.map(({ id }) => id),
    alphas: fits.map(({ asset, alpha }) => ({ asset, alpha })),
    result: jointTest(fits),
    sample,
    inference,
  });
}

function jointTest(fits: readonly FactorFit[]): TestResult | NotApplicable {
  const name = "gibbons-ross-shanken";
  const { rows: fitRows, moments } = fits[0]!;
  const dimensions = { rows: fitRows.days.length, assets: fits.length, factors: fitRows.factors.length };
  const residualDegreesOfFreedom = dimensions.rows - dimensions.assets - dimensions.factors;
  if (residualDegreesOfFreedom <= 0) return { name, notApplicable: "too-few-rows", ...dimensions };
  const alphaSquare = quadraticForm(
    fits.map(({ alpha }) => alpha.value),
    fits.map(({ rows }) => rows.residuals),
  );
  const meanSquare = quadraticForm(
    moments.factors.map((factor) => factor.mean),
    fitRows.factors,
  );
  if (alphaSquare === null || meanSquare === null) return { name, notApplicable: "collinear-residuals", ...dimensions };
  const statistic = ((residualDegreesOfFreedom / dimensions.assets) * alphaSquare) / (1 + meanSquare);
  return {
    name,
    null: "every alpha is 0",
    statistic,
    distribution: "F",
    degreesOfFreedom: [dimensions.assets, residualDegreesOfFreedom],
    pValue: upperTailF(statistic, dimensions.assets, residualDegreesOfFreedom),
  };
}

/** v'·C⁻¹·v with C the columns' covariance over T, scaled to unit diagonal first; null where C is singular. */
function quadraticForm(vector: readonly number[], columns: readonly Float64Array[]): number | null {
  const rows = columns[0]!.length;
  const scale = columns.map((column) => Math.sqrt((covariance(column, column) * (rows - 1)) / rows));
  if (scale.some((value) => value === 0)) return null;
  const matrix = columns.map((a, i) =>
    columns.map((b, j) => (i === j ? 1 : (covariance(a, b) * (rows - 1)) / rows / (scale[i]! * scale[j]!))),
  );
  const cholesky = new CholeskyDecomposition(new Matrix(matrix));
  const smallest = Math.min(...cholesky.lowerTriangularMatrix.diagonal());
  if (!cholesky.isPositiveDefinite() || smallest < 1e-6) return null;
  const scaledVector = Matrix.columnVector(vector.map((value, i) => value / scale[i]!));
  return scaledVector.transpose().mmul(cholesky.solve(scaledVector)).get(0, 0);
}
