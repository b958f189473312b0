import type { Problem } from "../render/problem.ts";
import { readForm } from "../exercises/answer/read-answer.ts";
import { askableQuantities } from "../grading/instructor-check.ts";
import type { KeyCorrection } from "../grading/correct-key.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import { doneReply } from "../render/replies/check.ts";
import { regradeReply } from "../render/replies/regrade.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Check } from "../store/records.ts";
import { defineCommand } from "./command.ts";
import { refreshMessage } from "./checks/announce.ts";
import { correctionsOf, taskOf, type CheckTask } from "../grading/check-task.ts";
import { regradeAnswers } from "../grading/regrade-answer.ts";
import { checkOption, findCheckHere } from "./checks/find-check-here.ts";
import { closingTime } from "./options/closing-time.ts";
import { text, wholeNumber } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional, withDefault } from "./options/option.ts";
import { share } from "./options/share.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkExtend = defineCommand({
  ...sharedFields,
  name: "check extend",
  description: "Another closing time, for the class or for one student",
  options: {
    closes: closingTime("When: 20m, 2h, 3d, or 2026-11-25 14:00 (UTC)"),
    check: checkOption,
    student: optional(mention("user", "For this student alone")),
    attempts: withDefault(wholeNumber("Extra attempts for that student", 0, 20), 0),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const { closes, student, attempts } = options;
      const stamp = { by: question.asker.id, at: question.now() };
      const title = `More time: ${plain(check.title)}`;
      if (student !== null) {
        yield* await store.checks.extendPerson(check.id, { person: student, closesAt: closes, attempts, ...stamp });
        const extra = attempts === 0 ? "" : ` and ${String(attempts)} more attempts`;
        return doneReply(title, [`<@${student}> has until ${timestamp(closes, "f")}${extra}. Others see nothing of it.`]);
      }
      await refreshMessage(yield* await store.checks.extend(check.id, closes, stamp), question);
      return doneReply(title, [`The class has until ${timestamp(closes, "f")} (${timestamp(closes)}).`]);
    }),
});

export const checkVoid = defineCommand({
  ...sharedFields,
  name: "check void",
  description: "Withdraws a check: full marks for everybody, no more answers",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const voided = yield* await store.checks.void(check.id, { by: question.asker.id, at: question.now() });
      await refreshMessage(voided, question);
      return doneReply(`Withdrawn: ${plain(voided.title)}`, ["Everybody gets full marks in the gradebook, whoever answered or not."]);
    }),
});

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
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const correction = yield* correctionOf(options, check, yield* taskOf(check, question));
      const stamp = { by: question.asker.id, at: question.now() };
      const corrections = [...correctionsOf(check.correction).filter(({ quantity }) => quantity !== correction.quantity), correction];
      const corrected = yield* await store.checks.correct(check.id, corrections, options.reason, stamp);
      const regradedAnswers = yield* await regradeAnswers(corrected, store, question);
      const regraded = yield* await store.answers.regrade(corrected.id, regradedAnswers, stamp);
      return regradeReply({ title: check.title, check: check.id, ...regraded });
    }),
});

interface CorrectionOptions {
  readonly quantity: string | null;
  readonly key: string | null;
  readonly tolerance: number | null;
}

/** What is corrected; an earlier correction of the same part that is not mentioned stays. */
function correctionOf({ quantity, key, tolerance }: CorrectionOptions, check: Check, task: CheckTask): Outcome<KeyCorrection, Problem> {
  const missing = (option: string) => failure({ kind: "missing-option", command: "check regrade", option });
  if (task.kind === "open" || (key === null && tolerance === null)) return missing("key");
  const numbers = task.marked.quantities.filter((candidate) => candidate.kind === "number");
  const [only, second] = numbers;
  const part = quantity === null ? (second === undefined ? only : undefined) : numbers.find(({ id }) => id.toLowerCase() === quantity.toLowerCase());
  if (part === undefined) {
    return quantity === null
      ? missing("quantity")
      : failure({ kind: "not-a-choice", option: "quantity", text: quantity, choices: numbers.map(({ id }) => id) });
  }
  const earlier = correctionsOf(check.correction).find((one) => one.quantity === part.id);
  const unchanged = { ...earlier, quantity: part.id, ...(tolerance === null ? {} : { tolerance }) };
  if (key === null) return success(unchanged);
  const other = askableQuantities.find(({ id }) => id.toLowerCase() === key.toLowerCase());
  if (other) return success({ ...unchanged, key: { quantity: other.id } });
  const { answers, unreadable } = readForm([part], { [part.id]: key });
  const read = answers[part.id];
  if (read?.kind === "number") return success({ ...unchanged, key: read.value });
  return failure(unreadable[0]?.problem ?? { kind: "unreadable-option", option: "key", text: key, expected: "number" });
}
