import type { Problem } from "../../render/problem.ts";
import type { Datasets } from "../../datasets/datasets.ts";
import type { ExerciseDefinition } from "../../exercises/exercise.ts";
import { soundVariants } from "../../exercises/variants/sound-variants.ts";
import type { Variant } from "../../exercises/variants/variant.ts";
import { workingsOn, type Workings } from "../../exercises/variants/workings.ts";
import type { Outcome } from "../../outcome.ts";

/** Where variants are worked out: each regression once, whoever asks. */
export interface Workroom {
  workOut(variant: Variant): Outcome<Workings, Problem>;
  /** The variants that make good questions of an exercise, on the loaded data. */
  sound(exercise: ExerciseDefinition): readonly Workings[];
}

export function workroom(datasets: Datasets): Workroom {
  const workOut = workingsOn((id, frequency) => datasets.find(id, frequency));
  const found = new Map<string, readonly Workings[]>();
  return {
    workOut,
    sound(exercise) {
      const known = found.get(exercise.id) ?? soundVariants(exercise, workOut);
      found.set(exercise.id, known);
      return known;
    },
  };
}
