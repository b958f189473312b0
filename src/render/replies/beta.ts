import type { FactorFit } from "../../engine/factor-fit.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { scatterWithFit } from "../charts/scatter-with-fit.ts";
import { fitCode } from "../code/fit-code.ts";
import { estimate, interval, number, percentEstimate, pValue, share } from "../numbers.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import type { Reply } from "../reply.ts";

/** α, β and R² of one asset on one factor, as the chapter reads them (6.4.4). */
export function betaReply(fit: FactorFit, context: AnalysisContext): Reply {
  const beta = fit.betas[0];
  if (!beta) throw new Error("a one-factor fit has one beta");
  const { alpha, alphaAnnual, asset, sample } = fit;
  const digits = estimate(beta.value, beta.standardError);
  return analysisReply(
    {
      title: `${asset} on ${beta.term}: β = ${digits}`,
      lines: [
        `**β = ${digits}** · 95% interval ${interval(beta.interval, beta.standardError)} (s.e. ${number(beta.standardError, 2)})`,
        `**α = ${percentEstimate(alpha.value, alpha.standardError)} per ${periodOf(sample)}** · 95% interval ${interval(alpha.interval, alpha.standardError, "%")} (${pValue(alpha.pValue)})`,
        `α a year (${annualFactorOf(sample)}) = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} · 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}`,
        `**R² = ${number(fit.rSquared, 3)}** · ${share(fit.rSquared)} factor risk, ${share(1 - fit.rSquared)} idiosyncratic risk`,
        "",
        sensitivity(fit),
      ],
      hint: hint(fit),
      recipe: recipeLine({
        formula: `${asset} ~ ${beta.term}`,
        sample,
        estimator: estimatorWords(fit.inference),
        sources: context.sources,
      }),
      picture: scatterWithFit(fit),
      code: fitCode(fit, context),
      lesson: "beta",
      nextSteps: [
        { label: "Residuals", command: "residuals", options: { ticker: asset, factor: beta.term, ...sameRows(context) } },
        { label: "Hedge it", command: "hedge", options: { ticker: asset, factor: beta.term, ...sameRows(context) } },
      ],
      result: { fit },
    },
    context,
  );
}

/** The chapter's reading of β (6.4.4), with what its interval allows to say. */
function sensitivity({ asset, betas }: FactorFit): string {
  const beta = betas[0]!;
  const [low, high] = beta.interval;
  const moves = `when ${beta.term} moves 1%, ${asset} moves ${estimate(beta.value, beta.standardError)}% on average`;
  if (low > 1) return `${asset} is **aggressive**: ${moves}.`;
  if (high < 1) return `${asset} is **${beta.value < 0 ? "a hedge" : "defensive"}**: ${moves}.`;
  return `${asset}'s sensitivity can't be told apart from the market's own (β = 1): ${moves}.`;
}

function hint({ alpha, alphaAnnual, asset }: FactorFit): string {
  return alpha.pValue < 0.05
    ? `The interval of α leaves out 0. Is an α of ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} a year a good bet? Look at what risk it takes to earn it.`
    : `The interval of α holds 0. How many years of data would it take to be sure that ${asset}'s α is not luck?`;
}
