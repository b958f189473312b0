/** β by frequency, and α with and without the risk-free rate: chapter 6.7.2 and 6.12. */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import { beta } from "./regression.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";

export const betaDaily = { ...beta, id: "betaDaily" };

/** Of compounded monthly returns. */
export const betaMonthly = defineFigureQuantity("betaMonthly", {
  id: "betaMonthly",
  decimals: 3,
  recipe: (_model, _variant, { monthly }) => monthly?.beta ?? Number.NaN,
  conventions: { "complete-months": (_model, _variant, { completeMonths }) => completeMonths?.beta ?? Number.NaN },
  mistakes: {
    "daily-for-monthly": ({ beta }) => beta,
    "times-21": ({ beta }) => beta * tradingDaysPerMonth,
    "root-21": ({ beta }) => beta * Math.sqrt(tradingDaysPerMonth),
    "divided-by-21": ({ beta }) => beta / tradingDaysPerMonth,
    "month-end-days": (_model, _variant, { refit }) => refit("month-end-days")?.beta ?? Number.NaN,
    "correlation-for-beta": (_model, _variant, { monthly }) => monthly?.correlation ?? Number.NaN,
    "r-squared-for-beta": (_model, _variant, { monthly }) => monthly?.rSquared ?? Number.NaN,
    "reversed-regression": (_model, _variant, { monthly }) => (monthly === null ? Number.NaN : monthly.rSquared / monthly.beta),
    "volatility-ratio": (_model, _variant, { monthly }) =>
      monthly === null ? Number.NaN : Math.sqrt(monthly.assetVariance / monthly.factorVariance),
  },
});

/** α a year of the excess return: what the factor model is about. */
export const alphaExcess = defineFigureQuantity("alphaAnnual", {
  id: "alphaExcess",
  decimals: 4,
  recipe: ({ alpha }) => alpha * tradingDaysPerYear,
  conventions: { compounded: ({ alpha }) => (1 + alpha) ** tradingDaysPerYear - 1 },
  refitMistakes: ["rf-kept", "rf-twice", "other-ticker", "whole-sample", "beta-one"],
  mistakes: {
    "total-on-total": ({ alpha, beta, riskFreeMean }) => (alpha + (1 - beta) * riskFreeMean) * tradingDaysPerYear,
    "mean-for-alpha": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "rf-in-percent": ({ alpha, riskFreeMean }) => (alpha - 99 * riskFreeMean) * tradingDaysPerYear,
    "not-annualised": ({ alpha }) => alpha,
    "times-12": ({ alpha }) => alpha * monthsPerYear,
    "root-252": ({ alpha }) => alpha * Math.sqrt(tradingDaysPerYear),
  },
});

/** α a year with the risk-free rate left in the asset's return. */
export const alphaRaw = defineFigureQuantity("alphaRaw", {
  id: "alphaRaw",
  decimals: 4,
  recipe: (_model, _variant, { refit }) => (refit("rf-kept")?.alpha ?? Number.NaN) * tradingDaysPerYear,
  conventions: { compounded: (_model, _variant, { refit }) => (1 + (refit("rf-kept")?.alpha ?? Number.NaN)) ** tradingDaysPerYear - 1 },
  mistakes: {
    "excess-for-raw": ({ alpha }) => alpha * tradingDaysPerYear,
    "rf-twice": (_model, _variant, { refit }) => (refit("rf-twice")?.alpha ?? Number.NaN) * tradingDaysPerYear,
    "total-on-total": ({ alpha, beta, riskFreeMean }) => (alpha + (1 - beta) * riskFreeMean) * tradingDaysPerYear,
    "total-mean": ({ assetMean, riskFreeMean }) => (assetMean + riskFreeMean) * tradingDaysPerYear,
    "mean-for-alpha": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "not-annualised": (_model, _variant, { refit }) => refit("rf-kept")?.alpha ?? Number.NaN,
    "times-12": (_model, _variant, { refit }) => (refit("rf-kept")?.alpha ?? Number.NaN) * monthsPerYear,
    "root-252": (_model, _variant, { refit }) => (refit("rf-kept")?.alpha ?? Number.NaN) * Math.sqrt(tradingDaysPerYear),
  },
});

