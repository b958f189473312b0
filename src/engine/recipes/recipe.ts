/**
 * The recipes by which people arrive at a number of one asset, and how often each is met.
 *
 * A recipe is the chapter's way with at most two departures: another market factor, other rows, months, weeks or years,
 * the risk-free rate left in or subtracted twice, logarithms, another window, another estimator, another way to a year.
 * What more than two departures would give is not among them: with enough freedom every number is something.
 *
 * `weight` is the odds of a recipe against the chapter's own for the same quantity of the same asset. The odds are
 * judgement, in steps of about two, set on test/golden/reconcile-recipes.json and scored on numbers kept apart.
 */
import type { Frequency } from "../series.ts";

/** `unexplained` is 1 − R²; `tracking-error` and `information` are of the asset less its factor, with β = 1. */
export type RecipeQuantity = "beta" | "alpha" | "r-squared" | "unexplained" | "correlation" | "mean" | "variance" | "volatility" | "hedged-volatility" | "tracking-error" | "sharpe" | "appraisal" | "information";

/**
 * excess: as in the chapter. total: with the risk-free rate in asset and market. raw: in the asset alone.
 * rate-twice: subtracted from the asset once more. log: ln(1 + excess return) of both.
 */
export type RecipeReturns = "excess" | "total" | "raw" | "rate-twice" | "log";

/** `beta-one`: the factor subtracted as it is. `factor-in-percent`: the factor's file not divided by 100. */
export type RecipeEstimator = "ols" | "no-intercept" | "adjusted" | "reversed" | "reversed-inverted" | "factor-in-percent" | "beta-one" | "over-total";

/**
 * joined: days on which the asset, its factor and the other columns of a course file all have a return. own: days on
 * which the asset and the factor have one. blank-as-zero: every row of the asset's file, blanks filled with 0.
 */
export type RecipeRows = "joined" | "own" | "blank-as-zero";

/**
 * How months, weeks and years are made. compounded: from the days in common. summed: as the sum of the days.
 * library: the factors from the library's own file of that frequency. replies: as every analysis of this program makes them.
 */
export type RecipePeriods = "compounded" | "summed" | "library" | "replies";

export type RecipeWindow =
  | { readonly kind: "full" }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "since"; readonly year: number }
  | { readonly kind: "until"; readonly year: number }
  | { readonly kind: "years"; readonly first: number; readonly last: number }
  | { readonly kind: "last"; readonly count: number; readonly unit: "years" | "weeks" };

/** By what a figure per period was multiplied: `×√252`, `×252`, `compounded 12`; null: by nothing. */
export type RecipeScale = `×${number}` | `×√${number}` | `compounded ${number}` | null;

/** A provider whose published way this is. */
type RecipeConvention = "Yahoo" | "Bloomberg" | "Value Line";

/** The rows that a number was computed from; shared by all its figures. */
export interface RecipeSample {
  readonly asset: string;
  readonly factors: readonly string[];
  /** Whether the factors are the chapter's for the asset. */
  readonly isUsualFactor: boolean;
  readonly frequency: Frequency;
  readonly returns: RecipeReturns;
  readonly rows: RecipeRows;
  /** null where the rows are days. */
  readonly periods: RecipePeriods | null;
  /** Whether a period that is cut at either end was dropped. */
  readonly partialDropped: boolean;
  readonly window: RecipeWindow;
  readonly convention: RecipeConvention | null;
  /** Of the rows used, ISO. */
  readonly first: string;
  readonly last: string;
  readonly observations: number;
}

/** One number that somebody may have computed. */
export interface RecipeFigure {
  readonly quantity: RecipeQuantity;
  readonly estimator: RecipeEstimator;
  readonly scale: RecipeScale;
  /** Decimals. */
  readonly value: number;
  /** Odds against the chapter's own recipe for this quantity of this asset, which has 1. */
  readonly weight: number;
  /** In how many respects it differs from the chapter's way; per day and per year are both the chapter's. */
  readonly departures: number;
  readonly sample: RecipeSample;
  /** Names the answer that a reader is given; figures that differ in details of their rows alone share it. */
  readonly answer: string;
}

/** What a reader takes for one answer: which rows, and how periods were made, are details. */
export const answerKey = ({ quantity, estimator, scale, sample }: Pick<RecipeFigure, "quantity" | "estimator" | "scale" | "sample">): string =>
  `${sampleKey(sample, isFactorless(quantity))}|${quantity}|${estimator}|${String(scale)}`;

export const sampleKey = ({ asset, factors, frequency, returns, window, convention }: RecipeSample, factorless: boolean): string =>
  [asset, factorless ? "" : factors.join("+"), frequency, returns, convention ?? Object.values(window).join(" ")].join("|");

/** Needs no factor. */
export const isFactorless = (quantity: RecipeQuantity): boolean => quantity === "mean" || quantity === "variance" || quantity === "volatility" || quantity === "sharpe";
