import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Performance, RegimeBeta } from "../../engine/performance.ts";
import { analysisReply, annualFactorOf, type AnalysisContext } from "../analysis-reply.ts";
import { growthLines, growthWords, type Growth } from "../charts/growth-lines.ts";
import { performanceCode } from "../code/performance-code.ts";
import { estimate, interval, number, percent, percentEstimate, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface PerformanceResult {
  readonly fit: FactorFit;
  readonly performance: Performance;
  readonly growth: Growth;
}

/** What the asset earned for its risk, unhedged and hedged (chapter 6.9). */
export function performanceReply({ fit, performance, growth }: PerformanceResult, context: AnalysisContext): Reply {
  const { asset, benchmark, sharpe, hedgedSharpe, appraisalRatio } = performance;
  const { alphaAnnual } = fit;
  return analysisReply(
    {
      title: `${asset}: Sharpe ratio ${number(sharpe, 3)}, hedged ${number(hedgedSharpe, 3)} a year`,
      lines: [
        `**Sharpe ratio = ${number(sharpe, 3)}** a year: mean ${percent(performance.meanAnnual)} (${annualFactorOf(fit.sample)}) over volatility ${percent(performance.volatilityAnnual)}`,
        `**Appraisal ratio = ${number(appraisalRatio, 3)}** a year: α ${percent(alphaAnnual.value)} over σ(ε) ${percent(performance.residualTrackingError)}`,
        `Hedged Sharpe ratio = ${number(hedgedSharpe, 3)}, the same by construction`,
        `α a year = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")} · t = ${number(fit.alpha.tStat)}`,
        `Years until t(α) = 2: **${years(performance.yearsToSignificance)}**`,
        "",
        `Information ratio against β = 1 (r − ${benchmark}): ${orNone(performance.informationRatio)}`,
        `Tracking error, the course's σ(ε): ${percent(performance.residualTrackingError)} a year`,
        `Tracking error elsewhere, σ(r − ${benchmark}): ${percent(performance.activeTrackingError)} a year`,
        drawdownLine(performance),
        `Treynor ratio, mean over β: ${performance.treynor === null ? "none, β is 0" : `${percent(performance.treynor)} a year`}`,
        `β when ${benchmark} rose: ${regimeWords(performance.upBeta)}`,
        `β when ${benchmark} fell: ${regimeWords(performance.downBeta)}`,
        `Adjusted β (⅔ · β + ⅓): ${number(performance.adjustedBeta)}`,
        "",
        verdict(performance),
      ],
      hint: "Exposure to a factor and exposure to ε both pay. Why are they fundamentally different risks to hold?",
      recipe: fitRecipe(fit, context.sources),
      picture: growthLines(fit, growth),
      words: growthWords(fit, growth),
      code: performanceCode(fit, context),
      lesson: "appraisal-ratio",
      nextSteps: [{ label: "Hedge it", command: "hedge", options: context.call.options }],
      result: { fit, performance },
    },
    context,
  );
}

/** The chapter's caution (6.9.2). */
function verdict({ asset, sharpe, hedgedSharpe }: Performance): string {
  return hedgedSharpe > sharpe
    ? `Hedging raises the Sharpe ratio here: ${asset} is paid better for its **idiosyncratic risk** than for the whole.`
    : `Hedging does not improve the Sharpe ratio here: it gives up the factor's premium with the **factor risk**. The appraisal ratio is the measure of skill all the same.`;
}

function drawdownLine({ maximumDrawdown: { depth, peak, trough, recovered } }: Performance): string {
  if (depth === 0) return "Largest drawdown: none, it never fell";
  return `Largest drawdown: ${share(depth)}, ${peak} to ${trough}, ${recovered === null ? "not recovered" : `recovered ${recovered}`}`;
}

const regimeWords = (regimeBeta: RegimeBeta | null): string =>
  regimeBeta ? `${estimate(regimeBeta.beta, regimeBeta.standardError)} (s.e. ${number(regimeBeta.standardError, 2)})` : "too few rows";

const orNone = (value: number | null): string => (value === null ? "none, r − f never varies" : `${number(value, 3)} a year`);

const years = (value: number): string => (Number.isFinite(value) ? number(value, 3) : "never, α is 0");
