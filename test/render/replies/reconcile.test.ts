import { expect, test } from "vitest";
import type { LikelyRecipe } from "../../../src/engine/recipes/likely-recipes.ts";
import { answerKey, type RecipeSample } from "../../../src/engine/recipes/recipe.ts";
import { baseRateLine, reconcileReply } from "../../../src/render/replies/reconcile.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

const sample: RecipeSample = {
  asset: "JPM", factors: ["SPY"], isUsualFactor: true, frequency: "daily", returns: "excess", rows: "joined", periods: null, partialDropped: false,
  window: { kind: "full" }, convention: null, first: "1993-02-01", last: "2024-12-31", observations: 7974,
};
type Changes = Partial<Omit<LikelyRecipe, "sample" | "answer">>;

function recipe(changes: Changes = {}, ofSample: Partial<RecipeSample> = {}): LikelyRecipe {
  const made = { quantity: "beta", estimator: "ols", scale: null, value: 1.3951, weight: 1, departures: 0, probability: 0.9, ...changes, sample: { ...sample, ...ofSample } } as const;
  return { ...made, answer: answerKey(made) };
}

function answer(likely: readonly LikelyRecipe[], changes: Partial<Parameters<typeof reconcileReply>[0]> = {}) {
  return reconcileReply({
    asset: "JPM",
    input: { text: "1.395", value: 1.395, digits: 4 },
    quantity: null,
    chapters: [],
    likely,
    fitting: likely.length,
    own: [],
    baseRate: 0.2,
    tried: 1234,
    compared: ["JPM"],
    costsNothing: new Set<string>(),
    audience: "asker",
    ...changes,
  });
}

test("the title says whether the number is the chapter's own, most likely another, one of several, or nothing's", () => {
  expect(titleOf(answer([recipe()]))).toBe("1.395 is what I get too: JPM's β");
  expect(titleOf(answer([recipe({ departures: 1 })]))).toBe("1.395 is most likely JPM's β, computed another way");
  expect(titleOf(answer([recipe({ departures: 1 }), recipe()]))).toBe("1.395 may be JPM's β, or something else");
  expect(titleOf(answer([recipe({}, { asset: "WMT" })]))).toBe("1.395 is most likely WMT's β, not JPM's");
  expect(titleOf(answer([recipe({ quantity: "r-squared" })], { quantity: "beta" }))).toBe("1.395 is most likely JPM's R², not β");
  expect(titleOf(answer([recipe({ quantity: "r-squared" })]))).toBe("1.395 is what I get too: JPM's R²");
  expect(titleOf(answer([]))).toBe("Nothing simple gives 1.395");
});

test("nothing simple: none rounds to it, or none stands out", () => {
  expect(linesOf(answer([], { fitting: 0 }))[0]).toBe("No recipe that departs from the chapter's way in two respects or fewer rounds to it.");
  expect(linesOf(answer([], { fitting: 1 }))[0]).toBe("One unusual recipe rounds to it, but none stands out.");
  expect(linesOf(answer([], { fitting: 1200 }))[0]).toBe("1,200 recipes round to it, but none stands out.");
  expect(linesOf(answer([], { fitting: 12, baseRate: 0 }))[0]).toBe("12 recipes round to it, but none stands out, and with so few digits none could.");
  expect(answer([]).nextSteps).toEqual([{ label: "/beta JPM", command: "beta", options: { ticker: "JPM" } }]);
  expect(answer([], { asset: null }).nextSteps).toEqual([]);
});

test("a number is read back where it was written otherwise, with the chapter's own beside it", () => {
  expect(linesOf(answer([recipe()])).join("\n")).not.toContain("I read");
  const own = [recipe({ quantity: "alpha", value: 0.000159 }), recipe({ quantity: "alpha", value: 0.04007, scale: "×252" })];
  expect(linesOf(answer([recipe()], { quantity: "alpha", chapters: own, input: { text: "14.7%", value: 0.147, digits: 3 } }))).toContain("I read 14.7% as 0.147. The chapter's way gives 0.01590%, 4.007% (×252).");
});

test("the base rate is said in tenths", () => {
  expect(baseRateLine(3, 0.04)).toContain("with 3 digits, fewer than 1 would");
  expect(baseRateLine(1, 0.24)).toContain("with 1 digit, about 2 would");
  expect(baseRateLine(3, 0.98)).toContain("nearly all would");
  expect(baseRateLine(Infinity, 0.5)).toBeNull();
});

test("more digits are wanted where several recipes fit, and each has its place", () => {
  const more = "The chapter's way is first, then the likeliest; more digits of yours would tell them apart.";
  expect(linesOf(answer([recipe(), recipe({ estimator: "adjusted", departures: 1 })]))).toContain(more);
  expect(linesOf(answer([recipe()]))).not.toContain(more);
  expect(answer([recipe(), recipe({ estimator: "adjusted", departures: 1 })]).nextSteps.map(({ label }) => label)).toEqual(["1. /beta JPM", "2. Adjusted β"]);
});

