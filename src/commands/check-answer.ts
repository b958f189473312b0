import { hintLevelsOf, type Assignment } from "../grading/assignment.ts";
import { isConcealed } from "../grading/check-feedback.ts";
import { closesFor } from "../grading/find-check.ts";
import { markAnswers, withDiagnosesWithheld } from "../grading/mark-answers.ts";
import { recordOpenAnswer } from "../grading/record-open-answer.ts";
import { namesOtherSeries } from "../grading/shares-data.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import type { Marking } from "../exercises/marking/mark-submission.ts";
import { readBackWords } from "../render/exercise-words.ts";
import { escaped, plain } from "../render/plain.ts";
import type { Problem } from "../render/problem.ts";
import { answerForm, questionReply } from "../render/replies/exercise.ts";
import { doneReply, keptReply } from "../render/replies/check.ts";
import { withheldWords } from "../render/replies/marking.ts";
import type { Reply } from "../render/reply.ts";
import type { Check } from "../store/check-records.ts";
import { correctionLines, type ShownCorrection } from "../render/replies/correction-words.ts";
import { changeableWords } from "../render/replies/vote.ts";
import { voteStage } from "../check-stage.ts";
import { answerOptions, enteredTexts } from "./checks/answer-options.ts";
import { submissionReply } from "./checks/assignment-replies.ts";
import { labelOf, wordsOf } from "./checks/assignment-words.ts";
import { dataStep } from "./checks/practice-steps.ts";
import { ownCheckSteps, studentCheckSteps, voteSteps } from "./checks/check-steps.ts";
import { comparedStockAsked } from "./checks/same-data.ts";
import { standingCorrections, withoutKeys } from "./checks/corrections-shown.ts";
import { hintsFor } from "./checks/open-hints.ts";
import { formKey, lastTyped } from "./checks/last-typed.ts";
import { submittedForm } from "./checks/submitted-form.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { wholeNumber } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { assignmentOfCaller, checkButton, checkOption, openCheck, type OpenedCheck } from "./checks/pressed-check.ts";

/** Of a vote: the round whose button was pressed. */
const roundOption = optional(wholeNumber("1 is the first vote", 1, 2));

export const checkQuestion = defineCommand({
  ...checkButton,
  name: "check question",
  description: "The question of a check on your own variant",
  options: checkOption,
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
        { title, question: words.question, quantities: exercise.quantities, label: labelOf(assignment), variant: opened.check.variants ? solvedVariant.variant.id : null },
        open,
        [...(await ownCheckSteps(opened, { hints, of: opened.check.hints ? words.hints.length : 0 }, question)), dataStep(solvedVariant.variant)],
      );
    }),
});

export const checkAnswer = defineCommand({
  ...checkButton,
  name: "check answer",
  adds: true,
  opensForm: true,
  description: "Opens the form of a check",
  options: { ...checkOption, round: roundOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openCheck(options.check, question);
      const corrected = opened.task.kind === "open" || (await isConcealed(opened.check, question.asker.id, opened.store, question.now())) ? null : await correctedSince(opened, question);
      if (corrected?.isRight) return rightNowReply(opened.check, corrected);
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
      const note = corrected === null ? "" : correctionLines(corrected.corrections, false).map((line) => `-# ${line}\n`).join("");
      return answerForm({ title, question: `${note}${wordsOf(assignment).question}`, quantities: exercise.quantities, label: labelOf(assignment), variant }, typed, submit);
    }),
});

interface CorrectedSince {
  readonly corrections: readonly ShownCorrection[];
  /** Whether an answer that was not fully right before is so now. */
  readonly isRight: boolean;
  /** What was typed in it. */
  readonly typed: string;
}

