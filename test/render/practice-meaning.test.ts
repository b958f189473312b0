import { describe, expect, test } from "vitest";
import { calculationsHere } from "../../src/commands/calculations/calculations.ts";
import { practiceAnalyses } from "../../src/commands/practice-analyses.ts";
import type { Estimate } from "../../src/engine/factor-fit.ts";
import type { Model } from "../../src/exercises/variants/model.ts";
import type { Variant } from "../../src/exercises/variants/variant.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { practiceMeaning, type MeaningAnalyses } from "../../src/render/practice-meaning.ts";
import { exercises, loaded, workOut } from "../exercises/load-exercises.ts";

const model: Model = {
  asset: "JPM", factor: "SPY", alpha: 0.0002, beta: 1.4, rSquared: 0.5, correlation: Math.SQRT1_2, assetMean: 0.0007, factorMean: 0.0003, assetVariance: 0.0004, factorVariance: 0.0001,
  residualVariance: 0.0002, riskFreeMean: 0.0001, alphaError: 0.0001, betaError: 0.02, alphaT: 2, alphaP: 0.04, alphaInterval: [0.00001, 0.0004], observations: 2520, periodsPerYear: 252, first: "2000-01-03", last: "2009-12-31",
};
const variant: Variant = { id: "v", asset: "JPM", factor: "SPY", comparison: null, window: { id: "w" }, budget: 1e6, share: 0.2 };

/** An estimate with these errors: t, p by the normal, and its interval. */
function estimated(value: number, standardError: number): Estimate {
  const tStat = value / standardError;
  return { term: "", value, standardError, tStat, pValue: Math.abs(tStat) > 1.96 ? 0.049 : 0.05, interval: [value - 1.96 * standardError, value + 1.96 * standardError] };
}

/** What the analyses would have to say; the errors that decide are the model's own unless others are given. */
const analyses = (of: Pick<Model, "alpha" | "beta" | "alphaError" | "betaError"> = model, other: Partial<MeaningAnalyses> = {}): MeaningAnalyses => ({
  deciding: { alpha: estimated(of.alpha, of.alphaError), betas: [{ ...estimated(of.beta, of.betaError), term: "SPY" }] },
  change: () => null,
  agreement: () => null,
  hedging: () => Promise.resolve(null),
  ...other,
});

const meaning = (exercise: string, change: Partial<Model> = {}, treated: Partial<Model> | null = null, robust: Partial<Pick<Model, "alphaError" | "betaError">> = {}, other: Partial<MeaningAnalyses> = {}): Promise<string | null> => {
  const changed = { ...model, ...change };
  return practiceMeaning(exercise, { variant, model: changed, comparison: null, treated: () => (treated === null ? null : { ...model, ...treated }) }, analyses({ ...changed, ...robust }, other));
};

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("%s has a sentence on the chapter's data, on two lines of a phone's six", async (id, { plan }) => {
  const solved = workOut(chapterVariant(plan));
  if (!solved.ok) throw new Error(solved.problem.kind);
  const sentence = (await practiceMeaning(id, solved.value, practiceAnalyses(solved.value, { datasets: loaded, calculate: calculationsHere })))!;
  expect(sentence).toMatch(/\.$/u);
  expect(sentence.length).toBeLessThan(240);
  expect(sentence).not.toMatch(/NaN|not available|∞/u);
});

test("an exercise that is not known has none", async () => {
  expect(await meaning("atlantis")).toBeNull();
});

