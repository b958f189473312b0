/** Positions under a volatility budget, and what they are expected to earn: chapter 6.8 and 6.11.3. */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import type { Recipe } from "./quantity.ts";

const totalVariance = ({ assetVariance }: Model): number => assetVariance;
const residualVariance = ({ residualVariance }: Model): number => residualVariance;

/** Dollars whose volatility over so many days is the budget, from a day's variance. */
const sizeFor =
  (variance: (model: Model) => number, days: number): Recipe =>
  (model, { budget }) =>
    budgetDollars(budget) / Math.sqrt(variance(model) * days);

const dataRefitMistakes = ["other-ticker", "whole-sample"] as const;

export const positionUnhedged = defineFigureQuantity("sizeUnhedgedYear", {
  id: "positionUnhedged",
  decimals: 0,
  recipe: sizeFor(totalVariance, tradingDaysPerYear),
  refitMistakes: dataRefitMistakes,
  mistakes: {
    "root-21": sizeFor(totalVariance, tradingDaysPerMonth),
    "hedged-for-total": sizeFor(residualVariance, tradingDaysPerYear),
    "budget-over-12": (model, { budget }) => budgetDollars(budget) / monthsPerYear / Math.sqrt(totalVariance(model) * tradingDaysPerMonth),
    "divided-by-12": (model, variant, solvedVariant) => sizeFor(totalVariance, tradingDaysPerYear)(model, variant, solvedVariant) / monthsPerYear,
    ...sizeMistakes(totalVariance, tradingDaysPerYear),
  },
});

export const positionHedged = defineFigureQuantity("sizeHedgedYear", {
  id: "positionHedged",
  decimals: 0,
  recipe: sizeFor(residualVariance, tradingDaysPerYear),
  refitMistakes: dataRefitMistakes,
  mistakes: {
    "root-21": sizeFor(residualVariance, tradingDaysPerMonth),
    "total-for-hedged": sizeFor(totalVariance, tradingDaysPerYear),
    "factor-part-for-hedged": sizeFor(({ assetVariance, residualVariance }) => assetVariance - residualVariance, tradingDaysPerYear),
    "volatilities-subtracted": (model, { budget }) =>
      budgetDollars(budget) /
      ((Math.sqrt(model.assetVariance) - model.beta * Math.sqrt(model.factorVariance)) * Math.sqrt(tradingDaysPerYear)),
    ...sizeMistakes(residualVariance, tradingDaysPerYear),
  },
});

/** 6.8.1's `x = ____`: the budget is a month's. */
export const positionMonthly = defineFigureQuantity("sizeUnhedged", {
  id: "positionMonthly",
  decimals: 0,
  recipe: sizeFor(totalVariance, tradingDaysPerMonth),
  refitMistakes: dataRefitMistakes,
  mistakes: {
    "root-252": sizeFor(totalVariance, tradingDaysPerYear),
    "root-30": sizeFor(totalVariance, 30),
    "hedged-for-total": sizeFor(residualVariance, tradingDaysPerMonth),
    "budget-times-12": (model, { budget }) => (monthsPerYear * budgetDollars(budget)) / Math.sqrt(totalVariance(model) * tradingDaysPerMonth),
    ...sizeMistakes(totalVariance, tradingDaysPerMonth),
  },
});

const expectedPnl = (position: Recipe, rate: (model: Model) => number): Recipe => (model, variant, solvedVariant) =>
  position(model, variant, solvedVariant) * rate(model) * tradingDaysPerYear;

const alphaOf = ({ alpha }: Model): number => alpha;
const meanOf = ({ assetMean }: Model): number => assetMean;

