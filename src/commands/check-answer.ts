import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { answerForm, hintReply, questionReply } from "../render/replies/exercise.ts";
import { doneReply } from "../render/replies/check.ts";
import { plain } from "../render/plain.ts";
import type { Check } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { defineCommand, type Question } from "./command.ts";
import { answerOptions, enteredTexts } from "./exercises/answer-options.ts";
import type { Assignment } from "./exercises/assignment.ts";
import { labelOf, submissionReply } from "./exercises/assignment-replies.ts";
import { studentCheckSteps } from "./exercises/check-steps.ts";
import { checkAssignment, taskOf, type CheckTask } from "./exercises/check-task.ts";
import { findCheck } from "./exercises/find-check.ts";
import { markAnswers } from "./exercises/mark-answers.ts";
import { text, wholeNumber } from "./options/kinds.ts";

/** What the buttons of a check call: for whoever presses them. */
const sharedFields = { part: "Exercises", listed: false } as const;
const checkOptions = { check: text("The check", 20) } as const;

type CheckCall = Omit<Question<unknown>, "options">;

interface OpenedCheck {
  readonly store: Store;
  readonly check: Check;
  readonly task: CheckTask;
}

async function openCheck(id: string, question: CheckCall): Promise<Outcome<OpenedCheck, Problem>> {
  const store = await question.store();
  if (!store.ok) return store;
  const check = await findCheck(id, question.place, store.value);
  if (!check.ok) return check;
  const task = taskOf(check.value, question);
  return task.ok ? success({ store: store.value, check: check.value, task: task.value }) : task;
}

const assignmentOfCaller = async ({ task, check, store }: OpenedCheck, question: CheckCall): Promise<Outcome<Assignment, Problem>> =>
  task.kind === "marked"
    ? checkAssignment(check, task, question.asker.id, store, question)
    : failure({ kind: "unknown-check", asked: check.id });

export const checkQuestion = defineCommand({
  ...sharedFields,
  name: "check question",
  description: "The question of a check on your own variant",
  options: checkOptions,
  async run({ options, ...question }) {
    const opened = await openCheck(options.check, question);
    if (!opened.ok) return opened;
    const assignment = await assignmentOfCaller(opened.value, question);
    if (!assignment.ok) return assignment;
    const { item, title, words, exercise, solvedVariant } = assignment.value;
    const { hints } = await opened.value.store.answers.progress(item, question.asker.id, solvedVariant.variant.id);
    const open = words.hints.slice(0, hints).map((hint) => `**Hint** ${hint}`);
    return success(
      questionReply(
        { title, question: words.question, quantities: exercise.quantities, label: labelOf(assignment.value), variant: solvedVariant.variant.id },
        open,
        studentCheckSteps(options.check, hints, words.hints.length),
      ),
    );
  },
});

export const checkAnswer = defineCommand({
  ...sharedFields,
  name: "check answer",
  opensForm: true,
  description: "Opens the form of a check",
  options: checkOptions,
  async run({ options, ...question }) {
    const opened = await openCheck(options.check, question);
    if (!opened.ok) return opened;
    const submit = { command: "check submit", options: { check: opened.value.check.id } };
    if (opened.value.task.kind === "open") {
      const { title } = opened.value.check;
      const field = { option: "answer1", label: "Your answer", required: true, long: true, maxLength: 2000 };
      return success({ kind: "form", title, fields: [field], submit, result: {} });
    }
    const assignment = await assignmentOfCaller(opened.value, question);
    if (!assignment.ok) return assignment;
    const { title, exercise, solvedVariant, check } = assignment.value;
    const variant = check?.variants ? solvedVariant.variant.id : null;
    return success(answerForm({ title, quantities: exercise.quantities, label: labelOf(assignment.value), variant }, submit));
  },
});

export const checkSubmit = defineCommand({
  ...sharedFields,
  name: "check submit",
  description: "Marks an answer to a check",
  options: { ...checkOptions, ...answerOptions },
  async run({ options, ...question }) {
    for (;;) {
      const opened = await openCheck(options.check, question);
      if (!opened.ok) return opened;
      const { store, check, task } = opened.value;
      if (task.kind === "open") return storeOpenAnswer(options.answer1 ?? "", check, store, question);
      const assignment = await assignmentOfCaller(opened.value, question);
      if (!assignment.ok) return assignment;
      const texts = enteredTexts(assignment.value.exercise.quantities, options);
      const submission = await markAnswers(assignment.value, texts, question, question.now(), store);
      if (!submission.ok) return submission;
      // The key was corrected between the reading and the storing: what was marked is marked again.
      if (submission.value.kind === "outdated") continue;
      const hintLevels = assignment.value.words.hints.length;
      const steps = (hints: number) => studentCheckSteps(check.id, hints, hintLevels);
      return submissionReply(
        assignment.value,
        submission.value,
        { correct: [{ label: "What is next?", command: "progress", options: {} }], incorrect: steps, retry: steps(hintLevels) },
        question,
      );
    }
  },
});

/** An open question's answer is kept as it is written; nobody marks it, and handing it in gives its points. */
async function storeOpenAnswer(words: string, check: Check, store: Store, { asker, place, id, now }: CheckCall) {
  if (words.trim() === "") return failure({ kind: "unreadable-answer", text: "", reason: "empty", choices: [] });
  const recorded = await store.answers.record({
    item: { kind: "check", check: check.id },
    guild: place.guildId,
    person: asker.id,
    interaction: id,
    variant: "open",
    at: now(),
    parts: [{ quantity: "text", text: words.trim(), value: null, expected: null, verdict: "unmarked", diagnoses: [] }],
    verdict: "unmarked",
    score: 1,
    fingerprint: words.trim().toLowerCase().replaceAll(/\s+/gu, " "),
    counts: true,
    revision: check.revision,
    pace: null,
  });
  if (!recorded.ok) return recorded;
  return success(
    doneReply(`${plain(check.title)}: your answer is kept`, [
      "The course staff read it; nobody marks it by number. The model answer comes when they reveal it.",
      `You wrote: ${plain(words, 300)}`,
    ]),
  );
}

export const checkHint = defineCommand({
  ...sharedFields,
  name: "check hint",
  description: "The next rung of a check's hint",
  options: { ...checkOptions, rung: wholeNumber("1 is the first", 1, 3) },
  async run({ options, ...question }) {
    const opened = await openCheck(options.check, question);
    if (!opened.ok) return opened;
    const assignment = await assignmentOfCaller(opened.value, question);
    if (!assignment.ok) return assignment;
    const { item, title, words, solvedVariant } = assignment.value;
    const { answers } = opened.value.store;
    const progressBefore = await answers.progress(item, question.asker.id, solvedVariant.variant.id);
    const rung = Math.min(options.rung, progressBefore.hints + 1, words.hints.length);
    const { hints } = await answers.openHint(item, question.asker.id, solvedVariant.variant.id, rung, question.now());
    return success(
      hintReply({ title, hints: words.hints.slice(0, hints), of: words.hints.length }, studentCheckSteps(options.check, hints, words.hints.length)),
    );
  },
});
