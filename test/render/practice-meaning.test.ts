import { describe, expect, test } from "vitest";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import type { Estimate } from "../../src/engine/factor-fit.ts";
import type { Model } from "../../src/exercises/variants/model.ts";
import type { Variant } from "../../src/exercises/variants/variant.ts";
import { findVariant } from "../../src/exercises/variants/sound-variants.ts";
import { sensitivityOf } from "../../src/render/sensitivity.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { practiceMeaning } from "../../src/render/practice-meaning.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";

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
const own = { alpha: estimated(model.alpha, model.alphaError), betas: [estimated(model.beta, model.betaError)] as const };

/** The errors that decide are the model's own unless others are given. */
const meaning = (exercise: string, change: Partial<Model> = {}, other: Partial<Model> | null = null, robust: { readonly alphaError?: number; readonly betaError?: number } = {}): string | null => {
  const changed = { ...model, ...change };
  const deciding = { alpha: estimated(changed.alpha, robust.alphaError ?? changed.alphaError), betas: [estimated(changed.beta, robust.betaError ?? changed.betaError)] as const };
  return practiceMeaning(exercise, { variant, model: changed, comparison: null, treated: () => (other === null ? null : { ...model, ...other }) }, deciding);
};

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("%s has a sentence on the chapter's data, on two lines of a phone's six", (id, { plan }) => {
  const solved = workOut(chapterVariant(plan));
  if (!solved.ok) throw new Error(solved.problem.kind);
  const sentence = practiceMeaning(id, solved.value, decidingFit(solved.value.fit))!;
  expect(sentence).toMatch(/\.$/u);
  expect(sentence.length).toBeLessThan(240);
  expect(sentence).not.toMatch(/NaN|not available|∞/u);
});

test("an exercise that is not known has none", () => {
  expect(meaning("atlantis")).toBeNull();
});

describe("says on both sides of its condition what holds there", () => {
  test.each([
    ["β above 1 by its error", "jpm-regression", { beta: 1.4 }, "more than the market"],
    ["β below 1 by its error", "jpm-regression", { beta: 0.7 }, "less than the market"],
    ["β within its error of 1", "jpm-regression", { beta: 1.03 }, "too near 1"],
    ["a negative β", "jpm-regression", { beta: -0.4 }, "the other way"],
    ["p below 5%", "reading-a-table", { alphaP: 0.049, alphaError: 0.0001 }, "too seldom"],
    ["p of 5% and more", "reading-a-table", { alphaP: 0.05, alphaError: 0.00011 }, "don't tell this α from 0"],
    ["an interval with 0 in it", "annualise-alpha", { alphaError: 0.00015 }, "0 is in it"],
    ["an interval above 0", "annualise-alpha", { alphaError: 0.0001 }, "all of it is above 0"],
    ["an interval below 0", "annualise-alpha", { alpha: -0.0002 }, "all of it is below 0"],
    ["a premium within the mean", "tracking-portfolio", {}, "came to whoever held SPY alone"],
    ["a premium above the mean", "tracking-portfolio", { assetMean: 0.0002 }, "α is negative"],
    ["a mean below 0", "tracking-portfolio", { assetMean: -0.0002 }, "the difference is α"],
    ["α as the largest part", "expected-return", { alpha: 0.001 }, "largest of the three parts is α"],
    ["α that is not significant", "expected-return", { alphaError: 0.000105 }, "rely on least"],
    ["α that is significant", "expected-return", { alpha: -0.00021 }, "more than two robust standard errors"],
    ["α above 0", "annual-budget", { alpha: 0.0001 }, "times the risk-adjusted P&L"],
    ["α below 0", "annual-budget", { alpha: -0.0001 }, "times the loss"],
    ["years enough", "appraisal-ratio", { alpha: 0.001 }, "long enough"],
    ["years too few", "appraisal-ratio", { alpha: 0.0001 }, "nobody could tell"],
  ] as const)("%s", (_, exercise, change, expected) => {
    expect(meaning(exercise, change)).toContain(expected);
  });

  test.each([
    ["a rate above α", "raw-or-excess", { alpha: 0.0001 }, { alpha: 0.0003 }, "more than the"],
    ["a rate below α", "raw-or-excess", { alpha: 0.0003 }, { alpha: 0.0004 }, "beside the"],
  ] as const)("%s", (_, exercise, change, other, expected) => {
    expect(meaning(exercise, change, other)).toContain(expected);
  });

  test("and nothing where the data lack what it takes", () => {
    expect(meaning("raw-or-excess")).toBeNull();
    expect(meaning("beta-frequency")).toBeNull();
    expect(meaning("expected-return", { riskFreeMean: Number.NaN })).toBeNull();
    expect(meaning("target-factor-share", { rSquared: 0.2 })).toBeNull();
    expect(practiceMeaning("monthly-position", { variant: { ...variant, budget: null }, model, comparison: null, treated: () => null }, own)).toBeNull();
  });
});

