import { monthsPerYear } from "../../calendar.ts";
import type { Focus } from "../../asking/understanding.ts";
import { correlation } from "../../engine/moments.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { annualFactorOf, periodOf } from "../../render/analysis-reply.ts";
import type { FiguresOf } from "../../render/analysis-figures.ts";
import { asTyped, dollars, estimate, number, percent, percentEstimate, share } from "../../render/numbers.ts";
import { annualMean, meanAnswer, yearly } from "./estimates.ts";
import { annualRoot, fitAnswer } from "./one-regression.ts";

/** What is traded against the asset, and what is left: a hedge has no correlation with its factor, by construction. */
export function hedgeAnswer(focus: Focus, { fit, deciding, hedged, amount, isOwn = false }: FiguresOf<"hedge">): string | null {
  // The reply's first line is the answer with those dollars.
  if (isOwn) return null;
  const factors = fit.factors.join(" and ");
  const isWhole = hedged.targetShare === 0;
  const by = isWhole ? " up to rounding, by construction: β·f was taken out" : ": the hedge leaves a part";
  const withFactor = correlation(hedged.returns, fit.rows.factors[0]);
  switch (focus.quantity) {
    case "hedge-amount": {
      const legs = hedged.hedges.map(({ factor, dollars: each }) => `${each < 0 ? "sell" : "buy"} ${amount === null ? `$${number(Math.abs(each))}` : dollars(Math.abs(each) * amount)} of ${factor}`).join(" and ");
      return `To hedge ${amount === null ? "each $1" : dollars(amount)} of ${fit.asset}: ${legs}.`;
    }
    case "hedged-correlation":
      return `The correlation of hedged ${fit.asset} with ${fit.factors[0]} is ${zero(withFactor)}${by}. Unhedged: ${number(correlation(fit.rows.asset, fit.rows.factors[0]), 4)}.`;
    case "hedged-beta":
      return `The β of hedged ${fit.asset} on ${factors} is ${hedged.exposures.map(({ beta }) => zero(beta)).join(" and ")}${by}. Unhedged: ${fit.betas.map((beta) => estimate(beta.value, beta.standardError)).join(" and ")}.`;
    case "hedged-factor-share":
      return `R² of hedged ${fit.asset} on ${factors} is ${zero(hedged.factorShare)}${by}. Unhedged: ${number(fit.rSquared, 3)}.`;
    case "hedged-moments":
      return `Hedged, ${fit.asset} has mean ${percentEstimate(hedged.meanAnnual, fit.alphaAnnual.standardError)}${isWhole ? " (= α)" : ""} and volatility ${percent(hedged.volatilityAnnual)}${isWhole ? " (= σ(ε))" : ""} a year; unhedged volatility ${percent(Math.sqrt(fit.moments.asset.variance) * annualRoot(fit))}.`;
    default:
      return fitAnswer(focus, { fit, deciding });
  }
}

/** 0 for what least squares makes 0: its last digits are rounding. */
const zero = (value: number): string => (Math.abs(value) < 1e-8 ? "0" : number(value, 4));

