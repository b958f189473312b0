import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { Outcome } from "../../outcome.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import { collisionReport } from "../marking/collision-report.ts";
import { candidateVariants, chapterVariant } from "./variant.ts";
import type { Variant } from "./variant.ts";
import type { SolvedVariant } from "./solved-variant.ts";

type SoundExercise = Pick<ExerciseDefinition, "quantities" | "coincidences" | "plan" | "suits">;
type SolveVariant = (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem>;

/**
 * The solutions of every variant that makes a good question on the loaded data: the engine can solve it, it suits
 * the exercise, its keys pass and no mistake has the value of a key. Students' own variants are chosen from these.
 */
export const soundVariants = (exercise: SoundExercise, solveVariant: SolveVariant): readonly SolvedVariant[] => [...eachSoundVariant(exercise, solveVariant)].flatMap((solved) => solved ?? []);

/** The same one by one, null for each candidate that is none, so that others can be answered in between. */
export function* eachSoundVariant(exercise: SoundExercise, solveVariant: SolveVariant): Generator<SolvedVariant | null> {
  for (const candidate of candidateVariants(exercise.plan)) {
    const solved = solveVariant(candidate);
    yield solved.ok && exercise.suits(solved.value) && collisionReport(exercise, solved.value).sound ? solved.value : null;
  }
}

/** The variant of that id, for an answer that comes back to it: the chapter's, or a candidate. */
export function findVariant({ plan }: Pick<ExerciseDefinition, "plan">, id: string): Variant | null {
  const chapter = chapterVariant(plan);
  return id === chapter.id ? chapter : (candidateVariants(plan).find((variant) => variant.id === id) ?? null);
}
