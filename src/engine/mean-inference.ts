/**
 * The uncertainty of means: of a return, of the factors' premium Σ β·E[f], and of E[r] = rf + α + Σ β·E[f].
 *
 * A mean: s/√n with t(n − 1), or √(long-run variance/n) (Newey and West 1987) with the normal. The premium is a product
 * of estimates; by the delta method (Goodman 1960 for products) its error per row is
 *   ψ = Σ f̄ⱼ·(influence on βⱼ) + Σ βⱼ·(fⱼ − f̄ⱼ),
 * whose long-run variance over n is the hac one. Classical, where the errors don't depend on the factors:
 *   Var = f̄'·C·f̄ + β'Ωβ/n, C the classical covariance of the betas and Ω the factors' (n − 1), with the t of the fit.
 * As least squares goes through the means, E[r] is the mean of the asset's return with rf in it, and has its error.
 * Units: decimals per period. Checked against statsmodels, R's sandwich and the jackknife.
 */
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import { estimate } from "./estimate.ts";
import type { FactorFit, Inference } from "./factor-fit.ts";
import { assetColumn, centred, checkLags, coefficientInfluence, influenceEstimate } from "./influence-estimate.ts";
import type { LagRequest, ReturnColumn, SampledEstimate } from "./influence-estimate.ts";
import { mean, variance } from "./moments.ts";
import type { EngineProblem } from "./problem.ts";
import type { Series } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

interface MeanRequest extends LagRequest {
  /** Default: hac, with `lags`. */
  readonly covariance?: "classical" | "hac" | undefined;
}

/**
 * Of one column. Errors: `too-few-rows` (2), `out-of-range`.
 *
 * @example
 * ```ts
 * const { rows, sample } = exampleFit();
 * const average = meanEstimate("mean", { returns: rows.asset, days: rows.days, sample }, { covariance: "classical" });
 * average.ok && average.value.value; // → 1
 * average.ok && average.value.inference.degreesOfFreedom; // → 7
 * ```
 */
export function meanEstimate(term: string, column: ReturnColumn, { covariance = "hac", ...request }: MeanRequest = {}): Outcome<SampledEstimate, EngineProblem> {
  const { returns } = column;
  if (returns.length < 2) return failure({ kind: "too-few-rows", rows: returns.length, needed: 2, series: [term] });
  const average = mean(returns);
  if (covariance === "hac") return influenceEstimate(term, average, centred(returns), column, request);
  return classical(term, average, variance(returns) / returns.length, returns.length - 1, column, request);
}

/** Σ β·E[f], what the factors paid. Errors: those of `meanEstimate`. */
export function premiumEstimate(fit: FactorFit, { covariance = "hac", ...request }: MeanRequest = {}): Outcome<SampledEstimate, EngineProblem> {
  const { factors } = fit.moments;
  const premium = fit.betas.reduce((sum, { value }, i) => sum + value * factors[i]!.mean, 0);
  const combined = (weights: readonly number[], columns: readonly Float64Array[]): Float64Array =>
    fit.rows.asset.map((_, row) => weights.reduce((sum, weight, i) => sum + weight * columns[i]![row]!, 0));
  const betas = fit.betas.map(({ value }) => value);
  const means = factors.map((factor) => factor.mean);
  const fromFactors = centred(combined(betas, fit.rows.factors));
  const { weights, influence } = coefficientInfluence(fit);
  if (covariance === "hac") {
    const fromBetas = combined(means, influence.slice(1));
    return influenceEstimate("premium", premium, fromBetas.map((each, row) => each + fromFactors[row]!), assetColumn(fit), request);
  }
  const rows = fit.rows.days.length;
  // f̄'·(X'X)⁻¹·f̄ is Σ (f̄'w)²/n², as a beta's weights w are its row of n·(X'X)⁻¹·X'.
  const weighted = combined(means, weights.slice(1));
  const fromBetas = (fit.moments.residualStandardError ** 2 * weighted.reduce((sum, each) => sum + each * each, 0)) / rows ** 2;
  return classical("premium", premium, fromBetas + variance(fromFactors) / rows, rows - fit.factors.length - 1, assetColumn(fit), request);
}

/** E[r] with the rate in it, on the fit's rows; without one (null) of what costs nothing. Errors: those of `meanEstimate` and `alignSeries`. */
export function expectedReturnEstimate(fit: FactorFit, rate: Series | null, request: MeanRequest = {}): Outcome<SampledEstimate, EngineProblem> {
  return attempt(function* () {
    const { days, asset: values } = fit.rows;
    const asset: Series = { id: fit.asset, kind: "excess", frequency: fit.sample.frequency, days, values };
    const rows = yield* alignSeries(asset, rate === null ? [] : [rate]);
    const returns = rows.asset.map((value, row) => value + (rows.others[0]?.[row] ?? 0));
    return yield* meanEstimate("expected return", { returns, days: rows.days, sample: rows.sample }, request);
  });
}

function classical(
  term: string,
  value: number,
  squaredError: number,
  degreesOfFreedom: number,
  column: ReturnColumn,
  request: LagRequest,
): Outcome<SampledEstimate, EngineProblem> {
  const checked = checkLags(column, { ...request, lags: 0 });
  if (!checked.ok) return checked;
  const { level } = checked.value;
  const reference = { distribution: "t", degreesOfFreedom } as const;
  const inference: Inference = { covariance: "classical", lags: 0, smallSample: "none", ...reference, level };
  return success({ ...estimate(term, value, Math.sqrt(squaredError), reference, criticalValue(level, reference)), sample: column.sample, inference });
}
