import { dayOfIso } from "../../calendar.ts";
import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { Outcome } from "../../outcome.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import { collisionReport } from "../marking/collision-report.ts";
import { candidateVariants, chapterVariant } from "./variant.ts";
import type { Variant } from "./variant.ts";
import { variantOfCode } from "./variant-code.ts";
import type { SolvedVariant } from "./solved-variant.ts";

type SoundExercise = Pick<ExerciseDefinition, "quantities" | "coincidences" | "plan" | "suits">;
type SolveVariant = (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem>;

/**
 * The solutions of every variant that makes a good question on the loaded data: the engine can solve it, it suits
 * the exercise, its keys pass and no mistake has the value of a key. A check's variants are chosen from these.
 */
export const soundVariants = (exercise: SoundExercise, solveVariant: SolveVariant): readonly SolvedVariant[] => [...eachSoundVariant(exercise, solveVariant)].flatMap((solved) => solved ?? []);

/** The same one by one, null for each candidate that is none, so that others can be answered in between. */
export function* eachSoundVariant(exercise: SoundExercise, solveVariant: SolveVariant): Generator<SolvedVariant | null> {
  for (const candidate of candidateVariants(exercise.plan)) {
    const solved = solveVariant(candidate);
    yield solved.ok && exercise.suits(solved.value) && collisionReport(exercise, solved.value).sound ? solved.value : null;
  }
}

/** The variant of that id, for an answer that comes back to it: the chapter's, a candidate, or that of a code. */
export function findVariant({ plan }: Pick<ExerciseDefinition, "plan">, id: string): Variant | null {
  const chapter = chapterVariant(plan);
  return id === chapter.id ? chapter : (candidateVariants(plan).find((variant) => variant.id === id) ?? variantOfCode(plan, id));
}

/**
 * Whether one variant makes a good question, as a generator that yields between its steps, so that others can be answered
 * in between: all of it takes up to a fifth of a second. The data must cover the window: of two that are cut to the same
 * rows the second would be the first again.
 */
export function* testVariant(exercise: SoundExercise, variant: Variant, solveVariant: SolveVariant): Generator<undefined, SolvedVariant | null> {
  const solved = solveVariant(variant);
  yield;
  if (!solved.ok || !covers(solved.value) || !exercise.suits(solved.value)) return null;
  for (const quantity of exercise.quantities) {
    if (quantity.kind === "choice") continue;
    for (const mistake of quantity.mistakes) {
      mistake.value(solved.value);
      yield;
    }
  }
  return collisionReport(exercise, solved.value).sound ? solved.value : null;
}

/** Days before the first or after the last row that a window may have: weekends and holidays. */
const mostMissingDays = 10;

function covers({ variant: { window }, model }: SolvedVariant): boolean {
  const missing = (from: string | undefined, to: string | undefined): number => (from === undefined || to === undefined ? 0 : dayOfIso(to) - dayOfIso(from));
  return missing(window.from, model.first) <= mostMissingDays && missing(model.last, window.to) <= mostMissingDays;
}
