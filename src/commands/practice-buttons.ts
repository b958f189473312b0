import { workedExampleVariant } from "../exercises/variants/variant.ts";
import { markAnswers } from "../grading/mark-answers.ts";
import { openHint } from "../grading/open-hint.ts";
import { practiceAssignment } from "../grading/practice-assignment.ts";
import { attemptAsync } from "../outcome.ts";
import { answerForm, hintReply, workedReply } from "../render/replies/exercise.ts";
import { answerOptions, enteredTexts } from "./checks/answer-options.ts";
import { submissionReply } from "./checks/assignment-replies.ts";
import { exerciseWords, labelOf, wordsOf } from "./checks/assignment-words.ts";
import { hideOpenKeys } from "./checks/hide-open-keys.ts";
import { lastTyped } from "./checks/last-typed.ts";
import { finishedSteps, practiceSteps } from "./checks/practice-steps.ts";
import { submittedForm } from "./checks/submitted-form.ts";
import { defineCommand } from "./command.ts";
import { exercise } from "./options/exercise.ts";
import { text, wholeNumber } from "./options/kinds.ts";

/** What the buttons of an exercise call: reached from `/practice` alone. */
const sharedFields = { part: "Exercises", listed: false } as const;

const exerciseOptions = {
  exercise: exercise("The exercise"),
  variant: text("Its variant", 60),
} as const;

export const practiceAnswer = defineCommand({
  ...sharedFields,
  name: "practice answer",
  opensForm: true,
  description: "Opens the form for an exercise",
  options: exerciseOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const assignment = yield* practiceAssignment(options.exercise, options.variant, question);
      const store = yield* await question.store();
      const typed = await lastTyped(assignment, question.asker.id, store);
      const { title, exercise: marked, solvedVariant } = assignment;
      const { id } = solvedVariant.variant;
      return answerForm(
        { title, quantities: marked.quantities, label: labelOf(assignment), variant: id },
        typed,
        { command: "practice submit", options: { exercise: options.exercise.id, variant: id } },
      );
    }),
});

export const practiceSubmit = defineCommand({
  ...sharedFields,
  name: "practice submit",
  description: "Marks an answer to an exercise",
  options: { ...exerciseOptions, ...answerOptions },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const assignment = yield* practiceAssignment(options.exercise, options.variant, question);
      const store = yield* await question.store();
      const texts = enteredTexts(assignment.exercise.quantities, options);
      const submission = yield* await markAnswers(assignment, texts, submittedForm(question), store);
      if (submission.kind === "outdated") throw new Error("practice has no revisions");
      const steps = (hints: number) => practiceSteps(options.exercise.id, options.variant, hints);
      return submissionReply(
        assignment,
        submission,
        { correct: finishedSteps(options.exercise.id), incorrect: steps, retry: steps(0).slice(0, 1) },
        question,
      );
    }),
});

export const practiceHint = defineCommand({
  ...sharedFields,
  name: "practice hint",
  description: "The next rung of an exercise's hint",
  options: { ...exerciseOptions, rung: wholeNumber("1 is the first", 1, 3) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const assignment = yield* practiceAssignment(options.exercise, options.variant, question);
      const store = yield* await question.store();
      const words = wordsOf(assignment);
      const hints = await openHint(assignment, options.rung, { person: question.asker.id, at: question.now() }, store);
      const steps = practiceSteps(options.exercise.id, assignment.solvedVariant.variant.id, hints);
      return hintReply(
        { title: assignment.title, hints: words.hints.slice(0, hints), of: words.hints.length },
        hints < words.hints.length ? steps : steps.filter(({ label }) => label !== "Hint"),
      );
    }),
});

export const practiceWorkedExample = defineCommand({
  ...sharedFields,
  name: "practice twin",
  description: "The same exercise on other data, worked out",
  options: exerciseOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { item, title, solvedVariant } = yield* practiceAssignment(options.exercise, options.variant, question);
      const store = yield* await question.store();
      const workedExample = yield* question.variantCache.solveVariant(workedExampleVariant(options.exercise.plan, solvedVariant.variant));
      const words = exerciseWords(options.exercise, workedExample);
      const steps = practiceSteps(options.exercise.id, solvedVariant.variant.id, 0);
      const reply = workedReply(
        {
          title: `${title}: a worked twin`,
          question: words.question,
          solution: words.solution ?? "",
          note: "Now the same steps on your own data.",
          variant: workedExample.variant.id,
        },
        steps.slice(0, 1),
        { fit: workedExample.fit },
      );
      const shown = await hideOpenKeys(reply, question);
      if (shown === reply) await store.answers.showWorkedExample(item, question.asker.id, solvedVariant.variant.id, question.now());
      return shown;
    }),
});

export const practiceGiveUp = defineCommand({
  ...sharedFields,
  name: "practice giveup",
  description: "The solution of an exercise on your own variant",
  options: exerciseOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { item, title, solvedVariant } = yield* practiceAssignment(options.exercise, options.variant, question);
      const store = yield* await question.store();
      const words = exerciseWords(options.exercise, solvedVariant);
      const reply = workedReply(
        {
          title: `${title}: the solution`,
          question: words.question,
          solution: words.solution ?? "",
          note: "It counts as given up, not as wrong. Another variant shows whether it is clear now.",
          variant: solvedVariant.variant.id,
        },
        finishedSteps(options.exercise.id),
        { fit: solvedVariant.fit },
      );
      const shown = await hideOpenKeys(reply, question);
      if (shown === reply) await store.answers.giveUp(item, question.asker.id, solvedVariant.variant.id, question.now());
      return shown;
    }),
});
