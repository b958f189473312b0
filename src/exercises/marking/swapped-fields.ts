import type { Workings } from "../variants/workings.ts";
import type { Options } from "./account.ts";
import { misfitOf, typedAs } from "./explain-field.ts";
import type { FieldExplanation, NumberField } from "./explain-field.ts";
import { swappedFields } from "./slips.ts";

/** Two numbers in each other's fields, both right otherwise or both of the same wrong period or unit. */
export function withSwaps(options: readonly Options[], fields: readonly NumberField[], workings: Workings): readonly Options[] {
  const wrong = fields.filter((field) => !field.correct);
  return options.map((option) => {
    const swaps = wrong.filter((other) => other !== option.field).flatMap((other) => swapOf(option.field, other, workings));
    return swaps.length === 0 ? option : { ...option, explanations: swaps };
  });
}

function swapOf(field: NumberField, other: NumberField, workings: Workings): readonly FieldExplanation[] {
  const misfitAt = ({ answer }: NumberField, { quantity }: NumberField, factor: number): number | null => misfitOf(answer, quantity.recipe(workings.model, workings.variant, workings) * factor, swapTolerance);
  const swap = (mistakes: readonly string[], factor: number): readonly FieldExplanation[] => {
    if (misfitAt(field, field, factor) !== null || misfitAt(other, field, factor) === null) return [];
    const misfit = misfitAt(field, other, factor);
    return misfit === null ? [] : [{ mistakes, misfit, exact: false }];
  };
  const plain = swap([swappedFields], 1);
  const asOther = [...other.quantity.periodMistakes, ...typedAs(other.answer, other.quantity.unit)];
  const own = [...field.quantity.periodMistakes, ...typedAs(field.answer, field.quantity.unit)];
  const shared = own.filter((change) => asOther.some(({ id, factor }) => id === change.id && factor === change.factor));
  return plain.length > 0 ? plain : shared.flatMap(({ id, factor }) => swap([swappedFields, id], factor));
}

const swapTolerance = 0.004;