export function trackAnswer(focus: Focus, { fit, deciding, tracking, amount, move }: FiguresOf<"track">): string | null {
  const own = Math.sqrt(fit.moments.asset.variance);
  const held = amount ?? 1;
  const words = amount === null ? "each $1" : dollars(amount);
  switch (focus.quantity) {
    case "tracking":
      return `Hold ${tracking.holdings.map(({ factor, dollars: each }) => `${amount === null ? `$${number(each)}` : dollars(each * amount)} of ${factor}`).join(" and ")} for ${words} of ${fit.asset}.`;
    case "beaten-tracking":
      return `${fit.asset} beat its tracking portfolio by α = ${percentEstimate(fit.alphaAnnual.value, fit.alphaAnnual.standardError)} a year (${annualFactorOf(fit.sample)}), t = ${number(fit.alphaAnnual.tStat, 3)}: its own mean ${percent(fit.moments.asset.mean * periodsPerYear[fit.sample.frequency])}, the tracking portfolio's ${percent(tracking.meanAnnual)}.`;
    case "what-if": {
      if (move === null) return null;
      const expected = fit.betas[0].value * move;
      return `Where ${fit.factors[0]} moves ${asTyped(100 * move)}% in one ${periodOf(fit.sample)}, ${fit.asset} moves ${percent(expected, 3)} by its β (β · f)${amount === null ? "" : `: ${dollars(expected * amount)} on ${dollars(amount)}`}.`;
    }
    case "dollar-volatility":
      return `${words} of ${fit.asset}: σ is ${amount === null ? percent(own) : dollars(own * held)} per ${periodOf(fit.sample)}, ${amount === null ? percent(own * annualRoot(fit)) : dollars(own * annualRoot(fit) * held)} a year.`;
    case "needed-budget": {
      if (amount === null) return null;
      const residual = Math.sqrt(fit.moments.residualVariance);
      const month = (perRow: number): string => dollars(perRow * annualRoot(fit) / Math.sqrt(monthsPerYear) * amount);
      const year = (perRow: number): string => dollars(perRow * annualRoot(fit) * amount);
      return `To hold ${dollars(amount)} of ${fit.asset}, the volatility budget has to be ${month(own)} a month (${year(own)} a year); hedged ${month(residual)} a month (${year(residual)}).`;
    }
    case "holding-pnl": {
      const periods = periodsPerYear[fit.sample.frequency];
      return `${words} of ${fit.asset}: ${amount === null ? percent(fit.moments.asset.mean * periods) : dollars(fit.moments.asset.mean * periods * held)} a year by its mean excess return, of which α ${amount === null ? percent(fit.alphaAnnual.value) : dollars(fit.alphaAnnual.value * held)}.`;
    }
    default:
      return fitAnswer(focus, { fit, deciding });
  }
}

export function sizeAnswer(focus: Focus, { size: { asset, budget, unhedged, hedged }, fit, deciding }: FiguresOf<"size">): string | null {
  switch (focus.quantity) {
    case "expected-pnl":
      return `Expected P&L a year (${annualFactorOf(fit.sample)}): ${dollars(unhedged.expectedProfit)} total and ${dollars(unhedged.riskAdjustedProfit)} risk-adjusted unhedged; ${dollars(hedged.riskAdjustedProfit)} hedged.`;
    case "position-size":
      return focus.targetVolatility === null
        ? `${dollars(unhedged.dollars)} of ${asset} unhedged, ${dollars(hedged.dollars)} hedged, for ${dollars(budget.dollars)} a ${budget.horizon}.`
        : `For ${share(focus.targetVolatility)} volatility a year on each dollar of capital: $${number(focus.targetVolatility / hedged.volatilityAnnual, 3)} of ${asset} hedged (σ(ε) = ${percent(hedged.volatilityAnnual)}), $${number(focus.targetVolatility / unhedged.volatilityAnnual, 3)} unhedged (σ = ${percent(unhedged.volatilityAnnual)}).`;
    default:
      return fitAnswer(focus, { fit, deciding });
  }
}

export function expectedAnswer(focus: Focus, { fit, deciding, expected, total, isGiven = false }: FiguresOf<"expected">): string | null {
  const isTested = focus.hypothesis !== null && focus.hypothesis.value !== null;
  if (isTested && focus.quantity === "mean-return") return meanAnswer(`${fit.asset}'s mean excess return`, fit.moments.asset.mean * periodsPerYear[fit.sample.frequency], annualMean(fit), focus);
  if (focus.quantity !== "expected-return") return fitAnswer(focus, { fit, deciding });
  // The reply's first line is the answer with those numbers.
  if (isGiven) return null;
  if (isTested) return meanAnswer(`${fit.asset}'s expected return`, expected.total.annual, total ? yearly(total) : null, focus);
  return `${fit.asset}'s expected return is ${percent(expected.total.annual)} a year (${annualFactorOf(fit.sample)}), by the sample's averages.`;
}
