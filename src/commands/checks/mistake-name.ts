import { fillExercise } from "../../exercises/fill-exercise.ts";
import { placeholdersIn } from "../../figures/template.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { templateText } from "../../render/figure-text.ts";
import type { AppContext } from "../app-context.ts";

/** A known mistake in words that complete "if …", with the names of the check's data; with none of one variant where there are several. */
export function mistakeName(id: string, { solvedVariants: [first, second] }: Pick<MarkedTask, "solvedVariants">, { exercises: { diagnoses } }: Pick<AppContext, "exercises">): string {
  const written = diagnoses.mistakes[id]?.if;
  if (written === undefined) return id.replaceAll("-", " ");
  const words = second === undefined ? written : written.replaceAll("{first} to {last}", "the window").replaceAll("{asset}", "the stock").replaceAll("{other}", "another stock");
  if (placeholdersIn(words).length === 0) return words;
  return first === undefined ? id.replaceAll("-", " ") : templateText(fillExercise(words, [], first));
}
