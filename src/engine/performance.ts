/**
 * Return per unit of risk: the ratios of chapter 6.9 and the common ones beyond it.
 *
 * All annualised by the chapter's convention, means × 252 (12), standard deviations (n − 1) × √252 (√12).
 * Sharpe (1966) mean/σ; appraisal (Treynor and Black 1973) α/σ(ε), which is the hedged Sharpe; information
 * ratio here against β = 1: mean/σ of r − f; Treynor (1965) mean/β; adjusted β by Blume (1971), ⅔·β + ⅓.
 * "Tracking error" has two meanings, both reported: σ(ε) in the course, σ(r − f) elsewhere. With several
 * factors, the first is the benchmark of the ratios that need one. Checked against numpy and R.
 */
import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { maximumDrawdown } from "./maximum-drawdown.ts";
import { drawdowns, type Drawdown } from "./drawdowns.ts";
import type { FactorFit, FitRows, Inference, Sample } from "./factor-fit.ts";
import { hedgedPortfolio } from "./hedged-portfolio.ts";
import { leastSquares } from "./least-squares.ts";
import { mean, standardDeviation } from "./moments.ts";
import { isConstant } from "./refuse-degenerate.ts";
import { periodsPerYear } from "./series.ts";

export interface Performance {
  readonly asset: string;
  /** The first factor: the benchmark of r − f, of up and down β and of Treynor. */
  readonly benchmark: string;
  /** Decimal per year. */
  readonly meanAnnual: number;
  readonly volatilityAnnual: number;
  readonly sharpe: number;
  readonly hedgedSharpe: number;
  readonly appraisalRatio: number;
  /** Information ratio of r − f; null where the asset is the benchmark plus a constant. */
  readonly informationRatio: number | null;
  /** σ(ε) per year: the course's tracking error. */
  readonly residualTrackingError: number;
  /** σ(r − f) per year: the industry's tracking error. */
  readonly activeTrackingError: number;
  /** null where β is 0. */
  readonly treynor: number | null;
  /** Of the compounded excess returns. */
  readonly maximumDrawdown: Drawdown;
  /** The largest, deepest first: five at the most. */
  readonly drawdowns: readonly Drawdown[];
  /** β over the rows where the benchmark rose, and where it fell; null with fewer than 3, or a constant benchmark. */
  readonly upBeta: RegimeBeta | null;
  readonly downBeta: RegimeBeta | null;
  readonly adjustedBeta: number;
  /** Years of data until t(α) is 2, at the fit's own standard error: years·(2/t)². ∞ where α is 0. */
  readonly yearsToSignificance: number;
  readonly sample: Sample;
  readonly inference: Inference;
}

const shownDrawdowns = 5;

export interface RegimeBeta {
  readonly beta: number;
  readonly standardError: number;
  readonly observations: number;
}

/**
 * Performance on the rows of a fit. The drawdown may have more: days that are known and no row of the regression. Errors: `exact-fit`, where the appraisal ratio has no residual risk.
 *
 * @example
 * ```ts
 * const performance = performanceOf(exampleFit());
 * performance.ok && Math.abs(performance.value.hedgedSharpe - performance.value.appraisalRatio) < 1e-12; // → true
 * ```
 */
export function performanceOf(fit: FactorFit, growthRows: Pick<FitRows, "days" | "asset"> = fit.rows): Outcome<Performance, EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const hedged = hedgedPortfolio(fit);
  if (!hedged.ok) return hedged;
  const periods = periodsPerYear[fit.sample.frequency];
  const returns = fit.rows.asset;
  const benchmark = fit.rows.factors[0];
  const beta = fit.betas[0].value;
  const active = returns.map((value, row) => value - benchmark[row]!);
  const activeRisk = standardDeviation(active);
  const meanAnnual = fit.moments.asset.mean * periods;
  const volatilityAnnual = Math.sqrt(fit.moments.asset.variance * periods);
  const residualTrackingError = Math.sqrt(fit.moments.residualVariance * periods);
  return success({
    asset: fit.asset,
    benchmark: fit.factors[0],
    meanAnnual,
    volatilityAnnual,
    sharpe: meanAnnual / volatilityAnnual,
    hedgedSharpe: hedged.value.meanAnnual / hedged.value.volatilityAnnual,
    appraisalRatio: fit.alphaAnnual.value / residualTrackingError,
    informationRatio: activeRisk === 0 ? null : (mean(active) / activeRisk) * Math.sqrt(periods),
    residualTrackingError,
    activeTrackingError: activeRisk * Math.sqrt(periods),
    treynor: beta === 0 ? null : meanAnnual / beta,
    maximumDrawdown: maximumDrawdown(growthRows.days, growthRows.asset),
    drawdowns: drawdowns(growthRows.days, growthRows.asset).slice(0, shownDrawdowns),
    upBeta: regimeBeta(returns, benchmark, (value) => value > 0),
    downBeta: regimeBeta(returns, benchmark, (value) => value < 0),
    adjustedBeta: adjustedBeta(beta),
    yearsToSignificance: yearsToSignificance(fit.alpha.tStat / Math.sqrt(fit.sample.observations / periods)),
    sample: fit.sample,
    inference: fit.inference,
  });
}

/** Blume (1971): shrunk by a third towards 1. */
export const adjustedBeta = (beta: number): number => (2 / 3) * beta + 1 / 3;

/**
 * Years of such data until t(α) = 2, as t grows with their root: (2/ratio)². The ratio is t per √year at whatever
 * standard error is meant; with classical errors it is the appraisal ratio, but for terms of 1/n. ∞ for a ratio of 0.
 */
export const yearsToSignificance = (ratio: number): number => (2 / ratio) ** 2;

function regimeBeta(returns: Float64Array, benchmark: Float64Array, isInRegime: (value: number) => boolean): RegimeBeta | null {
  const mask = benchmark.map((value) => (isInRegime(value) ? 1 : 0));
  const column = benchmark.filter((_, row) => mask[row] === 1);
  if (column.length < 3 || isConstant(column)) return null;
  const line = leastSquares(returns.filter((_, row) => mask[row] === 1), [column]);
  return { beta: line.coefficients[1]!, standardError: line.standardErrors[1]!, observations: column.length };
}
