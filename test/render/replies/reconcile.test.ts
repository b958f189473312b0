import { expect, test } from "vitest";
import type { NearRecipe } from "../../../src/engine/sweep-recipes.ts";
import { reconcileReply } from "../../../src/render/replies/reconcile.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

function recipeOf(overrides: Partial<NearRecipe> = {}): NearRecipe {
  return {
    quantity: "beta",
    frequency: "daily",
    factor: "SPY",
    returns: "excess",
    estimator: "ols",
    scale: "none",
    window: { kind: "full" },
    first: "1993-02-01",
    last: "2024-12-31",
    observations: 7974,
    value: 1.3951,
    departures: 0,
    distance: 0.0021,
    matches: true,
    ...overrides,
  };
}

function answer(nearest: readonly NearRecipe[], overrides: Partial<Parameters<typeof reconcileReply>[0]> = {}) {
  return reconcileReply({
    asset: "JPM",
    input: { text: "1.395", value: 1.395, digits: 4 },
    quantity: null,
    chapterRecipes: [],
    nearest,
    tried: 1234,
    audience: "asker",
    ...overrides,
  });
}

const lineOf = (overrides: Partial<NearRecipe>) => linesOf(answer([recipeOf(overrides)]))[1];

test("a recipe fits the digits, or is off by its distance", () => {
  expect(lineOf({ matches: true })).toBe("1. **1.395**: β of JPM on SPY · 1993-02-01 to 2024-12-31 · n = 7,974 (fits your digits)");
  expect(lineOf({ matches: false })).toBe("1. **1.395**: β of JPM on SPY · 1993-02-01 to 2024-12-31 · n = 7,974 (off by 0.0021)");
});

test("the title says whether the number is the chapter's own, another recipe's, or nobody's", () => {
  expect(titleOf(answer([recipeOf({ matches: true, departures: 0 })]))).toBe("1.395 is what I get too: JPM's β");
  expect(titleOf(answer([recipeOf({ matches: true, departures: 1 })]))).toBe("1.395 is what you get if …");
  expect(titleOf(answer([recipeOf({ matches: false, departures: 0 })]))).toBe("Nothing I tried gives 1.395; these come nearest");
  expect(titleOf(answer([recipeOf({ matches: false }), recipeOf({ matches: true })]))).toBe("1.395 is what you get if …");
  expect(titleOf(answer([]))).toBe("Nothing I tried gives 1.395; these come nearest");
});

test("two recipes that fit need more digits to be told apart; one does not", () => {
  const more = "More than one recipe gives your digits: the simplest is first. More digits of yours would tell them apart.";
  expect(linesOf(answer([recipeOf(), recipeOf({ estimator: "adjusted" })]))).toContain(more);
  expect(linesOf(answer([recipeOf(), recipeOf({ estimator: "adjusted", matches: false })]))).not.toContain(more);
});

test("an answer is read back with its own digits, one at the least and eight at the most", () => {
  const read = (digits: number, value = 1.23456789012) => linesOf(answer([], { input: { text: "x", value, digits } }))[0];
  expect(read(0)).toBe("I read x as 1.");
  expect(read(3)).toBe("I read x as 1.23.");
  expect(read(12)).toBe("I read x as 1.2345679.");
});

test("the chapter's own recipe is named for a quantity that was asked for, if it could be computed", () => {
  const usual = [recipeOf({ quantity: "alpha", value: 0.000159 }), recipeOf({ quantity: "alpha", value: 0.04007, scale: "×252" })];
  expect(linesOf(answer([], { quantity: "alpha", chapterRecipes: usual }))[0]).toBe("I read 1.395 as 1.395. The chapter's recipe gives 0.01590%, 4.007% (×252).");
  expect(linesOf(answer([], { quantity: "alpha" }))[0]).toBe("I read 1.395 as 1.395. ");
  expect(linesOf(answer([], { chapterRecipes: usual }))[0]).toBe("I read 1.395 as 1.395.");
});

test.each([
  ["beta", "**1.395**: β of JPM on SPY", "0.0021"],
  ["alpha", "**139.5%**: α of JPM on SPY", "0.21%"],
  ["r-squared", "**1.395**: R² of JPM on SPY", "0.0021"],
  ["correlation", "**1.395**: correlation with the factor of JPM on SPY", "0.0021"],
  ["volatility", "**139.5%**: volatility of JPM", "0.21%"],
  ["hedged-volatility", "**139.5%**: hedged volatility σ(ε) of JPM on SPY", "0.21%"],
  ["sharpe", "**1.395**: Sharpe ratio of JPM", "0.0021"],
  ["appraisal", "**1.395**: appraisal ratio of JPM on SPY", "0.0021"],
] as const)("a %s is named, and written in its unit", (quantity, start, off) => {
  expect(lineOf({ quantity, matches: false })).toBe(`1. ${start} · 1993-02-01 to 2024-12-31 · n = 7,974 (off by ${off})`);
  expect(titleOf(answer([recipeOf({ quantity })]))).toBe(`1.395 is what I get too: JPM's ${start.replace(/.*: /u, "").replace(/ of JPM.*/u, "")}`);
});

const words = (what: string) => `1. **1.395**: β of JPM on SPY · ${what} · n = 7,974 (fits your digits)`;

