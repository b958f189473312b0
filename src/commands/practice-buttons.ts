import type { Exercise } from "../exercises/exercise.ts";
import type { Assignment } from "../grading/assignment.ts";
import { namesOtherSeries } from "../grading/shares-data.ts";
import { markAnswers, withDiagnosesWithheld } from "../grading/mark-answers.ts";
import { openHint } from "../grading/open-hint.ts";
import { practiceAssignment } from "../grading/practice-assignment.ts";
import { attemptAsync, type Outcome } from "../outcome.ts";
import type { Problem } from "../render/problem.ts";
import { practiceMeaning } from "../render/practice-meaning.ts";
import { answerForm, hintReply, workedReply } from "../render/replies/exercise.ts";
import { withheldWords } from "../render/replies/marking.ts";
import type { OpenCheck } from "./checks/open-checks-of.ts";
import type { Store } from "../store/store.ts";
import { answerOptions, enteredTexts } from "./checks/answer-options.ts";
import { submissionReply } from "./checks/assignment-replies.ts";
import { exerciseWords, labelOf, wordsOf } from "./checks/assignment-words.ts";
import { hideOpenKeys } from "./checks/hide-open-keys.ts";
import { hintsFor } from "./checks/open-hints.ts";
import { formKey, lastTyped } from "./checks/last-typed.ts";
import { finishedSteps, practiceSteps } from "./checks/practice-steps.ts";
import { ownPractice } from "./checks/own-practice.ts";
import { checkOnRows, subjectsOf, waits, withheldNames } from "./checks/practice-waits.ts";
import { submittedForm } from "./checks/submitted-form.ts";
import { defineCommand, type Question } from "./command.ts";
import { practiceAnalyses } from "./practice-analyses.ts";
import { exercise } from "./options/exercise.ts";
import { text, wholeNumber } from "./options/kinds.ts";

/** What the buttons of an exercise call: reached from `/practice` alone. */
const sharedFields = { part: "Exercises", listed: false } as const;

const exerciseOptions = {
  exercise: exercise("The exercise"),
  variant: text("Its variant", 60),
} as const;

/** What comes next for a person, with what they have just done. */
const nextExercise = async (question: Omit<Question<unknown>, "options" | "typed">, store: Store): Promise<Exercise | null> => (await ownPractice(question, store)).plan.today[0] ?? null;

/** An exercise on the variant that a button came from, and the open check that asks about its rows, if there is one. */
const openPractice = (
  { exercise: practised, variant }: { readonly exercise: Exercise; readonly variant: string },
  question: Omit<Question<unknown>, "options" | "typed">,
): Promise<Outcome<{ readonly store: Store; readonly assignment: Assignment; readonly openCheck: OpenCheck | null }, Problem>> =>
  attemptAsync(async function* () {
    const assignment = yield* practiceAssignment(practised, variant, question);
    const store = yield* await question.store();
    return { store, assignment, openCheck: await checkOnRows(assignment.solvedVariant, question, store) };
  });

export const practiceAnswer = defineCommand({
  ...sharedFields,
  name: "practice answer",
  adds: true,
  opensForm: true,
  description: "Opens the form for an exercise",
  options: exerciseOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, assignment, openCheck } = yield* await openPractice(options, question);
      if (openCheck) return waits(assignment.title, options.exercise.id, openCheck);
      const typed = await lastTyped(assignment, question.asker.id, store, question);
      const { title, exercise: marked, solvedVariant } = assignment;
      const { id } = solvedVariant.variant;
      return answerForm(
        { title, question: wordsOf(assignment).question, quantities: marked.quantities, label: labelOf(assignment), variant: id },
        typed,
        { command: "practice submit", options: { exercise: options.exercise.id, variant: id } },
      );
    }),
});

