import type { Problem } from "../render/problem.ts";
import { readForm } from "../exercises/answer/read-answer.ts";
import { askableQuantities } from "../exercises/instructors/instructor-check.ts";
import type { KeyCorrection } from "../exercises/instructors/correct-key.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import { doneReply } from "../render/replies/check.ts";
import { regradeReply } from "../render/replies/regrade.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Check } from "../store/records.ts";
import type { RegradedAnswer } from "../store/regrade.ts";
import type { Store } from "../store/store.ts";
import { defineCommand } from "./command.ts";
import { refreshMessage } from "./exercises/announce.ts";
import { correctionsOf, taskOf, type CheckTask } from "./exercises/check-task.ts";
import { findCheck, checkOption } from "./exercises/find-check.ts";
import { regradeAnswer } from "./exercises/regrade-answer.ts";
import { closingTime } from "./options/closing-time.ts";
import { text, wholeNumber } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional, withDefault } from "./options/option.ts";
import { share } from "./options/share.ts";
import type { AppContext } from "./app-context.ts";

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
  async run({ options, ...question }) {
    const { asker, now } = question;
    const store = await question.store();
    if (!store.ok) return store;
    const found = await findCheck(options.check, question.place, store.value);
    if (!found.ok) return found;
    const { closes, student, attempts } = options;
    const stamp = { by: asker.id, at: now() };
    const { id, title } = found.value;
    if (student !== null) {
      const extended = await store.value.checks.extendPerson(id, { person: student, closesAt: closes, attempts, ...stamp });
      if (!extended.ok) return extended;
      const extra = attempts === 0 ? "" : ` and ${String(attempts)} more attempts`;
      return success(doneReply(`More time: ${plain(title)}`, [`<@${student}> has until ${timestamp(closes, "f")}${extra}. Others see nothing of it.`]));
    }
    const extended = await store.value.checks.extend(id, closes, stamp);
    if (!extended.ok) return extended;
    await refreshMessage(extended.value, question);
    return success(doneReply(`More time: ${plain(title)}`, [`The class has until ${timestamp(closes, "f")} (${timestamp(closes)}).`]));
  },
});

export const checkVoid = defineCommand({
  ...sharedFields,
  name: "check void",
  description: "Withdraws a check: full marks for everybody, no more answers",
  options: { check: checkOption },
  async run({ options, ...question }) {
    const store = await question.store();
    if (!store.ok) return store;
    const found = await findCheck(options.check, question.place, store.value);
    if (!found.ok) return found;
    const voided = await store.value.checks.void(found.value.id, { by: question.asker.id, at: question.now() });
    if (!voided.ok) return voided;
    await refreshMessage(voided.value, question);
    return success(doneReply(`Withdrawn: ${plain(voided.value.title)}`, ["Everybody gets full marks in the gradebook, whoever answered or not."]));
  },
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
  async run({ options, ...question }) {
    const store = await question.store();
    if (!store.ok) return store;
    const found = await findCheck(options.check, question.place, store.value);
    if (!found.ok) return found;
    const task = taskOf(found.value, question);
    if (!task.ok) return task;
    const correction = correctionOf(options, found.value, task.value);
    if (!correction.ok) return correction;
    const stamp = { by: question.asker.id, at: question.now() };
    const corrections = [...correctionsOf(found.value.correction).filter(({ quantity }) => quantity !== correction.value.quantity), correction.value];
    const corrected = await store.value.checks.correct(found.value.id, corrections, options.reason, stamp);
    if (!corrected.ok) return corrected;
    const regradedAnswers = await regradeAll(corrected.value, store.value, question);
    if (!regradedAnswers.ok) return regradedAnswers;
    const regraded = await store.value.answers.regrade(corrected.value.id, regradedAnswers.value, stamp);
    if (!regraded.ok) return regraded;
    return success(regradeReply({ title: found.value.title, check: found.value.id, ...regraded.value }));
  },
});

interface CorrectionOptions {
  readonly quantity: string | null;
  readonly key: string | null;
  readonly tolerance: number | null;
}

/** What is put right; an earlier correction of the same part that is not mentioned stays. */
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

async function regradeAll(check: Check, store: Store, context: AppContext): Promise<Outcome<readonly RegradedAnswer[], Problem>> {
  const task = taskOf(check, context);
  if (!task.ok) return task;
  if (task.value.kind === "open") return success([]);
  const answers = await store.answers.ofItem({ kind: "check", check: check.id });
  const regradedAnswers: RegradedAnswer[] = [];
  for (const answer of answers) {
    const regraded = regradeAnswer(answer, task.value, context);
    if (!regraded.ok) return regraded;
    regradedAnswers.push(regraded.value);
  }
  return success(regradedAnswers);
}