test.each([
  [{ estimator: "no-intercept" }, "**without an intercept** · 1993-02-01 to 2024-12-31"],
  [{ estimator: "reversed" }, "**regressed the wrong way round**, the factor on the asset · 1993-02-01 to 2024-12-31"],
  [{ estimator: "adjusted" }, "**adjusted**, ⅔·β + ⅓ · 1993-02-01 to 2024-12-31"],
  [{ returns: "total" }, "**total returns**, the risk-free rate still in them · 1993-02-01 to 2024-12-31"],
  [{ returns: "rate-twice" }, "**risk-free rate subtracted twice** · 1993-02-01 to 2024-12-31"],
  [{ frequency: "monthly" }, "**monthly** · 1993-02-01 to 2024-12-31"],
  [{ window: { kind: "last-years", years: 1 } }, "**last year** (from 1993-02-01)"],
  [{ window: { kind: "last-years", years: 2 } }, "**last 2 years** (from 1993-02-01)"],
  [{ window: { kind: "since", year: 2000 } }, "**since 2000**"],
] as const)("a departure is set in bold: %j", (overrides, departure) => {
  expect(lineOf(overrides)).toBe(words(departure));
});

test.each([
  [{ quantity: "alpha", frequency: "daily", scale: "×252" }, "a year (×252)"],
  [{ quantity: "alpha", frequency: "daily", scale: "×12" }, "**×12**"],
  [{ quantity: "alpha", frequency: "monthly", scale: "×12" }, "a year (×12)"],
  [{ quantity: "alpha", frequency: "daily", scale: "×√252" }, "**×√252**"],
  [{ quantity: "volatility", frequency: "daily", scale: "×√252" }, "a year (×√252)"],
  [{ quantity: "volatility", frequency: "daily", scale: "×252" }, "**×252**"],
  [{ quantity: "volatility", frequency: "monthly", scale: "×√12" }, "a year (×√12)"],
  [{ quantity: "volatility", frequency: "monthly", scale: "×√252" }, "**×√252**"],
] as const)("a scale is bold where the quantity does not grow by it: %j", (overrides, scale) => {
  expect(lineOf(overrides)?.split(" · ").at(-2)).toBe(scale);
});

const window = { from: "1993-02-01", to: "2024-12-31" };

test.each([
  [{ estimator: "reversed" }, "1. Regression the wrong way round", "explain", { topic: "reversed-regression", ticker: "JPM" }],
  [{ estimator: "no-intercept" }, "1. Without an intercept", "explain", { topic: "no-intercept", ticker: "JPM" }],
  [{ estimator: "adjusted" }, "1. Adjusted β", "explain", { topic: "adjusted-beta", ticker: "JPM" }],
  [{ returns: "total" }, "1. Excess or total?", "explain", { topic: "excess-or-total", ticker: "JPM" }],
  [{ returns: "rate-twice" }, "1. Excess or total?", "explain", { topic: "excess-or-total", ticker: "JPM" }],
  [{ scale: "compounded" }, "1. Compounding", "explain", { topic: "compounding", ticker: "JPM" }],
  [{ quantity: "beta" }, "1. /beta JPM, this recipe", "beta", { ticker: "JPM", factor: "SPY", ...window }],
  [{ quantity: "alpha", frequency: "monthly" }, "1. /beta JPM, this recipe", "beta", { ticker: "JPM", factor: "SPY", ...window, frequency: "monthly" }],
  [{ quantity: "r-squared" }, "1. /beta JPM, this recipe", "beta", { ticker: "JPM", factor: "SPY", ...window }],
  [{ quantity: "correlation" }, "1. /beta JPM, this recipe", "beta", { ticker: "JPM", factor: "SPY", ...window }],
  [{ quantity: "sharpe" }, "1. /performance JPM, this recipe", "performance", { ticker: "JPM", factor: "SPY", ...window }],
] as const)("the button of %j", (overrides, label, command, options) => {
  expect(answer([recipeOf(overrides)]).nextSteps).toEqual([{ label, command, options }]);
});

test("two recipes with one command have one button; with another command or window they have two", () => {
  const labels = (...nearest: readonly NearRecipe[]) => answer(nearest).nextSteps.map(({ label }) => label);
  expect(labels(recipeOf(), recipeOf({ quantity: "alpha" }))).toEqual(["1. /beta JPM, this recipe"]);
  expect(labels(recipeOf(), recipeOf({ first: "2000-01-03" }))).toEqual(["1. /beta JPM, this recipe", "2. /beta JPM, this recipe"]);
  expect(labels(recipeOf(), recipeOf({ quantity: "sharpe" }))).toEqual(["1. /beta JPM, this recipe", "2. /performance JPM, this recipe"]);
});

test("the whole reply: what was typed loses its Markdown", () => {
  expect(replyText(answer([recipeOf(), recipeOf({ matches: false, departures: 1, frequency: "monthly", value: 1.31 })], { input: { text: "*1.395*", value: 1.395, digits: 4 } }))).toMatchInlineSnapshot(`
    "# \\*1.395\\* is what I get too: JPM's β (#0072b2)
    I read \\*1.395\\* as 1.395.
    1. **1.395**: β of JPM on SPY · 1993-02-01 to 2024-12-31 · n = 7,974 (fits your digits)
    2. **1.310**: β of JPM on SPY · **monthly** · 1993-02-01 to 2024-12-31 · n = 7,974 (off by 0.0021)
    -# The recipes differ from the chapter's in the words set in bold.
    _1,234 recipes tried: windows to the end of the data, daily and monthly, SPY and Mkt-RF, excess and total, estimators, annualisation_
    [1. /beta JPM, this recipe] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31
    [2. /beta JPM, this recipe] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:monthly
    for asker; result: value, nearest, tried, swept"
  `);
});
