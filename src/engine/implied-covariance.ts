import { sampleCorrelation, sampleCovariance } from "simple-statistics";
import type { EngineProblem } from "./problem.ts";
import { success, type Outcome } from "../outcome.ts";
import type { Window } from "./align-series.ts";
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { fitAssets } from "./fit-assets.ts";
import type { Series } from "./series.ts";

export interface ImpliedCovariance {
  readonly assets: readonly string[];
  readonly factors: readonly string[];
  /** Every asset with itself and each pair once, in the order of the assets. */
  readonly entries: readonly CovarianceEntry[];
  /** The pairs with the most correlated residuals, largest magnitude first. */
  readonly residualCorrelations: readonly { readonly assets: readonly [string, string]; readonly correlation: number }[];
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface CovarianceEntry {
  readonly assets: readonly [string, string];
  /** B·Cov(f)·B', with Var(ε) added on the diagonal; decimal² per period. */
  readonly implied: number;
  /** Of the returns themselves, n − 1. */
  readonly observed: number;
  /** observed − implied: 0 on the diagonal, the covariance of the residuals off it. */
  readonly difference: number;
}

/**
 * The covariance matrix that the factor model implies, Cov(r) = B·Cov(f)·B' + diag(Var(ε)), against the
 * sample's: the risk model's assumption that ε is uncorrelated across assets (chapter 6.5.1), tested by
 * its largest exceptions.
 *
 * Errors: those of `alignSeries` and `fitFactors`.
 */
export function impliedCovariance(
  assets: readonly Series[],
  factors: readonly Series[],
  window: Window = {},
): Outcome<ImpliedCovariance, EngineProblem> {
  const fitted = fitAssets(assets, factors, window);
  if (!fitted.ok) return fitted;
  const { fits, sample, inference } = fitted.value;
  const pairs = fits.flatMap((left, i) => fits.slice(i).map((right) => [left, right] as const));
  const factorCovariance = fits[0]!.rows.factors.map((a) => fits[0]!.rows.factors.map((b) => sampleCovariance(Array.from(a), Array.from(b))));
  return success({
    assets: assets.map(({ id }) => id),
    factors: factors.map(({ id }) => id),
    entries: pairs.map(([left, right]) => entry(left, right, factorCovariance)),
    residualCorrelations: pairs
      .filter(([left, right]) => left !== right)
      .map(([left, right]) => ({
        assets: [left.asset, right.asset] as const,
        // NaN where one of them is explained exactly: 0, as nothing of it is left to go with anything.
        correlation: sampleCorrelation(Array.from(left.rows.residuals), Array.from(right.rows.residuals)) || 0,
      }))
      .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation)),
    sample,
    inference,
  });
}

function entry(left: FactorFit, right: FactorFit, factorCovariance: readonly (readonly number[])[]): CovarianceEntry {
  const shared = left.betas.reduce(
    (sum, a, i) => sum + right.betas.reduce((part, b, j) => part + a.value * factorCovariance[i]![j]! * b.value, 0),
    0,
  );
  const implied = shared + (left === right ? left.moments.residualVariance : 0);
  const observed = sampleCovariance(Array.from(left.rows.asset), Array.from(right.rows.asset));
  return { assets: [left.asset, right.asset], implied, observed, difference: observed - implied };
}