export const practiceSubmit = defineCommand({
  ...sharedFields,
  name: "practice submit",
  adds: true,
  description: "Marks an answer to an exercise",
  options: { ...exerciseOptions, ...answerOptions },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, assignment, openCheck } = yield* await openPractice(options, question);
      if (openCheck) return waits(assignment.title, options.exercise.id, openCheck);
      const texts = enteredTexts(assignment.exercise.quantities, options);
      const submission = yield* await markAnswers(assignment, texts, submittedForm(question), store);
      if (submission.kind === "outdated") throw new Error("practice has no revisions");
      question.unreadableForms.remember(formKey(assignment, question.asker.id), submission.kind === "unreadable" ? texts : null, question.now());
      const steps = (hints: number) => practiceSteps(options.exercise.id, assignment.solvedVariant.variant, hints);
      const withheld = await withheldNames(assignment.solvedVariant, question, store);
      const ended = submission.kind === "marked" && (submission.marking.verdict === "correct" || submission.afterSolution);
      const next = ended ? finishedSteps(await nextExercise(question, store)) : [];
      const marked = submissionReply(
        assignment,
        withheld === null ? submission : withDiagnosesWithheld(submission, withheld.what === "all" ? undefined : namesOtherSeries),
        { correct: next, incorrect: ended ? () => next : steps, retry: steps(0).slice(0, 1) },
        question,
        {
          meaning: withheld?.what === "all" || submission.kind !== "marked" || submission.marking.verdict !== "correct" ? null : await practiceMeaning(options.exercise.id, assignment.solvedVariant, practiceAnalyses(assignment.solvedVariant, question)),
          withheld: withheld === null || submission.kind !== "marked" ? null : withheldWords({ title: withheld.open.check.title, isLate: withheld.open.isLate, until: withheld.open.until, what: withheld.what }, submission.marking),
        },
      );
      // Of its own rows: were it held to be of none, what somebody typed would be compared with the keys of open checks, and a refusal confirm it.
      return { ...marked, result: { ...marked.result, regressions: subjectsOf(assignment.solvedVariant, false) } };
    }),
});

export const practiceHint = defineCommand({
  ...sharedFields,
  name: "practice hint",
  description: "The next hint of an exercise",
  options: { ...exerciseOptions, level: wholeNumber("1 is the first", 1, 3) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, assignment, openCheck } = yield* await openPractice(options, question);
      if (openCheck) return waits(assignment.title, options.exercise.id, openCheck);
      const hints = await openHint(assignment, options.level, { person: question.asker.id, at: question.now() }, store);
      const steps = practiceSteps(options.exercise.id, assignment.solvedVariant.variant, hints);
      const own = await hintsFor(assignment, question.asker.id, store, question.now());
      return hintReply(
        { title: assignment.title, part: own.part, hints: own.hints.slice(0, hints), of: own.hints.length },
        hints < own.hints.length ? steps : steps.filter(({ label }) => label !== "Hint"),
      );
    }),
});

export const practiceGiveUp = defineCommand({
  ...sharedFields,
  name: "practice giveup",
  description: "The solution of an exercise on your own variant",
  options: exerciseOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, assignment, openCheck } = yield* await openPractice(options, question);
      const { item, title, solvedVariant } = assignment;
      if (openCheck) return waits(title, options.exercise.id, openCheck);
      const words = exerciseWords(options.exercise, solvedVariant);
      const reply = workedReply(
        {
          title: `${title}: the solution`,
          question: words.question,
          solution: words.solution ?? "",
          note: "It counts as given up, not as wrong. The same on another variant is due today, to see whether it is clear now.",
          variant: solvedVariant.variant.id,
        },
        [],
        { regressions: subjectsOf(solvedVariant, true) },
      );
      const shown = await hideOpenKeys(reply, question);
      if (shown !== reply) return shown;
      await store.answers.giveUp(item, question.asker.id, solvedVariant.variant.id, question.now());
      return { ...shown, nextSteps: finishedSteps(await nextExercise(question, store)) };
    }),
});
