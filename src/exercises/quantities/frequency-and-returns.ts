/** β by frequency, and α with and without the risk-free rate: chapter 6.7.2 and 6.12. */
import { tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { Treatment } from "../variants/treatment.ts";
import type { Model } from "../variants/model.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import { ofAnnualMean, withoutPeriod } from "./period-mistakes.ts";
import type { Recipe } from "./quantity.ts";
import { beta } from "./regression.ts";

export const betaDaily = { ...beta, id: "betaDaily" };

/** Of compounded monthly returns. */
export const betaMonthly = defineFigureQuantity("betaMonthly", {
  id: "betaMonthly",
  decimals: 3,
  recipe: (...of) => monthlyModel(...of).beta,
  conventions: { "complete-months": otherPeriods("complete-months"), "first-month-lost": otherPeriods("first-month-lost") },
  indistinguishable: ["month-first-days", "monthly-sum", "overlapping-months", "monthly-mean"],
  formulaMistakes: {
    "daily-for-monthly": ({ beta }) => beta,
    "times-21": ({ beta }) => beta * tradingDaysPerMonth,
    "root-21": ({ beta }) => beta * Math.sqrt(tradingDaysPerMonth),
    "divided-by-21": ({ beta }) => beta / tradingDaysPerMonth,
    "month-end-days": otherPeriods("month-end-days"),
    "month-first-days": otherPeriods("month-first-days"),
    "monthly-sum": otherPeriods("monthly-sum"),
    "monthly-mean": otherPeriods("monthly-mean"),
    weekly: otherPeriods("weekly"),
    quarterly: otherPeriods("quarterly"),
    "overlapping-months": otherPeriods("overlapping-months"),
    "beta-one": () => 1,
    "correlation-for-beta": (...of) => monthlyModel(...of).correlation,
    "r-squared-for-beta": (...of) => monthlyModel(...of).rSquared,
    "reversed-regression": (...of) => monthlyModel(...of).rSquared / monthlyModel(...of).beta,
    "volatility-ratio": (...of) => Math.sqrt(monthlyModel(...of).assetVariance / monthlyModel(...of).factorVariance),
  },
});

/** α a year of the excess return: what the factor model is about. */
export const alphaExcess = defineFigureQuantity("alphaAnnual", {
  id: "alphaExcess",
  decimals: 4,
  recipe: ({ alpha }) => alpha * tradingDaysPerYear,
  conventions: { compounded: ({ alpha }) => (1 + alpha) ** tradingDaysPerYear - 1 },
  refitMistakes: ["rf-kept", "rf-twice", "other-ticker", "whole-sample"],
  formulaMistakes: {
    "total-on-total": ({ alpha, beta, riskFreeMean }) => (alpha + (1 - beta) * riskFreeMean) * tradingDaysPerYear,
    "mean-for-alpha": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "beta-for-alpha": ({ beta }) => beta,
    "t-for-alpha": ({ alphaT }) => alphaT,
    "p-for-alpha": ({ alphaP }) => alphaP,
    "error-for-alpha": ({ alphaError }) => alphaError * tradingDaysPerYear,
    "beta-one": ({ assetMean, factorMean }) => (assetMean - factorMean) * tradingDaysPerYear,
    "rf-in-percent": ({ alpha, riskFreeMean }) => (alpha - 99 * riskFreeMean) * tradingDaysPerYear,
    "reversed-regression": ({ assetMean, factorMean, rSquared, beta }) => (factorMean - (rSquared / beta) * assetMean) * tradingDaysPerYear,
  },
  periodMistakes: ofAnnualMean,
  periodPowers: withoutPeriod("beta-for-alpha", "t-for-alpha", "p-for-alpha"),
});

/** α a year with the risk-free rate left in the asset's return. */
export const alphaRaw = defineFigureQuantity("alphaRaw", {
  id: "alphaRaw",
  decimals: 4,
  recipe: (...of) => rawModel(...of).alpha * tradingDaysPerYear,
  conventions: { compounded: (...of) => (1 + rawModel(...of).alpha) ** tradingDaysPerYear - 1 },
  formulaMistakes: {
    "excess-for-raw": ({ alpha }) => alpha * tradingDaysPerYear,
    "rf-twice": ({ alpha, riskFreeMean }) => (alpha - riskFreeMean) * tradingDaysPerYear,
    "rf-of-a-day": ({ alpha, riskFreeMean }) => alpha * tradingDaysPerYear + riskFreeMean,
    "total-on-total": ({ alpha, beta, riskFreeMean }) => (alpha + (1 - beta) * riskFreeMean) * tradingDaysPerYear,
    "mean-for-alpha": ({ assetMean, riskFreeMean }) => (assetMean + riskFreeMean) * tradingDaysPerYear,
    "excess-mean": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "beta-for-alpha": (...of) => rawModel(...of).beta,
    "t-for-alpha": (...of) => rawModel(...of).alphaT,
    "p-for-alpha": (...of) => rawModel(...of).alphaP,
    "error-for-alpha": (...of) => rawModel(...of).alphaError * tradingDaysPerYear,
    "beta-one": ({ assetMean, factorMean, riskFreeMean }) => (assetMean - factorMean + riskFreeMean) * tradingDaysPerYear,
    "reversed-regression": (...of) => {
      const { assetMean, factorMean, rSquared, beta } = rawModel(...of);
      return (factorMean - (rSquared / beta) * assetMean) * tradingDaysPerYear;
    },
  },
  periodMistakes: ofAnnualMean,
  periodPowers: withoutPeriod("beta-for-alpha", "t-for-alpha", "p-for-alpha"),
});

/** Of monthly returns, compounded from the days of the same rows. */
function monthlyModel(...[, , workings]: Parameters<Recipe>): Model {
  return workings.treated("monthly") ?? withoutNumbers(workings.model);
}

/** With the risk-free rate left in the asset's return. */
function rawModel(...[, , workings]: Parameters<Recipe>): Model {
  return workings.treated("rf-kept") ?? withoutNumbers(workings.model);
}

function otherPeriods(treatment: Treatment): Recipe {
  return (_model, _variant, { treated }) => treated(treatment)?.beta ?? Number.NaN;
}

/** Where the data don't allow the regression, none of its numbers is a key. */
const withoutNumbers = (model: Model): Model => ({ ...model, alpha: Number.NaN, beta: Number.NaN, rSquared: Number.NaN, correlation: Number.NaN, assetMean: Number.NaN, assetVariance: Number.NaN });
