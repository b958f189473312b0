import * as v from "valibot";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import { earlierKey } from "../exercises/marking/slips.ts";
import { isCorrect, type ChoiceQuantity, type Mistake, type NumberQuantity, type Recipe } from "../exercises/quantities/quantity.ts";
import { askableQuantities } from "./instructor-check.ts";

/** The same number for everybody, or another quantity of the list, worked out on each student's variant. */
const correctedKey = v.union([v.number(), v.pipe(v.object({ quantity: v.string() }), v.readonly())]);

export const keyCorrection = v.pipe(
  v.object({
    quantity: v.string(),
    key: v.exactOptional(correctedKey),
    /** Of choices: the id of the right one. */
    choice: v.exactOptional(v.string()),
    /** Corrected keys that this one came after, oldest first; the key that was posted is none of them. */
    earlier: v.exactOptional(v.pipe(v.array(correctedKey), v.readonly())),
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

/**
 * With the corrected key and what an answer can be taken for: known mistakes stay, since who made one made it with the
 * question's quantity, and an earlier key is no mistake of method. A number that was typed leaves the quantity what it is;
 * another quantity brings its own unit, mistakes and conventions.
 */
function correctQuantity(quantity: NumberQuantity, { key, tolerance, earlier = [] }: KeyCorrection): NumberQuantity {
  const relative = tolerance ?? quantity.tolerance.relative;
  const adjusted = { ...quantity, tolerance: { ...quantity.tolerance, relative } };
  if (key === undefined) return adjusted;
  const corrected = withKey(adjusted, key);
  if (corrected === null) return adjusted;
  const before = [adjusted, ...earlier.flatMap((one) => withKey(adjusted, one) ?? [])];
  return { ...corrected, mistakes: [...before.map(earlierKeyMistake), ...corrected.mistakes] };
}

function withKey(quantity: NumberQuantity, key: NonNullable<KeyCorrection["key"]>): NumberQuantity | null {
  if (typeof key === "number") {
    return { ...quantity, key: () => key, conventions: quantity.conventions.map((convention) => whereKeyAgrees(convention, key, quantity)), errorCarriedForward: null };
  }
  const replacement = askableQuantities.find(({ id }) => id === key.quantity);
  if (replacement === undefined) return null;
  const own = new Set(replacement.mistakes.map(({ id }) => id));
  return {
    ...replacement,
    id: quantity.id,
    tolerance: { relative: quantity.tolerance.relative, floor: replacement.tolerance.floor },
    guessable: quantity.guessable,
    errorCarriedForward: null,
    mistakes: [...replacement.mistakes, ...quantity.mistakes.filter(({ id }) => !own.has(id))],
  };
}

/** Another convention of the question's own number is right as far as that number is. */
const whereKeyAgrees = <C extends { readonly value: Recipe }>(convention: C, key: number, quantity: NumberQuantity): C => ({
  ...convention,
  value: (...workings: Parameters<Recipe>) => (isCorrect(key, quantity, quantity.recipe(...workings)) ? convention.value(...workings) : Number.NaN),
});

const earlierKeyMistake = ({ key }: NumberQuantity): Mistake => ({ id: earlierKey, value: key, formula: null, periodPowers: {}, indistinguishable: false });
