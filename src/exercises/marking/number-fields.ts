import type { ReadAnswer, ReadNumber } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { NumberQuantity, Quantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { carriedValue } from "./carried-forward.ts";
import type { NumberField } from "./explain-field.ts";
import { isKeyWithFewDigits } from "./few-digits.ts";
import { refitMistakeGives } from "./refit-mistake-gives.ts";

/** The numbers that were filled in, in order, with what each comes to from the wrong ones before it. */
export function numberFields(quantities: readonly Quantity[], solvedVariant: SolvedVariant, answers: Readonly<Record<string, ReadAnswer>>): readonly NumberField[] {
  const filled = quantities.flatMap((quantity) => {
    const answer = answers[quantity.id];
    return quantity.kind === "number" && answer?.kind === "number" ? [{ quantity, answer }] : [];
  });
  const incorrectEarlier = new Set<string>();
  const fields = filled.map(({ quantity, answer }) => {
    const carried = carriedValue(quantity, filled, solvedVariant, incorrectEarlier);
    const own = carried(solvedVariant);
    const isRight = isCorrect(answer.value, quantity, quantity.key(solvedVariant));
    const isCarried = own !== null && isCorrect(answer.value, quantity, own);
    const correct = isRight || (!isCarried && conventionsOf(quantity, answer, solvedVariant).length > 0);
    if (!correct) incorrectEarlier.add(quantity.id);
    return { quantity, answer, correct, carried };
  });
  // A year's window too few may come near another convention; the wrong numbers beside it say which it was.
  const wrong = fields.filter((field) => !field.correct && field.carried(solvedVariant) === null);
  const isByConvention = ({ quantity, answer, correct }: NumberField): boolean => correct && !isCorrect(answer.value, quantity, quantity.key(solvedVariant));
  return fields.map((field) => (wrong.length > 0 && isByConvention(field) && refitMistakeGives([...wrong, field], solvedVariant) ? { ...field, correct: false } : field));
}

/** The conventions that give the number, where no known mistake has its very digits and the key isn't meant roughly: one digit says nothing of a convention. */
export function conventionsOf(quantity: NumberQuantity, answer: ReadNumber, solvedVariant: SolvedVariant): readonly string[] {
  const distance = (value: number | null): number => (value === null ? Infinity : Math.max(0, Math.abs(value - answer.value) - answer.halfUnit));
  if (answer.digits < 2 || isKeyWithFewDigits(answer, quantity.key(solvedVariant))) return [];
  const isMistake = quantity.mistakes.some((mistake) => distance(mistake.value(solvedVariant)) === 0);
  return quantity.conventions.flatMap((convention) => {
    const value = convention.value(solvedVariant.model, solvedVariant.variant, solvedVariant);
    return isCorrect(answer.value, quantity, value) && fitsDigits(answer, value) && (!isMistake || distance(value) === 0) ? [convention.id] : [];
  });
}

/**
 * Whether a number is another convention's by the digits that were typed: within what rounding in the middle of the work
 * costs. A band of 1% around each convention would take other regressions' numbers for it.
 */
const conventionTolerance = 0.003;

const fitsDigits = ({ value, halfUnit }: ReadNumber, convention: number): boolean =>
  Math.abs(value - convention) <= Math.max(halfUnit, conventionTolerance * Math.abs(convention)) * (1 + 1e-9);
