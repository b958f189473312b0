import { expect, test } from "vitest";
import { choiceQuantity } from "../../src/grading/choice-question.ts";
import { askableQuantities } from "../../src/grading/instructor-check.ts";
import { groupingOf } from "../../src/grading/vote-answer.ts";
import type { Answer } from "../../src/store/answer-records.ts";

type Part = Answer["parts"][number];

const beta = askableQuantities.find(({ id }) => id === "beta")!;
const choice = choiceQuantity({ kind: "choice", choices: ["a", "b"].map((text) => ({ text, mistake: null })), right: 1, why: null, of: null });

/** An answer to β, whose key is 2, unless it says otherwise. */
const answer = (part: Partial<Part>): Answer => ({
  ...{ id: "1", item: { kind: "check", check: "c" }, guild: "g", person: "p", interaction: "i", variant: "v", at: 1, verdict: "incorrect", score: 1, fingerprint: "", revision: 0, attempt: 1, hints: 0, original: null },
  parts: [{ quantity: "beta", text: "", value: 3, expected: 2, verdict: "incorrect", diagnoses: [], ...part }],
});

/** How the last answer is grouped among all of them. */
const lastOf = (...parts: readonly Partial<Part>[]) => {
  const answers = parts.map(answer);
  return groupingOf(answers, beta)(answers.at(-1)!);
};

test("a choice is grouped by its place; of a right one no mistake is told, whatever is stored", () => {
  const group = groupingOf([], choice);
  expect(group(answer({ quantity: "choice", value: 0, diagnoses: ["m"] }))).toEqual({ kind: "choice", index: 0, diagnoses: ["m"], isRight: false, isEarlier: false, number: null });
  expect(group(answer({ quantity: "choice", value: 1, verdict: "correct", diagnoses: ["m"] }))).toEqual({ kind: "choice", index: 1, diagnoses: [], isRight: true, isEarlier: false, number: null });
});

test("what keeps the mark of an earlier key is no mistake, and not what is right now", () => {
  expect(groupingOf([], choice)(answer({ quantity: "choice", value: 0, diagnoses: ["m"], earlier: "correct" }))).toEqual({ kind: "choice", index: 0, diagnoses: [], isRight: false, isEarlier: true, number: null });
  expect(lastOf({ diagnoses: ["m"], earlier: "correct" })).toEqual({ kind: "earlier", index: null, diagnoses: [], isRight: false, isEarlier: true, number: { value: 3, ratio: 1.5 } });
});

test.each([["choice", choice], ["number", beta]] as const)("an answer that says nothing of a %s is in no group", (_kind, quantity) => {
  const silent = [answer({ quantity: "other", value: 1 }), answer({ quantity: quantity.id, value: null })];
  for (const one of silent) expect(groupingOf(silent, quantity)(one)).toBeNull();
});

test("numbers that nothing recognised go by the middle of those that are near them", () => {
  expect(lastOf({ value: 7 }, { value: 3 }, { value: 3.02 }, { value: 3.01 })).toEqual({ kind: "unmatched", index: null, diagnoses: [], isRight: false, isEarlier: false, number: { value: 3.01, ratio: 3.01 / 2 } });
});

test("right numbers go by the key, and where it is not stored by their middle", () => {
  expect(lastOf({ value: 2.01, verdict: "correct", diagnoses: ["m"] })).toEqual({ kind: "correct", index: null, diagnoses: [], isRight: true, isEarlier: false, number: { value: 2, ratio: 1 } });
  const unkeyed = { expected: null, verdict: "correct" } as const;
  expect(lastOf({ ...unkeyed, value: 2 }, { ...unkeyed, value: 2.02 }, { ...unkeyed, value: 2.01 })?.number).toEqual({ value: 2.01, ratio: null });
});

test("right numbers are one group, with or without what was noticed beside them", () => {
  const unkeyed = { expected: null, verdict: "correct" } as const;
  expect(lastOf({ ...unkeyed, value: 2, diagnoses: ["m"] }, { ...unkeyed, value: 2.02 }, { ...unkeyed, value: 2.01 })?.number?.value).toBe(2.01);
});

test("numbers of one mistake go together in whatever order its ids stand; those of another, and unrecognised ones, do not", () => {
  const found = lastOf({ value: 4, diagnoses: ["b", "a"] }, { value: 9, diagnoses: ["c"] }, { value: 6, diagnoses: [] }, { value: 6, diagnoses: ["a", "b"] });
  expect(found).toEqual({ kind: "mistakes", index: null, diagnoses: ["a", "b"], isRight: false, isEarlier: false, number: { value: 5, ratio: 2.5 } });
});

test("an unrecognised number does not go by a known one that is as large", () => {
  expect(lastOf({ value: 3.01, diagnoses: ["a"] }, { value: 3.01, diagnoses: ["a"] }, { value: 3 })?.number?.value).toBe(3);
});

test("an answer without a number does not count among those of its mistake", () => {
  expect(lastOf({ value: null, diagnoses: ["a"] }, { value: 4, diagnoses: ["a"] })?.number?.value).toBe(4);
});

test("a wrong number has no ratio to a key of 0, and none without a key", () => {
  for (const expected of [0, null]) expect(lastOf({ value: 3, expected })?.number).toEqual({ value: 3, ratio: null });
});

test("an answer of none of those that were grouped has no number of its group", () => {
  const group = groupingOf([answer({ value: 3 })], beta);
  expect(group(answer({ value: 8 }))).toMatchObject({ kind: "unmatched", number: null });
  expect(group(answer({ value: 8, diagnoses: ["a"] }))).toMatchObject({ kind: "mistakes", number: null });
});
