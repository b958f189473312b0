import { expect, test } from "vitest";
import { checkSetText, readCheckSet, type KeptCheck } from "../../src/grading/check-content.ts";

const one: KeptCheck = {
  ...{ title: "α a year", exercise: "annualise-alpha", question: null, variants: false, attempts: 3, points: 1, tolerance: null, feedback: "now", hints: true, credit: [1, 0.5], vote: null, correction: null, namedMistakes: null, minutes: 20 },
};
const own: KeptCheck = {
  ...one,
  exercise: null,
  question: { text: "True?", label: "Your vote", own: { key: { kind: "choice", choices: [{ text: "True", mistake: null }, { text: "False", mistake: null }], right: 0, why: null, of: null }, tolerance: null, messages: [] } },
  vote: { rounds: 2, counts: "participation" },
  attempts: null,
};

test("a set of checks goes out and comes in the same", () => {
  expect(readCheckSet(checkSetText([one, own]))).toEqual({ ok: true, value: [one, own] });
});

test("what is left out has the usual value", () => {
  const short = JSON.stringify({ format: "factor-ta checks", version: 1, checks: [{ title: "t", exercise: "jpm-regression", question: null }] });
  expect(readCheckSet(short)).toMatchObject({ ok: true, value: [{ attempts: 3, points: 1, minutes: 1440, hints: true, vote: null }] });
});

const set = (change: object) => JSON.stringify({ format: "factor-ta checks", version: 1, checks: [one, { ...one, ...change }] });

test.each([
  ["no JSON", "{", { fault: "not-json", check: null }],
  ["other JSON", '{"a":1}', { fault: "not-a-set", check: null }],
  ["a newer version", JSON.stringify({ format: "factor-ta checks", version: 2, checks: [one] }), { fault: "version", detail: "2" }],
  ["no check", JSON.stringify({ format: "factor-ta checks", version: 1, checks: [] }), { fault: "check", check: null, field: "checks" }],
  ["a wrong type", set({ points: "two" }), { fault: "check", check: 2, field: "points" }],
  ["a misspelled field", set({ atempts: 2 }), { fault: "check", check: 2, field: "atempts" }],
  ["both an exercise and a question", set({ question: own.question }), { fault: "check", check: 2, field: "" }],
  ["a key that is none", set({ exercise: null, question: { ...own.question, own: { key: { kind: "choice", choices: [], right: 0, why: null, of: null }, tolerance: null, messages: [] } } }), { fault: "check", check: 2, field: "question.own.key.choices" }],
  ["a key outside its choices", set({ exercise: null, question: { ...own.question, own: { ...own.question!.own, key: { ...own.question!.own.key, right: 2 } } } }), { fault: "check", check: 2 }],
])("a file with %s is refused, with its place", (_, text, problem) => {
  expect(readCheckSet(text)).toMatchObject({ ok: false, problem: { kind: "bad-set", ...problem } });
});
