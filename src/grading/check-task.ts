import type { Exercise } from "../exercises/exercise.ts";
import type { OpenQuestion } from "../exercises/open-question.ts";
import type { NumberQuantity } from "../exercises/quantities/quantity.ts";
import { findVariant } from "../exercises/variants/sound-variants.ts";
import { variantOfCode } from "../exercises/variants/variant-code.ts";
import { chapterVariant } from "../exercises/variants/variant.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { attempt, failure, success, type Outcome } from "../outcome.ts";
import type { Json } from "../store/records.ts";
import type { Check } from "../store/check-records.ts";
import type { MarkableExercise, Wording } from "./assignment.ts";
import { correctKeys, type KeyCorrection } from "./correct-key.ts";
import type { GradingContext } from "./grading-context.ts";
import { instructorCheck } from "./instructor-check.ts";
import { withNamedMistakes } from "./named-mistakes.ts";
import type { TaskProblem, VariantProblem } from "./problem.ts";
import { readPostedKeys, withPostedKeys } from "./posted-keys.ts";
import { readCorrections, readStoredQuestion, type StoredQuestion } from "./stored-check.ts";

/** What a check asks, its corrections applied. */
export type CheckTask = MarkedTask | { readonly kind: "open"; readonly open: OpenQuestion };

/** A check that is marked by number or choice. */
export interface MarkedTask {
  readonly kind: "marked";
  readonly marked: MarkableExercise;
  /** Every variant that it is handed out with. */
  readonly solvedVariants: readonly SolvedVariant[];
  readonly wording: Wording;
  /** Numbers that the key gives away besides those that are asked for. */
  readonly numbersBehind: readonly NumberQuantity[];
}

/** As much of a check as decides what it asks: one that is only being planned has it too. */
export type CheckContent = Pick<Check, "exercise" | "question" | "variants" | "tolerance" | "correction" | "namedMistakes"> & Partial<Pick<Check, "postedKeys">> & {
  /** The codes that its variants are dealt from; left out or null: those by decades, which earlier versions dealt. */
  readonly dealt?: readonly string[] | null;
};

type TaskContext = Pick<GradingContext, "exercises" | "variantCache">;

export function taskOf(check: CheckContent, context: TaskContext): Outcome<CheckTask, TaskProblem> {
  const corrections = readCorrections(check.correction);
  if (!corrections.ok) return corrections;
  if (check.question !== null) {
    const question = readStoredQuestion(check.question);
    return question.ok ? instructorTask(check, question.value, context) : question;
  }
  const id = check.exercise ?? "";
  const open = context.exercises.findOpen(id);
  if (open) return success({ kind: "open", open });
  const exercise = context.exercises.find(id);
  return exercise ? exerciseTask(check, exercise, context) : failure({ kind: "unknown-exercise", asked: id, nearest: [] });
}

function exerciseTask(check: CheckContent, exercise: Exercise, context: TaskContext): Outcome<CheckTask, TaskProblem> {
  return attempt(function* () {
    const solvedVariants = yield* solvedVariantsOf(check, exercise, context);
    const posted = readPostedKeys(check.postedKeys ?? null);
    const asPosted = withPostedKeys(exercise, posted, exercise.plan);
    return { kind: "marked", marked: applyCorrections(asPosted, check), solvedVariants, wording: { kind: "exercise", exercise: asPosted }, numbersBehind: [] } as const;
  });
}

function solvedVariantsOf(
  { variants, postedKeys = null, dealt = null }: CheckContent,
  exercise: Exercise,
  { variantCache }: TaskContext,
): Outcome<readonly SolvedVariant[], VariantProblem> {
  if (!variants) {
    const chapter = variantCache.solveVariant(chapterVariant(exercise.plan));
    return chapter.ok ? success([chapter.value]) : chapter;
  }
  // Nobody gets another variant where the data have changed since.
  const posted = Object.keys(readPostedKeys(postedKeys) ?? {}).flatMap((id) => {
    const variant = findVariant(exercise, id);
    const solved = variant === null ? null : variantCache.solveVariant(variant);
    return solved?.ok ? [solved.value] : [];
  });
  const sound = posted.length > 0 ? posted : dealt !== null ? dealtVariants(dealt, exercise, variantCache) : variantCache.soundVariants(exercise);
  return sound.length > 0 ? success(sound) : failure({ kind: "no-variant", exercise: exercise.id });
}

/** Solved, those that the data still have: they were tested when the check was posted. */
const dealtVariants = (codes: readonly string[], { plan }: Exercise, cache: TaskContext["variantCache"]): readonly SolvedVariant[] =>
  codes.flatMap((code) => {
    const variant = variantOfCode(plan, code);
    const solved = variant === null ? null : cache.solveVariant(variant);
    return solved?.ok ? [solved.value] : [];
  });

function instructorTask(check: CheckContent, question: StoredQuestion, { variantCache }: TaskContext): Outcome<CheckTask, TaskProblem> {
  return attempt(function* () {
    const { exercise, variant, numbersBehind } = yield* instructorCheck(question.own);
    const solvedVariant = yield* variantCache.solveVariant(variant);
    return {
      kind: "marked",
      marked: applyCorrections(withPostedKeys(exercise, readPostedKeys(check.postedKeys ?? null)), check),
      solvedVariants: [solvedVariant],
      wording: { kind: "instructor", question, quantity: exercise.quantities[0]?.id ?? "" },
      numbersBehind,
    } as const;
  });
}

/** The exercise with the check's own tolerance, and with what was corrected since it was posted. */
function applyCorrections<E extends MarkableExercise>(exercise: E, { tolerance, correction, namedMistakes }: CheckContent): E {
  const toleranceCorrections =
    tolerance === null ? [] : exercise.quantities.map(({ id }): KeyCorrection => ({ quantity: id, tolerance }));
  return withNamedMistakes(correctKeys(correctKeys(exercise, toleranceCorrections), correctionsOf(correction)), namedMistakes);
}

/** The corrections of a check that `taskOf` has read. */
export function correctionsOf(correction: Json): readonly KeyCorrection[] {
  const read = readCorrections(correction);
  return read.ok ? read.value : [];
}