const first = (changes: Changes, ofSample: Partial<RecipeSample> = {}) => answer([recipe({ departures: 1, ...changes }, ofSample)]).nextSteps[0];
const window = { kind: "since", year: 2000 } as const;

test.each([
  [{ estimator: "reversed" }, {}, "explain", { topic: "reversed-regression", ticker: "JPM" }],
  [{ estimator: "no-intercept" }, {}, "explain", { topic: "no-intercept", ticker: "JPM" }],
  [{ estimator: "factor-in-percent" }, {}, "explain", { topic: "percent-or-decimal", ticker: "JPM" }],
  [{}, { returns: "total" }, "explain", { topic: "excess-or-total", ticker: "JPM" }],
  [{}, { returns: "log" }, "explain", { topic: "simple-return", ticker: "JPM" }],
  [{}, { rows: "blank-as-zero" }, "explain", { topic: "shared-rows", ticker: "JPM" }],
  [{ quantity: "alpha", scale: "compounded 252" }, {}, "explain", { topic: "compounding", ticker: "JPM" }],
  [{}, { frequency: "annual" }, "explain", { topic: "beta-and-frequency", ticker: "JPM" }],
  [{}, { convention: "Yahoo", frequency: "monthly", returns: "total" }, "beta", { ticker: "JPM", as: "yahoo" }],
  [{ estimator: "adjusted" }, { convention: "Bloomberg", frequency: "weekly", returns: "total" }, "beta", { ticker: "JPM", as: "bloomberg" }],
  [{}, { frequency: "weekly" }, "beta", { ticker: "JPM", factor: "SPY", frequency: "weekly" }],
  [{}, { window }, "beta", { ticker: "JPM", factor: "SPY", from: "1993-02-01", to: "2024-12-31" }],
  [{ quantity: "sharpe" }, { frequency: "monthly" }, "performance", { ticker: "JPM", factor: "SPY", frequency: "monthly" }],
  [{}, { factors: ["Mkt-RF", "SMB", "HML"] }, "regress", { ticker: "JPM", model: "Mkt-RF SMB HML" }],
] as const)("the button of %j %j", (changes, ofSample, command, options) => {
  expect(first(changes, ofSample)).toMatchObject({ command, options });
});

test("ρ given as β is explained", () => {
  expect(answer([recipe({ quantity: "correlation" })], { quantity: "beta" }).nextSteps[0]).toMatchObject({ options: { topic: "correlation-or-beta" } });
});

test("the whole reply: what was typed loses its Markdown", () => {
  const text = replyText(answer([recipe(), recipe({ departures: 1, value: 1.31 }, { frequency: "monthly", periods: "compounded" })], { input: { text: "*1.395*", value: 1.395, digits: 4 } }));
  expect(text).toMatchInlineSnapshot(`
    "# \\*1.395\\* is what I get too: JPM's β (#0072b2)
    1. **1.3951**: β of JPM · on SPY · 1993-02-01 to 2024-12-31 · n = 7,974
    2. **1.3100**: β of JPM · on SPY · **monthly, compounded from the days in the file, part months counted** · 1993-02-01 to 2024-12-31 · n = 7,974
    The chapter's way is first, then the likeliest; more digits of yours would tell them apart.
    I read \\*1.395\\* as 1.395.
    -# Of 10 arbitrary numbers of this size with 4 digits, about 2 would be given a recipe here too.
    _1,234 figures compared: other tickers and factors, days to years, total and log returns, windows, estimators, scales, providers' conventions. Bold: what departs from the chapter's way_
    [1. /beta JPM] /beta ticker:JPM factor:SPY
    [2. /beta JPM] /beta ticker:JPM factor:SPY frequency:monthly
    for asker; result: value, likely, fitting, baseRate, tried"
  `);
});

test("what nothing stands out for, and the chapter's way rounds to, is said to fit it, among how many others", () => {
  const own = recipe({ value: 0.040_17, quantity: "alpha", scale: "×252" });
  const reply = answer([], { input: { text: "4%", value: 0.04, digits: 1 }, own: [own], fitting: 521 });
  expect(titleOf(reply)).toBe("4% fits JPM's α, and much else");
  expect(linesOf(reply)[0]).toContain("4.017%");
  expect(linesOf(reply)[1]).toBe("The chapter's way rounds to it, and so do 520 other recipes: with so few digits nothing tells them apart.");
  expect(reply.nextSteps).toMatchObject([{ label: "/beta JPM" }]);
  expect(linesOf(answer([], { own: [own], fitting: 2 }))[1]).toContain("and so does one other recipe");
  expect(titleOf(answer([], { fitting: 2 }))).toBe("Nothing simple gives 1.395");
});
