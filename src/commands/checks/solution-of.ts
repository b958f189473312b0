import type { Quantity } from "../../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { figureText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import { labelsOf, wordsOf } from "./assignment-words.ts";

/** A check's solution in words; null where everybody has their own. */
export function solutionOf(check: Check, task: MarkedTask): string | null {
  const [solvedVariant] = task.solvedVariants;
  return check.variants || solvedVariant === undefined ? null : solutionOn(solvedVariant, check, task);
}

/** The same on one variant. */
export function solutionOn(solvedVariant: SolvedVariant, check: Check, task: MarkedTask): string {
  const { solution } = wordsOf({ wording: task.wording, solvedVariant });
  // A corrected key is no longer what the exercise's own solution works out.
  return check.correction === null && solution !== null ? solution : keysOf(task, solvedVariant);
}

function keysOf({ marked, wording }: MarkedTask, solvedVariant: SolvedVariant): string {
  const labels = labelsOf(wording);
  return marked.quantities.map((quantity) => `${escaped(labels[quantity.id] ?? quantity.id)}: ${keyOf(quantity, solvedVariant)}`).join("; ");
}

export const keyOf = (quantity: Quantity, solvedVariant: SolvedVariant): string =>
  quantity.kind === "number" ? figureText(quantity.key(solvedVariant), quantity.unit) : quantity.key(solvedVariant);

/** Whether the results of a check have its solution in them, as far as nothing keeps it back: of a vote that nobody took part in nothing is shown. */
export async function solutionIsShown(check: Check, task: MarkedTask, store: Store): Promise<boolean> {
  const hasSolution = solutionOf(check, task) !== null || choicesOf(task) !== null;
  return hasSolution && (check.vote === null || (await store.results.answered(check.id, null)) > 0);
}
