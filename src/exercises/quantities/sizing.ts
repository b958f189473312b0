/** Positions under a volatility budget, and what they are expected to earn: chapter 6.8 and 6.11.3. */
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import * as byEngine from "./by-engine.ts";
import { defineNumber } from "./quantity.ts";
import type { Recipe } from "./quantity.ts";

/** Trading days a month, the chapter's √21. */
const month = 21;
const year = 252;

const total = ({ assetVariance }: Model): number => assetVariance;
const left = ({ residualVariance }: Model): number => residualVariance;

/** Dollars whose volatility over so many days is the budget, from a day's variance. */
const sizeFor =
  (variance: (model: Model) => number, days: number): Recipe =>
  (model, { budget }) =>
    dollars(budget) / Math.sqrt(variance(model) * days);

const dataTurns = ["other-ticker", "whole-sample"] as const;

export const positionUnhedged = defineNumber({
  id: "positionUnhedged",
  unit: "dollars",
  decimals: 0,
  engine: byEngine.size("year", ({ unhedged }) => unhedged.dollars),
  recipe: sizeFor(total, year),
  turns: dataTurns,
  mistakes: {
    "root-21": sizeFor(total, month),
    "hedged-for-total": sizeFor(left, year),
    "budget-over-12": (model, { budget }) => dollars(budget) / 12 / Math.sqrt(total(model) * month),
    "divided-by-12": (model, variant, workings) => sizeFor(total, year)(model, variant, workings) / 12,
    ...wrongSizes(total, year),
  },
});

export const positionHedged = defineNumber({
  id: "positionHedged",
  unit: "dollars",
  decimals: 0,
  engine: byEngine.size("year", ({ hedged }) => hedged.dollars),
  recipe: sizeFor(left, year),
  turns: dataTurns,
  mistakes: {
    "root-21": sizeFor(left, month),
    "total-for-hedged": sizeFor(total, year),
    "factor-part-for-hedged": sizeFor(({ assetVariance, residualVariance }) => assetVariance - residualVariance, year),
    "volatilities-subtracted": (model, { budget }) =>
      dollars(budget) /
      ((Math.sqrt(model.assetVariance) - model.beta * Math.sqrt(model.factorVariance)) * Math.sqrt(year)),
    ...wrongSizes(left, year),
  },
});

/** 6.8.1's `x = ____`: the budget is a month's. */
export const positionMonthly = defineNumber({
  id: "positionMonthly",
  unit: "dollars",
  decimals: 0,
  engine: byEngine.size("month", ({ unhedged }) => unhedged.dollars),
  recipe: sizeFor(total, month),
  turns: dataTurns,
  mistakes: {
    "root-252": sizeFor(total, year),
    "root-30": sizeFor(total, 30),
    "hedged-for-total": sizeFor(left, month),
    "budget-times-12": (model, { budget }) => (12 * dollars(budget)) / Math.sqrt(total(model) * month),
    ...wrongSizes(total, month),
  },
});

const pnl = (position: Recipe, rate: (model: Model) => number): Recipe => (model, variant, workings) =>
  position(model, variant, workings) * rate(model) * year;

const alphaOf = ({ alpha }: Model): number => alpha;
const meanOf = ({ assetMean }: Model): number => assetMean;

export const pnlUnhedged = defineNumber({
  id: "pnlUnhedged",
  unit: "dollars",
  decimals: 0,
  engine: byEngine.size("year", ({ unhedged }) => unhedged.riskAdjustedProfit),
  recipe: pnl(positionUnhedged.recipe, alphaOf),
  conventions: { compounded: (model, variant, workings) => positionUnhedged.recipe(model, variant, workings) * ((1 + model.alpha) ** year - 1) },
  turns: [...dataTurns, "rf-twice", "rf-kept"],
  carry: { from: ["positionUnhedged"], value: (own, { alpha }) => own["positionUnhedged"]! * alpha * year },
  mistakes: {
    "total-pnl": pnl(positionUnhedged.recipe, meanOf),
    "root-21": pnl(sizeFor(total, month), alphaOf),
    "hedged-for-total": pnl(positionHedged.recipe, alphaOf),
    ...wrongPnl(positionUnhedged.recipe),
  },
});

export const pnlHedged = defineNumber({
  id: "pnlHedged",
  unit: "dollars",
  decimals: 0,
  engine: byEngine.size("year", ({ hedged }) => hedged.riskAdjustedProfit),
  recipe: pnl(positionHedged.recipe, alphaOf),
  conventions: { compounded: (model, variant, workings) => positionHedged.recipe(model, variant, workings) * ((1 + model.alpha) ** year - 1) },
  turns: [...dataTurns, "beta-one", "reversed-beta", "rf-twice", "rf-kept"],
  carry: { from: ["positionHedged"], value: (own, { alpha }) => own["positionHedged"]! * alpha * year },
  mistakes: {
    "total-pnl": pnl(positionHedged.recipe, meanOf),
    "root-21": pnl(sizeFor(left, month), alphaOf),
    "total-for-hedged": pnl(positionUnhedged.recipe, alphaOf),
    ...wrongPnl(positionHedged.recipe),
  },
});

/** Wrong ways from a day's variance to a position, whatever the variance. */
function wrongSizes(variance: (model: Model) => number, days: number): Readonly<Record<string, Recipe>> {
  const volatility = (model: Model): number => Math.sqrt(variance(model) * days);
  return {
    "daily-volatility": sizeFor(variance, 1),
    "root-12": sizeFor(variance, 12),
    "days-not-root": (model, { budget }) => dollars(budget) / (Math.sqrt(variance(model)) * days),
    "variance-for-volatility": (model, { budget }) => dollars(budget) / volatility(model) ** 2,
    "multiplied-not-divided": (model, { budget }) => dollars(budget) * volatility(model),
    "volatility-over-budget": (model, { budget }) => volatility(model) / dollars(budget),
    "factor-volatility": sizeFor(({ factorVariance }) => factorVariance, days),
    "budget-is-position": (_, { budget }) => dollars(budget),
  };
}

function wrongPnl(position: Recipe): Readonly<Record<string, Recipe>> {
  const earned: Recipe = (model, variant, workings) => position(model, variant, workings) * model.alpha;
  return {
    "not-annualised": earned,
    "times-12": (...of) => earned(...of) * 12,
    "times-21": (...of) => earned(...of) * 21,
    "root-252": (...of) => earned(...of) * Math.sqrt(year),
    "factor-pnl": (model, variant, workings) =>
      position(model, variant, workings) * model.beta * model.factorMean * year,
    "alpha-of-budget": ({ alpha }, { budget }) => dollars(budget) * alpha * year,
    "daily-volatility": (...of) => earned(...of) * Math.sqrt(year) * year,
  };
}

/** A variant without a budget has no size: NaN is no key. */
const dollars = (budget: Variant["budget"]): number => budget ?? Number.NaN;
