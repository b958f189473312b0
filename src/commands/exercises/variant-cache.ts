import type { Problem } from "../../render/problem.ts";
import type { Datasets } from "../../datasets/datasets.ts";
import type { ExerciseDefinition } from "../../exercises/exercise.ts";
import { soundVariants } from "../../exercises/variants/sound-variants.ts";
import type { Variant } from "../../exercises/variants/variant.ts";
import { variantSolver, type SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import type { Outcome } from "../../outcome.ts";

/** Where variants are worked out: each regression once, whoever asks. */
export interface VariantCache {
  solveVariant(variant: Variant): Outcome<SolvedVariant, Problem>;
  /** The variants that make good questions of an exercise, on the loaded data. */
  soundVariants(exercise: ExerciseDefinition): readonly SolvedVariant[];
}

export function variantCache(datasets: Datasets): VariantCache {
  const solveVariant = variantSolver((id, frequency) => datasets.find(id, frequency));
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
