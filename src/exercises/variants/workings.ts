import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Series } from "../../engine/series.ts";
import { success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { fitPair } from "./fit-pair.ts";
import type { FindSeries, Fitted, Treatment } from "./fit-pair.ts";
import { withBeta } from "./model.ts";
import type { Model } from "./model.ts";
import { allRows } from "./variant.ts";
import type { Variant, YearWindow } from "./variant.ts";

/** Everything the engine works out for one variant. */
export interface Workings {
  readonly variant: Variant;
  /** The variant's own regression, for the engine's further steps. */
  readonly fit: FactorFit;
  readonly model: Model;
  /** The risk-free rate a day; null where none is loaded. */
  readonly rate: Series | null;
  /** Of monthly returns, compounded from the days of the same rows. */
  readonly monthly: Model | null;
  /** Of the stock it is compared with, on the same window. */
  readonly other: Model | null;
  /** The model that a wrong turn leads to; null where this variant has no such turn. */
  readonly turn: (turn: WrongTurn) => Model | null;
}

/** Wrong turns before the last formula: other data, or another number in β's place. */
export const wrongTurns = [
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

export type WrongTurn = (typeof wrongTurns)[number];

/**
 * Works variants out on the series that `find` knows; what several variants share is fitted once.
 *
 * Errors: those of `find`, `excessReturn` and `fitFactors`, for the variant's own pair. Where only a wrong
 * turn's data is missing, the turn is null.
 */
export function workingsOn(find: FindSeries): (variant: Variant) => Outcome<Workings, EngineProblem | SeriesProblem> {
  const fitOf = remembered((asset: string, factor: string, window: YearWindow): Outcome<Fitted, EngineProblem | SeriesProblem> =>
    fitPair(find, "excess", asset, factor, window),
  );
  // Of a wrong turn only the numbers are kept: its rows would be most of the memory.
  const modelOf = remembered((treatment: Treatment, asset: string, factor: string, window: YearWindow): Model | null => {
    const fitted = treatment === "excess" ? fitOf(asset, factor, window) : fitPair(find, treatment, asset, factor, window);
    return fitted.ok ? fitted.value.model : null;
  });

  return remembered((variant: Variant): Outcome<Workings, EngineProblem | SeriesProblem> => {
    const { asset, factor, window, other } = variant;
    const fitted = fitOf(asset, factor, window);
    if (!fitted.ok) return fitted;
    const { fit, model: right } = fitted.value;
    const rate = find("RF");
    const own = (treatment: Treatment): Model | null => modelOf(treatment, asset, factor, window);
    const others = (treatment: Treatment): Model | null =>
      other === null ? null : modelOf(treatment, other.asset, other.factor, window);
    const turn = (wrong: WrongTurn): Model | null => {
      switch (wrong) {
        case "other-ticker":
          return others("excess");
        case "other-beta":
          return replaceBeta(right, others("excess")?.beta);
        case "other-reversed":
          return others("reversed");
        case "whole-sample":
          return window.from === undefined && window.to === undefined ? null : modelOf("excess", asset, factor, allRows);
        case "rf-twice":
          return own("rf-twice");
        case "rf-kept":
          return own("rf-kept");
        case "monthly-data":
          return own("monthly");
        case "month-end-days":
          return own("month-end-days");
        case "reversed-regression":
          return own("reversed");
        case "reversed-beta":
          return withBeta(right, right.rSquared / right.beta);
        case "beta-one":
          return withBeta(right, 1);
        case "beta-correlation":
          return withBeta(right, right.correlation);
      }
    };
    return success({
      variant,
      fit,
      model: right,
      rate: rate.ok ? rate.value : null,
      get monthly() {
        return own("monthly");
      },
      get other() {
        return others("excess");
      },
      turn,
    });
  });
}

/** Works out once for the same arguments, told apart by their JSON. */
function remembered<A extends readonly unknown[], T>(work: (...args: A) => T): (...args: A) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const place = JSON.stringify(args);
    if (!known.has(place)) known.set(place, work(...args));
    return known.get(place)!;
  };
}

const replaceBeta = (model: Model, beta: number | undefined): Model | null =>
  beta === undefined ? null : withBeta(model, beta);
