import { letterOf, type StoredChoice } from "./choice-question.ts";
import type { CheckTask } from "./check-task.ts";

/** A choice as it is shown, and whether it is the key as it stands now, corrected or not. */
export interface TaskChoice extends StoredChoice {
  readonly letter: string;
  readonly isRight: boolean;
}

/** The choices of a check; null where it asks for something else. */
export function choicesOf(task: CheckTask): readonly TaskChoice[] | null {
  if (task.kind !== "marked" || task.wording.kind !== "instructor") return null;
  const { key } = task.wording.question.own;
  const [quantity] = task.marked.quantities;
  const [solvedVariant] = task.solvedVariants;
  if (key.kind !== "choice" || quantity?.kind !== "choice" || solvedVariant === undefined) return null;
  const right = quantity.key(solvedVariant);
  return key.choices.map((choice, index) => ({ ...choice, letter: letterOf(index), isRight: letterOf(index) === right }));
}

/** Why the right choice is right; null where nothing was said. */
export function whyOf(task: CheckTask): string | null {
  if (task.kind !== "marked" || task.wording.kind !== "instructor") return null;
  const { key } = task.wording.question.own;
  return key.kind === "choice" ? key.why : null;
}
