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
  it("counts who tried, who was right, at once or later, and who had a hint open", () => {
    const answer = (person: string, attempt: number | null, verdict: CountedAnswer["verdict"], hints = 0): CountedAnswer => ({
      person,
      attempt,
      verdict,
      hints,
      parts: [part(2, verdict)],
    });
    const answers = [
      answer("ada", 1, "correct"),
      answer("bea", 1, "incorrect"),
      answer("bea", 2, "correct", 1),
      answer("cas", 1, "incorrect"),
      answer("cas", null, "incorrect"),
      answer("dan", null, "incorrect"),
      // Right stays right, whatever is handed in afterwards.
      answer("eva", 1, "correct"),
      answer("eva", 2, "incorrect"),
    ];
    expect(summariseResults(answers)).toEqual({ tried: 4, correct: 3, keptMarks: 0, correctAtFirst: 2, firstTryRate: 1 / 2, usedHints: 1 });
    expect(summariseResults([])).toMatchObject({ tried: 0, firstTryRate: null });
  });

  it("counts apart who was right before a correction, and is not by it, and keeps the mark", () => {
    const answer = (person: string, attempt: number, ...parts: CountedPart[]): CountedAnswer => ({ person, attempt, verdict: "incorrect", hints: 0, parts });
    const kept = { ...part(2, "incorrect", "beta-one"), earlier: "correct" } as const;
    const answers = [answer("ada", 1, part(2, "correct")), answer("bea", 1, kept), answer("cas", 1, kept, part(1, "incorrect")), answer("cas", 2, part(2, "correct"), part(2, "correct"))];
    expect(summariseResults(answers)).toMatchObject({ tried: 3, correct: 2, keptMarks: 1, correctAtFirst: 2 });
  });
});

describe("answerHistogram", () => {
  it("stands at the median: of an even number of answers, midway between the two in the middle, whatever their order", () => {
    const values = [9, 1, 2, 8, 4, 6];
    const [bar] = answerHistogram(values.map((value) => part(value, "incorrect", "beta-one")), "beta");
    expect(bar?.ratio).toBe(2.5);
  });

  it("labels bars by diagnosis, right ones first, then those of most people, unrecognised ones apart by their ratio", () => {
    const bars = answerHistogram(
      [...times(9, part(2, "correct")), ...times(6, part(1, "incorrect", "b", "a")), ...times(5, part(6, "incorrect")), ...times(7, part(2.4, "incorrect"))],
      "beta",
    );
    expect(bars).toEqual([
      { kind: "correct", diagnoses: [], people: 9, ratio: 1 },
      { kind: "unmatched", diagnoses: [], people: 7, ratio: 1.2 },
      { kind: "mistakes", diagnoses: ["b", "a"], people: 6, ratio: 0.5 },
      { kind: "unmatched", diagnoses: [], people: 5, ratio: 3 },
    ]);
  });

  it("has who keeps the mark of an earlier key in a bar of their own, behind those who are right, without a mistake", () => {
    const kept = times(5, { ...part(2.4, "incorrect", "a"), earlier: "correct" });
    const halves = times(5, { ...part(2.4, "incorrect", "a"), earlier: "partial" });
    expect(answerHistogram([...times(7, part(2.4, "incorrect", "a")), ...kept, ...times(5, part(2, "correct"))], "beta")).toEqual([
      { kind: "correct", diagnoses: [], people: 5, ratio: 1 },
      { kind: "earlier", diagnoses: [], people: 5, ratio: 1.2 },
      { kind: "mistakes", diagnoses: ["a"], people: 7, ratio: 1.2 },
    ]);
    expect(answerHistogram(halves, "beta")[0]?.diagnoses).toEqual([]);
    expect(unmatchedGroups([...kept, ...halves].map((one) => ({ ...one, diagnoses: [] })))).toEqual([]);
  });

  it("folds groups of fewer than five people, and counts nobody where even the fold is that small", () => {
    const folded = answerHistogram([...times(5, part(2, "correct")), ...times(4, part(1, "incorrect", "a")), ...times(3, part(3, "incorrect"))], "beta");
    expect(folded.at(-1)).toEqual({ kind: "others", diagnoses: [], people: 7, ratio: null });
    expect(answerHistogram(times(4, part(2, "correct")), "beta")).toEqual([{ kind: "others", diagnoses: [], people: 0, ratio: null }]);
    expect(answerHistogram([part(null, "incorrect", "blank")], "beta")).toEqual([]);
    expect(answerHistogram(times(9, part(2, "correct")), "alpha")).toEqual([]);
  });
});

describe("foldedMistakes", () => {
  it("are the known mistakes and right answers of fewer than five people, which the bars don't show", () => {
    const parts = [...times(5, part(2.2, "incorrect", "many")), ...times(2, part(4, "incorrect", "b")), ...times(4, part(1, "incorrect", "a")), ...times(3, part(3, "incorrect")), part(2, "correct")];
    expect(foldedMistakes(parts, "beta")).toEqual([
      { kind: "correct", diagnoses: [], people: 1, ratio: 1 },
      { kind: "mistakes", diagnoses: ["a"], people: 4, ratio: 0.5 },
      { kind: "mistakes", diagnoses: ["b"], people: 2, ratio: 2 },
    ]);
    expect(foldedMistakes(parts, "alpha")).toEqual([]);
  });
});

describe("unmatchedGroups", () => {
  it("groups what nobody recognised by its ratio to the key", () => {
    const parts = [
      ...times(9, part(2.828, "incorrect")),
      part(2.83, "incorrect"),
      part(2.84, "incorrect", "a"),
      part(5, "incorrect"),
      { ...part(0.3, "incorrect"), expected: 0 },
    ];
    expect(unmatchedGroups(parts)).toEqual([
      { quantity: "beta", answers: 10, ratio: 1.414, value: null },
      { quantity: "beta", answers: 1, ratio: 2.5, value: null },
      { quantity: "beta", answers: 1, ratio: null, value: 0.3 },
    ]);
  });
});
