import { expect, test } from "vitest";
import type { AnswerBar } from "../../../src/grading/answer-histogram.ts";
import { answerBars, answerSpec, barWords, isWorthDrawing, type QuantityBars } from "../../../src/render/charts/answer-bars.ts";

const bars: readonly AnswerBar[] = [
  { kind: "mistakes", diagnoses: ["correlation-for-beta"], people: 6, ratio: 0.507 },
  { kind: "correct", diagnoses: [], people: 23, ratio: 1 },
  { kind: "unmatched", diagnoses: [], people: 7, ratio: 1.414 },
  { kind: "others", diagnoses: [], people: 0, ratio: null },
];

test("each bar is labelled by its diagnosis, and stands in one of four colours", () => {
  const [panel] = answerSpec("A check", [{ label: "β", bars }]).panels;
  expect(panel?.x.categories).toEqual(["correlation for beta", "right", "1.41 × the key", "others (< 5)"]);
  expect(panel?.layers.map((layer) => (layer.type === "bars" ? layer.values : []))).toEqual([
    [0, 23, 0, 0],
    [6, 0, 0, 0],
    [0, 0, 7, 0],
    [0, 0, 0, 0],
  ]);
  // Folded answers may be known: they are not under "Not recognised".
  const folded = { kind: "others", diagnoses: [], people: 9, ratio: null } as const;
  expect(answerSpec("A check", [{ label: "β", bars: [...bars.slice(1, 3), folded] }]).panels[0]?.layers.map((each) => (each.type === "bars" ? [each.label, each.role, each.values] : []))).toEqual([
    ["Right", "hedged", [23, 0, 0]],
    ["A known mistake", "idiosyncratic", [0, 0, 0]],
    ["Not recognised", "riskFree", [0, 7, 0]],
    ["Folded, known or not", "third", [0, 0, 9]],
  ]);
  expect(answerSpec("A check", [{ label: "β", bars: bars.slice(0, 3) }]).panels[0]?.layers).toHaveLength(3);
});

test("the picture's words say the same, and of a folded group only that it is there", () => {
  expect(answerBars("A check", [{ label: "β", bars }]).description).toContain(
    "β: correlation for beta 6 people (0.507 × the key), right 23 people, not recognised, 1.41 × the key 7 people, others fewer than 5 people.",
  );
  expect(barWords({ kind: "correct", diagnoses: [], people: 1, ratio: 1 })).toBe("right 1 person");
});

test("panels share one scale, and a picture of a few folded answers is not worth drawing", () => {
  const few: QuantityBars = { label: "α", bars: [{ kind: "others", diagnoses: [], people: 3, ratio: null }] };
  expect(answerSpec("A check", [{ label: "β", bars }, few]).panels.map(({ y }) => y.max)).toEqual([30, 30]);
  expect(isWorthDrawing([few])).toBe(false);
  expect(isWorthDrawing([few, { label: "β", bars }])).toBe(true);
});

test("a mistake has the name that it is given, and its share of those who tried", () => {
  const mistake: AnswerBar = { kind: "mistakes", diagnoses: ["a", "b"], people: 6, ratio: 0.5 };
  expect(barWords(mistake, (id) => `you do ${id}`, 24)).toBe("you do a / you do b 6 people (25.0%, 0.5000 × the key)".replace("0.5000", "0.500"));
});

test("a name that does not fit below its bar is its ratio there, and whole in the words", () => {
  const long = "you use the whole volatility for the hedged position";
  const named = (name: string, ratio: number | null): QuantityBars => ({ label: "β", bars: [bars[1]!, { kind: "mistakes", diagnoses: ["x"], people: 6, ratio }, bars[2]!, bars[3]!], nameOf: () => name });
  const below = (quantity: QuantityBars) => answerSpec("A check", [quantity]).panels[0]?.x.categories?.[1];
  expect(below(named(long, 0.707))).toBe("0.707 × the key");
  expect(below(named("you divide by the variance", 2.75))).toBe("you divide by the variance");
  // With two bars there is room for more words.
  expect(answerSpec("A check", [{ label: "β", bars: [{ kind: "mistakes", diagnoses: ["x"], people: 6, ratio: 0.7 }], nameOf: () => long }]).panels[0]?.x.categories).toEqual([long]);
  // Without a ratio there is nothing else to say it by.
  expect(below(named(long, null))).toBe(long);
  expect(answerBars("A check", [named(long, 0.707)]).description).toContain(`${long} 6 people (0.707 × the key)`);
});
