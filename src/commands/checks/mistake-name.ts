import { fillExercise } from "../../exercises/fill-exercise.ts";
import { placeholdersIn } from "../../figures/template.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { templateText } from "../../render/figure-text.ts";
import type { AppContext } from "../app-context.ts";

/** A known mistake in words that complete "if …", with the names of the check's data. */
export function mistakeName(id: string, { solvedVariants: [first] }: Pick<MarkedTask, "solvedVariants">, { exercises: { diagnoses } }: Pick<AppContext, "exercises">): string {
  const words = diagnoses.mistakes[id]?.if;
  if (words === undefined) return id.replaceAll("-", " ");
  if (placeholdersIn(words).length === 0) return words;
  return first === undefined ? id.replaceAll("-", " ") : templateText(fillExercise(words, [], first));
}
