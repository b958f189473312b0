import type { Problem } from "../render/problem.ts";
import { askableQuantities } from "../grading/instructor-check.ts";
import type { KeyCorrection } from "../grading/correct-key.ts";
import { attempt, attemptAsync, failure, type Outcome } from "../outcome.ts";
import { figureText } from "../render/figure-text.ts";
import { count } from "../render/numbers.ts";
import { plain } from "../render/plain.ts";
import { regradeReply } from "../render/replies/regrade.ts";
import type { Check, Json } from "../store/records.ts";
import type { AppContext } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { updateResults } from "./checks/update-results.ts";
import { correctionsOf, taskOf, type CheckTask } from "../grading/check-task.ts";
import { gainedBy, regradeAnswers } from "../grading/regrade-answer.ts";
import { choiceQuantityId } from "../grading/choice-question.ts";
import { choicesOf } from "../grading/choices-of.ts";
import { labelsOf } from "./checks/assignment-words.ts";
import { changedKeysWords } from "./checks/changed-keys-words.ts";
import { clearNumber } from "./checks/clear-number.ts";
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { checkOption, confirmOption, findFitting } from "./checks/find-check-here.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { text } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { findQuantity } from "./options/quantity-name.ts";
import { share } from "./options/share.ts";
import { isStanding } from "./checks/check-state.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkRegrade = defineCommand({
  ...sharedFields,
  name: "check regrade",
  description: "Corrects a key or a tolerance and marks all answers again; the better mark is kept",
  options: {
    check: checkOption,
    quantity: optional(text("Which part, where there are several, like beta", 60)),
    key: optional(text("The right key: a number, or another quantity of the list", 60)),
    tolerance: optional(share("How near is right, like 2%", 0.5)),
    reason: withDefault(text("Why, for the record", 300), "corrected"),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check, others } = yield* await findFitting(options.check, { fits: [isStanding], asks: !options.confirm }, question);
      yield* await notHeldElsewhere(check, question, store);
      const task = yield* taskOf(check, question);
      const correction = yield* correctionOf(options, check, task, question);
      const corrections: Json = [...correctionsOf(check.correction).filter(({ quantity }) => quantity !== correction.quantity), correction];
      if (!options.confirm) {
        const gained = yield* await gainedBy({ ...check, correction: corrections }, store, question);
        const dataChange = task.kind === "open" ? null : changedKeysWords(check, labelsOf(task.wording), question);
        const { quantity, key, tolerance, reason } = options;
        const step = {
          label: "Mark them again",
          command: "check regrade",
          options: { quantity: quantity ?? "", key: key ?? "", tolerance: tolerance === null ? "" : `${String(tolerance * 100)}%`, reason: reason === "corrected" ? "" : reason },
        };
        return await askFirst(check, { title: "Mark all answers again?", lines: [...(dataChange === null ? [] : [dataChange]), ...keyChange(check, { ...check, correction: corrections }, correction.quantity, question), `${gained === 1 ? "1 person" : `${count(gained)} people`} would gain, nobody would lose.`], step }, store, others);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      const corrected = yield* await store.checks.correct(check.id, corrections, options.reason, stamp);
      const regradedAnswers = yield* await regradeAnswers(corrected, store, question);
      const regraded = yield* await store.answers.regrade(corrected.id, regradedAnswers, stamp);
      // What the class has read of it is put right too.
      await updateResults(corrected.id, store, question);
      return regradeReply({ title: check.title, check: check.id, ...regraded }, await undoSteps(check, store));
    }),
});

/** "Key: 1.395 → 1.4", where everybody has the same; none where only the tolerance changes. */
function keyChange(before: Check, after: Check, quantity: string, context: AppContext): readonly string[] {
  if (before.variants) return [];
  const [old, corrected] = [before, after].map((check) => keyWords(check, quantity, context));
  return old === null || corrected === null || old === undefined || corrected === undefined || old === corrected ? [] : [`Key: ${plain(old)} → ${plain(corrected)}.`];
}

function keyWords(check: Check, id: string, context: AppContext): string | null {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return null;
  const choices = choicesOf(task.value);
  const right = choices?.find(({ isRight }) => isRight);
  if (right) return `${right.letter} (${right.text})`;
  const quantity = task.value.marked.quantities.find((candidate) => candidate.id === id);
  const [first] = task.value.solvedVariants;
  return quantity?.kind === "number" && first !== undefined ? figureText(quantity.key(first), quantity.unit) : null;
}

interface CorrectionOptions {
  readonly quantity: string | null;
  readonly key: string | null;
  readonly tolerance: number | null;
}

/** What is corrected; an earlier correction of the same part that is not mentioned stays. */
function correctionOf({ quantity, key, tolerance }: CorrectionOptions, check: Check, task: CheckTask, context: AppContext): Outcome<KeyCorrection, Problem> {
  return attempt(function* () {
    const missing = (option: string) => failure({ kind: "missing-option", command: "check regrade", option });
    if (task.kind === "open" || (key === null && tolerance === null)) return yield* missing("key");
    const choices = choicesOf(task);
    if (choices !== null) {
      const right = choices.find(({ letter, text: words }) => [letter, words].some((name) => name.toLowerCase() === key?.trim().toLowerCase()));
      if (right === undefined) return yield* failure({ kind: "not-a-choice", option: "key", text: key ?? "", choices: choices.map(({ letter }) => letter) });
      return { quantity: choiceQuantityId, choice: right.letter };
    }
    const numbers = task.marked.quantities.filter((candidate) => candidate.kind === "number");
    const [only, second] = numbers;
    const part = quantity === null ? (second === undefined ? only : undefined) : (findQuantity(quantity, numbers, context) ?? undefined);
    if (part === undefined) {
      if (quantity === null) return yield* missing("quantity");
      return yield* failure({ kind: "not-a-choice", option: "quantity", text: quantity, choices: numbers.map(({ id }) => id) });
    }
    const earlier = correctionsOf(check.correction).find((one) => one.quantity === part.id);
    const unchanged = { ...earlier, quantity: part.id, ...(tolerance === null ? {} : { tolerance }) };
    if (key === null) return unchanged;
    const other = findQuantity(key, askableQuantities, context);
    if (other) return { ...unchanged, key: { quantity: other.id } };
    return { ...unchanged, key: yield* clearNumber("key", key, part.unit) };
  });
}
