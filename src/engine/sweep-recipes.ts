/**
 * Every number that a person may have computed for one asset: the same quantity over other windows, at another frequency,
 * on another factor, of excess or total returns, by another estimator, annualised in another way. Where two people's
 * numbers differ, one of these recipes usually explains it.
 *
 * Windows end with the data, and begin at the start, 1, 3, 5 or 10 years before the end, or on the first day of a
 * year. One pass per pair of series (`prefixSumMoments`); some ten thousand figures take milliseconds.
 */
import { dateOf, dayOfUtc, isoDay, monthsPerYear, tradingDaysPerMonth, tradingDaysPerYear } from "../calendar.ts";
import { alignSeries } from "./align-series.ts";
import { prefixSumMoments, type PairMoments } from "./prefix-sum-moments.ts";
import { periodsPerYear, type Frequency, type Series } from "./series.ts";

export const sweptQuantities = ["beta", "alpha", "r-squared", "correlation", "volatility", "hedged-volatility", "sharpe", "appraisal"] as const;
export type SweptQuantity = (typeof sweptQuantities)[number];

/** excess: as in the chapter. total: the risk-free rate included. rate-twice: the rate subtracted a second time. */
export type SweptReturns = "excess" | "total" | "rate-twice";
export type SweptEstimator = "ols" | "no-intercept" | "reversed" | "adjusted";
/** How a figure was rescaled: by a number of periods, its root, or compounding; none: per period, unchanged. */
export type SweptScale = "none" | "×252" | "×21" | "×12" | "×√252" | "×√21" | "×√12" | "compounded";

export interface SweptRecipe {
  readonly quantity: SweptQuantity;
  readonly frequency: Frequency;
  readonly factor: string;
  readonly returns: SweptReturns;
  readonly estimator: SweptEstimator;
  readonly scale: SweptScale;
  readonly window: SweptWindow;
  /** Of the rows used, ISO. */
  readonly first: string;
  readonly last: string;
  readonly observations: number;
  readonly value: number;
  /** Number of respects in which it differs from the chapter's recipe. */
  readonly departures: number;
}

export type SweptWindow = { readonly kind: "full" } | { readonly kind: "last-years"; readonly years: number } | { readonly kind: "since"; readonly year: number };

/** One frequency of an asset and a factor, both excess returns, with the rate of that frequency where there is one. */
export interface SweptPair {
  readonly asset: Series;
  readonly factor: Series;
  readonly rate: Series | null;
  /** Whether this is the factor that the chapter uses for the asset. */
  readonly isUsual: boolean;
}

const minimumRows = 12;

/** All recipes of all pairs, in a fixed order. Pairs without a common day give none. */
export function sweepRecipes(pairs: readonly SweptPair[], quantities: readonly SweptQuantity[]): readonly SweptRecipe[] {
  return pairs.flatMap((pair) => (["excess", "total", "rate-twice"] as const).flatMap((returns) => sweepPair(pair, returns, quantities)));
}

function sweepPair({ asset, factor, rate, isUsual }: SweptPair, returns: SweptReturns, quantities: readonly SweptQuantity[]): readonly SweptRecipe[] {
  if (returns !== "excess" && rate === null) return [];
  const rows = alignSeries(asset, returns === "excess" ? [factor] : [factor, rate!]);
  if (!rows.ok) return [];
  const { days, others } = rows.value;
  const sign = returns === "total" ? 1 : -1;
  const rates = others[1];
  const column = rates === undefined ? rows.value.asset : rows.value.asset.map((value, row) => value + sign * rates[row]!);
  const moments = prefixSumMoments(column, others[0]!);
  const { frequency } = asset;
  return windowsOf(days).flatMap(({ window, start }): readonly SweptRecipe[] => {
    if (days.length - start < minimumRows) return [];
    const measured = moments(start, days.length);
    const sharedFields = { frequency, factor: factor.id, returns, window, first: isoDay(days[start]!), last: isoDay(days.at(-1)!) };
    const sharedDepartures = Number(window.kind !== "full") + Number(frequency !== "daily") + Number(!isUsual) + Number(returns !== "excess");
    return quantities.flatMap((quantity) =>
      figuresOf(quantity, measured, frequency)
        .filter(({ value }) => Number.isFinite(value))
        .map(({ departures: departs, ...figure }) => ({ ...sharedFields, quantity, ...figure, observations: measured.observations, departures: sharedDepartures + departs })),
    );
  });
}

interface Figure {
  readonly estimator: SweptEstimator;
  readonly scale: SweptScale;
  readonly value: number;
  readonly departures: number;
}

function figuresOf(quantity: SweptQuantity, moments: PairMoments, frequency: Frequency): readonly Figure[] {
  const { meanAsset, meanFactor, varianceAsset, varianceFactor, covariance, slopeThroughOrigin } = moments;
  const beta = covariance / varianceFactor;
  const correlation = covariance / Math.sqrt(varianceAsset * varianceFactor);
  const alpha = meanAsset - beta * meanFactor;
  const hedged = Math.sqrt(Math.max(0, varianceAsset - (covariance * covariance) / varianceFactor));
  const unscaled = (value: number, estimator: SweptEstimator = "ols"): Figure => ({ estimator, scale: "none", value, departures: Number(estimator !== "ols") });
  switch (quantity) {
    case "beta":
      return [unscaled(beta), unscaled(slopeThroughOrigin, "no-intercept"), unscaled(covariance / varianceAsset, "reversed"), unscaled((2 / 3) * beta + 1 / 3, "adjusted")];
    case "r-squared":
      return [unscaled(correlation * correlation)];
    case "correlation":
      return [unscaled(correlation)];
    case "alpha":
      return [...means(alpha, frequency, "ols"), ...means(meanFactor - (covariance / varianceAsset) * meanAsset, frequency, "reversed")];
    case "volatility":
      return deviations(Math.sqrt(varianceAsset), frequency);
    case "hedged-volatility":
      return deviations(hedged, frequency);
    case "sharpe":
      return deviations(meanAsset / Math.sqrt(varianceAsset), frequency);
    case "appraisal":
      return deviations(alpha / hedged, frequency);
  }
}

