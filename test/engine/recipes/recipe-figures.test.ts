import { expect, test } from "vitest";
import { prefixSumMoments } from "../../../src/engine/prefix-sum-moments.ts";
import { recipeFigures, severalFactorFigures } from "../../../src/engine/recipes/recipe-figures.ts";

const asset = Float64Array.of(0.02, -0.01, 0.03, 0.01, -0.02, 0.015);
const factor = Float64Array.of(0.01, -0.01, 0.02, 0, -0.01, 0.01);
const moments = prefixSumMoments(asset, factor)(0, 6);
const all = recipeFigures(moments, "daily", { departs: true, least: 0 });
const valueOf = (quantity: string, scale: string | null = null, estimator = "ols") => all.find((figure) => figure.quantity === quantity && figure.scale === scale && figure.estimator === estimator)?.value;

test("estimators are functions of one regression", () => {
  const beta = valueOf("beta")!;
  expect(beta).toBeCloseTo(moments.covariance / moments.varianceFactor, 12);
  expect(valueOf("beta", null, "adjusted")).toBeCloseTo((2 / 3) * beta + 1 / 3, 12);
  expect(valueOf("beta", null, "factor-in-percent")).toBeCloseTo(beta / 100, 12);
  expect(valueOf("beta", null, "reversed")! * valueOf("beta", null, "reversed-inverted")!).toBeCloseTo(1, 12);
  expect(valueOf("r-squared")! + valueOf("unexplained")!).toBeCloseTo(1, 12);
  expect(beta * valueOf("beta", null, "reversed")!).toBeCloseTo(valueOf("r-squared")!, 12);
});

test("means grow with the number of periods, volatilities with its root, and people take other numbers", () => {
  expect(valueOf("mean", "×252")).toBeCloseTo(252 * moments.meanAsset, 12);
  expect(valueOf("mean", "compounded 252")).toBeCloseTo((1 + moments.meanAsset) ** 252 - 1, 9);
  expect(valueOf("volatility", "×√252")).toBeCloseTo(Math.sqrt(252 * moments.varianceAsset), 12);
  expect(valueOf("volatility", "×√365")).toBeCloseTo(Math.sqrt(365 * moments.varianceAsset), 12);
  expect(valueOf("variance", "×252")).toBeCloseTo(252 * moments.varianceAsset, 12);
  expect(all.filter(({ scale }) => scale === "×252" || scale === "×√252").some(({ departs }) => !departs)).toBe(true);
});

test("rows of years are per year as they are", () => {
  expect(recipeFigures(moments, "annual", { departs: true, least: 0 }).every(({ scale }) => scale === null)).toBe(true);
});

test("odds below the least, and departures where none may be, are left out", () => {
  expect(recipeFigures(moments, "daily", { departs: true, least: 0.5 }).every(({ weight }) => weight >= 0.5)).toBe(true);
  expect(recipeFigures(moments, "daily", { departs: false, least: 0 }).every(({ departs }) => !departs)).toBe(true);
});

test("a constant gives no figure that is not a number", () => {
  const flat = prefixSumMoments(new Float64Array(6).fill(0.01), factor)(0, 6);
  expect(recipeFigures(flat, "daily", { departs: true, least: 0 }).every(({ value }) => Number.isFinite(value))).toBe(true);
});

test("several factors give the market's slope and what is left", () => {
  const figures = severalFactorFigures({ beta: 1.2, alpha: 0.001, rSquared: 0.6, hedgedVolatility: 0.02 }, "monthly");
  const of = (quantity: string, scale: string | null) => figures.find((figure) => figure.quantity === quantity && figure.scale === scale)?.value;
  expect([of("beta", null), of("unexplained", null), of("alpha", "×12")]).toEqual([1.2, 0.4, 0.012]);
  expect(of("appraisal", "×√12")).toBeCloseTo(0.05 * Math.sqrt(12), 12);
});
