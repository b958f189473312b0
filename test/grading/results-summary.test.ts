import { describe, expect, it } from "vitest";
import { answerHistogram, foldedMistakes, unmatchedGroups } from "../../src/grading/answer-histogram.ts";
import { summariseResults } from "../../src/grading/results-summary.ts";
import type { CountedAnswer, CountedPart } from "../../src/grading/results-summary.ts";

const part = (value: number | null, verdict: CountedPart["verdict"], ...diagnoses: string[]): CountedPart => ({
  quantity: "beta",
  value,
  expected: 2,
  verdict,
  diagnoses,
});

const times = (count: number, one: CountedPart): readonly CountedPart[] => Array.from({ length: count }, () => one);

describe("summariseResults", () => {
  it("counts who tried, who was right, at once or later, and who used a hint", () => {
    const answer = (person: string, attempt: number | null, verdict: CountedAnswer["verdict"], hints = 0): CountedAnswer => ({
      person,
      attempt,
      verdict,
      hints,
      parts: [],
    });
    const answers = [
      answer("ada", 1, "right"),
      answer("bea", 1, "wrong"),
      answer("bea", 2, "right", 1),
      answer("cas", 1, "wrong"),
      answer("cas", null, "wrong"),
      answer("dan", null, "wrong"),
      // Right stays right, whatever is handed in afterwards.
      answer("eva", 1, "right"),
      answer("eva", 2, "wrong"),
    ];
    expect(summariseResults(answers)).toEqual({ tried: 4, correct: 3, correctAtFirst: 2, firstTryRate: 1 / 2, usedHints: 1 });
    expect(summariseResults([])).toMatchObject({ tried: 0, firstTryRate: null });
  });
});

describe("answerHistogram", () => {
  it("stands at the median: of an even number of answers, midway between the two in the middle, whatever their order", () => {
    const values = [9, 1, 2, 8, 4, 6];
    const [bar] = answerHistogram(values.map((value) => part(value, "wrong", "beta-one")), "beta");
    expect(bar?.ratio).toBe(2.5);
  });

  it("labels bars by diagnosis, right ones first, then those of most people, unrecognised ones apart by their ratio", () => {
    const bars = answerHistogram(
      [...times(9, part(2, "right")), ...times(6, part(1, "wrong", "b", "a")), ...times(5, part(6, "wrong")), ...times(7, part(2.4, "wrong"))],
      "beta",
    );
    expect(bars).toEqual([
      { kind: "right", diagnoses: [], people: 9, ratio: 1 },
      { kind: "unmatched", diagnoses: [], people: 7, ratio: 1.2 },
      { kind: "mistakes", diagnoses: ["b", "a"], people: 6, ratio: 0.5 },
      { kind: "unmatched", diagnoses: [], people: 5, ratio: 3 },
    ]);
  });

  it("folds groups of fewer than five people, and counts nobody where even the fold is that small", () => {
    const folded = answerHistogram([...times(5, part(2, "right")), ...times(4, part(1, "wrong", "a")), ...times(3, part(3, "wrong"))], "beta");
    expect(folded.at(-1)).toEqual({ kind: "others", diagnoses: [], people: 7, ratio: null });
    expect(answerHistogram(times(4, part(2, "right")), "beta")).toEqual([{ kind: "others", diagnoses: [], people: 0, ratio: null }]);
    expect(answerHistogram([part(null, "wrong", "blank")], "beta")).toEqual([]);
    expect(answerHistogram(times(9, part(2, "right")), "alpha")).toEqual([]);
  });
});

describe("foldedMistakes", () => {
  it("are the known mistakes and right answers of fewer than five people, which the bars don't show", () => {
    const parts = [...times(5, part(2.2, "wrong", "many")), ...times(2, part(4, "wrong", "b")), ...times(4, part(1, "wrong", "a")), ...times(3, part(3, "wrong")), part(2, "right")];
    expect(foldedMistakes(parts, "beta")).toEqual([
      { kind: "right", diagnoses: [], people: 1, ratio: 1 },
      { kind: "mistakes", diagnoses: ["a"], people: 4, ratio: 0.5 },
      { kind: "mistakes", diagnoses: ["b"], people: 2, ratio: 2 },
    ]);
    expect(foldedMistakes(parts, "alpha")).toEqual([]);
  });
});

describe("unmatchedGroups", () => {
  it("groups what nobody recognised by its ratio to the key", () => {
    const parts = [
      ...times(9, part(2.828, "wrong")),
      part(2.83, "wrong"),
      part(2.84, "wrong", "a"),
      part(5, "wrong"),
      { ...part(0.3, "wrong"), expected: 0 },
    ];
    expect(unmatchedGroups(parts)).toEqual([
      { quantity: "beta", answers: 10, ratio: 1.414, value: null },
      { quantity: "beta", answers: 1, ratio: 2.5, value: null },
      { quantity: "beta", answers: 1, ratio: null, value: 0.3 },
    ]);
  });
});
