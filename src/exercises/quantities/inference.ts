/** Reading a regression table: chapter 6.7.2. */
import { tradingDaysPerYear } from "../../calendar.ts";
import { criticalValue } from "../../engine/tail-probability.ts";
import type { Model } from "../variants/model.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import type { ChoiceQuantity } from "./quantity.ts";

export const alphaT = defineFigureQuantity("tAlpha", {
  id: "alphaT",
  decimals: 2,
  recipe: ({ alpha, alphaError }) => alpha / alphaError,
  refitMistakes: ["other-ticker", "whole-sample"],
  indistinguishable: ["printed-for-t"],
  formulaMistakes: {
    "row-of-beta": ({ beta, betaError }) => beta / betaError,
    "printed-for-t": ({ alpha, alphaError }) => printed(alpha, 4) / printed(alphaError, 4),
    "t-squared": ({ alphaT }) => alphaT ** 2,
    "estimate-for-t": ({ alpha }) => alpha,
    "t-of-mean": ({ assetMean, assetVariance, observations }) => (assetMean / Math.sqrt(assetVariance)) * Math.sqrt(observations),
    inverted: ({ alpha, alphaError }) => alphaError / alpha,
    "over-beta-error": ({ alpha, betaError }) => alpha / betaError,
    "root-n-again": ({ alpha, alphaError, observations }) => (alpha / alphaError) * Math.sqrt(observations),
    "against-one": ({ alpha, alphaError }) => (alpha - 1) / alphaError,
    "annual-over-daily": ({ alpha, alphaError }) => (tradingDaysPerYear * alpha) / alphaError,
    "p-for-t": ({ alphaP }) => alphaP,
    "critical-for-t": () => normalCriticalValue(0.95),
    "over-volatility": ({ alpha, residualVariance }) => alpha / Math.sqrt(residualVariance),
    "ratio-for-t": annualRatio,
    "ratio-times-root-n": (model) => annualRatio(model) * Math.sqrt(model.observations),
    "t-annualised": ({ alphaT }) => alphaT * Math.sqrt(tradingDaysPerYear),
    "t-per-day": ({ alphaT }) => alphaT / Math.sqrt(tradingDaysPerYear),
  },
});

/** The appraisal ratio a year. */
function annualRatio({ alpha, residualVariance }: Model): number {
  return (alpha / Math.sqrt(residualVariance)) * Math.sqrt(tradingDaysPerYear);
}

export const alphaLow = intervalEnd("alphaLow", -1);
export const alphaHigh = intervalEnd("alphaHigh", 1);

/** One end of the 95 % interval of α, a day. */
function intervalEnd(id: "alphaLow" | "alphaHigh", side: -1 | 1) {
  return defineFigureQuantity(id, {
    id,
    decimals: 6,
    recipe: ({ alphaInterval: [low, high] }) => (side < 0 ? low : high),
    conventions: { "two-errors": ({ alpha, alphaError }) => alpha + side * 2 * alphaError },
    refitMistakes: ["other-ticker", "whole-sample"],
    indistinguishable: ["ends-as-printed"],
    formulaMistakes: {
      "ends-as-printed": ({ alphaInterval: [low, high] }) => printed(side < 0 ? low : high, 3),
      "other-end": ({ alphaInterval: [low, high] }) => (side < 0 ? high : low),
      "one-error": ({ alpha, alphaError }) => alpha + side * alphaError,
      "critical-90": ({ alpha, alphaError }) => alpha + side * normalCriticalValue(0.9) * alphaError,
      "critical-99": ({ alpha, alphaError }) => alpha + side * normalCriticalValue(0.99) * alphaError,
      "beta-error": ({ alpha, betaError }) => alpha + side * normalCriticalValue(0.95) * betaError,
      "over-volatility": ({ alpha, residualVariance }) => alpha + side * normalCriticalValue(0.95) * Math.sqrt(residualVariance),
      "row-of-beta": ({ beta, betaError }) => beta + side * normalCriticalValue(0.95) * betaError,
      "root-n-again": ({ alpha, alphaError, observations }) => alpha + (side * normalCriticalValue(0.95) * alphaError) / Math.sqrt(observations),
      "around-t": ({ alphaT }) => alphaT + side * normalCriticalValue(0.95),
      "around-zero": ({ alphaError }) => side * normalCriticalValue(0.95) * alphaError,
      "half-width": ({ alphaError }) => normalCriticalValue(0.95) * alphaError,
      annualised: ({ alphaInterval: [low, high] }) => tradingDaysPerYear * (side < 0 ? low : high),
      "point-estimate": ({ alpha }) => alpha,
    },
  });
}

export const significant: ChoiceQuantity = {
  kind: "choice",
  id: "significant",
  guessable: true,
  choices: [
    { id: "yes", words: ["significant", "yes", "yeah", "yep", "true", "y"] },
    { id: "no", words: ["not significant", "insignificant", "nope", "false", "no", "n"] },
  ],
  key: ({ model }) => (model.alphaP < 0.05 ? "yes" : "no"),
};

/** As statsmodels' summary prints it: coefficients with four decimals, the ends of intervals with three. */
const printed = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

const normalCriticalValue = (level: number): number => criticalValue(level, { distribution: "normal" });
