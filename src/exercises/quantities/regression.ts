/** The factor regression itself: chapter 6.4.4 and 6.11.1. */
import { tradingDaysPerYear } from "../../calendar.ts";
import { slopeThroughOrigin } from "../variants/mistaken-workings.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import { ofDailyMean, withoutPeriod } from "./period-mistakes.ts";
import type { ChoiceQuantity } from "./quantity.ts";

export const alpha = defineFigureQuantity("alpha", {
  id: "alpha",
  decimals: 6,
  recipe: ({ alpha }) => alpha,
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "monthly-data", "reversed-regression", "beta-one", "no-intercept"],
  formulaMistakes: {
    "mean-for-alpha": ({ assetMean }) => assetMean,
    "beta-for-alpha": ({ beta }) => beta,
    "p-for-alpha": ({ alphaP }) => alphaP,
    "error-for-alpha": ({ alphaError }) => alphaError,
    "t-for-alpha": ({ alphaT }) => alphaT,
    "factor-mean": ({ factorMean }) => factorMean,
    "alpha-compounded": ({ alpha }) => (1 + alpha) ** tradingDaysPerYear - 1,
    "residual-mean": () => 0,
  },
  periodMistakes: ofDailyMean,
  periodPowers: withoutPeriod("beta-for-alpha", "p-for-alpha", "t-for-alpha", "alpha-compounded"),
});

export const beta = defineFigureQuantity("beta", {
  id: "beta",
  decimals: 3,
  recipe: ({ beta }) => beta,
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "monthly-data"],
  indistinguishable: ["rf-twice", "rf-kept", "no-intercept"],
  formulaMistakes: {
    "no-intercept": (model) => slopeThroughOrigin(model),
    "correlation-for-beta": ({ correlation }) => correlation,
    "r-squared-for-beta": ({ rSquared }) => rSquared,
    "alpha-for-beta": ({ alpha }) => alpha,
    "volatility-ratio": ({ assetVariance, factorVariance }) => Math.sqrt(assetVariance / factorVariance),
    "variance-ratio": ({ assetVariance, factorVariance }) => assetVariance / factorVariance,
    "reversed-regression": ({ beta, rSquared }) => rSquared / beta,
    "covariance-for-beta": ({ beta, factorVariance }) => beta * factorVariance,
    "adjusted-beta": ({ beta }) => (2 / 3) * beta + 1 / 3,
    "error-for-beta": ({ betaError }) => betaError,
    "t-for-beta": ({ beta, betaError }) => beta / betaError,
  },
});

export const rSquared = defineFigureQuantity("rSquared", {
  id: "rSquared",
  decimals: 3,
  recipe: ({ rSquared }) => rSquared,
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "monthly-data", "reversed-regression"],
  indistinguishable: ["rf-twice", "rf-kept", "reversed-regression", "adjusted-r-squared"],
  formulaMistakes: {
    "correlation-for-r-squared": ({ correlation }) => correlation,
    "r-squared-squared": ({ rSquared }) => rSquared ** 2,
    "idiosyncratic-share": ({ rSquared }) => 1 - rSquared,
    "beta-for-r-squared": ({ beta }) => beta,
    "beta-squared": ({ beta }) => beta ** 2,
    "f-for-r-squared": ({ beta, betaError }) => (beta / betaError) ** 2,
    "adjusted-r-squared": ({ rSquared, observations: n }) => 1 - ((1 - rSquared) * (n - 1)) / (n - 2),
  },
});

/** Against the stock it is compared with: the larger β. */
export const sensitivity: ChoiceQuantity = {
  kind: "choice",
  id: "sensitivity",
  guessable: true,
  comparesStocks: true,
  choices: [
    { id: "more", words: ["more sensitive", "more", "higher", "greater", "larger", "bigger", "aggressive"] },
    { id: "less", words: ["less sensitive", "less", "lower", "smaller", "defensive"] },
  ],
  key: ({ model, comparison }) => (model.beta > (comparison?.beta ?? 1) ? "more" : "less"),
};