test("a change of β is told from chance or not, by both parts' errors", () => {
  const parts = (since: number): string | null =>
    practiceMeaning("beta-change", { variant: { ...variant, split: "2005-01-01" }, model, comparison: null, treated: (treatment) => ({ ...model, beta: treatment.startsWith("since") ? since : 1.4, betaError: treatment.startsWith("since") ? 0.04 : 0.03 }) }, own);
  // 1.96 · √(0.03² + 0.04²) = 0.098.
  expect(parts(1.52)).toContain("a change of 0.098 and more can be told from chance with so many days, and yours is 0.12; robust errors, which ask for more or for less, decide.");
  expect(parts(1.47)).toContain("yours is 0.070: that does not say that β stayed the same");
  expect(meaning("beta-change")).toBeNull();
});

test("its numbers are the data's: half the variance is 29.3% of the volatility, and a hedge carries √2 times the dollars", () => {
  expect(meaning("factor-share")).toContain("takes away 50.0% of the variance and 29.3% of the volatility");
  expect(meaning("annual-budget")).toContain("carries 1.41 times the dollars");
  // σ = 2% a day · √21 = 9.17% a month; 1/0.0917 = 10.9.
  expect(meaning("monthly-position")).toContain("at 9.17% a month, each dollar of budget carries 10.9 dollars");
  // h = β − √(0.25 · 2) = 0.693, of 1.4. σ falls from √0.0004 to √(0.0002/0.8), with a full hedge to √0.0002 a day.
  expect(meaning("target-factor-share")).toContain("That is 49.5% of a full hedge; the volatility falls from 31.7% to 25.1% a year, with a full one to 22.4%.");
  // 1.4 · 0.0003 of 0.0007 a day.
  expect(meaning("tracking-portfolio")).toContain("Of the 17.6% a year that JPM earned, 60.0% came to whoever held SPY alone");
  // √252 · 0.0007/√0.0004 and √252 · 0.0002/√0.0002.
  expect(meaning("hedged-portfolio")).toBe("On these days selling SPY took the Sharpe ratio from JPM's 0.556 to 0.224; whether that is more than chance, neither number says.");
  expect(meaning("beta-frequency", {}, { beta: 1.5, betaError: 0.06 })).toContain("differ by 0.10. The monthly one rests on fewer rows: its standard error is 0.060, the daily one's 0.020");
});

test.each([
  // /frequency: one β could fit all; /performance: p = 0.392; /beta split: p = 0.081.
  ["beta-frequency", "ko-2010-2019"],
  ["hedged-portfolio", "jpm-2000-2009"],
  ["hedged-portfolio", "ko-2000-2009"],
] as const)("%s gives no verdict where the analysis of the same days tests something else: %s", (id, name) => {
  const { plan } = exercises.find(id)!;
  const found = findVariant({ plan }, name);
  const solved = found === null ? null : workOut(found);
  if (solved === null || !solved.ok) throw new Error(name);
  expect(practiceMeaning(id, solved.value, decidingFit(solved.value.fit))).not.toMatch(/better|worse|more than that|not the same|could fit|paid/u);
});

describe("verdicts are those of the analyses on the same days", () => {
  const { plan } = exercises.find("jpm-regression")!;
  const solved = ["wmt-1995-2004", "jpm-2000-2009"].map((id) => workOut(findVariant({ plan }, id)!));

  // Classical errors tell β apart from 1 here (t = −2.10), those that decide don't (−1.91; statsmodels' HAC: −1.93).
  test("of β against 1 where classical errors say otherwise", () => {
    const [near, above] = solved.map((each) => (each.ok ? each.value : null));
    const classical = near!.fit.betas[0];
    expect(classical.interval[1]).toBeLessThan(1);
    const [nearFit, aboveFit] = [decidingFit(near!.fit), decidingFit(above!.fit)];
    expect(sensitivityOf(nearFit.betas[0])).toBe("like the market");
    expect(practiceMeaning("jpm-regression", near!, nearFit)).toContain("too near 1 to call");
    expect(sensitivityOf(aboveFit.betas[0])).toBe("aggressive");
    expect(practiceMeaning("jpm-regression", above!, aboveFit)).toContain("more than the market");
  });

  test.each([
    ["reading-a-table", { alphaP: 0.04 }, "in 4.0% of such samples if all days were alike, by robust errors in 5.0%: 10.0 years of days don't tell"],
    ["appraisal-ratio", { alpha: 0.0006 }, "too close to call, by robust errors p is 0.050"],
  ] as const)("of α where the two say otherwise: %s", (exercise, change, expected) => {
    expect(meaning(exercise, change, null, { alphaError: 0.0004 })).toContain(expected);
  });
});
