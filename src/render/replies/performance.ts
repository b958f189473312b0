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
        yearsLine(performance, fit),
        "",
        `Information ratio against β = 1 (r − ${benchmark}): ${orNone(performance.informationRatio)}`,
        `Tracking error, the course's σ(ε): ${percent(performance.residualTrackingError)} a year`,
        `Tracking error elsewhere, σ(r − ${benchmark}): ${percent(performance.activeTrackingError)} a year`,
        drawdownLine(performance),
        `Treynor ratio, mean over β: ${treynorWords(performance, fit)}`,
        `β when ${benchmark} rose: ${regimeWords(performance.upBeta)}`,
        `β when ${benchmark} fell: ${regimeWords(performance.downBeta)}`,
        `Adjusted β (⅔ · β + ⅓): ${number(performance.adjustedBeta)}`,
        "",
        verdict(performance, fit),
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

/** The chapter's caution (6.9.2): two estimates are compared, not tested. */
function verdict({ asset, benchmark, sharpe, hedgedSharpe }: Performance, { moments }: FactorFit): string {
  const figures = `from ${number(sharpe, 3)} to ${number(hedgedSharpe, 3)}`;
  const compared = "These are two estimates compared, not a test.";
  if (hedgedSharpe > sharpe) return `Hedging raised the Sharpe ratio in these rows, ${figures}: what ${asset} earned beside its **factor risk** was paid better per unit of risk. ${compared}`;
  if (hedgedSharpe === sharpe) return `Hedging left the Sharpe ratio as it was, ${number(sharpe, 3)}.`;
  const premium = moments.factors[0].mean > 0 ? ` A hedge also gives up the premium that ${benchmark} earned.` : "";
  return `Hedging lowered the Sharpe ratio in these rows, ${figures}.${premium} ${compared}`;
}

function drawdownLine({ maximumDrawdown: { depth, peak, trough, recovered } }: Performance): string {
  if (depth === 0) return "Largest drawdown: none, it never fell";
  return `Largest drawdown of the compounded excess returns: ${share(depth)}, ${peak ?? "from the start"} to ${trough}, ${recovered === null ? "not recovered" : `recovered ${recovered}`}`;
}

const regimeWords = (regimeBeta: RegimeBeta | null): string =>
  regimeBeta ? `${estimate(regimeBeta.beta, regimeBeta.standardError)} (s.e. ${number(regimeBeta.standardError, 2)})` : "too few rows";

const orNone = (value: number | null): string => (value === null ? "none, r − f never varies" : `${number(value, 3)} a year`);

/** What an appraisal ratio like this one needs; nothing for an α that is not above 0. */
function yearsLine({ yearsToSignificance, appraisalRatio }: Performance, { alpha }: FactorFit): string {
  if (!(alpha.value > 0)) return "Years until t(α) = 2: none, α is not above 0";
  const needed = `An appraisal ratio of ${number(appraisalRatio, 3)} needs **${number(yearsToSignificance, 3)} years** for t(α) = 2`;
  return alpha.tStat >= 2 ? `${needed}; these rows are past it` : needed;
}

/** A mean over β means something where β is surely above 0. */
function treynorWords({ treynor }: Performance, { betas }: FactorFit): string {
  const low = betas[0].interval[0];
  return treynor === null || low <= 0 ? "not meaningful, the interval of β is not above 0" : `${percent(treynor)} a year`;
}
