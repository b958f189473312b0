import { twinOf } from "../exercises/variants/variant.ts";
import { success } from "../outcome.ts";
import { answerForm, hintReply, workedReply } from "../render/replies/exercise.ts";
import { defineCommand } from "./command.ts";
import { answerOptions, enteredTexts } from "./exercises/answer-options.ts";
import { exerciseWords } from "./exercises/assignment.ts";
import { labelOf, submissionReply } from "./exercises/assignment-replies.ts";
import { markAnswers } from "./exercises/mark-answers.ts";
import { practiceAssignment } from "./exercises/practice-assignment.ts";
import { afterwards, practiceSteps } from "./exercises/practice-steps.ts";
import { withKeysHidden } from "./exercises/hidden-keys.ts";
import { exercise } from "./options/exercise.ts";
import { text, wholeNumber } from "./options/kinds.ts";

/** What the buttons of an exercise call: reached from `/practice` alone. */
const shared = { part: "Exercises", listed: false } as const;

const which = {
  exercise: exercise("The exercise"),
  variant: text("Its variant", 60),
} as const;

export const practiceAnswer = defineCommand({
  ...shared,
  name: "practice answer",
  opensForm: true,
  description: "Opens the form for an exercise",
  options: which,
  run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const { title, exercise: marked, workings } = assignment.value;
    const call = { exercise: options.exercise.id, variant: workings.variant.id };
    return success(
      answerForm(
        { title, quantities: marked.quantities, label: labelOf(assignment.value), variant: workings.variant.id },
        { command: "practice submit", options: call },
      ),
    );
  },
});

export const practiceSubmit = defineCommand({
  ...shared,
  name: "practice submit",
  description: "Marks an answer to an exercise",
  options: { ...which, ...answerOptions },
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
      { right: afterwards(options.exercise.id), wrong: steps, again: steps(0).slice(0, 1) },
      question,
    );
  },
});

export const practiceHint = defineCommand({
  ...shared,
  name: "practice hint",
  description: "The next rung of an exercise's hint",
  options: { ...which, rung: wholeNumber("1 is the first", 1, 3) },
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, words, workings } = assignment.value;
    const { id } = workings.variant;
    const before = await store.value.answers.progress(item, question.asker.id, id);
    const rung = Math.min(options.rung, before.hints + 1);
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

export const practiceTwin = defineCommand({
  ...shared,
  name: "practice twin",
  description: "The same exercise on other data, worked out",
  options: which,
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, workings } = assignment.value;
    const twin = question.workroom.workOut(twinOf(options.exercise.plan, workings.variant));
    if (!twin.ok) return twin;
    const words = exerciseWords(options.exercise, twin.value);
    const steps = practiceSteps(options.exercise.id, workings.variant.id, 0);
    const reply = workedReply(
      {
        title: `${title}: a worked twin`,
        question: words.question,
        solution: words.solution ?? "",
        note: "Now the same steps on your own data.",
        variant: twin.value.variant.id,
      },
      steps.slice(0, 1),
      { fit: twin.value.fit },
    );
    const shown = await withKeysHidden(reply, question);
    if (shown === reply) await store.value.answers.showWorkedExample(item, question.asker.id, workings.variant.id, question.now());
    return success(shown);
  },
});

export const practiceGiveUp = defineCommand({
  ...shared,
  name: "practice giveup",
  description: "The solution of an exercise on your own variant",
  options: which,
  async run({ options, ...question }) {
    const assignment = practiceAssignment(options.exercise, options.variant, question);
    if (!assignment.ok) return assignment;
    const store = await question.store();
    if (!store.ok) return store;
    const { item, title, words, workings } = assignment.value;
    const reply = workedReply(
      {
        title: `${title}: the solution`,
        question: words.question,
        solution: words.solution ?? "",
        note: "It counts as given up, not as wrong. Another variant shows whether it is clear now.",
        variant: workings.variant.id,
      },
      afterwards(options.exercise.id),
      { fit: workings.fit },
    );
    const shown = await withKeysHidden(reply, question);
    if (shown === reply) await store.value.answers.giveUp(item, question.asker.id, workings.variant.id, question.now());
    return success(shown);
  },
});
