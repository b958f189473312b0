import { expect, test } from "vitest";
import { voteResults } from "../../src/grading/vote-results.ts";
import { choiceQuantity } from "../../src/grading/choice-question.ts";
import type { Answer } from "../../src/store/records.ts";

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
