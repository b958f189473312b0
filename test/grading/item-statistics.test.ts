import { expect, test } from "vitest";
import { itemStatistics } from "../../src/grading/item-statistics.ts";
import type { Answer } from "../../src/store/answer-records.ts";
import type { Check } from "../../src/store/check-records.ts";

const check = (id: string): Check => ({
  ...{ id, guild: "g", channel: "c", title: id, exercise: "e", question: null, opensAt: 1000, closesAt: null, attempts: null, variants: false, tolerance: null, points: 1, feedback: "now", hints: true, credit: null },
  ...{ dealt: null, vote: null, discussAt: null, secondAt: null, message: "m", revision: 0, namedMistakes: null, correction: null, postedKeys: null, createdBy: "p", createdAt: 1000, closedAt: 2000, voidedAt: null, announcedAt: null, releasedAt: null },
});

function answer(person: string, mark: number, attempt: number | null = 1, at = 61_000): Answer {
  const verdict = mark === 1 ? "correct" : mark > 0 ? "partial" : "incorrect";
  return {
    ...{ id: `${person}${String(attempt)}${String(at)}`, item: { kind: "check", check: "a" }, guild: "g", person, interaction: person, variant: "v", at, verdict, score: mark, fingerprint: "", revision: 0, attempt, hints: 0, original: null },
    parts: [{ quantity: "q", text: "", value: 1, expected: 1, verdict, diagnoses: [] }],
  };
}

const students = Array.from({ length: 12 }, (_, index) => `s${String(index)}`);

test("difficulty is the mean of the best marks, first tries and times are the first answers'", () => {
  const answers = [answer("ada", 0, 1, 61_000), answer("ada", 1, 2, 90_000), answer("ben", 1, 1, 121_000), answer("chiara", 0.5, 1, 181_000), answer("ada", 0, null, 95_000)];
  expect(itemStatistics([{ check: check("a"), answers }])[0]).toMatchObject({ people: 3, difficulty: 2.5 / 3, firstTry: 1 / 3, firstAnswerAfter: 120_000, discrimination: null });
});

test("discrimination is the correlation with the mark on the other checks, by numpy 0.5014 (−0.1017 to 0.8350)", () => {
  // np.corrcoef(a, (b + c) / 2), and tanh(arctanh(r) ± 1.959964/√9).
  const [a, b, c] = [
    [1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1],
    [1, 1, 0, 0, 0, 1, 1, 0.5, 0, 1, 0.5, 1],
    [1, 0.5, 0.5, 1, 0, 1, 1, 1, 0.5, 0, 1, 1],
  ] as const;
  const given = [a, b, c].map((marks, index) => ({ check: check(`c${String(index)}`), answers: marks.map((mark, student) => answer(students[student]!, mark)) }));
  const { discrimination } = itemStatistics(given)[0]!;
  expect(discrimination?.people).toBe(12);
  expect(discrimination?.value).toBeCloseTo(0.50144924, 6);
  expect(discrimination?.low).toBeCloseTo(-0.10172789, 6);
  expect(discrimination?.high).toBeCloseTo(0.83504073, 6);
});

test("fewer than ten people, or people who all do alike, have no discrimination", () => {
  const given = (count: number, mark: (index: number) => number) => [0, 1].map((index) => ({ check: check(`c${String(index)}`), answers: students.slice(0, count).map((person, student) => answer(person, index === 0 ? mark(student) : student % 2)) }));
  expect(itemStatistics(given(9, (student) => student % 2))[0]?.discrimination).toBeNull();
  expect(itemStatistics(given(12, () => 1))[0]?.discrimination).toBeNull();
  expect(itemStatistics(given(12, (student) => student % 2))[0]?.discrimination?.value).toBeCloseTo(1, 6);
});

test("a vote is marked by what was voted, not by its points for taking part, and its first try is the first round's", () => {
  const taken = [answer("ada", 0, 1), { ...answer("ada", 1, 2), score: 1 }, { ...answer("ben", 0, 1), score: 1 }];
  expect(itemStatistics([{ check: { ...check("a"), vote: { rounds: 2, counts: "participation" } }, answers: taken }])[0]).toMatchObject({ difficulty: 0.5, firstTry: 0 });
});
