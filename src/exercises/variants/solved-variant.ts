import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Series } from "../../engine/series.ts";
import { success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { fitPair } from "./fit-pair.ts";
import type { FindSeries, PairFit, Treatment } from "./fit-pair.ts";
import { withBeta } from "./model.ts";
import type { Model } from "./model.ts";
import { fullSample } from "./variant.ts";
import type { Variant, YearWindow } from "./variant.ts";

/** Everything the engine works out for one variant. */
export interface SolvedVariant {
  readonly variant: Variant;
  /** The variant's own regression, for the engine's further steps. */
  readonly fit: FactorFit;
  readonly model: Model;
  /** The risk-free rate per day; null where none is loaded. */
  readonly rate: Series | null;
  /** Of monthly returns, compounded from the days of the same rows. */
  readonly monthly: Model | null;
  /** Of months made from every day that is known, r and the rate compounded apart: another convention. */
  readonly completeMonths: Model | null;
  /** Of the stock it is compared with, on the same window. */
  readonly comparison: Model | null;
  /** The model of a refit mistake; null where this variant does not have it. */
  readonly refit: (mistake: RefitMistake) => Model | null;
}

/** Mistakes that need another regression: on other data, or with another number in place of β. */
export const refitMistakes = [
  "other-ticker",
  "whole-sample",
  "rf-twice",
  "rf-kept",
  "monthly-data",
  "month-end-days",
  "reversed-regression",
  "other-reversed",
  "reversed-beta",
  "beta-one",
  "beta-correlation",
  "other-beta",
] as const;

export type RefitMistake = (typeof refitMistakes)[number];

/**
 * Solves variants on the series that `findSeries` has; regressions that several variants share are fitted once.
 *
 * Errors: those of `findSeries`, `excessReturn` and `fitFactors`, for the variant's own pair. Where only the data
 * of a refit mistake are missing, that mistake is null.
 */
export function variantSolver(findSeries: FindSeries): (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem> {
  const fitOf = memoize((asset: string, factor: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> =>
    fitPair(findSeries, "excess", asset, factor, window),
  );
  // Of a refit mistake only the numbers are stored: its rows would take most of the memory.
  const modelOf = memoize((treatment: Treatment, asset: string, factor: string, window: YearWindow): Model | null => {
    const fitted = treatment === "excess" ? fitOf(asset, factor, window) : fitPair(findSeries, treatment, asset, factor, window);
    return fitted.ok ? fitted.value.model : null;
  });

  return memoize((variant: Variant): Outcome<SolvedVariant, EngineProblem | SeriesProblem> => {
    const { asset, factor, window, comparison } = variant;
    const fitted = fitOf(asset, factor, window);
    if (!fitted.ok) return fitted;
    const { fit, model: correct } = fitted.value;
    const rate = findSeries("RF");
    const ofVariant = (treatment: Treatment): Model | null => modelOf(treatment, asset, factor, window);
    const ofComparison = (treatment: Treatment): Model | null =>
      comparison === null ? null : modelOf(treatment, comparison.asset, comparison.factor, window);
    const refit = (mistake: RefitMistake): Model | null => {
      switch (mistake) {
        case "other-ticker":
          return ofComparison("excess");
        case "other-beta":
          return replaceBeta(correct, ofComparison("excess")?.beta);
        case "other-reversed":
          return ofComparison("reversed");
        case "whole-sample":
          return window.from === undefined && window.to === undefined ? null : modelOf("excess", asset, factor, fullSample);
        case "rf-twice":
          return ofVariant("rf-twice");
        case "rf-kept":
          return ofVariant("rf-kept");
        case "monthly-data":
          return ofVariant("monthly");
        case "month-end-days":
          return ofVariant("month-end-days");
        case "reversed-regression":
          return ofVariant("reversed");
        case "reversed-beta":
          return withBeta(correct, correct.rSquared / correct.beta);
        case "beta-one":
          return withBeta(correct, 1);
        case "beta-correlation":
          return withBeta(correct, correct.correlation);
      }
    };
    return success({
      variant,
      fit,
      model: correct,
      rate: rate.ok ? rate.value : null,
      get monthly() {
        return ofVariant("monthly");
      },
      get completeMonths() {
        return ofVariant("complete-months");
      },
      get comparison() {
        return ofComparison("excess");
      },
      refit,
    });
  });
}

/** Memoizes a function by the JSON of its arguments. */
function memoize<A extends readonly unknown[], T>(compute: (...args: A) => T): (...args: A) => T {
  const cache = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    if (!cache.has(key)) cache.set(key, compute(...args));
    return cache.get(key)!;
  };
}

const replaceBeta = (model: Model, beta: number | undefined): Model | null =>
  beta === undefined ? null : withBeta(model, beta);
