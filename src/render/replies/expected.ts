import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { analysisReply, annualFactorOf, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { expectedBars } from "../charts/expected-bars.ts";
import { expectedCode } from "../code/expected-code.ts";
import { estimate, interval, percent, percentEstimate, pValue } from "../numbers.ts";
import { fitRecipe, type SeriesProvenance } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface ExpectedResult {
  readonly fit: FactorFit;
  readonly expected: ExpectedReturn;
}

/** E[r] = rf + α + β·E[f], each part per year (chapter 6.6.2). */
export function expectedReply({ fit, expected }: ExpectedResult, context: AnalysisContext): Reply {
  const { asset, total, parts } = expected;
  return analysisReply(
    {
      title: `${asset}: E[r] = ${percent(total.annual)} a year`,
      lines: [
        `**E[r] = ${percent(total.annual)} a year** (${annualFactorOf(fit.sample)}), ${percent(total.perPeriod)} per ${periodOf(fit.sample)}`,
        ...parts.map((part) => partLine(part, fit, subtractedFrom(fit, context.sources))),
        "",
        paidSentence(expected),
        alphaSentence(fit),
      ],
      hint: `Which of the ${String(parts.length)} parts would you trust to be there next year, and which one is the hardest to know?`,
      recipe: fitRecipe(fit, context.sources),
      picture: expectedBars(expected),
      code: expectedCode(fit, context),
      lesson: "expected-return",
      nextSteps: [
        { label: "Track it", command: "track", options: context.call.options },
        { label: "Performance", command: "performance", options: context.call.options },
      ],
      result: { fit, expected },
    },
    context,
  );
}

/** A good model of expected returns leaves an α of 0; what its interval says of that, and no more. */
function alphaSentence({ alpha, asset }: FactorFit): string {
  return alpha.pValue < 0.05
    ? `In a good model of expected returns α is 0. ${asset}'s interval leaves out 0: skill, mispricing, a factor that is missing, or luck and a ticker chosen after the fact.`
    : "In a good model of expected returns α is 0. The interval of α holds 0, so these rows don't speak against that; they don't prove it.";
}

/** What the parts paid for in these rows; a premium below 0 paid nobody. */
function paidSentence({ parts }: ExpectedReturn): string {
  const premium = parts.filter(({ part }) => part === "premium").reduce((sum, { annual: aYear }) => sum + aYear, 0);
  const factorRisk = premium > 0 ? "In these rows waiting paid rf and bearing **factor risk** paid β · E[f]" : "In these rows waiting paid rf, and bearing **factor risk** cost: β · E[f] is not above 0";
  return `${factorRisk}; the rest is α. These are the sample's averages, not a forecast.`;
}

/** Which rate was subtracted, where it may be another one than RF. */
function subtractedFrom({ asset }: FactorFit, sources: readonly SeriesProvenance[]): string {
  const own = sources.find(({ id }) => id === asset);
  if (own === undefined || own.kind !== "excess") return "";
  const rate = own.layout === "course" ? "the 3-month Treasury yield ÷ 252" : "a rate that is not in it";
  return `; ${asset}'s file has excess returns, less ${rate}, so E[r] is off by the difference of the two`;
}

function partLine({ part, series, annual: aYear }: ExpectedPart, fit: FactorFit, subtractedWords: string): string {
  switch (part) {
    case "risk-free":
      return `rf = **${percent(aYear)}**, the mean of ${series}${subtractedWords}`;
    case "alpha": {
      const { value, standardError, interval: ends } = fit.alphaAnnual;
      return `α = **${percentEstimate(value, standardError)}** · 95% interval ${interval(ends, standardError, "%")} (${pValue(fit.alpha.pValue)})`;
    }
    case "premium": {
      const beta = fit.betas.find(({ term }) => term === series);
      const mean = fit.moments.factors.find(({ factor }) => factor === series)?.mean ?? 0;
      const digits = beta ? estimate(beta.value, beta.standardError) : "";
      return `β · E[${series}] = **${percent(aYear)}**: β = ${digits}, ${series}'s mean ${percent(mean, 3)} per ${periodOf(fit.sample)}`;
    }
  }
}
