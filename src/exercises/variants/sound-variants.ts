import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import type { Outcome } from "../../outcome.ts";
import type { ExerciseDefinition } from "../exercise.ts";
import { collisionReport } from "../marking/collision-report.ts";
import { candidateVariants, chapterVariant } from "./variant.ts";
import type { Variant } from "./variant.ts";
import type { SolvedVariant } from "./solved-variant.ts";

/**
 * The solutions of every variant that makes a good question on the loaded data: the engine can solve it, it suits
 * the exercise, its keys pass and no mistake has the value of a key. Students' own variants are chosen from these.
 */
export function soundVariants(
  exercise: Pick<ExerciseDefinition, "quantities" | "coincidences" | "plan" | "suits">,
  solveVariant: (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem>,
): readonly SolvedVariant[] {
  return candidateVariants(exercise.plan)
    .map(solveVariant)
    .flatMap((solvedVariant) => (solvedVariant.ok ? [solvedVariant.value] : []))
    .filter((solvedVariant) => exercise.suits(solvedVariant) && collisionReport(exercise, solvedVariant).sound);
}

/** The variant of that id, for an answer that comes back to it: the chapter's, or a candidate. */
export function findVariant({ plan }: Pick<ExerciseDefinition, "plan">, id: string): Variant | null {
  const chapter = chapterVariant(plan);
  return id === chapter.id ? chapter : (candidateVariants(plan).find((variant) => variant.id === id) ?? null);
}
