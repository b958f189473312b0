import { expect, test } from "vitest";
import { readAnswer } from "../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../src/exercises/marking/mark-submission.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { readBackWords } from "../../src/render/exercise-words.ts";
import { exercises, workOut } from "../exercises/load-exercises.ts";

test.each([
  ["more", "more sensitive"],
  ["JPM is more sensitive", "more sensitive"],
  ["WMT is less sensitive", "said of the other stock: this one is more sensitive"],
  ["JPM is less sensitive", "less sensitive"],
  ["WMT is more sensitive", "said of the other stock: this one is less sensitive"],
])("a choice is echoed as it is marked: %s", (text, echoed) => {
  const exercise = exercises.find("jpm-regression")!;
  const quantity = exercise.quantities.find(({ kind }) => kind === "choice")!;
  const [read, solved] = [readAnswer(text, quantity), workOut(chapterVariant(exercise.plan))];
  if (!read.ok || !solved.ok) throw new Error(text);
  const part = markSubmission(exercise, solved.value, { [quantity.id]: read.value }).parts.find(({ quantity: id }) => id === quantity.id);
  expect(readBackWords(read.value, quantity, part?.value)).toBe(`I read "${text}" as ${echoed}`);
  // What is said and what is marked are one.
  expect(/more sensitive$/u.test(echoed)).toBe(part?.verdict === "correct");
});
