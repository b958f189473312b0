import { boundedCache } from "../bounded-cache.ts";
import { pause, systemClock } from "../clock.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { FindSeries } from "../exercises/variants/fit-pair.ts";
import { eachSoundVariant, soundVariants, testVariant } from "../exercises/variants/sound-variants.ts";
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
  /** The variant solved, where it makes a good question; else null. Tested in slices of a few milliseconds, once. */
  testVariant(exercise: ExerciseDefinition, variant: Variant): Promise<SolvedVariant | null>;
}

/** How long the thread is held before others have it. */
const sliceMs = 8;
/** Verdicts are short: a name and a boolean. */
const mostVerdicts = 50_000;

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
  const verdicts = boundedCache<boolean>(mostVerdicts, () => 1);
  const tested = async (exercise: ExerciseDefinition, variant: Variant): Promise<SolvedVariant | null> => {
    const steps = testVariant(exercise, variant, solveVariant);
    let begun = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - begun < sliceMs) continue;
      await pause(systemClock, 0);
      begun = performance.now();
    }
  };
  return {
    solveVariant,
    async testVariant(exercise, variant) {
      const key = `${exercise.id} ${variant.id}`;
      const verdict = verdicts.get(key);
      if (verdict === false) return null;
      const known = verdict === true ? solveVariant(variant) : null;
      if (known?.ok) return known.value;
      const solved = await tested(exercise, variant);
      verdicts.set(key, solved !== null);
      return solved;
    },
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
