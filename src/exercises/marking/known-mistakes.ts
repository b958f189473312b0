import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { slipFactors } from "./slips.ts";

/** A known wrong number of one variant. */
export interface KnownMistake {
  /** Of a mistake or a slip. */
  readonly id: string;
  readonly value: number;
}

/** Values nearer to each other than this, relative to themselves, are one in an answer of three digits. */
export const sameValueTolerance = 0.005;

/** The mistakes of a quantity on one variant and the slips of its key, with their numbers; without those that are right here. */
export function knownMistakes(quantity: NumberQuantity, solvedVariant: SolvedVariant, key: number): readonly KnownMistake[] {
  const mistakes = quantity.mistakes.flatMap(({ id, value }) => {
    const number = value(solvedVariant);
    return number === null || isCorrect(number, quantity, key) ? [] : [{ id, value: number }];
  });
  const keyIsZero = Math.abs(key) <= quantity.tolerance.floor;
  return keyIsZero ? mistakes : [...mistakes, ...slipFactors.map(({ id, factor }) => ({ id, value: key * factor }))];
}
