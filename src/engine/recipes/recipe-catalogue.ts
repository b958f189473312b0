/**
 * Every number that people compute of one asset, by the recipes of `recipe.ts`: some 20,000 figures. Window by window
 * from prefix sums, so that a figure costs less than a microsecond; regressions on several factors over all rows.
 *
 * A generator, one piece per set of rows: whoever answers others meanwhile takes the pieces one at a time. Checked
 * against pandas and statsmodels on test/golden/reconcile-recipes.json.
 */
import { isoDay } from "../../calendar.ts";
import { prefixSumMoments } from "../prefix-sum-moments.ts";
import type { LongFrequency } from "../series.ts";
import { recipeFigures } from "./recipe-figures.ts";
import { modelFigures } from "./recipe-models.ts";
import { conventionTables, dailyTables, longTables, mostDepartures, replyTables, returnsTable, type RecipeInputs, type RecipeTable } from "./recipe-tables.ts";
import { recipeWindows } from "./recipe-windows.ts";
import { isFactorless, sampleKey, type RecipeFigure, type RecipeReturns, type RecipeSample } from "./recipe.ts";

/** Rarer recipes are no explanation of anything. */
const leastWeight = 0.002;
const returnsKinds = ["excess", "total", "raw", "rate-twice", "log"] as const satisfies readonly RecipeReturns[];
const longFrequencies = ["weekly", "monthly", "annual"] as const satisfies readonly LongFrequency[];

/** All figures of the asset, a piece at a time. Where asset and usual factor share no day there are none. */
export function* recipeCatalogue(inputs: RecipeInputs): Generator<readonly RecipeFigure[], void, undefined> {
  const seen = new Set<string>();
  for (const daily of dailyTables(inputs)) {
    yield figuresOf(daily, seen);
    yield conventionTables(daily).flatMap((table) => figuresOf(table, seen));
    for (const returns of returnsKinds) {
      const table = returnsTable(daily, returns, inputs);
      if (table === null) continue;
      if (returns !== "excess" && table.departures <= mostDepartures) yield figuresOf(table, seen);
      for (const frequency of longFrequencies) for (const long of longTables(table, frequency, inputs)) yield figuresOf(long, seen);
    }
  }
  for (const { frequency, asset, factor } of inputs.replies) yield replyTables(frequency, asset, factor, inputs).flatMap((table) => figuresOf(table, seen));
  for (const model of inputs.models) yield* modelFigures(model, inputs);
}

function figuresOf(table: RecipeTable, seen: Set<string>): readonly RecipeFigure[] {
  const { columns, lastDay, weight, departures, windows, ...shared } = table;
  const { days } = columns;
  if (days.length < 8) return [];
  const moments = prefixSumMoments(columns.asset, columns.factor);
  const choice = windows ?? (departures === 0 && shared.rows === "joined" ? "any" : departures < mostDepartures ? "named" : "all rows");
  const isProviders = shared.convention !== null;
  const found: RecipeFigure[] = [];
  for (const { window, start, end, weight: windowWeight } of recipeWindows(days, shared.frequency, choice)) {
    const rangeWeight = weight * windowWeight;
    if (rangeWeight < leastWeight) continue;
    const sampleDepartures = departures + Number(window.kind !== "full");
    const departs = sampleDepartures < mostDepartures && window.kind !== "years";
    const sample: RecipeSample = { ...shared, window: conventionWindow(shared.convention) ?? window, first: isoDay(days[start]!), last: isoDay(Math.min(days[end - 1]!, lastDay)), observations: end - start };
    // What needs no factor is the same with each factor on the same rows.
    const rowsKey = `${String(days[start])} ${String(days[end - 1])} ${String(end - start)} ${shared.frequency} ${shared.returns} ${String(shared.periods)} ${String(shared.rows === "blank-as-zero")}`;
    const isNew = !seen.has(rowsKey);
    seen.add(rowsKey);
    const [withFactor, without] = [sampleKey(sample, false), sampleKey(sample, true)];
    for (const { quantity, estimator, scale, value, weight: figureWeight, departs: figureDeparts } of recipeFigures(moments(start, end), shared.frequency, { departs, least: leastWeight / rangeWeight })) {
      const factorless = isFactorless(quantity);
      if ((factorless && !isNew) || (isProviders && (quantity !== "beta" || (estimator !== "ols" && estimator !== "adjusted")))) continue;
      found.push({
        quantity,
        estimator,
        scale,
        value,
        // A provider's adjusted β is as well known as its raw one.
        weight: rangeWeight * (isProviders ? 1 : figureWeight),
        departures: sampleDepartures + Number(figureDeparts),
        sample,
        answer: `${factorless ? without : withFactor}|${quantity}|${estimator}|${String(scale)}`,
      });
    }
  }
  return found;
}

function conventionWindow(convention: RecipeSample["convention"]): RecipeSample["window"] | null {
  if (convention === null) return null;
  return convention === "Yahoo" ? { kind: "last", count: 5, unit: "years" } : { kind: "last", count: convention === "Bloomberg" ? 104 : 260, unit: "weeks" };
}

