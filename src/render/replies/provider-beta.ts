import { bloombergAdjusted, providerConventions, type Provider } from "../../engine/provider-conventions.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import { analysisReply, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { scatterWithFit } from "../charts/scatter-with-fit.ts";
import { betaCode } from "../code/fit-code.ts";
import { count, estimate, interval, number, share } from "../numbers.ts";
import { estimatorWords, recipeLine, returnsNameOf } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { deciding, errorsWords, robustInterval, robustResults, type RobustPair } from "../robust.ts";
import type { BetaStep } from "../results.ts";

interface ProviderBetaResult {
  readonly pair: RobustPair;
  readonly provider: Provider;
  /** From the course's β to this one, which is the last. */
  readonly steps: readonly BetaStep[];
}

/** β as a provider makes it, and what makes it another number than the course's. */
export function providerBetaReply({ pair, provider, steps }: ProviderBetaResult, context: AnalysisContext): Reply {
  const { fit } = pair;
  const { asset, betas, factors, rSquared, sample } = fit;
  const beta = betas[0];
  const { name, printsAdjusted } = providerConventions[provider];
  const digits = estimate(beta.value, beta.standardError);
  return analysisReply(
    {
      title: `${asset}'s β as ${name} makes it: ${digits}`,
      titleOfFewRows: `${asset}'s β as ${name} makes it: between ${interval(beta.interval, beta.standardError).replace(" to ", " and ")}`,
      lines: [
        `**β = ${digits}** · 95% interval ${interval(beta.interval, beta.standardError)} (s.e. ${number(beta.standardError, 2)})${robustInterval(pair, ({ betas: [own] }) => own)}`,
        ...(printsAdjusted ? [adjustedLine(beta)] : []),
        "",
        "**From the course's β to this one:**",
        ...steps.map((step) => stepLine(step, provider)),
      ],
      more: [
        `R² = ${number(rSquared, 3)}: ${share(rSquared)} factor risk.`,
        `${name} takes prices without dividends, on the S&P 500 itself. Here ${factors[0]} stands for it, and dividends are in the returns where the file has them: that moves a β in its third digit.`,
        ...(printsAdjusted ? ["Adjusted: a third of the way to 1, as βs far from 1 tend to come back (Blume 1971). It is a forecast, no estimate of the past."] : []),
        ...(fit.exact ? [] : [`Verdicts here rest on ${errorsWords(deciding(pair).inference)}: β ${interval(deciding(pair).betas[0].interval, deciding(pair).betas[0].standardError)}.`]),
      ],
      hint: `Each of them is a β of ${asset}. Which would you hedge next month with?`,
      recipe: recipeLine({ formula: `${asset} ~ ${factors[0]}`, sample, estimator: estimatorWords(fit.inference), sources: context.sources }),
      picture: scatterWithFit(pair, { returns: returnsNameOf(context.sources) }),
      code: [...betaCode(pair, context), ...(printsAdjusted ? [`print(f"adjusted beta: {0.67 * model.params['${factors[0]}'] + 0.33:.10g}")`] : [])],
      lesson: "provider-beta",
      nextSteps: [
        { label: "The course's β", command: "beta", options: { ticker: asset } },
        ...(provider === "yahoo" ? [{ label: "Bloomberg's", command: "beta", options: { ticker: asset, as: "bloomberg" } }] : [{ label: "Yahoo's", command: "beta", options: { ticker: asset, as: "yahoo" } }]),
      ],
      result: { fit, ...robustResults(pair), ...(printsAdjusted ? { adjusted: bloombergAdjusted(beta.value) } : {}), steps: steps.map(({ fit: step }) => step.betas[0].value) },
    },
    context,
  );
}

function adjustedLine({ value, standardError, interval: [low, high] }: Estimate): string {
  const scaled = 0.67 * standardError;
  return `**Adjusted β = ${estimate(bloombergAdjusted(value), scaled)}** · 0.67 × raw + 0.33, 95% interval ${interval([bloombergAdjusted(low), bloombergAdjusted(high)], scaled)}`;
}

/** One difference a line, each on top of those above it. */
function stepLine({ change, fit: { betas, factors, sample } }: BetaStep, provider: Provider): string {
  const { years, rows } = providerConventions[provider];
  const beta = `**${estimate(betas[0].value, betas[0].standardError)}**`;
  const rowCount = `n = ${count(sample.observations)}`;
  switch (change) {
    case "course":
      return `${beta} · the course's way: ${sample.frequency}, excess returns, on ${factors[0]}, ${sample.first} to ${sample.last}, ${rowCount}`;
    case "factor":
      return `${beta} · on ${factors[0]}`;
    case "window":
      return `${beta} · the last ${count(years)} years alone, from ${sample.first}, ${rowCount}`;
    case "period":
      return `${beta} · by ${periodOf(sample)}, ${rowCount}${sample.observations < rows ? `: fewer than the ${count(rows)} of ${providerConventions[provider].name}` : ""}`;
    case "rate":
      return `${beta} · the risk-free rate left in`;
  }
}
