import { checkAssignment } from "../grading/check-assignment.ts";
import { choicesOf } from "../grading/choices-of.ts";
import { taskOf, type CheckTask, type MarkedTask } from "../grading/check-task.ts";
import { hintLevelsOf, type Assignment } from "../grading/assignment.ts";
import { closesFor } from "../grading/find-check.ts";
import { isConcealed } from "../grading/check-feedback.ts";
import { markAnswers, withDiagnosesWithheld } from "../grading/mark-answers.ts";
import { openHint } from "../grading/open-hint.ts";
import { recordOpenAnswer } from "../grading/record-open-answer.ts";
import { namesComparison } from "../grading/shares-data.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import type { Marking } from "../exercises/marking/mark-submission.ts";
import { readBackWords } from "../render/exercise-words.ts";
import { asTyped } from "../render/numbers.ts";
import { escaped, plain } from "../render/plain.ts";
import type { Problem } from "../render/problem.ts";
import { answerForm, hintReply, questionReply } from "../render/replies/exercise.ts";
import { doneReply, keptReply, marksComeWhen } from "../render/replies/check.ts";
import type { Reply } from "../render/reply.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Answer as StoredAnswer, Check } from "../store/records.ts";
import { changeableWords } from "../render/replies/vote.ts";
import { voteStage } from "../check-stage.ts";
import type { AppContext } from "./app-context.ts";
import { answerOptions, enteredTexts } from "./checks/answer-options.ts";
import { submissionReply } from "./checks/assignment-replies.ts";
import { labelOf, labelsOf, wordsOf } from "./checks/assignment-words.ts";
import { dataStep } from "./checks/practice-steps.ts";
import { checkSteps, studentCheckSteps, voteSteps } from "./checks/check-steps.ts";
import { findCheckHere, type FoundCheck } from "./checks/find-check-here.ts";
import { comparedStockAsked, marksWait, openElsewhere } from "./checks/same-data.ts";
import type { OpenCheck } from "./checks/open-checks-of.ts";
import { hintsFor } from "./checks/open-hints.ts";
import { formKey, lastTyped } from "./checks/last-typed.ts";
import { mistakeName } from "./checks/mistake-name.ts";
import { submittedForm } from "./checks/submitted-form.ts";
import { defineCommand, type Question } from "./command.ts";
import { text, wholeNumber } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

/** Of a vote: the round whose button was pressed. */
const roundOption = optional(wholeNumber("1 is the first vote", 1, 2));

/** What the buttons of a check call: for whoever presses them. */
const sharedFields = { part: "Exercises", listed: false } as const;
const checkOptions = { check: text("The check", 20) } as const;

type CheckCall = Omit<Question<unknown>, "options">;

interface OpenedCheck extends FoundCheck {
  readonly task: CheckTask;
  /** An open check of another server that marks would confirm: they wait until that one closes. */
  readonly elsewhere: OpenCheck | null;
}

const openCheck = (id: string, question: CheckCall): Promise<Outcome<OpenedCheck, Problem>> =>
  attemptAsync(async function* () {
    const found = yield* await findCheckHere(id, question);
    const elsewhere = await openElsewhere(found.check, question, found.store);
    const check = elsewhere === null ? found.check : ({ ...found.check, feedback: "after-closing" } as const);
    return { ...found, check, elsewhere, task: yield* taskOf(check, question) };
  });

const assignmentOfCaller = async ({ task, check, store }: OpenedCheck, question: CheckCall): Promise<Outcome<Assignment, Problem>> =>
  task.kind === "marked"
    ? checkAssignment(check, task, question.asker.id, store, question)
    : failure({ kind: "unknown-check", asked: check.id });

export const checkQuestion = defineCommand({
  ...sharedFields,
  name: "check question",
  description: "The question of a check on your own variant",
  options: checkOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openCheck(options.check, question);
      const assignment = yield* await assignmentOfCaller(opened, question);
      const { item, title, exercise, solvedVariant } = assignment;
      const words = wordsOf(assignment);
      const { hints } = await opened.store.answers.progress(item, question.asker.id, solvedVariant.variant.id);
      const own = await hintsFor(assignment, question.asker.id, opened.store, question.now());
      const open = own.hints.slice(0, hints).map((hint) => `**Hint** ${hint}`);
      return questionReply(
        { title, question: words.question, quantities: exercise.quantities, label: labelOf(assignment), variant: solvedVariant.variant.id },
        open,
        [...studentCheckSteps(options.check, hints, opened.check.hints ? words.hints.length : 0), dataStep(solvedVariant.variant)],
      );
    }),
});

