import { expect, test } from "vitest";
import { excessReturn } from "../../../src/engine/excess-return.ts";
import { fitFactors } from "../../../src/engine/fit-factors.ts";
import { recipeCatalogue } from "../../../src/engine/recipes/recipe-catalogue.ts";
import type { RecipeInputs } from "../../../src/engine/recipes/recipe-tables.ts";
import type { RecipeFigure } from "../../../src/engine/recipes/recipe.ts";
import type { Series } from "../../../src/engine/series.ts";
import { loadDatasets } from "../../../src/datasets/load-datasets.ts";

const datasets = loadDatasets({ sampleFolder: "data/sample" });
if (!datasets.ok) throw new Error("the sample is missing");
const find = (id: string): Series => {
  const found = datasets.value.find(id);
  if (!found.ok) throw new Error(`${id} is missing`);
  return found.value;
};
const [jpm, spy, market, rate] = [find("JPM"), find("SPY"), find("Mkt-RF"), find("RF")];
const inputs: RecipeInputs = {
  asset: jpm,
  isTotal: false,
  rate,
  usual: spy,
  rival: market,
  joined: [spy, find("WMT"), jpm],
  calendar: null,
  published: () => null,
  replies: [],
  models: [{ factors: [market, find("SMB"), find("HML")], weight: 0.1 }],
};
const all = (changed: Partial<RecipeInputs> = {}): readonly RecipeFigure[] => [...recipeCatalogue({ ...inputs, ...changed })].flat();
const figures = all();

test("what departs in nothing is the chapter's regression", () => {
  const fit = fitFactors(jpm, [spy]);
  if (!fit.ok) throw new Error(fit.problem.kind);
  const chapters = figures.filter(({ departures, sample }) => departures === 0 && sample.rows === "joined");
  const valueOf = (quantity: string, scale: string | null) => chapters.find((figure) => figure.quantity === quantity && figure.scale === scale)?.value;
  expect(valueOf("beta", null)).toBeCloseTo(fit.value.betas[0].value, 10);
  expect(valueOf("alpha", "×252")).toBeCloseTo(fit.value.alphaAnnual.value, 10);
  expect(valueOf("r-squared", null)).toBeCloseTo(fit.value.rSquared, 10);
});

test("every window's β is the engine's own over that window", () => {
  const betas = figures.filter(({ quantity, estimator, sample }) => quantity === "beta" && estimator === "ols" && sample.returns === "excess" && sample.frequency === "daily" && sample.rows === "own" && sample.factors.join() === "SPY");
  expect(betas.length).toBeGreaterThan(30);
  for (const { sample, value } of betas) {
    const fit = fitFactors(jpm, [spy], { from: sample.first, to: sample.last });
    if (!fit.ok) throw new Error(fit.problem.kind);
    expect(fit.value.sample.observations).toBe(sample.observations);
    expect(value).toBeCloseTo(fit.value.betas[0].value, 9);
  }
});

test("the market's β beside other factors is the engine's", () => {
  const fit = fitFactors(jpm, inputs.models[0]!.factors);
  if (!fit.ok) throw new Error(fit.problem.kind);
  const found = figures.find(({ quantity, sample }) => quantity === "beta" && sample.factors.length === 3 && sample.rows === "own");
  expect(found?.value).toBeCloseTo(fit.value.betas[0].value, 10);
});

test("no recipe departs in more than two respects, and the fewer departures the likelier at most", () => {
  expect(Math.max(...figures.map(({ departures }) => departures))).toBe(2);
  expect(figures.filter(({ weight }) => !(weight > 0 && weight <= 1))).toEqual([]);
  expect(figures.filter(({ weight, departures }) => departures > 0 && weight >= 0.5)).toEqual([]);
});

test("what needs a rate is left out where none is loaded, and nothing else is called by its name", () => {
  const kinds = new Set(all({ rate: null }).map(({ sample }) => sample.returns));
  expect([...kinds].sort()).toEqual(["excess", "log"]);
  expect(new Set(figures.map(({ sample }) => sample.returns)).size).toBe(5);
});

test("providers' β are of total returns on the S&P 500, over their weeks and months", () => {
  const providers = figures.filter(({ sample }) => sample.convention !== null);
  expect(new Set(providers.map(({ sample, estimator }) => `${String(sample.convention)} ${sample.frequency} ${String(sample.observations)} ${estimator}`))).toEqual(
    new Set(["Yahoo monthly 60 ols", "Yahoo monthly 60 adjusted", "Bloomberg weekly 104 ols", "Bloomberg weekly 104 adjusted", "Value Line weekly 260 ols", "Value Line weekly 260 adjusted"]),
  );
  expect(providers.every(({ quantity, sample }) => quantity === "beta" && sample.returns === "total" && sample.factors.join() === "SPY")).toBe(true);
});

test("a volatility is counted once per rows, however many factors there are", () => {
  const volatilities = figures.filter(({ quantity, scale, sample }) => quantity === "volatility" && scale === "×√252" && sample.frequency === "daily" && sample.returns === "excess" && sample.window.kind === "full");
  expect(new Set(volatilities.map(({ value }) => value)).size).toBe(volatilities.length);
});

test("series that share no day give no figure", () => {
  const elsewhere: Series = { ...spy, days: spy.days.map((day) => day + 100_000) };
  expect(all({ usual: elsewhere, rival: null, joined: [], models: [] })).toEqual([]);
});

test("a total return's excess may have the rate put back, which is the file's own", () => {
  const msft = find("MSFT");
  const excess = excessReturn(msft, rate);
  if (!excess.ok) throw new Error(excess.problem.kind);
  const own = all({ asset: excess.value, isTotal: true, usual: market, rival: null, joined: [], models: [] });
  const raw = own.find(({ quantity, scale, sample }) => quantity === "mean" && scale === null && sample.returns === "raw" && sample.frequency === "daily" && sample.window.kind === "full");
  const mean = msft.values.reduce((sum, value) => sum + value, 0) / msft.values.length;
  expect(raw?.value).toBeCloseTo(mean, 12);
});