export const pnlUnhedged = defineFigureQuantity("pnlUnhedgedYear", {
  id: "pnlUnhedged",
  decimals: 0,
  recipe: expectedPnl(positionUnhedged.recipe, alphaOf),
  conventions: { compounded: (model, variant, solvedVariant) => positionUnhedged.recipe(model, variant, solvedVariant) * ((1 + model.alpha) ** tradingDaysPerYear - 1) },
  refitMistakes: [...dataRefitMistakes, "rf-twice", "rf-kept"],
  errorCarriedForward: { from: ["positionUnhedged"], value: (own, { alpha }) => own["positionUnhedged"]! * alpha * tradingDaysPerYear },
  mistakes: {
    "total-pnl": expectedPnl(positionUnhedged.recipe, meanOf),
    "root-21": expectedPnl(sizeFor(totalVariance, tradingDaysPerMonth), alphaOf),
    "hedged-for-total": expectedPnl(positionHedged.recipe, alphaOf),
    ...pnlMistakes(positionUnhedged.recipe),
  },
});

export const pnlHedged = defineFigureQuantity("pnlHedgedYear", {
  id: "pnlHedged",
  decimals: 0,
  recipe: expectedPnl(positionHedged.recipe, alphaOf),
  conventions: { compounded: (model, variant, solvedVariant) => positionHedged.recipe(model, variant, solvedVariant) * ((1 + model.alpha) ** tradingDaysPerYear - 1) },
  refitMistakes: [...dataRefitMistakes, "beta-one", "reversed-beta", "rf-twice", "rf-kept"],
  errorCarriedForward: { from: ["positionHedged"], value: (own, { alpha }) => own["positionHedged"]! * alpha * tradingDaysPerYear },
  mistakes: {
    "total-pnl": expectedPnl(positionHedged.recipe, meanOf),
    "root-21": expectedPnl(sizeFor(residualVariance, tradingDaysPerMonth), alphaOf),
    "total-for-hedged": expectedPnl(positionUnhedged.recipe, alphaOf),
    ...pnlMistakes(positionHedged.recipe),
  },
});

/** Wrong ways from a day's variance to a position, whatever the variance. */
function sizeMistakes(variance: (model: Model) => number, days: number): Readonly<Record<string, Recipe>> {
  const volatility = (model: Model): number => Math.sqrt(variance(model) * days);
  return {
    "daily-volatility": sizeFor(variance, 1),
    "root-12": sizeFor(variance, monthsPerYear),
    "days-not-root": (model, { budget }) => budgetDollars(budget) / (Math.sqrt(variance(model)) * days),
    "variance-for-volatility": (model, { budget }) => budgetDollars(budget) / volatility(model) ** 2,
    "multiplied-not-divided": (model, { budget }) => budgetDollars(budget) * volatility(model),
    "volatility-over-budget": (model, { budget }) => volatility(model) / budgetDollars(budget),
    "factor-volatility": sizeFor(({ factorVariance }) => factorVariance, days),
    "budget-is-position": (_, { budget }) => budgetDollars(budget),
  };
}

function pnlMistakes(position: Recipe): Readonly<Record<string, Recipe>> {
  const dailyPnl: Recipe = (model, variant, solvedVariant) => position(model, variant, solvedVariant) * model.alpha;
  return {
    "not-annualised": dailyPnl,
    "times-12": (...of) => dailyPnl(...of) * monthsPerYear,
    "times-21": (...of) => dailyPnl(...of) * tradingDaysPerMonth,
    "root-252": (...of) => dailyPnl(...of) * Math.sqrt(tradingDaysPerYear),
    "factor-pnl": (model, variant, solvedVariant) =>
      position(model, variant, solvedVariant) * model.beta * model.factorMean * tradingDaysPerYear,
    "alpha-of-budget": ({ alpha }, { budget }) => budgetDollars(budget) * alpha * tradingDaysPerYear,
    "daily-volatility": (...of) => dailyPnl(...of) * Math.sqrt(tradingDaysPerYear) * tradingDaysPerYear,
  };
}

/** A variant without a budget has no size: NaN is no key. */
const budgetDollars = (budget: Variant["budget"]): number => budget ?? Number.NaN;