describe("says on both sides of its condition what holds there", () => {
  test.each([
    ["β above 1 by its error", "jpm-regression", { beta: 1.4 }, "more than the market"],
    ["β below 1 by its error", "jpm-regression", { beta: 0.7 }, "less than the market"],
    ["β within its error of 1", "jpm-regression", { beta: 1.03 }, "too near 1"],
    ["a negative β", "jpm-regression", { beta: -0.4 }, "moves by 0.400% on average, the other way: it is a hedge"],
    // Further from 0 than −1 is not less than the market.
    ["a β below −1", "jpm-regression", { beta: -1.4 }, "the other way: it is a hedge"],
    ["β within its error of 0", "jpm-regression", { beta: 0.03 }, "too near 0 to say which way, given a robust standard error of 0.020"],
    ["β that could be 0 or 1", "jpm-regression", { beta: 0.5, betaError: 0.4 }, "neither 0 nor 1 can be ruled out"],
    ["p below 5%", "reading-a-table", { alphaP: 0.049, alphaError: 0.0001 }, "too seldom"],
    ["p of 5% and more", "reading-a-table", { alphaP: 0.05, alphaError: 0.00011 }, "don't tell this α from 0"],
    ["an interval with 0 in it", "annualise-alpha", { alphaError: 0.00015 }, "0 is in it"],
    ["an interval above 0", "annualise-alpha", { alphaError: 0.0001 }, "all of it is above 0"],
    ["an interval below 0", "annualise-alpha", { alpha: -0.0002 }, "all of it is below 0"],
    ["a premium within the mean", "tracking-portfolio", {}, "came to whoever held SPY alone"],
    ["a premium above the mean", "tracking-portfolio", { assetMean: 0.0002 }, "the difference, α, is below 0 on these days"],
    ["a mean below 0", "tracking-portfolio", { assetMean: -0.0002 }, "the difference is α"],
    ["a premium below 0", "tracking-portfolio", { factorMean: -0.0001 }, "the difference is α"],
    ["α as the largest part", "expected-return", { alpha: 0.001 }, "largest of the three parts is α"],
    ["the rate as the largest part", "expected-return", { riskFreeMean: 0.0009 }, "largest of the three parts is the risk-free rate, 22.7% a year"],
    ["α that is not significant", "expected-return", { alphaError: 0.000105 }, "has 0 in it"],
    ["α that is significant", "expected-return", { alpha: -0.00021 }, "leaves out 0"],
    ["α above 0", "annual-budget", {}, "1.41 times the risk-adjusted P&L."],
    ["α below 0", "annual-budget", { alpha: -0.0002 }, "1.41 times the loss"],
    ["α that chance could have made", "annual-budget", { alphaError: 0.00015 }, "which these days don't tell apart from 0 (p = 0.050)"],
    ["α below 0 that chance could have made", "annual-budget", { alpha: -0.0001 }, "which these days don't tell apart from 0"],
    ["years enough", "appraisal-ratio", { alpha: 0.001 }, "these days tell α from 0"],
    ["years too few", "appraisal-ratio", { alpha: 0.0001 }, "these days don't tell α from 0 (p = 0.050)"],
  ] as const)("%s", async (_, exercise, change, expected) => {
    expect(await meaning(exercise, change)).toContain(expected);
  });

  test.each([
    ["overlap", "one β could fit them all"],
    ["apart by luck", "no evidence that β differs"],
    ["apart", "returns of neighbouring days may go together"],
    ["one", "nothing to be compared with"],
  ] as const)("β of several frequencies: %s", async (agreement, expected) => {
    expect(await meaning("beta-frequency", {}, { beta: 1.57 }, {}, { agreement: () => agreement })).toMatch(/^The two β differ by 0\.17\. /u);
    expect(await meaning("beta-frequency", {}, { beta: 1.57 }, {}, { agreement: () => agreement })).toContain(expected);
  });

  test.each([
    [{ kind: "raised", pValue: 0.01 }, ": the hedge raised it by more than chance would (p = 0.010)."],
    [{ kind: "lowered", pValue: 0.02 }, ": the hedge lowered it by more than chance would (p = 0.020)."],
    [{ kind: "not shown", pValue: 0.39 }, ", and these days don't show that a hedge changes it (p = 0.390)."],
    [null, "; whether that is more than chance can't be tested on these rows."],
  ] as const)("a Sharpe ratio of which the test says %o", async (verdict, expected) => {
    const sentence = await meaning("hedged-portfolio", {}, null, {}, { hedging: () => Promise.resolve(verdict) });
    // 0.0007·252/√(0.0004·252) and 0.0002·252/√(0.0002·252).
    expect(sentence).toBe(`Selling SPY took JPM's Sharpe ratio from 0.556 to 0.224${expected}`);
  });

  test("and nothing where the data lack what it takes", async () => {
    expect(await meaning("raw-or-excess")).toBeNull();
    expect(await meaning("beta-frequency", {}, null, {}, { agreement: () => "apart" })).toBeNull();
    expect(await meaning("beta-frequency", {}, { beta: 1.5 })).toBeNull();
    expect(await meaning("beta-change")).toBeNull();
    expect(await meaning("expected-return", { riskFreeMean: Number.NaN })).toBeNull();
    expect(await meaning("target-factor-share", { rSquared: 0.2 })).toBeNull();
    expect(await practiceMeaning("monthly-position", { variant: { ...variant, budget: null }, model, comparison: null, treated: () => null }, analyses())).toBeNull();
  });
});