/** What was corrected since somebody's newest answer, and what that made of their answers; null where nothing was, or they have none. Of a vote, which is cast anew, nothing is told. */
async function correctedSince({ store, check, task }: OpenedCheck, question: AppContext & Caller): Promise<CorrectedSince | null> {
  const answers = check.vote === null ? await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, question.asker.id) : [];
  const newest = Math.max(...answers.map(({ at }) => at));
  const corrections = withoutKeys(await standingCorrections(check, store, question), task).filter(({ at }) => at > newest);
  if (answers.length === 0 || corrections.length === 0) return null;
  const right = answers.find(({ verdict, original, parts }) => verdict === "correct" && original !== null && original.verdict !== "correct" && parts.every((part) => part.verdict === "correct"));
  return { corrections, isRight: right !== undefined, typed: (right?.parts ?? []).map(({ text }) => text).filter((text) => text !== "").join(", ") };
}

/** In place of a form: there is nothing to try any more. */
function rightNowReply({ id, title }: Check, { corrections, typed }: CorrectedSince): Reply {
  const what = typed === "" ? "Your answer is right now, without another attempt." : `You answered ${plain(typed, 200)}: that is right now, without another attempt.`;
  return doneReply(`${plain(title)}: right now`, [what, ...correctionLines(corrections, false)], [{ label: "My answer", command: "check mine", options: { check: id } }]);
}

export const checkSubmit = defineCommand({
  ...checkButton,
  name: "check submit",
  adds: true,
  description: "Marks an answer to a check",
  options: { ...checkOption, ...answerOptions, round: roundOption },
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
        // Of who has more time than the class: with full marks they have finished, and what waited for them is due.
        if (submission.kind === "marked" && submission.marking.verdict === "correct" && check.closedAt !== null) await store.posts.scheduleUpdate(check.id, question.now());
        question.unreadableForms.remember(formKey(assignment, question.asker.id), submission.kind === "unreadable" ? texts : null, question.now());
        const hintLevels = check.hints ? hintLevelsOf(assignment) : 0;
        const steps = (hints: number) => (check.vote === null ? studentCheckSteps(check.id, hints, hintLevels) : voteSteps(check, task));
        const correct = [{ label: "What is next?", command: "progress", options: {} }];
        if (submission.kind === "marked" && (await isConcealed(check, question.asker.id, store, question.now()))) {
          const { attemptsLeft, marking } = submission;
          if (check.vote !== null && opened.elsewhere === null) {
            const kept = changeableWords({ rounds: check.vote.rounds, stage: voteStage(check), until: check.closesAt });
            return doneReply(`${plain(check.title)}: your vote`, [...readBack(assignment, marking), kept], steps(0));
          }
          const waits = opened.elsewhere ?? { check: null, until: await closesFor(check, question.asker.id, store) };
          return keptReply({ title: check.title, read: readBack(assignment, marking), attemptsLeft, until: waits.until, other: waits.check?.title ?? null }, attemptsLeft === 0 ? [] : steps(hintLevels));
        }
        // That an answer is another stock's number would confirm it, where another check asks for that.
        const other = await comparedStockAsked(check, question, store);
        const withheld = other === null || submission.kind !== "marked" ? null : withheldWords({ title: other.check.title, isLate: other.isLate, until: other.until, what: "of-other-series" }, submission.marking);
        const shown = other === null ? submission : withDiagnosesWithheld(submission, namesOtherSeries);
        return submissionReply(assignment, shown, { correct, incorrect: steps, retry: steps(hintLevels) }, question, { withheld });
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
  parts.flatMap(({ quantity: id, read, value }) => {
    const quantity = exercise.quantities.find((candidate) => candidate.id === id);
    return read === null || quantity === undefined ? [] : [`**${escaped(labelOf(assignment)(id))}**: ${readBackWords(read, quantity, value)}.`];
  });

const openAnswerReply = (title: string, words: string): Reply =>
  doneReply(`${plain(title)}: your answer is kept`, [
    "The course staff read it; nobody marks it by number. The model answer comes when they reveal it.",
    `You wrote: ${plain(words, 300)}`,
  ]);
