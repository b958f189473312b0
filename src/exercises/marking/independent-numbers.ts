import { isCorrect } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { NumberField } from "./explain-field.ts";

/** The wrong numbers that speak each for itself: none that was typed twice, and none worked out from the others. */
export function independentOf(wrong: readonly NumberField[], solvedVariant: SolvedVariant): number {
  const own = wrong.filter((field) => isIndependent(field, solvedVariant));
  return new Set((own.length > 0 ? own : wrong).map(({ answer }) => answer.value)).size;
}

/** Two that differ by less come of the same work: one P&L of two positions that are nearly one. */
const sameWork = 0.005;

/** How many numbers are there, those that come of the same work once. */
export const countApart = (values: readonly number[]): number =>
  values.filter((value, at) => !values.slice(0, at).some((other) => Math.abs(value - other) <= sameWork * Math.abs(other))).length;

/** Whether a number is not what the student's own others come to. */
export function isIndependent({ answer, quantity, carried }: NumberField, solvedVariant: SolvedVariant): boolean {
  const value = carried(solvedVariant);
  return value === null || !isCorrect(answer.value, quantity, value);
}
