import type { ReadNumber } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { slipFactors } from "./slips.ts";

/** A known wrong number of one variant. */
export interface KnownMistake {
  /** Of a mutation or a slip. */
  readonly id: string;
  readonly value: number;
}

/** Values nearer to each other than this, relative to themselves, are one in an answer of three digits. */
export const sameValueTolerance = 0.005;

/** The mutations and slips of a quantity on one variant, with their numbers; without those that are right here. */
export function knownMistakes(quantity: NumberQuantity, solvedVariant: SolvedVariant, key: number): readonly KnownMistake[] {
  const mistakes = quantity.mutations.flatMap(({ id, value }) => {
    const number = value(solvedVariant);
    return number === null || isCorrect(number, quantity, key) ? [] : [{ id, value: number }];
  });
  const keyIsZero = Math.abs(key) <= quantity.tolerance.floor;
  return keyIsZero ? mistakes : [...mistakes, ...slipFactors.map(({ id, factor }) => ({ id, value: key * factor }))];
}

/**
 * The mistakes whose value the answer has: the nearest within the quantity's relative tolerance, and all that cannot
 * be distinguished from it, because their values are nearly equal or because too few digits were typed. Empty where
 * none is near.
 */
export function recognise(
  { value, halfUnit, digits }: Pick<ReadNumber, "value" | "halfUnit" | "digits">,
  { tolerance }: NumberQuantity,
  mistakes: readonly KnownMistake[],
): readonly string[] {
  // The floor is for keys near zero; for a mistake's value it would accept answers that are far off in relative terms.
  const margin = (mistake: number): number =>
    Math.max(tolerance.relative * Math.abs(mistake), digits >= 2 ? halfUnit : 0) + roundingMargin(mistake);
  const candidates = mistakes
    .map((mistake) => ({ ...mistake, distance: Math.abs(mistake.value - value) }))
    .filter((mistake) => mistake.distance <= margin(mistake.value))
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = candidates;
  if (nearest === undefined) return [];
  const reach = Math.max(nearest.distance + sameValueTolerance * Math.abs(nearest.value), halfUnit) + roundingMargin(nearest.value);
  return [...new Set(candidates.filter(({ distance }) => distance <= reach).map(({ id }) => id))];
}

const roundingMargin = (value: number): number => 1e-12 * Math.abs(value);
