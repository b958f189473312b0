import { expect, test } from "vitest";
import { baseRate, hasDigits, likelyRecipes, sortFigures } from "../../../src/engine/recipes/likely-recipes.ts";
import type { NumberRequest } from "../../../src/engine/recipes/recipe-odds.ts";
import { answerKey, type RecipeFigure, type RecipeSample } from "../../../src/engine/recipes/recipe.ts";

const sample: RecipeSample = {
  asset: "JPM", factors: ["SPY"], isUsualFactor: true, frequency: "daily", returns: "excess", rows: "joined", periods: null, partialDropped: false,
  window: { kind: "full" }, convention: null, first: "1993-02-01", last: "2024-12-31", observations: 7974,
};
function figure(value: number, changes: Partial<Omit<RecipeFigure, "sample">> = {}, ofSample: Partial<RecipeSample> = {}): RecipeFigure {
  const made = { quantity: "beta", estimator: "ols", scale: null, value, weight: 1, departures: 0, ...changes, sample: { ...sample, ...ofSample } } as const;
  return { ...made, answer: answerKey(made) };
}
const request = (value: number, changes: Partial<NumberRequest> = {}): NumberRequest => ({ value, halfUnit: 0.0005, isPercent: false, quantity: null, asset: "JPM", ...changes });
const likely = (figures: readonly RecipeFigure[], asked: NumberRequest) => likelyRecipes([sortFigures(figures)], asked).likely;

test("the likeliest comes first, whatever the nearest is", () => {
  const usual = figure(1.3954);
  const rare = figure(1.395, { estimator: "reversed-inverted", weight: 0.02, departures: 1 });
  expect(likely([rare, usual], request(1.395)).map(({ value }) => value)).toEqual([1.3954]);
});

test("a number without a quantity between 0.2 and 3 is first a β; in percent it is none", () => {
  const both = [figure(0.5), figure(0.5, { quantity: "volatility", scale: "×√252" })];
  expect(likely(both, request(0.5))[0]?.quantity).toBe("beta");
  expect(likely(both, request(0.5, { isPercent: true })).map(({ quantity }) => quantity)).toEqual(["volatility"]);
});

test("what is called β may be ρ or R², and is never a volatility", () => {
  expect(likely([figure(0.707, { quantity: "correlation" })], request(0.707, { quantity: "beta" }))).toHaveLength(1);
  expect(likely([figure(0.707, { quantity: "volatility" })], request(0.707, { quantity: "beta" }))).toEqual([]);
});

test("a rare recipe explains a number with many digits and not one with few", () => {
  const year = figure(1.29123, { weight: 0.01, departures: 1 }, { window: { kind: "year", year: 2000 } });
  expect(likely([year], request(1.29, { halfUnit: 0.005 }))).toEqual([]);
  expect(likely([year], request(1.2912, { halfUnit: 0.00005 }))).toHaveLength(1);
});

test("the chapter's own of the asset comes before a likelier departure, and is given where nothing stands out", () => {
  const own = figure(0.1474, { quantity: "alpha", scale: "×252", weight: 0.3 });
  const monthly = figure(0.1544, { quantity: "alpha", scale: "×12", weight: 0.9, departures: 1 }, { frequency: "monthly" });
  const asked = request(0.15, { halfUnit: 0.005, isPercent: true });
  expect(likely([own, monthly], asked).map(({ value }) => value)).toEqual([0.1474, 0.1544]);
  const many = Array.from({ length: 40 }, (_, index) => figure(0.1455 + index / 1e4, { quantity: "mean", scale: "×252", weight: 1, departures: 1 }, { window: { kind: "since", year: 1980 + index } }));
  const found = likelyRecipes([sortFigures([own, ...many])], asked);
  expect(found.likely).toEqual([]);
  expect(found.own).toEqual([own]);
  expect(likelyRecipes([sortFigures([own, ...many])], { ...asked, asset: null }).own).toEqual([]);
});

