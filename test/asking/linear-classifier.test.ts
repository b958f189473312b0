import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readClassifier } from "../../src/asking/linear-classifier.ts";
import { parserOf } from "../../src/asking/question-reader.ts";
import { questionFeatures } from "../../src/asking/question-features.ts";
import { unlearntKnowledge } from "./known.ts";

const content: unknown = JSON.parse(readFileSync(new URL("../../data/lessons/question-weights.json", import.meta.url), "utf8"));
const classifier = readClassifier(content);
const parse = parserOf(unlearntKnowledge());

test("the chances of all labels add up to one, whatever is asked", () => {
  for (const question of ["", "beta of JPM", "why?", "x".repeat(500)]) {
    const chances = classifier.chances(questionFeatures(parse(question)));
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
  }
});

test("a question that the phrasings have has its label first", () => {
  const likeliest = (question: string): string => {
    const chances = classifier.chances(questionFeatures(parse(question)));
    return classifier.labels[chances.indexOf(Math.max(...chances))] ?? "";
  };
  expect(likeliest("when is the midterm?")).toBe("course-fact");
  expect(likeliest("how do i cook rice")).toBe("off-topic");
  expect(likeliest("multiply sharpe by 252, right?")).toBe("claim:sharpe-times-252");
});

test("a file whose parts don't fit each other is refused", () => {
  expect(() => readClassifier({ ...(content as object), weights: "" })).toThrow("incomplete");
  expect(() => readClassifier({})).toThrow();
});
