import { expect, test } from "vitest";
import type { AnswerBar } from "../../../src/grading/answer-histogram.ts";
import { answerBars, answerSpec, barWords } from "../../../src/render/charts/answer-bars.ts";

const bars: readonly AnswerBar[] = [
  { kind: "mistakes", diagnoses: ["correlation-for-beta"], people: 6, ratio: 0.507 },
  { kind: "right", diagnoses: [], people: 23, ratio: 1 },
  { kind: "unmatched", diagnoses: [], people: 7, ratio: 1.414 },
  { kind: "others", diagnoses: [], people: 0, ratio: null },
];

test("each bar is labelled by its diagnosis, and stands in one of three colours", () => {
  const [panel] = answerSpec("A check", [{ label: "β", bars }]).panels;
  expect(panel?.x.categories).toEqual(["correlation for beta", "right", "not recognised", "others (< 5)"]);
  expect(panel?.layers.map((layer) => (layer.type === "bars" ? layer.values : []))).toEqual([
    [0, 23, 0, 0],
    [6, 0, 0, 0],
    [0, 0, 7, 0],
  ]);
});

test("the picture's words say the same, and of a folded group only that it is there", () => {
  expect(answerBars("A check", [{ label: "β", bars }]).description).toContain(
    "β: correlation for beta 6 people (0.507 × the key), right 23 people, not recognised 7 people (1.41 × the key), others fewer than 5 people.",
  );
  expect(barWords({ kind: "right", diagnoses: [], people: 1, ratio: 1 })).toBe("right 1 person");
});
