import { describe, expect, test } from "vitest";
import type { Model } from "../../src/exercises/variants/model.ts";
import type { Variant } from "../../src/exercises/variants/variant.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { practiceMeaning } from "../../src/render/practice-meaning.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";

const model: Model = {
  asset: "JPM", factor: "SPY", alpha: 0.0002, beta: 1.4, rSquared: 0.5, correlation: Math.SQRT1_2, assetMean: 0.0007, factorMean: 0.0003, assetVariance: 0.0004, factorVariance: 0.0001,
  residualVariance: 0.0002, riskFreeMean: 0.0001, alphaError: 0.0001, betaError: 0.02, alphaT: 2, alphaP: 0.04, alphaInterval: [0.00001, 0.0004], observations: 2520, periodsPerYear: 252, first: "2000-01-03", last: "2009-12-31",
};
const variant: Variant = { id: "v", asset: "JPM", factor: "SPY", comparison: null, window: { id: "w" }, budget: 1e6, share: 0.2 };

const meaning = (exercise: string, change: Partial<Model> = {}, other: Partial<Model> | null = null): string | null =>
  practiceMeaning(exercise, { variant, model: { ...model, ...change }, comparison: null, treated: () => (other === null ? null : { ...model, ...other }) });

test.each(exercises.all.map((exercise) => [exercise.id, exercise] as const))("%s has a sentence on the chapter's data, on two lines of a phone's six", (id, { plan }) => {
  const solved = workOut(chapterVariant(plan));
  if (!solved.ok) throw new Error(solved.problem.kind);
  const sentence = practiceMeaning(id, solved.value)!;
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
    ["p below 5%", "reading-a-table", { alphaP: 0.049 }, "too seldom"],
    ["p of 5% and more", "reading-a-table", { alphaP: 0.05 }, "don't tell this α from 0"],
    ["an interval with 0 in it", "annualise-alpha", { alphaInterval: [-0.0001, 0.0004] }, "0 is in it"],
    ["an interval above 0", "annualise-alpha", { alphaInterval: [0.0001, 0.0004] }, "all of it is above 0"],
    ["an interval below 0", "annualise-alpha", { alpha: -0.0002, alphaInterval: [-0.0004, -0.0001] }, "all of it is below 0"],
    ["a premium within the mean", "tracking-portfolio", {}, "came to whoever held SPY alone"],
    ["a premium above the mean", "tracking-portfolio", { assetMean: 0.0002 }, "α is negative"],
    ["a mean below 0", "tracking-portfolio", { assetMean: -0.0002 }, "the difference is α"],
    ["a remainder that is paid better", "hedged-portfolio", { alpha: 0.0006 }, "better paid"],
    ["a remainder that is paid worse", "hedged-portfolio", { alpha: 0.0001 }, "worse paid"],
    ["α as the largest part", "expected-return", { alpha: 0.001, alphaT: 2.5 }, "largest of the three parts is α"],
    ["α that is not significant", "expected-return", { alphaT: 1.9 }, "rely on least"],
    ["α that is significant", "expected-return", { alphaT: -2.1 }, "more than two standard errors"],
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
    ["β that differ by less than two errors", "beta-frequency", {}, { beta: 1.5, betaError: 0.06 }, "leave room for that"],
    ["β that differ by more", "beta-frequency", {}, { beta: 1.6, betaError: 0.06 }, "more than the small number"],
  ] as const)("%s", (_, exercise, change, other, expected) => {
    expect(meaning(exercise, change, other)).toContain(expected);
  });

  test("and nothing where the data lack what it takes", () => {
    expect(meaning("raw-or-excess")).toBeNull();
    expect(meaning("beta-frequency")).toBeNull();
    expect(meaning("expected-return", { riskFreeMean: Number.NaN })).toBeNull();
    expect(meaning("target-factor-share", { rSquared: 0.2 })).toBeNull();
    expect(practiceMeaning("monthly-position", { variant: { ...variant, budget: null }, model, comparison: null, treated: () => null })).toBeNull();
  });
});

test("a change of β is told from chance or not, by both parts' errors", () => {
  const parts = (since: number): string | null =>
    practiceMeaning("beta-change", { variant: { ...variant, split: "2005-01-01" }, model, comparison: null, treated: (treatment) => ({ ...model, beta: treatment.startsWith("since") ? since : 1.4, betaError: treatment.startsWith("since") ? 0.04 : 0.03 }) });
  // 1.96 · √(0.03² + 0.04²) = 0.098.
  expect(parts(1.52)).toContain("a change of 0.098 and more can be told from chance, and yours is 0.12: β was not the same");
  expect(parts(1.47)).toContain("yours is 0.070: that does not say that β stayed the same");
  expect(meaning("beta-change")).toBeNull();
});

test("its numbers are the data's: half the variance is 29.3% of the volatility, and a hedge carries √2 times the dollars", () => {
  expect(meaning("factor-share")).toContain("takes away 50.0% of the variance and 29.3% of the volatility");
  expect(meaning("annual-budget")).toContain("carries 1.41 times the dollars");
  // σ = 2% a day · √21 = 9.17% a month; 1/0.0917 = 10.9.
  expect(meaning("monthly-position")).toContain("at 9.17% a month, each dollar of budget carries 10.9 dollars");
  // h = β − √(0.25 · 2) = 0.693, of 1.4.
  expect(meaning("target-factor-share")).toContain("That is 49.5% of a full hedge");
});
