import type { Focus } from "../../asking/understanding.ts";
import type { CaptureRatios } from "../../engine/capture-ratios.ts";
import { referenceOf } from "../../engine/coefficient-test.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { MarketTiming } from "../../engine/market-timing.ts";
import type { RegimeBeta } from "../../engine/performance.ts";
import { periodsPerYear } from "../../engine/series.ts";
import type { FiguresOf } from "../../render/analysis-figures.ts";
import { asTyped, estimate, interval, number, percent, percentEstimate, pValue, rounded, share } from "../../render/numbers.ts";
import { timingWords, upDownWords } from "../../render/replies/ups-and-downs.ts";
import { annualMean, meanAnswer, ratioAnswer } from "./estimates.ts";
import { fitAnswer } from "./one-regression.ts";

/** Return for risk: each with its interval, and the verdict on a hypothesis about a ratio. */
export function performanceAnswer(focus: Focus, figures: FiguresOf<"performance">): string | null {
  const { performance, inference, fit, deciding } = figures;
  const { asset, benchmark } = performance;
  switch (focus.quantity) {
    case "sharpe":
      return ratioAnswer(`${asset}'s Sharpe ratio`, performance.sharpe, inference.sharpe?.annual ?? null, focus);
    case "hedged-sharpe":
      return ratioAnswer(`${asset}'s hedged Sharpe ratio`, performance.hedgedSharpe, inference.appraisal?.annual ?? null, focus, `; unhedged ${number(performance.sharpe, 3)}`);
    case "appraisal":
      return ratioAnswer(`${asset}'s appraisal ratio`, performance.appraisalRatio, inference.appraisal?.annual ?? null, focus, `; α ${percentEstimate(fit.alphaAnnual.value, fit.alphaAnnual.standardError)} over σ(ε) ${percent(performance.residualTrackingError)}`);
    case "information-ratio":
      return performance.informationRatio === null
        ? `${asset} has no information ratio: r − ${benchmark} never varies.`
        : ratioAnswer(`${asset}'s information ratio against β = 1`, performance.informationRatio, inference.information?.annual ?? null, focus, `; with the hedge's β it is the appraisal ratio, ${number(performance.appraisalRatio, 3)}`);
    case "treynor":
      return performance.treynor === null || deciding.betas[0].interval[0] <= 0
        ? `${asset}'s Treynor ratio is not meaningful: the interval of β is not above 0.`
        : meanAnswer(`${asset}'s Treynor ratio, per unit of β,`, performance.treynor, inference.treynor ? { ...inference.treynor, reference: referenceOf(inference.treynor) } : null, focus);
    case "timing":
      return inference.timing === null ? `These rows allow no test of ${asset}'s timing.` : timingAnswer(asset, inference.timing);
    case "capture":
      return inference.capture === null ? `${benchmark} rose or fell on too few rows for capture ratios.` : captureAnswer(asset, inference.capture);
    case "drawdown": {
      const { depth, peak, trough, recovered } = performance.maximumDrawdown;
      if (depth === 0) return `${asset} never fell on these rows: its largest drawdown is none.`;
      return `${asset}'s largest drawdown is ${share(depth)}, ${peak ?? "from the start"} to ${trough}, ${recovered === null ? "not recovered since" : `recovered ${recovered}`}.`;
    }
    case "years-needed":
      return yearsAnswer(focus, figures);
    case "up-down-beta":
      return performance.upBeta === null || performance.downBeta === null
        ? `Too few rows for a β of rising and one of falling days.`
        : `β is ${sideWords(performance.upBeta, inference.upDown?.sides.up, fit)} when ${benchmark} rose and ${sideWords(performance.downBeta, inference.upDown?.sides.down, fit)} when it fell${inference.upDown ? `: ${upDownWords(inference.upDown)} (${pValue(inference.upDown.deciding.pValue)})` : ""}.`;
    case "residual-volatility":
    case "tracking-error":
      return `σ(ε), ${asset}'s hedged volatility and the course's tracking error, is ${percent(performance.residualTrackingError)} a year.`;
    case "mean-return":
      return meanAnswer(`${asset}'s mean excess return`, performance.meanAnnual, annualMean(fit), focus);
    case "volatility":
      return `${asset}'s volatility is ${percent(performance.volatilityAnnual)} a year.`;
    case "cumulative-return":
      return null;
    default:
      return fitAnswer(focus, { fit, deciding });
  }
}

/** A side's β with the errors that were asked for. */
function sideWords({ beta, standardError }: RegimeBeta, robust: Estimate | undefined, { inference }: FactorFit): string {
  const error = robust && inference.covariance !== "classical" ? robust.standardError : standardError;
  return `${estimate(beta, error)} (s.e. ${number(error, 2)})`;
}

function timingAnswer(asset: string, timing: MarketTiming): string {
  const { value, standardError, interval: ends, pValue: p } = timing.gamma;
  return `${asset}'s Treynor–Mazuy γ is ${rounded(value, standardError)}, 95% interval ${interval(ends, standardError)} (${pValue(p)}): ${timingWords(timing)}.`;
}

function captureAnswer(asset: string, { benchmark, up, down }: CaptureRatios): string {
  const written = ({ value, standardError, interval: ends }: Estimate): string => `${estimate(value, standardError)}, 95% interval ${interval(ends, standardError)}`;
  return `${asset}'s mean return was ${written(up)}, times ${benchmark}'s own when ${benchmark} rose, and ${written(down)}, times it when ${benchmark} fell.`;
}

/** Years until t(α) reaches the target: with the estimated α, or with one that is supposed. */
function yearsAnswer({ tTarget, supposedAlpha }: Focus, { performance, fit }: FiguresOf<"performance">): string {
  const target = tTarget ?? 2;
  if (supposedAlpha !== null) {
    const perYear = fit.alphaAnnual.standardError * Math.sqrt(fit.sample.observations / periodsPerYear[fit.sample.frequency]);
    const years = ((target * perYear) / supposedAlpha) ** 2;
    return `With an α of ${percent(supposedAlpha)} a year and ${performance.asset}'s own σ(ε), ${percent(performance.residualTrackingError)}, t(α) = ${asTyped(target)} takes ${number(years, 3)} years.`;
  }
  const years = performance.yearsToSignificance * (target / 2) ** 2;
  if (!Number.isFinite(years) || fit.alpha.value <= 0) return `These rows' α is not above zero, so no number of years makes it significantly positive.`;
  const isPast = fit.alpha.tStat >= target ? `; these rows are past it, t = ${number(fit.alpha.tStat)}` : "";
  return `An α of this size and risk needs ${number(years, 3)} years for t(α) = ${asTyped(target)}${isPast}.`;
}
