/**
 * Mistakes that instructors named from a cluster of answers that nothing recognised: the answers that miss the key by
 * one factor, or share one value where the key is 0. From then on they are diagnosed like any other.
 */
import * as v from "valibot";
import type { Mistake } from "../exercises/quantities/quantity.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import { clusterTolerance } from "./answer-histogram.ts";
import type { Json } from "../store/records.ts";

export const namedMistake = v.pipe(
  v.object({
    quantity: v.string(),
    /** Answer over key; null where the keys are 0 and `value` is what the answers share. */
    ratio: v.nullable(v.number()),
    value: v.nullable(v.number()),
    /** Completes "if …". */
    name: v.string(),
    /** What to say to it. */
    message: v.string(),
  }),
  v.readonly(),
);

export type NamedMistake = v.InferOutput<typeof namedMistake>;

/** What is not as it was written, after a change by hand, names nothing: marks don't depend on it. */
export function namedMistakesOf(json: Json): readonly NamedMistake[] {
  const read = v.safeParse(v.array(namedMistake), json ?? []);
  return read.success ? read.output : [];
}

const idPrefix = "named-";

export const namedId = (index: number): string => `${idPrefix}${String(index + 1)}`;

/** The named mistake of a diagnosis; null for one of the program's own. */
export const findNamedMistake = (id: string, json: Json): NamedMistake | null =>
  id.startsWith(idPrefix) ? (namedMistakesOf(json)[Number(id.slice(idPrefix.length)) - 1] ?? null) : null;

/** The exercise with the named mistakes among those that it knows. */
export function withNamedMistakes<E extends Pick<ExerciseDefinition, "quantities">>(exercise: E, json: Json): E {
  const named = namedMistakesOf(json);
  if (named.length === 0) return exercise;
  const quantities = exercise.quantities.map((quantity) => {
    if (quantity.kind === "choice") return quantity;
    const own = named.flatMap((mistake, index): Mistake[] => {
      if (mistake.quantity !== quantity.id) return [];
      const { ratio, value } = mistake;
      return [
        {
          id: namedId(index),
          value: (solvedVariant) => (ratio === null ? value : quantity.key(solvedVariant) * ratio),
          indistinguishable: false,
          decidedWithin: clusterTolerance,
          formula: (...of) => (ratio === null ? (value ?? Number.NaN) : quantity.recipe(...of) * ratio),
          periodPowers: {},
        },
      ];
    });
    return { ...quantity, mistakes: [...quantity.mistakes, ...own] };
  });
  return { ...exercise, quantities };
}
