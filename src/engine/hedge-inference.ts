/**
 * The uncertainty of a hedge: dollars of each factor that leave the factors the share v of the hedged variance, and the
 * mean return of what is hedged. For v = 0 these are −β and α.
 *
 * The exposure left is κ = c·β with c² = v/(1 − v)·Var(ε)/Var(β'f): β keeps its sign (for one factor κ is
 * ±√(v·Var(ε)/((1 − v)·Var(f)))). The hedge is κ − β, the hedged mean α + κ'E[f]. Delta method: with u the residual and
 * g = β'(f − f̄), a row's influence is
 *   on c: c/2·(u²/Var(ε) − g²/Var(g)) − c·(Ωβ)'(influence on β)/Var(g), Ω the factors' covariance (over n);
 *   on κ: c·(influence on β) + β·(influence on c); on the mean: that on α, plus f̄'(influence on κ) + κ'(f − f̄).
 * Errors are robust (Bartlett; at 0 lags to heteroskedasticity only), intervals normal. Units: dollars per dollar of
 * the asset, decimals per period. Checked against the jackknife and statsmodels' HC0.
 */
import { all, attempt, failure } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { FactorFit } from "./factor-fit.ts";
import { assetColumn, centred, coefficientInfluence, influenceEstimate } from "./influence-estimate.ts";
import type { LagRequest, SampledEstimate } from "./influence-estimate.ts";
import { longRunVariance } from "./long-run-variance.ts";
import { mean } from "./moments.ts";
import type { EngineProblem } from "./problem.ts";

export interface HedgeInference {
  /** Dollars of each factor, in the order of the fit; negative is short. */
  readonly hedges: readonly SampledEstimate[];
  /** Decimal per period. */
  readonly mean: SampledEstimate;
  readonly targetShare: number;
}

/** Errors: `out-of-range` unless 0 ≤ v < 1, `exact-fit`; `gaps-in-dates` where lags are counted. */
export function hedgeInference(fit: FactorFit, targetShare = 0, request: LagRequest = {}): Outcome<HedgeInference, EngineProblem> {
  return attempt(function* () {
    if (!(targetShare >= 0 && targetShare < 1)) {
      return yield* failure({ kind: "out-of-range", option: "share", value: targetShare, min: 0, max: 1 });
    }
    if (fit.exact) return yield* failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
    const { left, influence } = exposuresLeft(fit, targetShare);
    const [onAlpha, ...onBetas] = coefficientInfluence(fit).influence;
    const rows = assetColumn(fit);
    const factors = fit.rows.factors.map(centred);
    const means = fit.rows.factors.map(mean);
    const onMean = onAlpha!.map((each, row) =>
      left.reduce((sum, exposure, i) => sum + means[i]! * influence[i]![row]! + exposure * factors[i]![row]!, each),
    );
    const value = left.reduce((sum, exposure, i) => sum + exposure * means[i]!, fit.alpha.value);
    const hedges = fit.betas.map(({ term, value: beta }, i) => {
      const onHedge = influence[i]!.map((each, row) => each - onBetas[i]![row]!);
      return influenceEstimate(term, left[i]! - beta, onHedge, rows, request);
    });
    return {
      hedges: yield* all(hedges),
      mean: yield* influenceEstimate("hedged mean", value, onMean, rows, request),
      targetShare,
    };
  });
}

/** κ, and each row's influence on it. */
function exposuresLeft(fit: FactorFit, share: number): { readonly left: readonly number[]; readonly influence: readonly Float64Array[] } {
  const { residuals } = fit.rows;
  const betas = fit.betas.map(({ value }) => value);
  if (share === 0) return { left: betas.map(() => 0), influence: betas.map(() => new Float64Array(residuals.length)) };
  const onBetas = coefficientInfluence(fit).influence.slice(1);
  const factors = fit.rows.factors.map(centred);
  const g = residuals.map((_, row) => betas.reduce((sum, beta, i) => sum + beta * factors[i]![row]!, 0));
  const [residualVariance, factorVariance] = [longRunVariance(residuals, 0), longRunVariance(g, 0)];
  const scale = Math.sqrt(((share / (1 - share)) * residualVariance) / factorVariance);
  const gradient = factors.map((column) => mean(column.map((value, row) => value * g[row]!)) / factorVariance);
  const onScale = residuals.map((u, row) => {
    const fromBetas = gradient.reduce((sum, slope, i) => sum + slope * onBetas[i]![row]!, 0);
    return scale * ((u * u) / residualVariance / 2 - g[row]! ** 2 / factorVariance / 2 - fromBetas);
  });
  return {
    left: betas.map((beta) => scale * beta),
    influence: betas.map((beta, i) => onBetas[i]!.map((each, row) => scale * each + beta * onScale[row]!)),
  };
}
