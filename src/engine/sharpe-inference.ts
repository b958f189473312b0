/**
 * The uncertainty of a return–risk ratio: Sharpe mean/σ, information (the Sharpe ratio of r − f) and appraisal α/σ(ε).
 *
 * With z the standardised return (residual), skewness S and kurtosis K of z, a ratio ρ per period has the variance
 *   iid-normal: (W + ρ²/2)/n, Lo (2002, equation 7);
 *   iid: (W − S·ρ + (K − 1)/4·ρ²)/n, Mertens (2002), Opdyke (2007, equation 5);
 *   hac: the long-run variance (Bartlett) of ψ = w·z − ρ/2·(z² − 1), over n (delta method; Lo 2002, appendix).
 * For a Sharpe ratio w = W = 1. For the appraisal ratio, by the delta method on (α, σ²), w is α's weight
 * 1 − f̄'Ω⁻¹(f − f̄) and W its mean square 1 + f̄'Ω⁻¹f̄, one plus the factors' squared Sharpe ratio (Ω over n): what
 * estimating β costs. At 0 lags hac is iid where errors don't depend on the factors, exactly so for a Sharpe ratio.
 *
 * Ratios have σ with n − 1, as in performance.ts; moments of z are over n. Intervals are normal. A year's ratio, its
 * standard error and interval are × √252 (√12): right where periods are not correlated. iid intervals assume
 * independent rows; hac needs none of that. Checked against R (sandwich), the jackknife and simulation.
 */
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import type { Estimate, FactorFit, Sample } from "./factor-fit.ts";
import { assetColumn, centred, checkLags, coefficientInfluence } from "./influence-estimate.ts";
import type { LagRequest, ReturnColumn } from "./influence-estimate.ts";
import { longRunVariance } from "./long-run-variance.ts";
import { mean, standardDeviation } from "./moments.ts";
import type { EngineProblem } from "./problem.ts";
import { isConstant } from "./refuse-degenerate.ts";
import { periodsPerYear } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";

export interface RatioInference {
  readonly method: "iid-normal" | "iid" | "hac";
  /** Of hac; otherwise 0. */
  readonly lags: number;
  /** As of a fit's inference. */
  readonly hasGaps?: true;
  /** Per period of the sample. t and p are of the null that the ratio is 0, by the normal. */
  readonly perPeriod: Estimate;
  readonly annual: Estimate;
  /** Population moments of z; kurtosis is 3 for a normal. */
  readonly skew: number;
  readonly kurtosis: number;
  readonly level: number;
  readonly sample: Sample;
}

export interface RatioRequest extends LagRequest {
  /** Default: hac. */
  readonly method?: RatioInference["method"] | undefined;
}

/**
 * Of a column of excess returns. Errors: `too-few-rows` (8), `constant-series`, `out-of-range`.
 *
 * @example
 * ```ts
 * const { rows, sample } = exampleFit();
 * const sharpe = sharpeInference({ returns: rows.asset, days: rows.days, sample }, { method: "iid-normal" });
 * sharpe.ok && Math.abs(sharpe.value.perPeriod.standardError ** 2 * 8 - 1 - sharpe.value.perPeriod.value ** 2 / 2) < 1e-12; // → true
 * ```
 */
export function sharpeInference(column: ReturnColumn, request: RatioRequest = {}): Outcome<RatioInference, EngineProblem> {
  const { returns } = column;
  if (returns.length < 8) return failure({ kind: "too-few-rows", rows: returns.length, needed: 8, series: ["returns"] });
  if (isConstant(returns)) return failure({ kind: "constant-series", series: "returns", value: returns[0]! });
  const ones = new Float64Array(returns.length).fill(1);
  return ratioInference("sharpe", mean(returns) / standardDeviation(returns), centred(returns), ones, column, request);
}

/** Of r − f, f the fit's first factor: the information ratio against β = 1. Errors: those of `sharpeInference`. */
export function informationInference(fit: FactorFit, request: RatioRequest = {}): Outcome<RatioInference, EngineProblem> {
  const benchmark = fit.rows.factors[0];
  const returns = fit.rows.asset.map((value, row) => value - benchmark[row]!);
  const result = sharpeInference({ ...assetColumn(fit), returns }, request);
  return result.ok ? success(named("information", result.value)) : result;
}

/** α/σ(ε) of a fit, whatever errors the fit has. Errors: `exact-fit`, and those of `sharpeInference`. */
export function appraisalInference(fit: FactorFit, request: RatioRequest = {}): Outcome<RatioInference, EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const ratio = fit.alpha.value / Math.sqrt(fit.moments.residualVariance);
  return ratioInference("appraisal", ratio, fit.rows.residuals, coefficientInfluence(fit).weights[0]!, assetColumn(fit), request);
}

const named = (term: string, result: RatioInference): RatioInference => ({
  ...result,
  perPeriod: { ...result.perPeriod, term },
  annual: { ...result.annual, term },
});

function ratioInference(
  term: string,
  ratio: number,
  deviations: Float64Array,
  weights: Float64Array,
  column: ReturnColumn,
  { method = "hac", lags, level }: RatioRequest,
): Outcome<RatioInference, EngineProblem> {
  const checked = checkLags(column, { lags: method === "hac" ? lags : 0, level });
  if (!checked.ok) return checked;
  const rows = deviations.length;
  const scale = Math.sqrt(longRunVariance(deviations, 0));
  const z = deviations.map((value) => value / scale);
  const skew = mean(z.map((value) => value ** 3));
  const kurtosis = mean(z.map((value) => value ** 4));
  const meanSquareWeight = longRunVariance(weights, 0);
  const variance = {
    "iid-normal": () => meanSquareWeight + ratio ** 2 / 2,
    iid: () => meanSquareWeight - skew * ratio + ((kurtosis - 1) / 4) * ratio ** 2,
    hac: () => longRunVariance(z.map((value, row) => weights[row]! * value - (ratio / 2) * (value ** 2 - 1)), checked.value.lags, checked.value.starts),
  }[method]();
  const reference = { distribution: "normal" } as const;
  const perPeriod = estimate(term, ratio, Math.sqrt(variance / rows), reference, criticalValue(checked.value.level, reference));
  return success({
    method,
    lags: checked.value.lags,
    ...(checked.value.starts.length > 0 ? { hasGaps: true } : {}),
    perPeriod,
    annual: scaledEstimate(perPeriod, Math.sqrt(periodsPerYear[column.sample.frequency])),
    skew,
    kurtosis,
    level: checked.value.level,
    sample: column.sample,
  });
}