/** A mean per period and per year, by the right number of periods and the wrong ones. */
function means(value: number, frequency: Frequency, estimator: SweptEstimator): readonly Figure[] {
  const periods = periodsPerYear[frequency];
  const figure = (scale: SweptScale, scaled: number, departs: number): Figure => ({ estimator, scale, value: scaled, departures: departs + Number(estimator !== "ols") });
  return [
    figure("none", value, 0),
    ...multiples.map(([scale, periodCount]) => figure(scale, value * periodCount, periodCount === periods ? 0 : 1)),
    figure("×√252", value * Math.sqrt(tradingDaysPerYear), 1),
    figure("compounded", (1 + value) ** periods - 1, 1),
  ];
}

/** A standard deviation or a ratio per period, month and year: by the root of the periods, and wrongly by their number. */
function deviations(value: number, frequency: Frequency): readonly Figure[] {
  const figure = (scale: SweptScale, scaled: number, departs: number): Figure => ({ estimator: "ols", scale, value: scaled, departures: departs });
  const correctScales = frequency === "daily" ? ["×√252", "×√21"] : ["×√12"];
  return [
    figure("none", value, 0),
    ...roots.map(([scale, by]) => figure(scale, value * Math.sqrt(by), correctScales.includes(scale) ? Number(scale === "×√21") : 1)),
    figure("×252", value * tradingDaysPerYear, 1),
    figure("×12", value * monthsPerYear, 1),
  ];
}

const multiples = [
  ["×252", tradingDaysPerYear],
  ["×21", tradingDaysPerMonth],
  ["×12", monthsPerYear],
] as const;
const roots = [
  ["×√252", tradingDaysPerYear],
  ["×√21", tradingDaysPerMonth],
  ["×√12", monthsPerYear],
] as const;

function windowsOf(days: Int32Array): readonly { readonly window: SweptWindow; readonly start: number }[] {
  const [first, last] = [days[0]!, days.at(-1)!];
  const end = dateOf(last + 1);
  const startOf = (day: number): number => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const dayOf = (year: number, month: number, date: number): number => dayOfUtc(year, month, date);
  const back = [1, 3, 5, 10].map((years) => ({ years, day: dayOf(end.getUTCFullYear() - years, end.getUTCMonth(), end.getUTCDate()) }));
  const years: number[] = [];
  for (let year = dateOf(first).getUTCFullYear() + 1; dayOf(year, 0, 1) <= last; year++) years.push(year);
  return [
    { window: { kind: "full" }, start: 0 },
    ...back.filter(({ day }) => day > first).map(({ years: count, day }) => ({ window: { kind: "last-years" as const, years: count }, start: startOf(day) })),
    ...years
      .filter((year) => !back.some(({ day }) => day === dayOf(year, 0, 1)))
      .map((year) => ({ window: { kind: "since" as const, year }, start: startOf(dayOf(year, 0, 1)) })),
  ];
}

/** A recipe and the distance of its number from the target. */
export interface NearRecipe extends SweptRecipe {
  readonly distance: number;
  /** Whether it equals the target to the target's digits. */
  readonly matches: boolean;
}

/**
 * The recipes nearest to a number. First those that match its digits (`halfUnit` is half a unit of its last
 * digit), those that differ least from the chapter's recipe first; then the rest by distance. Each computation
 * appears once, with its best window.
 */
export function nearestRecipes(swept: readonly SweptRecipe[], value: number, halfUnit: number, limit: number): readonly NearRecipe[] {
  const ranked = swept
    .map((recipe, index) => {
      const distance = Math.abs(recipe.value - value);
      return { recipe: { ...recipe, distance, matches: distance <= halfUnit * (1 + 1e-9) }, index };
    })
    .sort(
      ({ recipe: a, index }, { recipe: b, index: otherIndex }) =>
        Number(b.matches) - Number(a.matches) ||
        (a.matches ? a.departures - b.departures : 0) ||
        a.distance - b.distance ||
        index - otherIndex,
    );
  const selected: NearRecipe[] = [];
  for (const { recipe } of ranked) {
    if (selected.some((other) => isSameComputation(recipe, other) || isRedundant(recipe, other, halfUnit))) continue;
    if (selected.push(recipe) === limit) break;
  }
  return selected;
}

/** The same computation over another window. A volatility and a Sharpe ratio have no factor. */
function isSameComputation(recipe: SweptRecipe, other: SweptRecipe): boolean {
  const factorless = recipe.quantity === "volatility" || recipe.quantity === "sharpe";
  return (
    recipe.quantity === other.quantity &&
    recipe.frequency === other.frequency &&
    (factorless || recipe.factor === other.factor) &&
    recipe.returns === other.returns &&
    recipe.estimator === other.estimator &&
    recipe.scale === other.scale
  );
}

/** The same except for the risk-free rate, where it does not change the digits shown. */
const isRedundant = (recipe: SweptRecipe, other: SweptRecipe, halfUnit: number): boolean =>
  recipe.departures > other.departures && recipe.returns !== other.returns && Math.abs(recipe.value - other.value) <= halfUnit && isSameComputation({ ...recipe, returns: other.returns }, other);
