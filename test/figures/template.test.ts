import { expect, test } from "vitest";
import { engineResults } from "../../src/figures/engine-results.ts";
import { fillTemplate, isComplete, placeholdersIn, unknownPlaceholders } from "../../src/figures/template.ts";
import { exampleFit } from "../engine/made-up.ts";

const fit = exampleFit();
const results = engineResults({ fit, rate: null, budget: null, share: null, monthlyBeta: () => null, rawAlpha: () => null, otherBeta: () => null, parts: () => null });
const beta = { value: fit.betas[0].value, unit: "ratio" };

test("names are read in their order, without their form", () => {
  expect(placeholdersIn("{asset}: {alpha:ratio} and {beta}²")).toEqual(["asset", "alpha", "beta"]);
});

test("names that are neither a figure nor a word of the text are reported", () => {
  expect(unknownPlaceholders("{asset} {beta} {gamma} {toString}", ["asset"])).toEqual(["gamma", "toString"]);
});

test("words and figures fill their places, and foreign braces stay as they are", () => {
  expect(fillTemplate("{asset}: {beta}² and {gamma}", { asset: "JPM" }, results)).toEqual(["", "JPM", ": ", beta, "² and ", "{gamma}", ""]);
});

test("a figure is a plain number where the text asks for its ratio form", () => {
  expect(fillTemplate("{alpha} {alpha:ratio}", {}, results)).toEqual([
    "",
    { value: fit.alpha.value, unit: "return" },
    " ",
    { value: fit.alpha.value, unit: "ratio" },
    "",
  ]);
});

test("a text is complete where the results have each of its figures", () => {
  expect(isComplete(fillTemplate("{beta}", {}, results))).toBe(true);
  expect(isComplete(fillTemplate("{beta} {betaMonthly}", {}, results))).toBe(false);
});
