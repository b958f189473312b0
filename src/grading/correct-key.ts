import * as v from "valibot";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import type { ChoiceQuantity, NumberQuantity } from "../exercises/quantities/quantity.ts";
import { askableQuantities } from "./instructor-check.ts";

export const keyCorrection = v.pipe(
  v.object({
    quantity: v.string(),
    /** The same number for everybody, or another quantity of the list, worked out on each student's variant. */
    key: v.exactOptional(v.union([v.number(), v.pipe(v.object({ quantity: v.string() }), v.readonly())])),
    /** Of choices: the id of the right one. */
    choice: v.exactOptional(v.string()),
    /** Relative. */
    tolerance: v.exactOptional(v.number()),
  }),
  v.readonly(),
);

/** What an instructor puts right in a check that is out already. */
export type KeyCorrection = v.InferOutput<typeof keyCorrection>;

/** The exercise with its keys and tolerances corrected, for marking the answers again. */
export function correctKeys<E extends Pick<ExerciseDefinition, "quantities">>(
  exercise: E,
  corrections: readonly KeyCorrection[],
): E {
  const quantities = exercise.quantities.map((quantity) => {
    const correction = corrections.find((candidate) => candidate.quantity === quantity.id);
    if (correction === undefined) return quantity;
    return quantity.kind === "choice" ? correctChoice(quantity, correction) : correctQuantity(quantity, correction);
  });
  return { ...exercise, quantities };
}

function correctChoice(quantity: ChoiceQuantity, { choice }: KeyCorrection): ChoiceQuantity {
  const right = quantity.choices.find(({ id }) => id === choice);
  return right === undefined ? quantity : { ...quantity, key: () => right.id };
}

function correctQuantity(quantity: NumberQuantity, { key, tolerance }: KeyCorrection): NumberQuantity {
  const relative = tolerance ?? quantity.tolerance.relative;
  const adjusted = { ...quantity, tolerance: { ...quantity.tolerance, relative } };
  if (key === undefined) return adjusted;
  if (typeof key === "number") return { ...adjusted, key: () => key, recipe: () => key };
  const replacement = askableQuantities.find(({ id }) => id === key.quantity);
  return replacement === undefined ? adjusted : { ...adjusted, key: replacement.key, recipe: replacement.recipe };
}
