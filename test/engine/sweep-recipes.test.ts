import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { prefixSumMoments } from "../../src/engine/prefix-sum-moments.ts";
import type { Series } from "../../src/engine/series.ts";
import { nearestRecipes, sweepRecipes, sweptQuantities, type SweptPair } from "../../src/engine/sweep-recipes.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";

const datasets = loadDatasets({ sampleFolder: "data/sample" });
if (!datasets.ok) throw new Error("the sample is missing");
const find = (id: string): Series => {
  const found = datasets.value.find(id);
  if (!found.ok) throw new Error(`${id} is missing`);
  return found.value;
};
const jpm = find("JPM");
const spy = find("SPY");
const pair: SweptPair = { asset: jpm, factor: spy, rate: find("RF"), isUsual: true };
const swept = sweepRecipes([pair], sweptQuantities);

const [first] = [swept.find(({ quantity, departures }) => quantity === "beta" && departures === 0)];

test("the recipe without a departure is the chapter's regression", () => {
  const fit = fitFactors(jpm, [spy]);
  if (!fit.ok) throw new Error(fit.problem.kind);
  expect(first?.value).toBeCloseTo(fit.value.betas[0].value, 10);
  const alpha = swept.find(({ quantity, departures, scale }) => quantity === "alpha" && departures === 0 && scale === "×252");
  expect(alpha?.value).toBeCloseTo(fit.value.alphaAnnual.value, 10);
  const rSquared = swept.find(({ quantity, departures }) => quantity === "r-squared" && departures === 0);
  expect(rSquared?.value).toBeCloseTo(fit.value.rSquared, 10);
});

test("every window's β is the engine's own over that window", () => {
  const betas = swept.filter(({ quantity, estimator, returns }) => quantity === "beta" && estimator === "ols" && returns === "excess");
  expect(betas.length).toBeGreaterThan(30);
  for (const { first: from, last: to, observations, value } of betas) {
    const fit = fitFactors(jpm, [spy], { from, to });
    if (!fit.ok) throw new Error(fit.problem.kind);
    expect(fit.value.sample.observations).toBe(observations);
    expect(value).toBeCloseTo(fit.value.betas[0].value, 9);
  }
});

test("the regression the wrong way round is the engine's with asset and factor exchanged", () => {
  const fit = fitFactors(spy, [jpm]);
  if (!fit.ok) throw new Error(fit.problem.kind);
  const reversed = swept.find(({ quantity, estimator, departures }) => quantity === "beta" && estimator === "reversed" && departures === 1);
  expect(reversed?.value).toBeCloseTo(fit.value.betas[0].value, 10);
});

test("a number is named by the simplest recipe that fits its digits", () => {
  const [best] = nearestRecipes(swept, 0.359, 0.0005, 5);
  expect(best).toMatchObject({ quantity: "beta", estimator: "reversed", returns: "excess", matches: true, window: { kind: "full" } });
});

test("what nothing gives is met with the nearest, by distance", () => {
  const near = nearestRecipes(swept.filter(({ quantity }) => quantity === "beta"), 7, 0.5, 4);
  expect(near.every(({ matches }) => !matches)).toBe(true);
  expect(near.map(({ distance }) => distance)).toEqual([...near.map(({ distance }) => distance)].sort((a, b) => a - b));
});

test("the chapter's monthly label of 6.8.3 is found: MSFT's hedged volatility × √21", () => {
  const msft = find("MSFT");
  const market = find("Mkt-RF");
  const rate = find("RF");
  const rf = new Map([...rate.days].map((day, row) => [day, rate.values[row]!]));
  const excess: Series = { ...msft, kind: "excess", values: msft.values.map((value, row) => value - (rf.get(msft.days[row]!) ?? 0)) };
  const [best] = nearestRecipes(sweepRecipes([{ asset: excess, factor: market, rate, isUsual: true }], ["hedged-volatility"]), 0.0736, 0.00005, 1);
  expect(best).toMatchObject({ scale: "×√21", matches: true, window: { kind: "full" } });
});

test("running sums give the moments of any run of rows", () => {
  const moments = prefixSumMoments(Float64Array.of(9, 1, 2, 4, 9), Float64Array.of(9, 2, 4, 9, 9))(1, 4);
  expect(moments.observations).toBe(3);
  expect(moments.meanFactor).toBeCloseTo(5, 12);
  expect(moments.varianceFactor).toBeCloseTo(13, 12);
  expect(moments.covariance).toBeCloseTo(5.5, 12);
  expect(moments.slopeThroughOrigin).toBeCloseTo(46 / 101, 12);
});
