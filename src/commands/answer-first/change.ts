import type { Quantity } from "../../asking/asked-quantity.ts";
import type { Focus } from "../../asking/understanding.ts";
import type { BetaChange } from "../../engine/beta-change.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { alphaChangeWords, betaChangeWords, bothSidesWords, hasChangedBy, yearlyVolatility } from "../../render/beta-change-words.ts";
import { number, percent, share } from "../../render/numbers.ts";

/** What is known of both sides. */
export const changeQuantities = [
  "beta", "t-beta", "p-beta", "se-beta", "ci-beta", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha", "volatility", "variance", "residual-volatility", "tracking-error", "r-squared", "factor-share", "idiosyncratic-share", "correlation", "sharpe", "mean-return",
] as const satisfies readonly Quantity[];

/** Has it changed? Both sides of what was asked for; β and α with the test of their difference. */
export function changeAnswer({ quantity, changeSupposed }: Focus, change: BetaChange): string | null {
  const both = (name: string, valueOf: Parameters<typeof bothSidesWords>[2]): string => bothSidesWords(change, name, valueOf);
  const tested = (difference: Estimate, words: string): string => [verdictOn(changeSupposed, difference, change), words].filter((part) => part !== null).join(" ");
  if (/alpha/u.test(quantity)) return tested(change.alphaAnnual, alphaChangeWords(change));
  switch (quantity) {
    case "volatility":
      // "Riskier" may mean either.
      return `${both("volatility", yearlyVolatility)} ${betaChangeWords(change)}`;
    case "variance":
      return both("variance a year", ({ moments, sample }) => number(moments.asset.variance * periodsPerYear[sample.frequency], 3));
    case "residual-volatility":
    case "tracking-error":
      return both("σ(ε)", ({ moments, sample }) => `${percent(Math.sqrt(moments.residualVariance * periodsPerYear[sample.frequency]), 3)} a year`);
    case "r-squared":
    case "factor-share":
      return both("R²", ({ rSquared }) => number(rSquared, 3));
    case "idiosyncratic-share":
      return both("idiosyncratic share", ({ rSquared }) => share(1 - rSquared));
    case "correlation":
      return both("correlation with its factor", ({ betas, rSquared }) => number(Math.sign(betas[0].value) * Math.sqrt(rSquared), 3));
    case "sharpe":
      return both("Sharpe ratio", ({ moments, sample }) => `${number((moments.asset.mean / Math.sqrt(moments.asset.variance)) * Math.sqrt(periodsPerYear[sample.frequency]), 3)} a year`);
    case "mean-return":
      return both("mean excess return", ({ moments, sample }) => `${percent(moments.asset.mean * periodsPerYear[sample.frequency], 3)} a year`);
    default:
      return /beta/u.test(quantity) ? tested(change.beta, betaChangeWords(change)) : null;
  }
}

/** Yes or no to a supposed rise or fall, where the test of the difference shows either; null where it shows none. */
function verdictOn(supposed: Focus["changeSupposed"], difference: Estimate, { inside, outside, rowsNeeded }: BetaChange): string | null {
  if (supposed === undefined || rowsNeeded !== null || !hasChangedBy(difference)) return null;
  const isHigher = difference.value > 0;
  const isLater = inside.sample.first > outside.sample.last;
  const found = isLater ? `it ${isHigher ? "rose" : "fell"}` : `it was ${isHigher ? "higher" : "lower"} then`;
  return `${isHigher === (supposed === "rise") ? "Yes" : "No"}: ${found}.`;
}
