import { isCorrect } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { NumberField } from "./explain-field.ts";

/** The wrong numbers that speak each for itself: none that was typed twice, and none worked out from the others. */
export function independentOf(wrong: readonly NumberField[], solvedVariant: SolvedVariant): number {
  const own = wrong.filter(({ answer, quantity, carried }) => {
    const value = carried(solvedVariant);
    return value === null || !isCorrect(answer.value, quantity, value);
  });
  return new Set((own.length > 0 ? own : wrong).map(({ answer }) => answer.value)).size;
}
