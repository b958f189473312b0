import { readFileSync } from "node:fs";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import type { Marking } from "../../../src/exercises/marking/mark-submission.ts";
import { chapterId, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import { exercises, workOut } from "../load-exercises.ts";
import { isNameless, namesOf } from "./mistake-names.ts";

/** Wrong forms as students make them, computed with pandas: test/golden/wrong-submissions.py. */
export interface WrongSubmission {
  readonly exercise: string;
  readonly variant: string;
  readonly answers: Readonly<Record<string, string>>;
  /** What was done wrong; two ids are two mistakes at once, "none" is an arbitrary slip. */
  readonly mistakes: readonly string[];
  readonly parts: readonly string[];
  readonly note: string;
  /** What gives the same digits in every part: as right. */
  readonly orElse?: readonly (readonly string[])[];
}

/** With what it was named, as far as that was judged to be true. */
export interface JudgedSubmission extends WrongSubmission {
  readonly judged: readonly string[];
}

/**
 * named: every wrong part is named rightly, or rightly left unnamed; among: rightly, beside what has the same number;
 * partly: some wrong parts are, the others are not named; unnamed: none is; misnamed: a part is named, and wrongly.
 */
export type Score = "named" | "among" | "partly" | "unnamed" | "misnamed";

export interface ScoredSubmission {
  readonly submission: WrongSubmission;
  readonly marking: Marking;
  readonly score: Score;
  /** Wrong parts that were taken as right. */
  readonly accepted: readonly string[];
}

export const readSubmissions = (file: string): readonly WrongSubmission[] => JSON.parse(readFileSync(`test/golden/${file}`, "utf8")) as readonly WrongSubmission[];

export function scoreSubmission(submission: WrongSubmission): ScoredSubmission {
  const exercise = exercises.find(submission.exercise);
  if (exercise === null) throw new Error(submission.exercise);
  const variant = submission.variant === chapterId ? chapterVariant(exercise.plan) : findVariant(exercise, submission.variant);
  const workings = variant === null ? null : workOut(variant);
  if (!workings?.ok) throw new Error(submission.variant);
  const form = readForm(exercise.quantities, submission.answers);
  if (form.unreadable.length > 0) throw new Error(`${submission.note} can't be read: ${JSON.stringify(form.unreadable)}`);
  const marking = markSubmission(exercise, workings.value, form.answers);
  const scores = marking.parts.filter(({ quantity }) => submission.parts.includes(quantity)).map((part) => scorePart(part, submission));
  return {
    submission,
    marking,
    score: overall(scores),
    accepted: marking.parts.filter(({ quantity, verdict }) => submission.parts.includes(quantity) && (verdict === "correct" || verdict === "alternative-convention")).map(({ quantity }) => quantity),
  };
}

type PartScore = "right" | "among" | "unnamed" | "wrong";

function scorePart({ verdict, alternatives, diagnoses }: Marking["parts"][number], { mistakes, orElse = [] }: WrongSubmission): PartScore {
  const truths = [mistakes, ...orElse];
  const isTrue = (ids: readonly string[]): boolean => ids.every((id) => truths.some((truth) => isBothAtOnce(id, truth) || truth.some((name) => namesOf(name).includes(id))));
  const isNamed = verdict === "mistake" || verdict === "slip";
  if (mistakes.includes("none")) return isNamed && !alternatives.some(isTrue) ? "wrong" : "right";
  if (verdict === "wrong-choice" || verdict === "error-carried-forward") return "right";
  if (verdict === "alternative-convention") return isTrue(diagnoses) ? "right" : "wrong";
  if (!isNamed) return mistakes.some(isNameless) ? "right" : "unnamed";
  const right = alternatives.filter(isTrue);
  return right.length === 0 ? "wrong" : right.length < alternatives.length ? "among" : "right";
}

/** One of our names for two of theirs. */
const isBothAtOnce = (id: string, truth: readonly string[]): boolean => id === "other-reversed" && truth.includes("reversed-regression") && truth.includes("other-ticker");

function overall(scores: readonly PartScore[]): Score {
  if (scores.includes("wrong")) return "misnamed";
  if (scores.every((score) => score === "unnamed")) return "unnamed";
  if (scores.includes("unnamed")) return "partly";
  return scores.includes("among") ? "among" : "named";
}
