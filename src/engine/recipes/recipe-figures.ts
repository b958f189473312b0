/** What people read off one regression: every quantity, by the usual estimator or another, per period or scaled. */
import { monthsPerYear, tradingDaysPerMonth, weeksPerYear } from "../../calendar.ts";
import type { PairMoments } from "../prefix-sum-moments.ts";
import { periodsPerYear, type Frequency } from "../series.ts";
import type { RecipeEstimator, RecipeQuantity, RecipeScale } from "./recipe.ts";

interface WeightedFigure {
  readonly quantity: RecipeQuantity;
  readonly estimator: RecipeEstimator;
  readonly scale: RecipeScale;
  readonly value: number;
  /** Odds against the usual estimator and scale. */
  readonly weight: number;
  /** Whether estimator or scale is another than the usual one. */
  readonly departs: boolean;
}

const estimatorOdds: Readonly<Record<RecipeEstimator, number>> = {
  ols: 1,
  "no-intercept": 0.12,
  adjusted: 0.12,
  reversed: 0.1,
  "reversed-inverted": 0.02,
  "factor-in-percent": 0.05,
  "beta-one": 0.3,
  "over-total": 0.1,
};

/** A period's quantity unscaled is nearly as usual as a year's: both stand in the chapter. */
const perPeriodOdds = 0.5;

/** Other numbers of periods that people take, and how often: a month of days, months, calendar days, round years. */
const otherCounts: readonly (readonly [number, number])[] = [
  [tradingDaysPerMonth, 0.08], [monthsPerYear, 0.06], [365, 0.06], [250, 0.06], [weeksPerYear, 0.02], [260, 0.02], [360, 0.01], [256, 0.01],
];

/** Everything that one pair of columns gives with these odds at the least. `departs: false` leaves out what is neither the usual estimator nor scale. */
export function recipeFigures(moments: PairMoments, frequency: Frequency, { departs, least }: { readonly departs: boolean; readonly least: number }): readonly WeightedFigure[] {
  const { meanAsset, meanFactor, varianceAsset, varianceFactor, covariance, slopeThroughOrigin } = moments;
  const beta = covariance / varianceFactor;
  const correlation = covariance / Math.sqrt(varianceAsset * varianceFactor);
  const alpha = meanAsset - beta * meanFactor;
  const hedged = Math.sqrt(Math.max(0, varianceAsset - (covariance * covariance) / varianceFactor));
  const active = Math.sqrt(Math.max(0, varianceAsset + varianceFactor - 2 * covariance));
  const volatility = Math.sqrt(varianceAsset);
  const figures: WeightedFigure[] = [];
  const add: Add = (quantity, estimator, scale, value, weight, differs) => {
    if (weight >= least && (departs || !differs) && Number.isFinite(value)) figures.push({ quantity, estimator, scale, value, weight, departs: differs });
  };
  const one = (quantity: RecipeQuantity, value: number, estimator: RecipeEstimator = "ols"): void => add(quantity, estimator, null, value, estimatorOdds[estimator], estimator !== "ols");
  one("beta", beta);
  one("beta", slopeThroughOrigin, "no-intercept");
  one("beta", (2 / 3) * beta + 1 / 3, "adjusted");
  one("beta", covariance / varianceAsset, "reversed");
  one("beta", varianceAsset / covariance, "reversed-inverted");
  one("beta", beta / 100, "factor-in-percent");
  one("correlation", correlation);
  one("r-squared", correlation * correlation);
  one("unexplained", 1 - correlation * correlation);
  addMean(add, frequency, "alpha", alpha);
  // The other means of a difference are what they are called; α with β taken as 1 is not α.
  addMean(asDeparture(add, estimatorOdds["beta-one"]), frequency, "alpha", meanAsset - meanFactor, "beta-one");
  addMean(add, frequency, "mean", meanAsset);
  addMean(add, frequency, "variance", varianceAsset);
  addRoot(add, frequency, "volatility", volatility);
  addRoot(add, frequency, "hedged-volatility", hedged);
  addRoot(add, frequency, "tracking-error", active, "beta-one");
  addRoot(add, frequency, "sharpe", meanAsset / volatility);
  addRoot(add, frequency, "appraisal", alpha / hedged);
  // α over σ of the return as it is, where the hedged one is meant.
  addRoot(asDeparture(add, estimatorOdds["over-total"]), frequency, "appraisal", alpha / volatility, "over-total");
  addRoot(add, frequency, "information", (meanAsset - meanFactor) / active, "beta-one");
  return figures;
}

/** What a regression on several factors gives: the market's slope, and what does not depend on which factors. */
export function severalFactorFigures(fit: { readonly beta: number; readonly alpha: number; readonly rSquared: number; readonly hedgedVolatility: number }, frequency: Frequency): readonly WeightedFigure[] {
  const { beta, alpha, rSquared, hedgedVolatility } = fit;
  const figures: WeightedFigure[] = [];
  const add: Add = (quantity, estimator, scale, value, weight, differs) => {
    if (!differs && Number.isFinite(value)) figures.push({ quantity, estimator, scale, value, weight, departs: differs });
  };
  add("beta", "ols", null, beta, 1, false);
  add("r-squared", "ols", null, rSquared, 1, false);
  add("unexplained", "ols", null, 1 - rSquared, 1, false);
  addMean(add, frequency, "alpha", alpha);
  addRoot(add, frequency, "hedged-volatility", hedgedVolatility);
  addRoot(add, frequency, "appraisal", alpha / hedgedVolatility);
  return figures;
}

type Add = (quantity: RecipeQuantity, estimator: RecipeEstimator, scale: RecipeScale, value: number, weight: number, departs: boolean) => void;

const asDeparture = (add: Add, odds: number): Add => (quantity, estimator, scale, value, weight) => add(quantity, estimator, scale, value, odds * weight, true);

/** A mean or a variance: times the periods of a year; compounded, or by a root, by mistake. */
function addMean(add: Add, frequency: Frequency, quantity: RecipeQuantity, value: number, estimator: RecipeEstimator = "ols"): void {
  const periods = periodsPerYear[frequency];
  if (periods === 1) return add(quantity, estimator, null, value, 1, false);
  add(quantity, estimator, null, value, perPeriodOdds, false);
  add(quantity, estimator, `×${periods}`, value * periods, 1, false);
  for (const [count, weight] of otherCounts) if (count !== periods) add(quantity, estimator, `×${count}`, value * count, weight, true);
  if (quantity !== "variance") add(quantity, estimator, `compounded ${periods}`, (1 + value) ** periods - 1, 0.1, true);
  add(quantity, estimator, `×√${periods}`, value * Math.sqrt(periods), 0.05, true);
}

/** A standard deviation or a ratio to one: times the root; by the number itself by mistake. */
function addRoot(add: Add, frequency: Frequency, quantity: RecipeQuantity, value: number, estimator: RecipeEstimator = "ols"): void {
  const periods = periodsPerYear[frequency];
  if (periods === 1) return add(quantity, estimator, null, value, 1, false);
  add(quantity, estimator, null, value, perPeriodOdds, false);
  add(quantity, estimator, `×√${periods}`, value * Math.sqrt(periods), 1, false);
  for (const [count, weight] of otherCounts) if (count !== periods) add(quantity, estimator, `×√${count}`, value * Math.sqrt(count), weight, true);
  add(quantity, estimator, `×${periods}`, value * periods, 0.05, true);
}