export const checkAnswer = defineCommand({
  ...sharedFields,
  name: "check answer",
  adds: true,
  opensForm: true,
  description: "Opens the form of a check",
  options: { ...checkOptions, round: roundOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openCheck(options.check, question);
      // Before the form, not after somebody has filled it in.
      const refused = await opened.store.answers.refusal(opened.check.id, question.asker.id, question.now());
      if (refused) yield* failure(refused);
      const { round } = options;
      if (round !== null) yield* openRound(opened.check, round);
      const submit = { command: "check submit", options: { check: opened.check.id, ...(round === null ? {} : { round: String(round) }) } };
      if (opened.task.kind === "open") {
        const { title } = opened.check;
        const field = { option: "answer1", label: "Your answer", required: true, long: true, maxLength: 2000 };
        const text = escaped(opened.task.open.question);
        return { kind: "form", title, text, fields: [field], submit, result: {} } as const;
      }
      const assignment = yield* await assignmentOfCaller(opened, question);
      const { title, exercise, solvedVariant, check } = assignment;
      const variant = check?.variants ? solvedVariant.variant.id : null;
      const typed = await lastTyped(assignment, question.asker.id, opened.store, question);
      return answerForm({ title, question: wordsOf(assignment).question, quantities: exercise.quantities, label: labelOf(assignment), variant }, typed, submit);
    }),
});

export const checkSubmit = defineCommand({
  ...sharedFields,
  name: "check submit",
  adds: true,
  description: "Marks an answer to a check",
  options: { ...checkOptions, ...answerOptions, round: roundOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      for (;;) {
        const opened = yield* await openCheck(options.check, question);
        const { store, check, task } = opened;
        if (task.kind === "open") {
          const words = options.answer1 ?? "";
          yield* await recordOpenAnswer(words, check, submittedForm(question), store);
          return openAnswerReply(check.title, words);
        }
        const assignment = yield* await assignmentOfCaller(opened, question);
        const texts = enteredTexts(assignment.exercise.quantities, options);
        const round = options.round === null ? {} : { round: options.round };
        const submission = yield* await markAnswers(assignment, texts, { ...submittedForm(question), ...round }, store);
        // The key was corrected between the reading and the storing: what was marked is marked again.
        if (submission.kind === "outdated") continue;
        question.unreadableForms.remember(formKey(assignment, question.asker.id), submission.kind === "unreadable" ? texts : null, question.now());
        const hintLevels = check.hints ? hintLevelsOf(assignment) : 0;
        const steps = (hints: number) => (check.vote === null ? studentCheckSteps(check.id, hints, hintLevels) : voteSteps(check, task));
        const correct = [{ label: "What is next?", command: "progress", options: {} }];
        if (submission.kind === "marked" && isConcealed(check, question.now())) {
          const { attemptsLeft, marking } = submission;
          if (check.vote !== null && opened.elsewhere === null) {
            const kept = changeableWords({ rounds: check.vote.rounds, stage: voteStage(check), until: check.closesAt });
            return doneReply(`${plain(check.title)}: your vote`, [...readBack(assignment, marking), kept], steps(0));
          }
          const waits = opened.elsewhere ?? { check: null, until: check.closesAt };
          return keptReply({ title: check.title, read: readBack(assignment, marking), attemptsLeft, until: waits.until, other: waits.check?.title ?? null }, steps(hintLevels));
        }
        // That an answer is another stock's number would confirm it, where another check asks for that.
        const shown = (await comparedStockAsked(check, question, store)) ? withDiagnosesWithheld(submission, namesComparison) : submission;
        return submissionReply(assignment, shown, { correct, incorrect: steps, retry: steps(hintLevels) }, question);
      }
    }),
});

/** Errors: `vote-over` where another round is open, or none, before somebody fills a form in. */
function openRound(check: Check, round: number): Outcome<null, Problem> {
  const stage = voteStage(check);
  const open = stage === "discussion" ? null : stage === "second" ? 2 : 1;
  return check.vote === null || open === round ? success(null) : failure({ kind: "vote-over", check: check.id, round, stage });
}

/** How each part was read, without its mark. */
const readBack = ({ exercise, ...assignment }: Assignment, { parts }: Marking): readonly string[] =>
  parts.flatMap(({ quantity: id, read }) => {
    const quantity = exercise.quantities.find((candidate) => candidate.id === id);
    return read === null || quantity === undefined ? [] : [`**${escaped(labelOf(assignment)(id))}**: ${readBackWords(read, quantity)}.`];
  });

