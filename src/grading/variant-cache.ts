import { pause, systemClock } from "../clock.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { FindSeries } from "../exercises/variants/fit-pair.ts";
import { eachSoundVariant, soundVariants } from "../exercises/variants/sound-variants.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import { variantSolver, type SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Outcome } from "../outcome.ts";

/** Solves variants: each regression once, whoever asks. */
export interface VariantCache {
  solveVariant(variant: Variant): Outcome<SolvedVariant, EngineProblem | SeriesProblem>;
  /** The variants that make good questions of an exercise, on the loaded data. */
  soundVariants(exercise: ExerciseDefinition): readonly SolvedVariant[];
  /**
   * Works them out one by one, so that others are answered meanwhile: all of an exercise's take up to a second and a half.
   * With `pauseMs` it leaves the thread to others for so long after each.
   */
  prepare(exercise: ExerciseDefinition, pauseMs?: number): Promise<void>;
}

export function variantCache(findSeries: FindSeries): VariantCache {
  const solveVariant = variantSolver(findSeries);
  const cache = new Map<string, readonly SolvedVariant[]>();
  const prepared = async (exercise: ExerciseDefinition, pauseMs: number): Promise<void> => {
    const sound: SolvedVariant[] = [];
    for (const solved of eachSoundVariant(exercise, solveVariant)) {
      if (solved !== null) sound.push(solved);
      await pause(systemClock, pauseMs);
    }
    cache.set(exercise.id, sound);
  };
  return {
    solveVariant,
    soundVariants(exercise) {
      const variants = cache.get(exercise.id) ?? soundVariants(exercise, solveVariant);
      cache.set(exercise.id, variants);
      return variants;
    },
    async prepare(exercise, pauseMs = 0) {
      if (!cache.has(exercise.id)) await prepared(exercise, pauseMs);
    },
  };
}
