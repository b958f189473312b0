import type { UnreadableCheck } from "../../exercises/problem.ts";
import type { ExerciseProblem } from "../../grading/problem.ts";
import { plain } from "../plain.ts";
import { didYouMean } from "./name-lists.ts";
import type { WordsOf } from "./problem-words.ts";

/** An exercise or a check that makes no question. */
export const exerciseProblemWords: WordsOf<ExerciseProblem | UnreadableCheck> = {
  "unknown-exercise": (problem) => ({
    cause: `I have no exercise called ${plain(problem.asked)}.${didYouMean(problem.nearest)}`,
    next: "Choose one from the list that `/practice` offers.",
  }),
  "no-variant": (problem) => ({
    cause: `The loaded data have no rows that make a sound question of the exercise ${plain(problem.exercise)}.`,
    next: "`/data list` shows what is loaded. Choose another exercise meanwhile.",
  }),
  "unreadable-check": (problem) => ({
    cause: `The ${problem.part} of this check can't be read in the store${problem.field === "" ? "" : `, at ${plain(problem.field)}`} (${plain(problem.detail)}). Nothing is marked by it.`,
    next: "Restore the store from a backup, or withdraw the check with `/check void` and post it again.",
  }),
};
