/** Annualised α, Sharpe ratios and the appraisal ratio: chapter 6.7.5, 6.9 and 6.11.2. */
import { monthsPerYear, tradingDaysPerYear } from "../../calendar.ts";
import { roundedBeta } from "../variants/mistaken-workings.ts";
import { correlationAfterHedge } from "../variants/model.ts";
import type { Model } from "../variants/model.ts";
import { defineFigureQuantity } from "./figure-quantity.ts";
import { ofAnnualMean, ofAnnualRatio, ratioPeriodPowers, withoutPeriod } from "./period-mistakes.ts";
import { carriedForward } from "./quantity.ts";

export const alphaAnnual = defineFigureQuantity("alphaAnnual", {
  id: "alphaAnnual",
  decimals: 4,
  recipe: ({ alpha, periodsPerYear }) => alpha * periodsPerYear,
  conventions: { compounded: ({ alpha, periodsPerYear }) => (1 + alpha) ** periodsPerYear - 1 },
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "monthly-data", "reversed-regression", "beta-one", "no-intercept"],
  formulaMistakes: {
    "mean-for-alpha": ({ assetMean }) => assetMean * tradingDaysPerYear,
    "t-for-alpha": ({ alphaT }) => alphaT,
    "p-for-alpha": ({ alphaP }) => alphaP,
    "beta-for-alpha": ({ beta }) => beta,
    "beta-annualised": ({ beta }) => beta * tradingDaysPerYear,
    "r-squared-for-alpha": ({ rSquared }) => rSquared,
    "error-for-alpha": ({ alphaError }) => alphaError * tradingDaysPerYear,
    "factor-mean": ({ factorMean }) => factorMean * tradingDaysPerYear,
    "residual-mean": () => 0,
  },
  periodMistakes: ofAnnualMean,
  periodPowers: withoutPeriod("t-for-alpha", "p-for-alpha", "beta-for-alpha", "beta-annualised", "r-squared-for-alpha"),
});

/** Of r − β·f and f: 0 by construction. */
export const hedgedCorrelation = defineFigureQuantity("correlationResidual", {
  id: "hedgedCorrelation",
  decimals: 3,
  recipe: (model) => correlationAfterHedge(model, model.beta),
  guessable: true,
  indistinguishable: ["rounded-beta"],
  formulaMistakes: {
    "correlation-with-asset": ({ residualVariance, assetVariance }) => Math.sqrt(residualVariance / assetVariance),
    "not-hedged": ({ correlation }) => correlation,
    "beta-one": (model) => correlationAfterHedge(model, 1),
    "correlation-for-beta": (model) => correlationAfterHedge(model, model.correlation),
    "reversed-regression": (model) => correlationAfterHedge(model, model.rSquared / model.beta),
    "added-not-sold": (model) => correlationAfterHedge(model, -model.beta),
    "other-beta": (model, _, { comparison }) => correlationAfterHedge(model, comparison?.beta ?? Number.NaN),
    "rounded-beta": (model) => correlationAfterHedge(model, roundedBeta(model.beta) ?? Number.NaN),
  },
});

export const sharpeHedged = defineFigureQuantity("sharpeHedged", {
  id: "sharpeHedged",
  decimals: 3,
  recipe: appraisal,
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "beta-one", "reversed-regression", "correlation-for-beta", "other-beta"],
  indistinguishable: ["reward-over-beta"],
  formulaMistakes: {
    "not-hedged": sharpe,
    "total-for-hedged": ({ alpha, assetVariance }) => (alpha / Math.sqrt(assetVariance)) * Math.sqrt(tradingDaysPerYear),
    "mean-for-alpha": ({ assetMean, residualVariance }) => (assetMean / Math.sqrt(residualVariance)) * Math.sqrt(tradingDaysPerYear),
    "rf-from-hedged": ({ alpha, riskFreeMean, residualVariance }) =>
      ((alpha - riskFreeMean) / Math.sqrt(residualVariance)) * Math.sqrt(tradingDaysPerYear),
    "added-not-sold": (model) => sharpe(withHedgeBought(model)),
    "t-for-sharpe": ({ alphaT }) => alphaT,
    "reward-over-beta": rewardOverBeta,
    "residual-mean": () => 0,
    ...scaleMistakes(({ alpha, residualVariance }) => ({ mean: alpha, variance: residualVariance })),
  },
  periodMistakes: ofAnnualRatio,
  periodPowers: ratioPeriodPowers,
});

export const sharpeUnhedged = defineFigureQuantity("sharpe", {
  id: "sharpeUnhedged",
  decimals: 3,
  recipe: sharpe,
  refitMistakes: ["other-ticker", "whole-sample", "rf-kept"],
  formulaMistakes: {
    "hedged-for-total": (model) => appraisal(model),
    "rf-twice": ({ assetMean, riskFreeMean, assetVariance }) => ((assetMean - riskFreeMean) / Math.sqrt(assetVariance)) * Math.sqrt(tradingDaysPerYear),
    "alpha-for-mean": ({ alpha, assetVariance }) => (alpha / Math.sqrt(assetVariance)) * Math.sqrt(tradingDaysPerYear),
    "factor-sharpe": ({ factorMean, factorVariance }) => (factorMean / Math.sqrt(factorVariance)) * Math.sqrt(tradingDaysPerYear),
    ...scaleMistakes(({ assetMean, assetVariance }) => ({ mean: assetMean, variance: assetVariance })),
  },
  periodMistakes: ofAnnualRatio,
  periodPowers: ratioPeriodPowers,
});

