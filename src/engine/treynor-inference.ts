/**
 * The uncertainty of Treynor's ratio (1965), mean/β, where both are estimated from the same rows.
 *
 * By the delta method each row's influence on T = m/β is ψ = (r − m − T·ψβ)/β, ψβ its influence on β
 * (influence-estimate.ts): where the factor rose by chance, m is too high whatever β is, and where the residual went
 * along with the factor, β is. The standard error is √(long-run variance of ψ/n), Bartlett up to `lags`; normal
 * intervals. They are for a β that is surely not 0: near 0 a ratio's interval has no ends (Fieller 1954), and the reply
 * gives none. Decimal per year, × 252 (12) as the mean. Checked against statsmodels' HAC and the jackknife.
 */
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { scaledEstimate } from "./estimate.ts";
import type { FactorFit } from "./factor-fit.ts";
import { assetColumn, centred, coefficientInfluence, influenceEstimate } from "./influence-estimate.ts";
import type { LagRequest, SampledEstimate } from "./influence-estimate.ts";
import type { EngineProblem } from "./problem.ts";
import { periodsPerYear } from "./series.ts";

/** On the first factor's β. Errors: `out-of-range` of a β of 0; those of `influenceEstimate`. */
export function treynorInference(fit: FactorFit, request: LagRequest = {}): Outcome<SampledEstimate, EngineProblem> {
  const beta = fit.betas[0].value;
  if (beta === 0) return failure({ kind: "out-of-range", option: "beta", value: 0, min: Number.MIN_VALUE, max: Infinity });
  const ratio = fit.moments.asset.mean / beta;
  const ofBeta = coefficientInfluence(fit).influence[1]!;
  const influence = centred(fit.rows.asset).map((value, row) => (value - ratio * ofBeta[row]!) / beta);
  const perPeriod = influenceEstimate("treynor", ratio, influence, assetColumn(fit), request);
  return perPeriod.ok ? success({ ...perPeriod.value, ...scaledEstimate(perPeriod.value, periodsPerYear[fit.sample.frequency]) }) : perPeriod;
}
