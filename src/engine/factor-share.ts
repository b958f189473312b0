/**
 * The uncertainty of the factors' share of the variance, R² = 1 − Var(ε)/Var(r), and of the gap between two assets'.
 *
 * Delta method on the two variances: with u the residual, d = r − r̄ and v their mean squares', a row's influence is
 *   ψ = ((1 − R²)·d² − u²)/Var(r);
 * β adds nothing, as the residual variance is smallest there. Robust errors (Bartlett; at 0 lags to heteroskedasticity
 * only), normal intervals, which may pass 0 or 1 where R² is near them. Decimal. Checked against simulation and the
 * delta method in numpy.
 */
import { failure } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { FactorFit } from "./factor-fit.ts";
import { assetColumn, centred, influenceEstimate } from "./influence-estimate.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import { longRunVariance } from "./long-run-variance.ts";
import type { EngineProblem } from "./problem.ts";
import { robustLags } from "./robust-fit.ts";

/** Errors: `exact-fit`, and those of `influenceEstimate`. */
export function factorShareEstimate(fit: FactorFit): Outcome<SampledEstimate, EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  return influenceEstimate("factor share", fit.rSquared, shareInfluence(fit), assetColumn(fit), robustLags(fit));
}

/** R² of the first less that of the second, both on the same rows. Errors: those of `factorShareEstimate`. */
export function factorShareGap(first: FactorFit, second: FactorFit): Outcome<SampledEstimate, EngineProblem> {
  const exact = [first, second].find((fit) => fit.exact);
  if (exact) return failure({ kind: "exact-fit", asset: exact.asset, factors: exact.factors });
  const other = shareInfluence(second);
  const influence = shareInfluence(first).map((each, row) => each - other[row]!);
  return influenceEstimate("factor share gap", first.rSquared - second.rSquared, influence, assetColumn(first), robustLags(first));
}

function shareInfluence({ rows, rSquared }: FactorFit): Float64Array {
  const deviations = centred(rows.asset);
  const variance = longRunVariance(deviations, 0);
  return deviations.map((deviation, row) => ((1 - rSquared) * deviation ** 2 - rows.residuals[row]! ** 2) / variance);
}