test("a change of β is told from chance or not, by the errors of its test", async () => {
  const changed = (value: number, rowsNeeded: number | null = null): Promise<string | null> =>
    practiceMeaning("beta-change", { variant: { ...variant, split: "2005-01-01" }, model, comparison: null, treated: () => null }, analyses(model, { change: () => ({ beta: estimated(value, 0.05), rowsNeeded }) }));
  // 1.96 · 0.05 = 0.098.
  expect(await changed(0.12)).toBe("By robust errors a change of 0.098 and more can be told from chance in so many days, and yours is 0.12: β is higher since 2005-01-01 (p = 0.049).");
  expect(await changed(-0.12)).toContain("yours is 0.12: β is lower since 2005-01-01");
  expect(await changed(0.07)).toContain("yours is 0.070: that does not say that β stayed the same, only that these days can't tell (p = 0.050).");
  expect(await changed(0.12, 60)).toBeNull();
});

test.each([
  // 0.0001·252 and (0.0003 − 0.0002)·252.
  ["raw-or-excess", { alpha: 0.0003 }, "Left in, the risk-free rate would pass for 2.52% of α a year, beside the 5.04% that these days give JPM."],
  // 1.4·0.0003/0.0007 of 0.0007·252.
  ["tracking-portfolio", {}, "Of the 17.6% a year that JPM earned, 60.0% came to whoever held SPY alone; the rest is α."],
  // 1.4·0.0003·252.
  ["expected-return", {}, "On these days the largest of the three parts is the premium for SPY, 10.6% a year; the 95% interval of JPM's α, by robust errors, leaves out 0."],
  ["annualise-alpha", {}, "The 95% interval of that α, by robust errors, goes from 0.101% to 9.98% a year: all of it is above 0."],
  ["reading-a-table", { alphaT: 1.7, alphaP: 0.09, alphaError: 0.00015 }, "If the true α were 0, a t as far from 0 as 1.70 would come up in 9.0% of such samples: 10.0 years of days don't tell this α from 0."],
  // √252·√0.0004 and √252·√0.0002; 1 − √0.5.
  ["factor-share", {}, "Selling SPY takes away 50.0% of the variance and 29.3% of the volatility: it falls from 31.7% to 22.4% a year."],
  // σ = 2% a day · √21 = 9.17% a month; 1/0.0917 = 10.9.
  ["monthly-position", {}, "A month of one standard deviation moves that position by your $1,000,000; at 9.17% a month, each dollar of budget carries 10.9 dollars of JPM."],
  ["annual-budget", {}, "Hedged, the same budget carries 1.41 times the dollars, each with the same α: 1.41 times the risk-adjusted P&L."],
  // (2/0.2245)² years, 2520 of 252 days.
  ["appraisal-ratio", { alpha: -0.0002 }, "At that ratio t reaches −2 after 79.4 years, and there are 10.0: by robust errors these days tell α from 0 (p = 0.049)."],
  // h = β − √(0.25·2) = 0.693 of 1.4; what is left has the variance 0.0002/0.8: √252·√0.00025.
  ["target-factor-share", {}, "That is 49.5% of a full hedge; the volatility falls from 31.7% to 25.1% a year, with a full one to 22.4%."],
] as const)("the numbers of %s are those of the data, each in its place", async (exercise, treatedTo, expected) => {
  const isTreated = exercise === "raw-or-excess";
  expect(await (isTreated ? meaning(exercise, {}, treatedTo) : meaning(exercise, treatedTo))).toBe(expected);
});

test("where the table's errors and those that decide say otherwise of α, both are named", async () => {
  expect(await meaning("reading-a-table", { alphaP: 0.04 }, null, { alphaError: 0.0004 })).toContain("in 4.0% of such samples if all days were alike, by robust errors in 5.0%: 10.0 years of days don't tell");
});
