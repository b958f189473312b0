import type { FaultyTextsProblem, UnreadableCheck } from "../../exercises/problem.ts";
import type { ExerciseProblem } from "../../grading/problem.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { didYouMean } from "./name-lists.ts";
import type { WordsOf } from "./problem-words.ts";

/** An exercise or a check that makes no question. */
export const exerciseProblemWords: WordsOf<ExerciseProblem | UnreadableCheck | FaultyTextsProblem> = {
  "unknown-exercise": (problem) => ({
    cause: `I have no exercise called ${plain(problem.asked)}.${didYouMean(problem.nearest)}`,
    next: "Choose one from the list that `/practice` offers.",
  }),
  "no-variant": (problem) => ({
    cause: `The loaded data have no rows that make a sound question of the exercise ${plain(problem.exercise)}.`,
    next: "`/data list` shows what is loaded. Choose another exercise meanwhile.",
  }),
  "unknown-variant": ({ exercise, asked, example }) => ({
    cause: `The exercise ${plain(exercise)} has no variant called ${plain(asked)}. Its variants are called like \`${plain(example)}\`, or by the code in a question's last line.`,
    next: `\`/practice exercise:${plain(exercise)}\` gives you one.`,
  }),
  "no-choices": ({ exercise, reason, quantities }) => {
    const named = `the exercise ${plain(exercise)}`;
    if (reason === "open") return { cause: `${named.slice(0, 1).toUpperCase()}${named.slice(1)} is answered in words, so there is nothing to vote on.`, next: "Post it with `/check post`, or write choices of your own: `/check vote question:… choices:\"… | …\" key:A`." };
    if (reason === "quantity") return { cause: `There is no such number in ${named}.`, next: `It has ${quantities.map((id) => `\`${id}\``).join(", ")}.` };
    return { cause: `Too few of the known mistakes in ${named} give a number that can be told from the key and from each other.`, next: "Name another `quantity`, have numbers typed with `as:numbers`, or write `choices` of your own." };
  },
  "bad-set": ({ fault, check, field, detail }) => {
    const next = "Nothing of it was taken. `/check export` makes such a file.";
    if (fault === "not-json") return { cause: "That file is no JSON.", next };
    if (fault === "not-a-set") return { cause: "That file is JSON, and no set of checks: it has no `format` that I know.", next };
    if (fault === "version") return { cause: `That set is of version ${plain(detail)}, and I read version 1.`, next: "Update the bot, or export it again with this one." };
    const where = [...(check === null ? [] : [`check ${count(check)}`]), ...(field === "" ? [] : [`\`${plain(field)}\``])].join(", ");
    return { cause: `In that file${where === "" ? "" : `, ${where}`}: ${plain(detail, 300).replace(/\.$/u, "")}.`, next };
  },
  "faulty-texts": ({ faults }) => ({
    cause: `The teaching texts can't be used:\n${[...faults.slice(0, 20), ...(faults.length > 20 ? [`and ${count(faults.length - 20)} more`] : [])].map((fault) => `- ${plain(fault, 300)}`).join(";\n")}.`,
    next: "Correct these files of data/lessons, or put the installed ones back.",
  }),
  "unreadable-check": (problem) => ({
    cause: `The ${problem.part} of this check can't be read in the store${problem.field === "" ? "" : `, at ${plain(problem.field)}`} (${plain(problem.detail)}). Nothing is marked by it.`,
    next: "Restore the store from a backup, or withdraw the check with `/check void` and post it again.",
  }),
};
