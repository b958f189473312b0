import { figureValue, isFigureKey } from "../figures/figures.ts";
import { placeholdersIn } from "../figures/template.ts";
import type { Exercise } from "./exercise.ts";
import { isCorrect } from "./quantities/quantity.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";
import { variantResults } from "./variants/variant-results.ts";

/** The numbers of the data that a text prints for a variant; null for one that the data lack. What the question fixes is in it for everybody. */
export function numbersShown(names: readonly string[], variant: SolvedVariant): readonly (number | null)[] {
  const results = variantResults(variant);
  return names.flatMap((name) => (isFigureKey(name) && name !== "budget" && name !== "share" ? [figureValue(name, results)] : []));
}

/** A number is printed with three digits at the least, so what is read may be so much beside it. */
const roundedBy = [0.995, 1, 1.005] as const;

/** Whether none of these numbers would be marked as right for a part of a variant. */
export function keepsKeys({ quantities }: Pick<Exercise, "quantities">, numbers: readonly (number | null)[], own: SolvedVariant): boolean {
  return quantities.every((quantity) => quantity.kind === "choice" || quantity.guessable || numbers.every((value) => value === null || !roundedBy.some((by) => isCorrect(value * by, quantity, quantity.key(own)))));
}

/** Whether the solution of one variant, which somebody has read, gives no key of another. */
export function solutionKeepsKeys(exercise: Exercise, read: SolvedVariant, own: SolvedVariant): boolean {
  // Another budget or share than one's own question has may be one's own key.
  const fixed = [read.variant.budget, read.variant.share].filter((value) => value !== own.variant.budget && value !== own.variant.share);
  return keepsKeys(exercise, [...numbersShown(placeholdersIn(exercise.text.solution), read), ...fixed], own);
}
