/** Positions under a volatility budget, and what they are expected to earn: chapter 6.8 and 6.11.3. */
import { monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../../calendar.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import { ofAnnualMean, ofPosition } from "./period-mistakes.ts";
import { carriedForward, type NumberQuantity, type PeriodPowers, type Recipe } from "./quantity.ts";

const totalVariance = ({ assetVariance }: Model): number => assetVariance;
const residualVariance = ({ residualVariance }: Model): number => residualVariance;

/** Dollars whose volatility over so many days is the budget, from a day's variance. */
const sizeFor =
  (variance: (model: Model) => number, days: number): Recipe =>
  (model, { budget }) =>
    budgetDollars(budget) / Math.sqrt(variance(model) * days);

/** How the volatility's days enter each wrong way to a position. */
const periodPowers: Readonly<Record<string, PeriodPowers>> = {
  "multiplied-not-divided": { position: -1 },
  "volatility-over-budget": { position: -1 },
  "volatility-for-position": { position: -1 },
  "variance-for-volatility": { position: 2 },
  "budget-is-position": { position: 0 },
};

const dataRefitMistakes = ["other-ticker", "whole-sample"] as const;

export const positionUnhedged = defineFigureQuantity("sizeUnhedgedYear", {
  id: "positionUnhedged",
  decimals: 0,
  recipe: sizeFor(totalVariance, tradingDaysPerYear),
  refitMistakes: dataRefitMistakes,
  formulaMistakes: {
    "hedged-for-total": sizeFor(residualVariance, tradingDaysPerYear),
    ...sizeMistakes(totalVariance, tradingDaysPerYear),
  },
  periodMistakes: ofPosition(tradingDaysPerYear),
  periodPowers,
});

export const positionHedged = defineFigureQuantity("sizeHedgedYear", {
  id: "positionHedged",
  decimals: 0,
  recipe: sizeFor(residualVariance, tradingDaysPerYear),
  refitMistakes: dataRefitMistakes,
  formulaMistakes: {
    "total-for-hedged": sizeFor(totalVariance, tradingDaysPerYear),
    "times-beta": grown(({ beta }) => beta),
    "root-not-divided": grown(({ rSquared }) => Math.sqrt(1 - rSquared)),
    "gain-without-root": grown(({ rSquared }) => 1 / (1 - rSquared)),
    "volatilities-subtracted": (model, { budget }) =>
      budgetDollars(budget) /
      ((Math.sqrt(model.assetVariance) - model.beta * Math.sqrt(model.factorVariance)) * Math.sqrt(tradingDaysPerYear)),
    ...sizeMistakes(residualVariance, tradingDaysPerYear),
  },
  periodMistakes: ofPosition(tradingDaysPerYear),
  periodPowers,
});

/** 6.8.1's `x = ____`: the budget is a month's. */
export const positionMonthly = defineFigureQuantity("sizeUnhedged", {
  id: "positionMonthly",
  decimals: 0,
  recipe: sizeFor(totalVariance, tradingDaysPerMonth),
  refitMistakes: dataRefitMistakes,
  indistinguishable: ["over-beta"],
  formulaMistakes: {
    "hedged-for-total": sizeFor(residualVariance, tradingDaysPerMonth),
    "over-beta": (model, variant, workings) => sizeFor(totalVariance, tradingDaysPerMonth)(model, variant, workings) / model.beta,
    "budget-times-12": (model, { budget }) => (monthsPerYear * budgetDollars(budget)) / Math.sqrt(totalVariance(model) * tradingDaysPerMonth),
    ...sizeMistakes(totalVariance, tradingDaysPerMonth),
    "volatility-for-position": (model) => Math.sqrt(totalVariance(model) * tradingDaysPerMonth),
  },
  periodMistakes: ofPosition(tradingDaysPerMonth),
  periodPowers,
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
  errorCarriedForward: carriedForward({ from: ["positionUnhedged"], value: (own, { alpha }) => own("positionUnhedged") * alpha * tradingDaysPerYear }),
  formulaMistakes: {
    "total-pnl": expectedPnl(positionUnhedged.recipe, meanOf),
    "no-intercept": () => 0,
    "hedged-for-total": expectedPnl(positionHedged.recipe, alphaOf),
    ...pnlMistakes(positionUnhedged),
  },
  periodMistakes: [...ofAnnualMean, ...ofPosition(tradingDaysPerYear)],
  periodPowers,
});

export const pnlHedged = defineFigureQuantity("pnlHedgedYear", {
  id: "pnlHedged",
  decimals: 0,
  recipe: expectedPnl(positionHedged.recipe, alphaOf),
  conventions: { compounded: (model, variant, solvedVariant) => positionHedged.recipe(model, variant, solvedVariant) * ((1 + model.alpha) ** tradingDaysPerYear - 1) },
  refitMistakes: [...dataRefitMistakes, "reversed-regression", "rf-twice", "rf-kept"],
  errorCarriedForward: carriedForward({ from: ["positionHedged"], value: (own, { alpha }) => own("positionHedged") * alpha * tradingDaysPerYear }),
  formulaMistakes: {
    "total-pnl": expectedPnl(positionHedged.recipe, meanOf),
    "no-intercept": () => 0,
    "residual-mean": () => 0,
    "total-for-hedged": expectedPnl(positionUnhedged.recipe, alphaOf),
    ...pnlMistakes(positionHedged),
  },
  periodMistakes: [...ofAnnualMean, ...ofPosition(tradingDaysPerYear)],
  periodPowers,
});

/** Wrong ways from a day's variance to a position, whatever the variance. */
function sizeMistakes(variance: (model: Model) => number, days: number): Readonly<Record<string, Recipe>> {
  const volatility = (model: Model): number => Math.sqrt(variance(model) * days);
  return {
    "variance-for-volatility": (model, { budget }) => budgetDollars(budget) / volatility(model) ** 2,
    "multiplied-not-divided": (model, { budget }) => budgetDollars(budget) * volatility(model),
    "volatility-over-budget": (model, { budget }) => volatility(model) / budgetDollars(budget),
    "factor-volatility": sizeFor(({ factorVariance }) => factorVariance, days),
    "factor-part": sizeFor(({ assetVariance, rSquared }) => assetVariance * rSquared, days),
    "divided-by-12": (model, { budget }) => budgetDollars(budget) / volatility(model) / monthsPerYear,
    "budget-is-position": (_, { budget }) => budgetDollars(budget),
  };
}

/** The hedged position made of the unhedged one. */
function grown(by: (model: Model) => number): Recipe {
  return (...of) => positionUnhedged.recipe(...of) * by(of[0]);
}

/** What is earned in a wrong way, and what a wrong position earns. */
function pnlMistakes(position: NumberQuantity): Readonly<Record<string, Recipe>> {
  const ofPositions = position.mistakes.flatMap(({ id, formula }) => (formula === null || id === "volatility-over-budget" ? [] : [[id, expectedPnl(formula, alphaOf)] as const]));
  return {
    ...Object.fromEntries(ofPositions),
    "factor-pnl": expectedPnl(position.recipe, ({ beta, factorMean }) => beta * factorMean),
    "budget-is-position": ({ alpha }, { budget }) => budgetDollars(budget) * alpha * tradingDaysPerYear,
  };
}

/** A variant without a budget has no size: NaN is no key. */
const budgetDollars = (budget: Variant["budget"]): number => budget ?? Number.NaN;
