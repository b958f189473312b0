import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chapterSections } from "../../src/figures/chapter-sections.ts";
import { engineResults } from "../../src/figures/engine-results.ts";
import { figures, figureValue, isFigureKey, writtenFigure, type FigureKey } from "../../src/figures/figures.ts";
import { placeholdersIn } from "../../src/figures/template.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import { readJsonFolder } from "../../src/programs/read-json.ts";
import { exampleFit } from "../engine/made-up.ts";

const keys = Object.keys(figures) as readonly FigureKey[];

/** r = 0.5 + 2·f + e: α, β and the variances can be worked out by hand. */
const results = engineResults({
  fit: exampleFit(),
  rate: null,
  budget: 1_000_000,
  share: 0.2,
  monthlyBeta: () => 1.9,
  rawAlpha: () => 0.75,
  otherBeta: () => null,
  parts: () => ({ before: { beta: 1.5, betaError: 0.3 }, since: { beta: 1.75, betaError: 0.4 } }),
});

test("every figure says what it is, where the chapter teaches it and how it is computed", () => {
  for (const key of keys) {
    const { meaning, formula, section } = figures[key];
    expect(Object.keys(chapterSections)).toContain(section);
    for (const text of [meaning, formula]) {
      expect(text.trim(), key).toBe(text);
      expect(text.length, key).toBeGreaterThan(0);
    }
  }
});

test("no two figures have one meaning", () => {
  const meanings = keys.map((key) => figures[key].meaning);
  expect(meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index)).toEqual([]);
});

test("every figure is used by a lesson, an exercise or the chapter's printed figures", () => {
  const texts = [...readJsonFolder("data/lessons/glossary"), ...readJsonFolder("data/lessons/exercises")].map(({ content }) => JSON.stringify(content));
  const printed = JSON.parse(readFileSync("data/lessons/printed-figures.json", "utf8")) as readonly { readonly quantity: string }[];
  const used = new Set<string | null>([
    ...texts.flatMap(placeholdersIn),
    ...printed.map(({ quantity }) => quantity),
    ...definitions.flatMap(({ quantities }) => quantities.map((quantity) => (quantity.kind === "number" ? quantity.figure : null))),
  ]);
  expect(keys.filter((key) => !used.has(key))).toEqual([]);
});

test.each<[FigureKey, number]>([
  ["alpha", 0.5],
  ["alphaAnnual", 126],
  ["alphaRaw", 189],
  ["beta", 2],
  ["betaSquared", 4],
  ["betaAdjusted", 5 / 3],
  ["betaMonthly", 1.9],
  ["betaBefore", 1.5],
  ["betaSince", 1.75],
  ["seBetaBefore", 0.3],
  ["seBetaSince", 0.4],
  ["betaChange", 0.25],
  ["seBetaChange", 0.5],
  ["tBetaChange", 0.5],
  ["trackingHolding", 2],
  ["budget", 1_000_000],
])("%s of r = 0.5 + 2·f + e is %d", (key, value) => {
  expect(figureValue(key, results)).toBeCloseTo(value, 10);
});

test.each<[FigureKey, FigureKey, number]>([
  ["alphaAnnual", "alpha", 252],
  ["volAssetAnnual", "volAsset", Math.sqrt(252)],
  ["volAssetMonthly", "volAsset", Math.sqrt(21)],
  ["volHedgedMonthly", "volHedged", Math.sqrt(21)],
  ["meanFactorAnnual", "meanFactor", 252],
  ["sizeUnhedged", "sizeUnhedgedYear", Math.sqrt(12)],
  ["sizeHedged", "sizeUnhedged", 1 / Math.sqrt(1 - results.fit.rSquared)],
  ["factorShare", "rSquared", 1],
  ["sharpeHedged", "appraisal", 1],
  ["meanHedgedAnnual", "alphaAnnual", 1],
])("%s is %s times %d", (one, other, factor) => {
  expect(figureValue(one, results)! / (figureValue(other, results)! * factor)).toBeCloseTo(1, 12);
});

test("years to t = 2 is (2 / appraisal ratio)²", () => {
  expect(figureValue("yearsToTwo", results)).toBe((2 / figureValue("appraisal", results)!) ** 2);
});

test("what the data don't give is null", () => {
  expect(figureValue("meanRiskFree", results)).toBeNull();
  expect(figureValue("expectedReturnAnnual", results)).toBeNull();
  expect(figureValue("betaOther", results)).toBeNull();
  const bare = engineResults({ ...results, budget: null, share: null });
  for (const key of ["sizeUnhedged", "pnlHedgedYear", "partialHedge", "exposureKept"] as const) expect(figureValue(key, bare)).toBeNull();
});

test("what is 0 by construction is written as 0, and computed with its rounding", () => {
  expect(writtenFigure("betaResidual", results)).toEqual({ value: 0, unit: "ratio" });
  expect(Math.abs(figureValue("betaResidual", results)!)).toBeLessThan(1e-12);
  expect(writtenFigure("beta", results)).toEqual({ value: figureValue("beta", results), unit: "ratio" });
});

test("only the table's own names are figures", () => {
  expect(isFigureKey("beta")).toBe(true);
  expect(isFigureKey("toString")).toBe(false);
});
