import { expect, test } from "vitest";
import { voteResults } from "../../src/grading/vote-results.ts";
import { choiceQuantity } from "../../src/grading/choice-question.ts";
import { askableQuantities } from "../../src/grading/instructor-check.ts";
import type { Answer } from "../../src/store/answer-records.ts";

const quantity = choiceQuantity({ kind: "choice", choices: ["a", "b", "c", "d"].map((text) => ({ text, mistake: null })), right: 3, why: null, of: null });

/** One person a letter. */
const votes = (letters: string, round: number): readonly Answer[] =>
  [...letters].map((letter, index): Answer => {
    const value = "ABCD".indexOf(letter);
    const verdict = value === 3 ? "correct" : "incorrect";
    return {
      ...{ id: `${String(round)}/${String(index)}`, item: { kind: "check", check: "c" }, guild: "g", person: `p${String(index)}`, interaction: "i", variant: "v", at: 1, verdict, score: 1, fingerprint: "", revision: 0, attempt: round, hints: 0, original: null },
      parts: [{ quantity: "choice", text: letter, value, expected: 3, verdict, diagnoses: [] }],
    };
  });

const cells = (letters: string, folds = true) => voteResults(votes(letters, 1), [quantity], folds).quantities[0]?.groups.map(({ people }) => people[0]);

test.each([
  ["CCDDDDD", [null, null, null, 5]],
  ["AAAAAABBBBBBBCCCCCCCCDD", [null, 7, 8, null]],
  ["AAAAAABBBBBBBCCCCCCCCDDDDDDDDD", [6, 7, 8, 9]],
  // Nobody is small here: there is nothing to protect.
  ["AAAAAADDDDDDD", [6, 0, 0, 7]],
])("of %s no folded choice is what is left of the total: %j", (letters, expected) => {
  expect(cells(letters)).toEqual(expected);
});

test("the staff read every count", () => {
  expect(cells("CCDDDDD", false)).toEqual([0, 0, 2, 5]);
});

const beta = askableQuantities.find(({ id }) => id === "beta")!;

/** Of numbers whose key is 2: one a person, those of a known mistake by its id. */
const numbers = (typed: readonly (number | string)[], round: number): readonly Answer[] =>
  votes("A".repeat(typed.length), round).map((answer, index): Answer => {
    const one = typed[index] ?? 0;
    const value = typeof one === "string" ? 5 : one;
    const verdict = value === 2 ? "correct" : "incorrect";
    return { ...answer, verdict, parts: [{ quantity: "beta", text: String(value), value, expected: 2, verdict, diagnoses: typeof one === "string" ? [one] : [] }] };
  });

const groupsOf = (answers: readonly Answer[], folds = true) =>
  voteResults(answers, [beta], folds).quantities[0]?.groups.map(({ kind, number, people }) => [kind, number && Number(number.value.toPrecision(3)), number?.ratio == null ? null : Number(number.ratio.toPrecision(3)), people]);

const many = (value: number | string, people: number): readonly (number | string)[] => Array.from({ length: people }, () => value);

test("numbers that nothing recognised stand apart by what their people typed, in both rounds alike", () => {
  const before = numbers([...many(2, 6), 3, 3, 3.01, 3, 2.99, ...many(7, 6), ...many("mistake", 5)], 1);
  const after = numbers([...many(2, 10), ...many(3, 6), ...many(7, 6)], 2);
  expect(groupsOf([...before, ...after])).toEqual([
    ["correct", 2, 1, [6, 10]],
    ["unmatched", 7, 3.5, [6, 6]],
    ["unmatched", 3, 1.5, [5, 6]],
    ["mistakes", 5, 2.5, [5, 0]],
  ]);
});

test("numbers of fewer than five people are folded, with their values; nothing of them is left of the total", () => {
  const groups = groupsOf(numbers([...many(2, 8), ...many(7, 6), ...many(3, 2), 11], 1));
  // What is folded is one group: the smallest other is folded with it.
  expect(groups).toEqual([
    ["correct", 2, 1, [8]],
    ["unmatched", 7, 3.5, [null]],
    ["others", null, null, [null]],
  ]);
  expect(groupsOf(numbers([...many(2, 8), ...many(3, 2), 11], 1), false)).toEqual([
    ["correct", 2, 1, [8]],
    ["unmatched", 3, 1.5, [2]],
    ["unmatched", 11, 5.5, [1]],
  ]);
});

test("who changed is told from number to number", () => {
  const changes = voteResults([...numbers(many(7, 6), 1), ...numbers(many(2, 6), 2)], [beta]).changes;
  expect(changes.map(({ from, to, people }) => [from?.number?.value, to?.number?.value, people])).toEqual([[7, 2, 6]]);
});
