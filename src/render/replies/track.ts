import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import type { TrackingPortfolio } from "../../engine/tracking-portfolio.ts";
import { analysisReply, annualFactorOf, periodOf, type AnalysisContext } from "../analysis-reply.ts";
import { trackingScatter } from "../charts/tracking-scatter.ts";
import { trackCode } from "../code/track-code.ts";
import { dollarEstimate, interval, number, percent, percentEstimate, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface TrackResult {
  readonly fit: FactorFit;
  readonly tracking: TrackingPortfolio;
  /** What the tracking portfolio leaves behind. */
  readonly hedged: HedgedPortfolio;
}

/** The tracking portfolio, β·f, and the remainder of the asset (chapter 6.7.4). */
export function trackReply({ fit, tracking, hedged }: TrackResult, context: AnalysisContext): Reply {
  const { asset, betas, alphaAnnual, sample, factors } = fit;
  const aYear = `a year (${annualFactorOf(sample)})`;
  return analysisReply(
    {
      title: `${asset}'s tracking portfolio: ${betas.map((beta) => `${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}`).join(", ")}`,
      lines: [
        ...betas.map(
          (beta) =>
            `**${dollarEstimate(beta.value, beta.standardError)} of ${beta.term}** for $1 of ${asset} · 95% interval of β ${interval(beta.interval, beta.standardError)}`,
        ),
        `Tracking return β · f: mean **${percent(tracking.meanAnnual)}** ${aYear}, volatility **${percent(tracking.volatilityAnnual)}** a year`,
        `It carries R² = ${number(fit.rSquared, 3)}, that is ${share(fit.rSquared)} of ${asset}'s variance`,
        `Left behind: α = ${percentEstimate(alphaAnnual.value, alphaAnnual.standardError)} ${aYear}, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}; σ(ε) = ${percent(hedged.volatilityAnnual)} a year, the course's tracking error`,
        "",
        `The tracking portfolio has ${asset}'s β and all of its factor risk, and neither α nor ε: anyone can hold it with ${factors.join(" and ")} alone.`,
      ],
      hint: `Take the tracking return away from ${asset}'s, ${periodOf(sample)} by ${periodOf(sample)}. What are the mean, the volatility and the β of the rest?`,
      recipe: fitRecipe(fit, context.sources),
      picture: trackingScatter(fit, tracking),
      code: trackCode(fit, context),
      lesson: "tracking-portfolio",
      nextSteps: [
        { label: "Hedge it", command: "hedge", options: context.call.options },
        { label: "Performance", command: "performance", options: context.call.options },
      ],
      result: { fit, tracking, hedged },
    },
    context,
  );
}
