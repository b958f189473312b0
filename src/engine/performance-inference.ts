/**
 * What the measures of performance.ts are worth on their rows: the intervals of the Sharpe, appraisal and information
 * ratios (sharpe-inference.ts) and of Treynor's (treynor-inference.ts), whether β differs between rising and falling rows (up-down-beta.ts), and the years that
 * an appraisal ratio like this needs (power-years.ts), what it caught of rises and falls (capture-ratios.ts) and timing (market-timing.ts). Equations, sources and conventions stand in those files.
 *
 * Errors are robust where there are rows enough for that (robust-fit.ts): hac, or iid (Mertens) across gaps in the
 * dates and with few rows. The two betas and their difference have the errors of the fit where those are robust, HC1 where
 * they are classical, and classical ones with few rows.
 */
import { ratioForFewRows } from "./ratio-few-rows.ts";
import type { Outcome } from "../outcome.ts";
import { captureRatios, type CaptureRatios } from "./capture-ratios.ts";
import { marketTiming, type MarketTiming } from "./market-timing.ts";
import type { FactorFit } from "./factor-fit.ts";
import { powerYears } from "./power-years.ts";
import type { PowerYears } from "./power-years.ts";
import type { EngineProblem } from "./problem.ts";
import { robustLags, rowsNeeded } from "./robust-fit.ts";
import { appraisalInference, informationInference, sharpeInference } from "./sharpe-inference.ts";
import type { RatioInference, RatioRequest } from "./sharpe-inference.ts";
import { assetColumn } from "./influence-estimate.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import { treynorInference } from "./treynor-inference.ts";
import { upDownBeta } from "./up-down-beta.ts";
import type { UpDownBeta } from "./up-down-beta.ts";

/** What the rows don't allow is null. */
export interface PerformanceInference {
  readonly sharpe: RatioInference | null;
  readonly appraisal: RatioInference | null;
  readonly information: RatioInference | null;
  /** Per year. */
  readonly treynor: SampledEstimate | null;
  readonly upDown: UpDownBeta | null;
  readonly capture: CaptureRatios | null;
  readonly timing: MarketTiming | null;
  readonly power: PowerYears | null;
}

export function performanceInference(fit: FactorFit): PerformanceInference {
  const request = ratioRequest(fit);
  return {
    sharpe: forFewRows(sharpeInference(assetColumn(fit), request), 1),
    appraisal: forFewRows(appraisalInference(fit, request), fit.factors.length + 1),
    information: forFewRows(informationInference(fit, request), 1),
    treynor: fit.exact ? null : valueOf(treynorInference(fit, request.method === "iid" ? { lags: 0, level: request.level } : request)),
    upDown: upDownOf(fit),
    capture: captureRatios(fit),
    timing: valueOf(marketTiming(fit)),
    power: powerYears(fit),
  };
}

function upDownOf(fit: FactorFit): UpDownBeta | null {
  const { covariance, lags } = fit.inference;
  const requested = covariance === "classical" ? null : valueOf(upDownBeta(fit, { covariance, ...(covariance === "hac" ? { lags } : {}) }));
  return requested ?? valueOf(upDownBeta(fit, { covariance: rowsNeeded(fit.sample) === null ? "hc1" : "classical" }));
}

function ratioRequest(fit: FactorFit): RatioRequest {
  const { lags, level } = robustLags(fit);
  return lags === 0 || rowsNeeded(fit.sample) !== null ? { method: "iid", level } : { method: "hac", lags, level };
}

function forFewRows(ratio: Outcome<RatioInference, EngineProblem>, coefficients: number): RatioInference | null {
  return ratio.ok ? ratioForFewRows(ratio.value, coefficients) : null;
}

const valueOf = <T>(outcome: Outcome<T, EngineProblem>): T | null => (outcome.ok ? outcome.value : null);
