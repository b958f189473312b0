import { expect, test } from "vitest";
import type { RecipeFigure, RecipeSample } from "../../../src/engine/recipes/recipe.ts";
import { recipeValue, recipeWords, subjectWords } from "../../../src/render/replies/recipe-words.ts";

const sample: RecipeSample = {
  asset: "JPM", factors: ["SPY"], isUsualFactor: true, frequency: "daily", returns: "excess", rows: "joined", periods: null, partialDropped: false,
  window: { kind: "full" }, convention: null, first: "1993-02-01", last: "2024-12-31", observations: 7974,
};
const figure = (changes: Partial<Omit<RecipeFigure, "sample">> = {}, ofSample: Partial<RecipeSample> = {}): RecipeFigure => ({
  quantity: "beta", estimator: "ols", scale: null, value: 1.395, weight: 1, departures: 0, answer: "", ...changes, sample: { ...sample, ...ofSample },
});
const words = (changes: Partial<Omit<RecipeFigure, "sample">>, ofSample: Partial<RecipeSample> = {}) => recipeWords(figure(changes, ofSample), false).join(" · ");

test("the chapter's own way has nothing in bold", () => {
  expect(words({})).toBe("on SPY · 1993-02-01 to 2024-12-31 · n = 7,974");
  expect(words({ quantity: "volatility", scale: "×√252" })).toBe("1993-02-01 to 2024-12-31 · per year (×√252) · n = 7,974");
  expect(words({ quantity: "alpha" })).toBe("on SPY · 1993-02-01 to 2024-12-31 · per day · n = 7,974");
});

test.each([
  [{}, { factors: ["Mkt-RF"], isUsualFactor: false }, "**on Mkt-RF**"],
  [{}, { factors: ["Mkt-RF", "SMB5"], isUsualFactor: false }, "**on Mkt-RF + SMB of the five-factor file**"],
  [{ estimator: "no-intercept" }, {}, "**without an intercept**"],
  [{ estimator: "adjusted" }, {}, "**adjusted, ⅔·β + ⅓**"],
  [{ estimator: "reversed" }, {}, "**regressed the wrong way round, the factor on the asset**"],
  [{ estimator: "reversed-inverted" }, {}, "**1 over the slope of the factor on the asset**"],
  [{ estimator: "factor-in-percent" }, {}, "**SPY left in percent, not divided by 100**"],
  [{ quantity: "appraisal", estimator: "over-total" }, {}, "**over the total volatility, σ(r) in place of σ(ε)**"],
  [{ quantity: "alpha", estimator: "beta-one" }, {}, "**the mean of the difference, β taken as 1**"],
  [{}, { returns: "total" }, "**total returns, the risk-free rate still in both**"],
  [{}, { returns: "raw" }, "**risk-free rate not subtracted from JPM**"],
  [{}, { returns: "rate-twice" }, "**risk-free rate subtracted twice from JPM**"],
  [{}, { returns: "log" }, "**log returns, ln(1 + r)**"],
  [{}, { frequency: "weekly", periods: "compounded" }, "**weekly, to Friday, part weeks counted**"],
  [{}, { frequency: "monthly", periods: "replies" }, "**monthly**"],
  [{}, { frequency: "monthly", periods: "compounded" }, "**monthly, compounded from the days in the file, part months counted**"],
  [{}, { frequency: "annual", periods: "library" }, "**calendar years, on the library's own file of them**"],
  [{}, { frequency: "monthly", periods: "summed" }, "**monthly, days summed up, part months counted**"],
  [{}, { rows: "blank-as-zero" }, "**blank days filled with 0 in place of left out**"],
  [{}, { window: { kind: "year", year: 2008 } }, "**2008 only**"],
  [{}, { window: { kind: "since", year: 2000 } }, "**since 2000**"],
  [{}, { window: { kind: "until", year: 2008 } }, "**to the end of 2008**"],
  [{}, { window: { kind: "years", first: 2010, last: 2019 } }, "**2010 to 2019**"],
  [{}, { window: { kind: "last", count: 1, unit: "years" } }, "**last year** (from 1993-02-01)"],
  [{}, { window: { kind: "last", count: 104, unit: "weeks" } }, "**last 104 weeks** (from 1993-02-01)"],
  [{}, { convention: "Yahoo" }, "**Yahoo's way: the last 60 months on SPY, no risk-free rate subtracted**"],
  [{ estimator: "adjusted" }, { convention: "Bloomberg" }, "**Bloomberg's adjusted β (⅔·β + ⅓): the last 104 weeks on SPY, no risk-free rate subtracted**"],
  [{}, { convention: "Bloomberg" }, "**Bloomberg's raw β: the last 104 weeks on SPY, no risk-free rate subtracted**"],
  [{ estimator: "adjusted" }, { convention: "Yahoo" }, "**Yahoo's way, adjusted (⅔·β + ⅓): the last 60 months on SPY, no risk-free rate subtracted**"],
  [{ estimator: "adjusted" }, { convention: "Value Line" }, "**Value Line's way, adjusted (⅔·β + ⅓): the last 260 weeks on SPY, no risk-free rate subtracted**"],
  [{}, { convention: "Value Line" }, "**Value Line's way: the last 260 weeks on SPY, no risk-free rate subtracted**"],
  [{ quantity: "alpha", scale: "×12" }, {}, "**×12**"],
  [{ quantity: "alpha", scale: "compounded 252" }, {}, "**compounded 252 times**"],
  [{ quantity: "volatility", scale: "×252" }, {}, "**×252**"],
  [{ quantity: "volatility", scale: "×√252" }, { frequency: "monthly", periods: "compounded" }, "**×√252**"],
] as const)("a departure is set in bold: %j %j", (changes, ofSample, departure) => {
  expect(words(changes, ofSample).split(" · ")).toContain(departure);
});

test("another quantity and another asset than asked about are bold", () => {
  expect(subjectWords(figure(), { quantity: "beta", asset: "JPM" })).toBe("β of JPM");
  expect(subjectWords(figure(), { quantity: null, asset: null })).toBe("β of JPM");
  expect(subjectWords(figure({ quantity: "r-squared" }), { quantity: "beta", asset: "JPM" })).toBe("**R²** of JPM");
  expect(subjectWords(figure({}, { asset: "WMT" }), { quantity: null, asset: "JPM" })).toBe("β of **WMT**");
});

test("returns and volatilities are in percent, the rest in plain numbers", () => {
  expect(recipeValue({ quantity: "alpha", value: 0.1474 }, 4)).toBe("14.74%");
  expect(recipeValue({ quantity: "sharpe", value: 0.7631 }, 4)).toBe("0.7631");
});

test("what costs nothing has no rate that total returns would still have", () => {
  const of = (returns: RecipeSample["returns"], quantity: RecipeFigure["quantity"]) => recipeWords(figure({ quantity }, { returns, asset: "JPM-1*WMT" }), true).join(" · ");
  expect(of("total", "mean")).toContain("**the risk-free rate added, which JPM-1*WMT does not earn as it costs nothing**");
  expect(of("total", "beta")).toContain("**the risk-free rate added to both, which JPM-1*WMT does not earn as it costs nothing**");
  expect(of("raw", "mean")).toContain("**risk-free rate added to JPM-1*WMT, which costs nothing and does not earn it**");
  expect(of("rate-twice", "mean")).toContain("**risk-free rate subtracted from JPM-1*WMT, which costs nothing**");
  expect(recipeWords(figure({ quantity: "mean" }, { returns: "total" }), false).join(" · ")).toContain("**total returns, the risk-free rate still in it**");
});
