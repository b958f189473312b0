import type { Problem } from "../render/problem.ts";
import { askableQuantities } from "../grading/instructor-check.ts";
import type { KeyCorrection } from "../grading/correct-key.ts";
import { attempt, attemptAsync, failure, type Outcome } from "../outcome.ts";
import { asTyped } from "../render/numbers.ts";
import { regradeReply, unchangedReply } from "../render/replies/regrade.ts";
import type { Json } from "../store/records.ts";
import type { Check } from "../store/check-records.ts";
import type { AppContext } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { refreshMessage } from "./checks/announce.ts";
import { updateResults } from "./checks/update-results.ts";
import { correctionsOf, taskOf, type CheckTask } from "../grading/check-task.ts";
import { regradeAnswers } from "../grading/regrade-answer.ts";
import { choiceQuantityId } from "../grading/choice-question.ts";
import { choicesOf } from "../grading/choices-of.ts";
import { labelsOf } from "./checks/assignment-words.ts";
import { givenReason, noReason } from "./checks/corrections-shown.ts";
import { changedKeysWords } from "./checks/changed-keys-words.ts";
import { keyChanges } from "./checks/key-changes.ts";
import { regradeLines } from "./checks/regrade-lines.ts";
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
    reason: withDefault(text("Why: the class reads it beside the correction", 300), noReason),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check, others } = yield* await findFitting(options.check, { fits: [isStanding], asks: !options.confirm }, question);
      yield* await notHeldElsewhere(check, question, store);
      const task = yield* taskOf(check, question);
      const correction = yield* correctionOf(options, check, task, question);
      const corrections: Json = [...correctionsOf(check.correction).filter(({ quantity }) => quantity !== correction.quantity), correction];
      const same = keyChanges(check, { ...check, correction: corrections }, question).every((change) => change.quantity !== correction.quantity);
      if (same && task.kind !== "open" && changedKeysWords(check, labelsOf(task.wording), question) === null) return unchangedReply(check);
      if (!options.confirm) {
        const lines = yield* await regradeLines(check, { ...check, correction: corrections }, { quantity: correction.quantity, reason: givenReason(options.reason) }, store, question);
        const { quantity, key, tolerance, reason } = options;
        const step = {
          label: "Mark them again",
          command: "check regrade",
          options: { quantity: quantity ?? "", key: key ?? "", tolerance: tolerance === null ? "" : `${asTyped(Number((100 * tolerance).toPrecision(10)))}%`, reason: givenReason(reason) ?? "" },
        };
        return await askFirst(check, { title: "Mark all answers again?", lines, step }, store, others);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      const corrected = yield* await store.checks.correct(check.id, corrections, options.reason, stamp);
      const regradedAnswers = yield* await regradeAnswers(corrected, store, question);
      const regraded = yield* await store.answers.regrade(corrected.id, regradedAnswers, stamp);
      // What the class has read of it is put right too.
      await refreshMessage(corrected, question);
      await updateResults(corrected.id, store, question);
      return regradeReply({ title: check.title, check: check.id, ...regraded }, await undoSteps(check, store));
    }),
});

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
      // How near a choice is has no sense.
      if (key === null) return yield* missing("key");
      const right = choices.find(({ letter, text: words }) => [letter, words].some((name) => name.toLowerCase() === key.trim().toLowerCase()));
      if (right === undefined) return yield* failure({ kind: "not-a-choice", option: "key", text: key, choices: choices.map(({ letter }) => letter) });
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
    const past = earlier?.key === undefined ? {} : { earlier: [...(earlier.earlier ?? []), earlier.key] };
    const other = findQuantity(key, askableQuantities, context);
    if (other) return { ...unchanged, ...past, key: { quantity: other.id } };
    const value = yield* clearNumber("key", key, part.unit);
    // It would be right for nobody but those whose variant has it, and everybody could pass it round.
    if (check.variants) yield* failure({ kind: "one-key-for-variants", part: labelsOf(task.wording)[part.id] ?? part.id, text: key, variants: task.solvedVariants.length });
    return { ...unchanged, ...past, key: value };
  });
}
