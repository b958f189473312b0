import { fillExercise } from "../../exercises/fill-exercise.ts";
import { placeholdersIn } from "../../figures/template.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { collisionSummary } from "../../grading/collisions.ts";
import { templateText } from "../../render/figure-text.ts";
import type { Collisions } from "../../render/replies/collisions.ts";
import type { AppContext } from "../app-context.ts";
import { labelsOf } from "./assignment-words.ts";

/** The collision report of a check, its quantities and mistakes in words. */
export function collisionsOf(task: MarkedTask, { exercises }: Pick<AppContext, "exercises">): Collisions {
  const summary = collisionSummary(task);
  const [first] = task.solvedVariants;
  const labels = first === undefined ? {} : labelsOf(task.wording);
  const label = (id: string): string => labels[id] ?? id;
  const mistakeWords = (id: string): string => {
    const words = exercises.diagnoses.mistakes[id]?.if;
    if (words === undefined || first === undefined) return id.startsWith("own-") ? "the wrong answer you named" : id;
    return placeholdersIn(words).length === 0 ? words : templateText(fillExercise(words, [], first));
  };
  const takenAsRight = (groups: typeof summary.hidden): Collisions["hidden"] =>
    groups.map(({ quantity, mistakes, variants }) => ({ quantity: label(quantity), mistakes: mistakes.map(mistakeWords), variants }));
  return {
    ...summary,
    hidden: takenAsRight(summary.hidden),
    declared: takenAsRight(summary.declared),
    inseparable: summary.inseparable.map(({ quantity, mistakes, variants, separatedBy }) => ({
      quantity: label(quantity),
      mistakes: mistakes.map(mistakeWords),
      variants,
      separatedBy: separatedBy.map(label),
    })),
  };
}
