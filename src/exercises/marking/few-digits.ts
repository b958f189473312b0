import type { ReadNumber } from "../answer/read-answer.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { NumberField } from "./explain-field.ts";
import type { PartMark } from "./marked-part.ts";

/** Right as far as it goes: two digits, the key rounded to them, and not far from it. */
export function isKeyWithFewDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  const distance = Math.abs(value - key);
  return digits === 2 && distance <= halfUnit * (1 + 1e-9) && distance <= 0.05 * Math.abs(key);
}

/** A mistake's number that has no more digits to be typed with: 1.201 for "1.2", and not 0.1521 for "0.15". */
const sameShortNumber = 0.001;

/** Whether a known mistake's number is what was typed, and nearer than the key; one that only rounds to it, as the key does, is no evidence. */
export function isShortNumberOf(alternatives: PartMark["alternatives"], { quantity, answer }: NumberField, solvedVariant: SolvedVariant, key: number): boolean {
  return alternatives.some(([id]) => {
    const values = quantity.mistakes.filter((mistake) => mistake.id === id).map(({ value }) => value(solvedVariant));
    return values.some((value) => value !== null && Math.abs(value - answer.value) < Math.min(Math.abs(key - answer.value), sameShortNumber * Math.abs(answer.value)));
  });
}
