import type { FactorFit } from "../../engine/factor-fit.ts";
import type { HedgedPortfolio } from "../../engine/hedged-portfolio.ts";
import { capitalized } from "../capitalized.ts";
import { analysisReply, annualFactorOf, type AnalysisContext } from "../analysis-reply.ts";
import { hedgedScatter } from "../charts/hedged-scatter.ts";
import { hedgeCode } from "../code/hedge-code.ts";
import { dollarEstimate, fixed, interval, number, percent, share } from "../numbers.ts";
import { fitRecipe } from "../recipe.ts";
import type { Reply } from "../reply.ts";

export interface HedgeResult {
  readonly fit: FactorFit;
  readonly hedged: HedgedPortfolio;
}

/** The hedged portfolio, r − β·f = α + ε, or the hedge to a target share of factor variance (chapter 6.7.5). */
export function hedgeReply({ fit, hedged }: HedgeResult, context: AnalysisContext): Reply {
  const { asset, alphaAnnual, sample } = fit;
  const aYear = `a year (${annualFactorOf(sample)})`;
  const isFullHedge = hedged.targetShare === 0;
  const { target: _target, ...options } = context.call.options;
  return analysisReply(
    {
      title: `${asset} ${hedged.targetShare > fit.rSquared ? "levered" : "hedged"}: for $1, ${tradeWords({ fit, hedged }).join(", ")}`,
      lines: [
        ...tradeWords({ fit, hedged }).map((leg, place) => `**${capitalized(leg)}** for $1 of ${asset} · 95% interval of β${isFullHedge ? "" : " itself"} ${betaInterval(fit, place)}`),
        isFullHedge
          ? `**Mean = ${percent(hedged.meanAnnual)}** ${aYear} = α, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}`
          : `**Mean = ${percent(hedged.meanAnnual)}** ${aYear}, of which α = ${percent(alphaAnnual.value)}, 95% interval ${interval(alphaAnnual.interval, alphaAnnual.standardError, "%")}`,
        `**Volatility = ${percent(hedged.volatilityAnnual)}** a year${isFullHedge ? " = σ(ε)" : ""}; unhedged, R² = ${number(fit.rSquared, 3)} of the variance is factor risk`,
        ...exposureLines(hedged),
        "",
        riskSentence({ fit, hedged }),
      ],
      hint: isFullHedge
        ? meanHint({ fit, hedged })
        : "Shares go with the square of what exposure is left. How much of β would you keep for half of this share?",
      recipe: fitRecipe(fit, context.sources),
      picture: hedgedScatter(fit, hedged),
      code: hedgeCode(fit, hedged, context),
      lesson: isFullHedge ? "hedged-portfolio" : "partial-hedge",
      nextSteps: [
        { label: "Size it", command: "size", options },
        isFullHedge
          ? { label: "Keep 20% factor risk", command: "hedge", options: { ...options, target: "20%" } }
          : { label: "Hedge it whole", command: "hedge", options },
      ],
      result: { fit, hedged },
    },
    context,
  );
}

/** "sell $1.188 of Mkt-RF", one a factor. */
const tradeWords = ({ fit, hedged }: HedgeResult): readonly string[] =>
  hedged.hedges.map(
    ({ factor, dollars }, index) =>
      `${dollars < 0 ? "sell" : "buy"} ${dollarEstimate(Math.abs(dollars), fit.betas[index]?.standardError ?? 0)} of ${factor}`,
  );

function betaInterval({ betas }: FactorFit, index: number): string {
  const beta = betas[index];
  return beta ? interval(beta.interval, beta.standardError) : "";
}

function exposureLines({ exposures, targetShare, factorShare }: HedgedPortfolio): readonly string[] {
  const zeros = exposures.map(({ factor, beta, correlation }) => `${factor}: β ${fixed(beta, 6)}, correlation ${fixed(correlation, 6)}`);
  if (targetShare === 0) return [`Measured on the hedged returns, to 6 decimals as the chapter checks it: ${zeros.join("; ")}`];
  return [
    `Exposure kept: ${exposures.map(({ factor, beta, correlation }) => `β = ${number(beta)} to ${factor} (correlation ${number(correlation, 3)})`).join("; ")}`,
    `Factor share of the variance that is left: ${share(factorShare)}`,
  ];
}

function riskSentence({ fit, hedged }: HedgeResult): string {
  if (hedged.targetShare === 0) {
    return `What is left of ${fit.asset} is α + ε: its **idiosyncratic risk** and its α, with no factor risk by construction. β is estimated, so tomorrow's hedge is as good as the estimate.`;
  }
  const target = `You asked for ${share(hedged.targetShare)} of the variance as factor risk; without any hedge it is ${share(fit.rSquared)}.`;
  if (hedged.targetShare > fit.rSquared) return `${target} This adds exposure: it is **levering up, not a hedge**.`;
  const [only, second] = fit.betas;
  const sign = only.value < 0 ? "−" : "";
  return !second ? `${target} xh = ${sign}√(v · Var(ε) / ((1 − v) · Var(f))) − β.` : `${target} All exposures shrink by the same factor.`;
}

/** How the mean changed with the hedge, in these rows. */
function meanHint({ fit, hedged }: HedgeResult): string {
  const before = fit.moments.asset.mean;
  const change = hedged.mean < before ? "fell with the volatility" : hedged.mean > before ? "rose while the volatility fell" : "stayed while the volatility fell";
  return `The mean ${change}. Is the hedged position the better bet? Compare what each earns for its risk.`;
}
