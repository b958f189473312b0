import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import type { TrackingPortfolio } from "../../engine/tracking-portfolio.ts";
import { analysisReply, annualFactorOf, periodOf, rowsOf, type AnalysisContext } from "../analysis-reply.ts";
import { annualInterval } from "../annual-interval.ts";
import { trackingScatter } from "../charts/tracking-scatter.ts";
import { robustCode } from "../code/fit-code.ts";
import { premiumCode } from "../code/inference-code.ts";
import { trackCode } from "../code/track-code.ts";
import { dollarEstimate, interval, number, percent, percentEstimate, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";
import { robustFigures, robustInterval, type RobustPair } from "../robust.ts";

export interface TrackResult extends RobustPair {
  readonly tracking: TrackingPortfolio;
  /** The mean of the tracking return with its error; null where the rows don't allow one. */
  readonly premium: SampledEstimate | null;
  /** What the tracking portfolio leaves behind. */
  readonly hedged: HedgedPortfolio;
}

/** The tracking portfolio, β·f, and the remainder of the asset (chapter 6.7.4). */
export function trackReply(result: TrackResult, context: AnalysisContext): Reply {
  const { fit, robust, tracking, premium, hedged } = result;
  const { asset, betas, alphaAnnual, sample, factors } = fit;
  const aYear = `a year (${annualFactorOf(sample)})`;
  return analysisReply(
    {
      title: `${asset}'s tracking portfolio: ${betas.map((beta) => `${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}`).join(", ")}`,
      titleOfFewRows: `${asset}: ${rowsOf(sample)} are too few to know what tracks it`,
      lines: [
        ...betas.map(
          (beta, place) =>
            `**${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}** for $1 of ${asset} · 95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(result, (each) => each.betas[place])}`,
        ),
        `Tracking return β · f: mean **${percent(tracking.meanAnnual)}** ${aYear}${annualInterval(premium, sample)}`,
        `It carries R² = ${number(fit.rSquared, 3)}, that is ${share(fit.rSquared)} of ${asset}'s variance`,
        "",
        `The tracking portfolio has ${asset}'s β and all of its factor risk, and neither α nor ε: anyone can hold it with ${factors.join(" and ")} alone.`,
      ],
      more: [
        `Tracking return: volatility **${percent(tracking.volatilityAnnual)}** a year`,
        `Left behind: α = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} ${aYear}, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}${robustInterval(result, (each) => each.alphaAnnual, { unit: "%" })}`,
        `σ(ε) = ${percent(hedged.volatilityAnnual)} a year, the course's tracking error`,
      ],
      hint: `Take the tracking return away from ${asset}'s, ${periodOf(sample)} by ${periodOf(sample)}. What are the mean, the volatility and the β of the rest?`,
      recipe: fitRecipe(fit, context.sources),
      picture: trackingScatter(fit, tracking),
      code: [...trackCode(fit, context), ...(premium ? premiumCode(premium) : []), ...robustCode(robust)],
      lesson: "tracking-portfolio",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: context.call.options },
        { label: "Performance", command: "performance", options: context.call.options },
      ],
      result: { fit, ...(robust ? { robust: robustFigures(robust) } : {}), tracking, ...(premium ? { premium } : {}), hedged },
    },
    context,
  );
}
