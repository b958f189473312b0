import type { ExerciseDefinition } from "../exercise.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import { askable } from "./own-check.ts";

/** What an instructor puts right in a check that is out already. */
export interface KeyCorrection {
  readonly quantity: string;
  /** The same number for everybody, or another quantity of the list, worked out on each student's variant. */
  readonly key?: number | { readonly quantity: string };
  /** Relative. */
  readonly tolerance?: number;
}

/** The exercise with its keys and tolerances corrected, for marking the answers again. */
export function correctKeys<E extends Pick<ExerciseDefinition, "quantities">>(
  exercise: E,
  corrections: readonly KeyCorrection[],
): E {
  const quantities = exercise.quantities.map((quantity) => {
    const correction = corrections.find((one) => one.quantity === quantity.id);
    return correction === undefined || quantity.kind === "choice" ? quantity : corrected(quantity, correction);
  });
  return { ...exercise, quantities };
}

function corrected(quantity: NumberQuantity, { key, tolerance }: KeyCorrection): NumberQuantity {
  const relative = tolerance ?? quantity.tolerance.relative;
  const same = { ...quantity, tolerance: { ...quantity.tolerance, relative } };
  if (key === undefined) return same;
  if (typeof key === "number") return { ...same, key: () => key, recipe: () => key };
  const other = askable.find(({ id }) => id === key.quantity);
  return other === undefined ? same : { ...same, key: other.key, recipe: other.recipe };
}
