import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { FindSeries } from "../exercises/variants/fit-pair.ts";
import { soundVariants } from "../exercises/variants/sound-variants.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import { variantSolver, type SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Outcome } from "../outcome.ts";

/** Solves variants: each regression once, whoever asks. */
export interface VariantCache {
  solveVariant(variant: Variant): Outcome<SolvedVariant, EngineProblem | SeriesProblem>;
  /** The variants that make good questions of an exercise, on the loaded data. */
  soundVariants(exercise: ExerciseDefinition): readonly SolvedVariant[];
}

export function variantCache(findSeries: FindSeries): VariantCache {
  const solveVariant = variantSolver(findSeries);
  const cache = new Map<string, readonly SolvedVariant[]>();
  return {
    solveVariant,
    soundVariants(exercise) {
      const variants = cache.get(exercise.id) ?? soundVariants(exercise, solveVariant);
      cache.set(exercise.id, variants);
      return variants;
    },
  };
}