export const appraisalRatio = defineFigureQuantity("appraisal", {
  id: "appraisalRatio",
  decimals: 3,
  recipe: appraisal,
  refitMistakes: ["other-ticker", "whole-sample", "rf-twice", "rf-kept", "beta-one", "reversed-regression"],
  indistinguishable: ["regression-error", "reward-over-beta"],
  formulaMistakes: {
    "reward-over-beta": rewardOverBeta,
    "not-hedged": sharpe,
    "total-for-hedged": ({ alpha, assetVariance }) => (alpha / Math.sqrt(assetVariance)) * Math.sqrt(tradingDaysPerYear),
    "mean-for-alpha": ({ assetMean, residualVariance }) => (assetMean / Math.sqrt(residualVariance)) * Math.sqrt(tradingDaysPerYear),
    "regression-error": ({ alpha, residualVariance, observations: n }) =>
      (alpha / Math.sqrt((residualVariance * (n - 1)) / (n - 2))) * Math.sqrt(tradingDaysPerYear),
    "t-for-appraisal": ({ alphaT }) => alphaT,
    "rf-from-hedged": ({ alpha, riskFreeMean, residualVariance }) => ((alpha - riskFreeMean) / Math.sqrt(residualVariance)) * Math.sqrt(tradingDaysPerYear),
    ...scaleMistakes(({ alpha, residualVariance }) => ({ mean: alpha, variance: residualVariance })),
  },
  periodMistakes: ofAnnualRatio,
  periodPowers: ratioPeriodPowers,
});

/** Years of such data until t(α) = 2: (2 / appraisal ratio)². */
export const yearsToSignificance = defineFigureQuantity("yearsToTwo", {
  id: "yearsToTwo",
  decimals: 1,
  relative: 0.02,
  recipe: (model) => (2 / appraisal(model)) ** 2,
  conventions: { "critical-1.96": (model) => (1.96 / appraisal(model)) ** 2 },
  refitMistakes: ["other-ticker", "whole-sample"],
  errorCarriedForward: carriedForward({ from: ["appraisalRatio"], value: (own) => (2 / own("appraisalRatio")) ** 2 }),
  formulaMistakes: {
    "not-squared": (model) => 2 / Math.abs(appraisal(model)),
    "two-not-squared": (model) => 2 / appraisal(model) ** 2,
    "one-for-two": (model) => 1 / appraisal(model) ** 2,
    "halves-squared": (model) => (appraisal(model) / 2) ** 2,
    "years-from-t": ({ alphaT }) => (2 / alphaT) ** 2,
    "months-for-years": (model) => monthsPerYear * (2 / appraisal(model)) ** 2,
    "days-for-years": (model) => tradingDaysPerYear * (2 / appraisal(model)) ** 2,
    "not-hedged": (model) => (2 / sharpe(model)) ** 2,
    "sample-years": ({ observations, periodsPerYear }) => observations / periodsPerYear,
  },
});

/** Mean excess return over its volatility, a year. */
export function sharpe({ assetMean, assetVariance, periodsPerYear }: Model): number {
  return (assetMean / Math.sqrt(assetVariance)) * Math.sqrt(periodsPerYear);
}

/** α over the volatility of what the hedge leaves, a year. */
export function appraisal({ alpha, residualVariance, periodsPerYear }: Model): number {
  return (alpha / Math.sqrt(residualVariance)) * Math.sqrt(periodsPerYear);
}

/** α a year for each unit of β: Treynor's way to measure a reward. */
function rewardOverBeta({ alpha, beta }: Model): number {
  return (alpha * tradingDaysPerYear) / beta;
}

/** r + β·f in the asset's place: the hedge bought instead of sold. */
function withHedgeBought(model: Model): Model {
  const { beta, assetMean, factorMean, assetVariance, factorVariance } = model;
  return {
    ...model,
    assetMean: assetMean + beta * factorMean,
    assetVariance: assetVariance + 3 * beta ** 2 * factorVariance,
  };
}

/** What can go wrong in a ratio besides its number of days, whatever the ratio. */
function scaleMistakes(
  momentsOf: (model: Model) => { readonly mean: number; readonly variance: number },
): Readonly<Record<string, (model: Model) => number>> {
  const daily = (model: Model): number => momentsOf(model).mean / Math.sqrt(momentsOf(model).variance);
  return {
    "variance-for-volatility": (model) => momentsOf(model).mean / momentsOf(model).variance,
    "mean-for-sharpe": (model) => momentsOf(model).mean * tradingDaysPerYear,
    inverted: (model) => 1 / (daily(model) * Math.sqrt(tradingDaysPerYear)),
  };
}