test("what is not named still counts as fitting", () => {
  const year = figure(1.29123, { weight: 0.01, departures: 1 }, { window: { kind: "year", year: 2000 } });
  expect(likelyRecipes([[year]], request(1.29, { halfUnit: 0.005 }))).toEqual({ likely: [], fitting: 1, own: [] });
  expect(likelyRecipes([[year]], request(1.4))).toEqual({ likely: [], fitting: 0, own: [] });
});

test("three answers at most; details of the rows make no second answer", () => {
  const four = [0.6, 0.3, 0.3, 0.25].map((weight, index) => figure(1.395, { weight, departures: 1 }, { window: { kind: "since", year: 2000 + index } }));
  expect(likely(four, request(1.395))).toHaveLength(3);
  const rows = [figure(1.395), figure(1.3951, { weight: 0.5 }, { rows: "own" })];
  expect(likely(rows, request(1.395))).toHaveLength(1);
});

test("the same with total returns or without an intercept says nothing more; with another factor it does", () => {
  const usual = figure(1.395);
  expect(likely([usual, figure(1.3951, { weight: 0.4, departures: 1 }, { returns: "total" })], request(1.395))).toHaveLength(1);
  expect(likely([usual, figure(1.3951, { weight: 0.4, departures: 1, estimator: "no-intercept" })], request(1.395))).toHaveLength(1);
  expect(likely([usual, figure(1.3951, { weight: 0.4, departures: 1 }, { factors: ["Mkt-RF"] })], request(1.395))).toHaveLength(2);
});

test("the other ticker's number is named where the asset's own does not fit", () => {
  const others = [figure(0.674, {}, { asset: "WMT" })];
  expect(likely(others, request(0.674))[0]?.sample.asset).toBe("WMT");
  expect(likely([...others, figure(0.674)], request(0.674))[0]?.sample.asset).toBe("JPM");
});

test("probabilities are of all explanations, chance among them", () => {
  const [first] = likely([figure(1.395)], request(1.395));
  expect(first!.probability).toBeGreaterThan(0.9);
  expect(first!.probability).toBeLessThan(1);
});

test("the chapter's own of what was asked about is named whatever the digits, where the quantity is named", () => {
  const crowd = Array.from({ length: 40 }, (_, index) => figure(1.36 + index * 0.001, { weight: 0.3, departures: 1 }, { window: { kind: "since", year: 1980 + index } }));
  const few = { halfUnit: 0.05, quantity: "beta" } as const;
  expect(likely([figure(1.395), ...crowd], request(1.4, few))[0]).toMatchObject({ departures: 0 });
  expect(likely([figure(1.395), ...crowd], request(1.4, { halfUnit: 0.05 }))).toEqual([]);
  expect(likely(crowd, request(1.4, few))).toEqual([]);
});

test("0 and 1 match nothing", () => {
  for (const value of [0, 1, -1]) {
    expect(hasDigits(value)).toBe(false);
    expect(likelyRecipes([[figure(value)]], request(value))).toEqual({ likely: [], fitting: 0, own: [] });
    expect(baseRate([[figure(value)]], request(value))).toBe(0);
  }
  expect(hasDigits(0.01)).toBe(true);
});

test("the base rate is the share of numbers of that size that would be named", () => {
  // Every third number between 0.7 and 2.8 is somebody's β.
  const every = Array.from({ length: 700 }, (_, index) => figure(0.7 + index * 0.003));
  expect(baseRate([sortFigures(every)], request(1.4))).toBeCloseTo(1 / 3, 1);
  expect(baseRate([], request(1.4))).toBe(0);
  const negative = every.map((one) => ({ ...one, value: -one.value }));
  expect(baseRate([sortFigures(negative)], request(-1.4))).toBeCloseTo(1 / 3, 1);
  expect(baseRate([sortFigures(every)], request(1.4, { halfUnit: 0 }))).toBe(0);
});

test("a fraction has all its digits", () => {
  expect(likely([figure(4 / 3)], request(4 / 3, { halfUnit: 0 }))).toHaveLength(1);
  expect(likely([figure(1.3334)], request(4 / 3, { halfUnit: 0 }))).toEqual([]);
});
