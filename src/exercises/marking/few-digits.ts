import type { ReadNumber } from "../answer/read-answer.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { NumberField } from "./explain-field.ts";
import type { PartMark } from "./marked-part.ts";

/** Right as far as it goes: two digits, the key rounded to them, and not far from it. */
export function isKeyWithFewDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  const distance = Math.abs(value - key);
  return digits === 2 && distance <= halfUnit * (1 + 1e-9) && distance <= 0.05 * Math.abs(key);
}

/** Whether a known mistake is nearer to the number than its key. */
export function isNearerTo(alternatives: PartMark["alternatives"], { quantity, answer }: NumberField, solvedVariant: SolvedVariant, key: number): boolean {
  return alternatives.some(([id]) => {
    const values = quantity.mistakes.filter((mistake) => mistake.id === id).map(({ value }) => value(solvedVariant));
    return values.some((value) => value !== null && Math.abs(value - answer.value) < Math.abs(key - answer.value));
  });
}
