import { readForm, type ReadForm } from "../exercises/answer/read-answer.ts";
import { markSubmission, type Marking } from "../exercises/marking/mark-submission.ts";
import { recordOf } from "../exercises/marking/part-record.ts";
import { attemptPace } from "../exercises/marking/pace.ts";
import { success, type Outcome } from "../outcome.ts";
import type { AnswerProblem } from "../store/problem.ts";
import type { Answer, RecordResult } from "../store/answer-records.ts";
import type { Store } from "../store/store.ts";
import { shownAt } from "./practice-reviews.ts";
import { withoutDiagnoses } from "./shares-data.ts";
import { hintLevelsOf, type Assignment } from "./assignment.ts";

/** Who handed a form in, where and when, and by which interaction: the same one delivered twice has the same id. */
export interface SubmittedForm {
  readonly person: string;
  /** Null in a direct message. */
  readonly guild: string | null;
  readonly interaction: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of a vote: the round whose button was pressed. */
  readonly round?: number;
}

/** What became of a form: nothing was marked because something can't be read or nothing was entered, or it was marked and is on the disk. */
export type Submission =
  | { readonly kind: "unreadable"; readonly read: ReadForm }
  | {
      readonly kind: "marked";
      readonly marking: Marking;
      readonly attemptsLeft: number | null;
      /** How many hints are open now. */
      readonly hintLevel: number;
      /** The hint level that this answer opened; null where it opened none. */
      readonly openedHintLevel: number | null;
      /** Its author had been shown the solution of this variant. */
      readonly afterSolution: boolean;
      /** What the store has of it: the marking's score, less what the check takes off later attempts. */
      readonly storedScore: number;
      /** The best of this person's that counts, this one among them. */
      readonly bestScore: number;
    }
  /** The key was corrected meanwhile: mark it again. */
  | { readonly kind: "outdated" };

/**
 * Reads a form, marks it and stores it, in this order; resolves only when it is stored. Delivered twice, it is stored
 * once and reported the same.
 *
 * Errors: those of the store, closed, no attempts left, too soon.
 */
export async function markAnswers(
  assignment: Assignment,
  texts: Readonly<Record<string, string>>,
  { person, guild, interaction, at, round }: SubmittedForm,
  store: Store,
): Promise<Outcome<Submission, AnswerProblem>> {
  const { item, exercise, solvedVariant, check } = assignment;
  const read = readForm(exercise.quantities, texts);
  if (read.unreadable.length > 0 || Object.keys(read.answers).length === 0) return success({ kind: "unreadable", read });
  const variant = solvedVariant.variant.id;
  const earlier = await earlierAnswers(store, assignment, person, interaction);
  const progress = await store.answers.progress(item, person, variant);
  const { hints: hintLevel } = progress;
  // In a check nothing is shown before it closes.
  const afterSolution = shownAt(progress) !== null;
  const fingerprints = earlier.map(({ fingerprint }) => fingerprint);
  const marking = markSubmission(exercise, solvedVariant, read.answers, { fingerprints, hintLevel });
  const recorded = await store.answers.record({
    item,
    guild,
    person,
    interaction,
    variant,
    at,
    parts: marking.parts.map(recordOf),
    verdict: marking.verdict,
    score: marking.score,
    fingerprint: marking.fingerprint,
    counts: !afterSolution,
    revision: check?.revision ?? 0,
    pace: attemptPace,
    ...(round === undefined ? {} : { round }),
  });
  if (!recorded.ok) return recorded;
  if (recorded.value.kind === "outdated") return success({ kind: "outdated" });
  const openedHintLevel = await openEarnedHint(recorded.value, marking, assignment, { person, at }, store);
  const { attemptsLeft, answer } = recorded.value;
  const bestScore = Math.max(...[answer, ...earlier].filter(({ attempt }) => attempt !== null).map(({ score }) => score), 0);
  return success({ kind: "marked", marking, storedScore: answer.score, bestScore, attemptsLeft, hintLevel: Math.max(hintLevel, openedHintLevel ?? 0), openedHintLevel, afterSolution });
}

/** The same with no mistake named; `withheld`: with none of these. */
export const withDiagnosesWithheld = <S extends Exclude<Submission, { kind: "outdated" }>>(submission: S, withheld?: (diagnoses: readonly string[]) => boolean): S =>
  submission.kind === "marked" ? { ...submission, marking: withoutDiagnoses(submission.marking, withheld) } : submission;

/** A check is one piece of work; practice begins anew with each variant. The answer of this very interaction is none. */
async function earlierAnswers(
  store: Store,
  { item, solvedVariant }: Assignment,
  person: string,
  interaction: string,
): Promise<readonly Answer[]> {
  const all = await store.answers.ofPersonOnItem(item, person);
  return all.filter(
    (answer) =>
      answer.interaction !== interaction && (item.kind === "check" || answer.variant === solvedVariant.variant.id),
  );
}

/** The hint that a wrong answer earns is opened once it is stored, and only for a new one. */
async function openEarnedHint(
  recorded: RecordResult,
  { hint }: Marking,
  assignment: Assignment,
  { person, at }: { readonly person: string; readonly at: number },
  store: Store,
): Promise<number | null> {
  // A hint that opens by itself says that the answer was wrong.
  if (assignment.check !== null && (!assignment.check.hints || assignment.check.feedback === "after-closing")) return null;
  if (recorded.kind !== "stored" || recorded.isRepeat || hint === null || hint.level > hintLevelsOf(assignment)) return null;
  await store.answers.openHint(assignment.item, person, assignment.solvedVariant.variant.id, hint.level, at);
  return hint.level;
}
