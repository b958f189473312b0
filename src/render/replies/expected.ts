import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { analysisReply, annualFactorOf, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { expectedBars } from "../charts/expected-bars.ts";
import { expectedCode } from "../code/expected-code.ts";
import { estimate, interval, percent, percentEstimate, pValue } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
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
        ...parts.map((part) => partLine(part, fit)),
        "",
        `You are paid for waiting (rf), for bearing **factor risk** (β · E[f]), and the rest is α. These are the sample's averages, not a forecast.`,
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

function partLine({ part, series, annual: aYear }: ExpectedPart, fit: FactorFit): string {
  switch (part) {
    case "risk-free":
      return `rf = **${percent(aYear)}**, the mean of ${series}`;
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
