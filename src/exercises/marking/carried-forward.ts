import type { ReadNumber } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";

/** A wrong number further from its key than this is no working that anything could be carried on from. */
const plausibleFactor = 3;

/**
 * What a part comes to from the student's own earlier numbers, of which one is wrong; null where none is, or where a
 * wrong one is a constant that takes no work: one digit, a number of the question, a copy of another part.
 */
export function carriedValue(
  quantity: NumberQuantity,
  filled: readonly FilledNumber[],
  solvedVariant: SolvedVariant,
  incorrectEarlier: ReadonlySet<string>,
): (workings: Workings) => number | null {
  const { errorCarriedForward } = quantity;
  const sources = errorCarriedForward?.from.map((id) => filled.find((number) => number.quantity.id === id)) ?? [];
  const incorrect = sources.filter((source) => source !== undefined && incorrectEarlier.has(source.quantity.id));
  if (errorCarriedForward === null || sources.includes(undefined) || incorrect.length === 0) return () => null;
  if (incorrect.some((source) => source !== undefined && isConstant(source, filled, solvedVariant))) return () => null;
  const studentNumbers = Object.fromEntries(filled.map((number) => [number.quantity.id, number.answer.value]));
  return ({ model, variant }) => {
    const value = errorCarriedForward.value(studentNumbers, model, variant);
    return Number.isFinite(value) ? value : null;
  };
}

export interface FilledNumber {
  readonly quantity: NumberQuantity;
  readonly answer: ReadNumber;
}

function isConstant({ quantity, answer }: FilledNumber, filled: readonly FilledNumber[], solvedVariant: SolvedVariant): boolean {
  const { budget, share } = solvedVariant.variant;
  const isCopyOf = (other: FilledNumber): boolean =>
    other.quantity !== quantity && other.answer.value === answer.value && !isCorrect(quantity.key(solvedVariant), other.quantity, other.quantity.key(solvedVariant));
  return answer.digits < 2 || Math.abs(answer.value) === 1 || answer.value === budget || answer.value === share || filled.some(isCopyOf);
}

/** Whether a wrong number that nobody recognises may still be somebody's working. */
export function isNearKey({ value }: Pick<ReadNumber, "value">, quantity: NumberQuantity, solvedVariant: SolvedVariant): boolean {
  const ratio = value / quantity.key(solvedVariant);
  return ratio >= 1 / plausibleFactor && ratio <= plausibleFactor;
}
