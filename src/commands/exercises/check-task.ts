import type { Problem } from "../../render/problem.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import { correctKeys, type KeyCorrection } from "../../exercises/instructors/correct-key.ts";
import { instructorCheck, instructorMessage } from "../../exercises/instructors/instructor-check.ts";
import { readCorrections, readStoredQuestion, type StoredQuestion } from "../../exercises/instructors/stored-check.ts";
import type { OpenQuestion } from "../../exercises/open-question.ts";
import { findVariant } from "../../exercises/variants/sound-variants.ts";
import { chapterVariant } from "../../exercises/variants/variant.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check, Json } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { exerciseWords, type Assignment, type AssignmentWords, type MarkableExercise } from "./assignment.ts";
import { assignedVariant } from "./assigned-variant.ts";

/** What a check asks, its corrections applied. */
export type CheckTask =
  | {
      readonly kind: "marked";
      readonly marked: MarkableExercise;
      /** Every variant it is given out with. */
      readonly solvedVariants: readonly SolvedVariant[];
      readonly words: (solvedVariant: SolvedVariant) => AssignmentWords;
      /** Null for an instructor's own question. */
      readonly exercise: Exercise | null;
    }
  | { readonly kind: "open"; readonly open: OpenQuestion };

/** As much of a check as decides what it asks: one that is only being planned has it too. */
export type CheckContent = Pick<Check, "exercise" | "question" | "variants" | "tolerance" | "correction">;

export function taskOf(check: CheckContent, context: AppContext): Outcome<CheckTask, Problem> {
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
  if (!exercise) return failure({ kind: "unknown-exercise", asked: id, nearest: [] });
  const solvedVariants = solvedVariantsOf(check, exercise, context);
  return solvedVariants.ok
    ? success({
        kind: "marked",
        marked: applyCorrections(exercise, check),
        solvedVariants: solvedVariants.value,
        words: (solvedVariant) => exerciseWords(exercise, solvedVariant),
        exercise,
      })
    : solvedVariants;
}

function solvedVariantsOf({ variants }: CheckContent, exercise: Exercise, { variantCache }: AppContext): Outcome<readonly SolvedVariant[], Problem> {
  if (!variants) {
    const chapter = variantCache.solveVariant(chapterVariant(exercise.plan));
    return chapter.ok ? success([chapter.value]) : chapter;
  }
  const sound = variantCache.soundVariants(exercise);
  return sound.length > 0 ? success(sound) : failure({ kind: "no-variant", exercise: exercise.id });
}

function instructorTask(check: CheckContent, { text, label, own }: StoredQuestion, { variantCache }: AppContext): Outcome<CheckTask, Problem> {
  const outcome = instructorCheck(own);
  if (!outcome.ok) return outcome;
  const solvedVariant = variantCache.solveVariant(outcome.value.variant);
  if (!solvedVariant.ok) return solvedVariant;
  const [quantity] = outcome.value.exercise.quantities;
  const words: AssignmentWords = {
    question: text,
    labels: { [quantity?.id ?? ""]: label },
    hints: [],
    solution: null,
    instructorMessage: (diagnoses) => instructorMessage(own, diagnoses),
  };
  return success({
    kind: "marked",
    marked: applyCorrections(outcome.value.exercise, check),
    solvedVariants: [solvedVariant.value],
    words: () => words,
    exercise: null,
  });
}

/** The exercise with the check's own tolerance, and with what was put right since it was posted. */
function applyCorrections<E extends MarkableExercise>(exercise: E, { tolerance, correction }: CheckContent): E {
  const toleranceCorrections =
    tolerance === null ? [] : exercise.quantities.map(({ id }): KeyCorrection => ({ quantity: id, tolerance }));
  return correctKeys(correctKeys(exercise, toleranceCorrections), correctionsOf(correction));
}

/** The corrections of a check that `taskOf` has read. */
export function correctionsOf(correction: Json): readonly KeyCorrection[] {
  const read = readCorrections(correction);
  return read.ok ? read.value : [];
}

/** A check before one person, on the variant that this person has; who answered keeps the one they answered on. */
export async function checkAssignment(
  check: Check,
  task: Extract<CheckTask, { kind: "marked" }>,
  person: string,
  store: Store,
  context: AppContext,
): Promise<Outcome<Assignment, Problem>> {
  const solvedVariant = await solvedVariantFor(check, task, person, store, context);
  return solvedVariant.ok ? success(assignmentOf(check, task, solvedVariant.value)) : solvedVariant;
}

export function assignmentOf(check: Check, { marked, words }: Extract<CheckTask, { kind: "marked" }>, solvedVariant: SolvedVariant): Assignment {
  return {
    item: { kind: "check", check: check.id },
    title: check.title,
    exercise: marked,
    solvedVariant,
    words: words(solvedVariant),
    check,
  };
}

async function solvedVariantFor(
  check: Check,
  task: Extract<CheckTask, { kind: "marked" }>,
  person: string,
  store: Store,
  context: AppContext,
): Promise<Outcome<SolvedVariant, Problem>> {
  const [first] = task.solvedVariants;
  const { exercise } = task;
  if (!check.variants || exercise === null) {
    return first ? success(first) : failure({ kind: "no-variant", exercise: check.exercise ?? check.title });
  }
  const [answered] = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, person);
  const earlier = answered ? solvedVariantOf(answered.variant, task, context) : null;
  if (earlier?.ok) return earlier;
  return assignedVariant(exercise, { person, purpose: `check/${check.id}`, done: new Set() }, store, context);
}

/** The workings of the variant that an answer was given on. */
export function solvedVariantOf(variant: string, { solvedVariants, exercise }: Extract<CheckTask, { kind: "marked" }>, context: AppContext): Outcome<SolvedVariant, Problem> {
  const solved = solvedVariants.find((solvedVariant) => solvedVariant.variant.id === variant);
  if (solved) return success(solved);
  const found = exercise ? findVariant(exercise, variant) : null;
  return found ? context.variantCache.solveVariant(found) : failure({ kind: "no-variant", exercise: exercise?.id ?? variant });
}
