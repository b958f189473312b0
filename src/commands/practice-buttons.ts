import { workedExampleVariant } from "../exercises/variants/variant.ts";
import { success } from "../outcome.ts";
import { answerForm, hintReply, workedReply } from "../render/replies/exercise.ts";
import { defineCommand } from "./command.ts";
import { answerOptions, enteredTexts } from "./exercises/answer-options.ts";
import { exerciseWords } from "./exercises/assignment.ts";
import { labelOf, submissionReply } from "./exercises/assignment-replies.ts";
import { markAnswers } from "./exercises/mark-answers.ts";
import { practiceAssignment } from "./exercises/practice-assignment.ts";
import { finishedSteps, practiceSteps } from "./exercises/practice-steps.ts";
import { hideOpenKeys } from "./exercises/hide-open-keys.ts";
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
  run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const { title, exercise: marked, solvedVariant } = assignment.value;
    const call = { exercise: options.exercise.id, variant: solvedVariant.variant.id };
    return success(
      answerForm(
        { title, quantities: marked.quantities, label: labelOf(assignment.value), variant: solvedVariant.variant.id },
        { command: "practice submit", options: call },
      ),
    );
  },
});

export const practiceSubmit = defineCommand({
  ...sharedFields,
  name: "practice submit",
  description: "Marks an answer to an exercise",
  options: { ...exerciseOptions, ...answerOptions },
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const texts = enteredTexts(assignment.value.exercise.quantities, options);
    const submission = await markAnswers(assignment.value, texts, question, question.now(), store.value);
    if (!submission.ok) return submission;
    if (submission.value.kind === "outdated") throw new Error("practice has no revisions");
    const steps = (hints: number) => practiceSteps(options.exercise.id, options.variant, hints);
    return submissionReply(
      assignment.value,
      submission.value,
      { correct: finishedSteps(options.exercise.id), incorrect: steps, retry: steps(0).slice(0, 1) },
      question,
    );
  },
});

export const practiceHint = defineCommand({
  ...sharedFields,
  name: "practice hint",
  description: "The next rung of an exercise's hint",
  options: { ...exerciseOptions, rung: wholeNumber("1 is the first", 1, 3) },
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, words, solvedVariant } = assignment.value;
    const { id } = solvedVariant.variant;
    const progressBefore = await store.value.answers.progress(item, question.asker.id, id);
    const rung = Math.min(options.rung, progressBefore.hints + 1);
    const { hints } = await store.value.answers.openHint(item, question.asker.id, id, rung, question.now());
    const steps = practiceSteps(options.exercise.id, id, hints);
    return success(
      hintReply(
        { title, hints: words.hints.slice(0, hints), of: words.hints.length },
        hints < words.hints.length ? steps : steps.filter(({ label }) => label !== "Hint"),
      ),
    );
  },
});

export const practiceWorkedExample = defineCommand({
  ...sharedFields,
  name: "practice twin",
  description: "The same exercise on other data, worked out",
  options: exerciseOptions,
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, solvedVariant } = assignment.value;
    const workedExample = question.variantCache.solveVariant(workedExampleVariant(options.exercise.plan, solvedVariant.variant));
    if (!workedExample.ok) return workedExample;
    const words = exerciseWords(options.exercise, workedExample.value);
    const steps = practiceSteps(options.exercise.id, solvedVariant.variant.id, 0);
    const reply = workedReply(
      {
        title: `${title}: a worked twin`,
        question: words.question,
        solution: words.solution ?? "",
        note: "Now the same steps on your own data.",
        variant: workedExample.value.variant.id,
      },
      steps.slice(0, 1),
      { fit: workedExample.value.fit },
    );
    const shown = await hideOpenKeys(reply, question);
    if (shown === reply) await store.value.answers.showWorkedExample(item, question.asker.id, solvedVariant.variant.id, question.now());
    return success(shown);
  },
});

export const practiceGiveUp = defineCommand({
  ...sharedFields,
  name: "practice giveup",
  description: "The solution of an exercise on your own variant",
  options: exerciseOptions,
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, words, solvedVariant } = assignment.value;
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
    if (shown === reply) await store.value.answers.giveUp(item, question.asker.id, solvedVariant.variant.id, question.now());
    return success(shown);
  },
});