/** A student's best answer and its marks, once the check has closed. */
export const checkMine = defineCommand({
  ...sharedFields,
  name: "check mine",
  description: "Your own answer to a check, with its marks once they may be read",
  options: checkOptions,
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check, task } = yield* await openCheck(options.check, question);
      const waits = await marksWait(check, question, store);
      const answers = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, question.asker.id);
      const concealed = waits !== null || isConcealed(check, question.now());
      // Which of several is the best is a mark too.
      const best = concealed ? (answers.at(-1) ?? null) : bestOf(answers);
      // The check's message has no more buttons after the class's time: whoever has more of it answers from here.
      const isOpen = (await store.answers.refusal(check.id, question.asker.id, question.now())) === null;
      const until = isOpen ? await closesFor(check, question.asker.id, store) : null;
      const steps = isOpen ? checkSteps(check, task, question) : [];
      const time = !isOpen ? [] : [until === null ? "You can still answer." : `You can still answer, until ${timestamp(until, "f")} (${timestamp(until)}).`];
      if (best === null) return doneReply(`${plain(check.title)}: no answer of yours`, ["You have handed in nothing.", ...time], steps);
      const labels = task.kind === "marked" ? labelsOf(task.wording) : {};
      if (check.vote !== null && task.kind === "marked") {
        const comes = concealed ? `What was right comes ${marksComeWhen({ other: waits?.check.title ?? null, until: waits?.until ?? check.closesAt })}.` : null;
        return doneReply(`${plain(check.title)}: your votes`, [...voteLines(answers, task, check, concealed, question), ...(comes === null ? [] : [comes]), ...time], steps);
      }
      const parts = best.parts.map((part) => `${escaped(labels[part.quantity] ?? "Your answer")}: ${plain(part.text, 200)}${concealed ? "" : ` · ${partVerdicts[part.verdict]}`}`);
      const score = best.score * check.points;
      const points = concealed ? [`Marks come ${marksComeWhen({ other: waits?.check.title ?? null, until: waits?.until ?? null })}.`] : task.kind === "open" ? [] : [`**Score ${asTyped(Math.round(score * 100) / 100)} of ${asTyped(check.points)}**`];
      return doneReply(`${plain(check.title)}: ${answers.length === 1 ? "your answer" : concealed ? "your newest answer" : "your best answer"}`, [...parts, ...points, ...time], steps);
    }),
});

const bestOf = (answers: readonly StoredAnswer[]): StoredAnswer | null =>
  answers.reduce<StoredAnswer | null>((first, answer) => (first === null || answer.score > first.score ? answer : first), null);

/** Each round's vote as it stands, and once it may be read, whether it was right, what it comes from and what it counts. */
function voteLines(answers: readonly StoredAnswer[], task: MarkedTask, check: Check, concealed: boolean, context: AppContext): readonly string[] {
  const choices = choicesOf(task);
  const labels = labelsOf(task.wording);
  const votes = answers.filter(({ attempt }) => attempt !== null).toSorted((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0));
  const lines = votes.flatMap(({ attempt, parts }) =>
    parts.map((part) => {
      const chosen = choices?.find((_, index) => index === part.value);
      const words = chosen === undefined ? `${escaped(labels[part.quantity] ?? "Your vote")}: ${plain(part.text, 200)}` : `**${chosen.letter}** · ${plain(chosen.text, 150)}`;
      const which = check.vote?.rounds === 2 ? `${attempt === 1 ? "First" : "Second"} vote: ` : "";
      const mistake = chosen?.mistake ? `. That is what you get if ${escaped(mistakeName(chosen.mistake, task, context))}` : "";
      return `${which}${words}${concealed ? "" : ` · ${partVerdicts[part.verdict]}${mistake}`}`;
    }),
  );
  if (concealed) return lines;
  const score = Math.max(0, ...answers.map((answer) => answer.score)) * check.points;
  return [...lines, `**Score ${asTyped(Math.round(score * 100) / 100)} of ${asTyped(check.points)}**`];
}

const partVerdicts = { correct: "right", partial: "in part", incorrect: "not right", unmarked: "kept" } as const;

const openAnswerReply = (title: string, words: string): Reply =>
  doneReply(`${plain(title)}: your answer is kept`, [
    "The course staff read it; nobody marks it by number. The model answer comes when they reveal it.",
    `You wrote: ${plain(words, 300)}`,
  ]);

export const checkHint = defineCommand({
  ...sharedFields,
  name: "check hint",
  description: "The next hint of a check",
  options: { ...checkOptions, level: wholeNumber("1 is the first", 1, 3) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openCheck(options.check, question);
      const assignment = yield* await assignmentOfCaller(opened, question);
      const words = wordsOf(assignment);
      if (!opened.check.hints) return doneReply(`${plain(assignment.title)}: no hints`, ["This check has none until it closes."], studentCheckSteps(options.check, 0, 0));
      const hints = await openHint(assignment, options.level, { person: question.asker.id, at: question.now() }, opened.store);
      const own = await hintsFor(assignment, question.asker.id, opened.store, question.now());
      return hintReply(
        { title: assignment.title, part: own.part, hints: own.hints.slice(0, hints), of: own.hints.length },
        studentCheckSteps(options.check, hints, words.hints.length),
      );
    }),
});
