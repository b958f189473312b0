import { shorterWindow } from "./shorter-window.ts";
import type { EngineProblem, OutOfRange, SeriesProblem } from "../../engine/problem.ts";
import { count, number } from "../numbers.ts";
import { plain } from "../plain.ts";
import { listOf } from "./name-lists.ts";
import type { ProblemWords, WordsOf } from "./problem-words.ts";

/** Why there is no estimate on these rows. */
export const engineProblemWords: WordsOf<Exclude<EngineProblem, SeriesProblem | OutOfRange>> = {
  "no-overlap": (problem) => ({
    cause: `There is no date on which all of them have a return: ${problem.ranges
      .map(({ series, first, last }) => (first === "" ? `${series} on none` : `${series} ${first} to ${last}`))
      .join("; ")}.`,
    next: problem.ranges.length > 1 ? "Choose a window inside the range that they share, or another factor." : "Choose a window inside its range.",
  }),
  "reversed-window": (problem) => ({
    cause: `The window ends before it begins: from ${problem.from} to ${problem.to}.`,
    next: "Give the earlier day as `from` and the later one as `to`.",
  }),
  "no-whole-period": ({ frequency, from, to }) => ({
    cause: `The window from ${from} to ${to} has no whole ${{ daily: "day", weekly: "week", monthly: "month", annual: "year" }[frequency]}.`,
    next: "Give it more with `from:` and `to:`; daily returns have more rows than weekly and monthly ones.",
  }),
  "too-few-rows": (problem) => ({
    cause: `Only ${rows(problem.rows)} of ${listOf(problem.series)} in that window; this needs at least ${count(problem.needed)}.`,
    next: "Give it more years with `from:` and `to:`; daily returns have more rows than weekly and monthly ones.",
  }),
  "window-too-long": (problem) => ({
    cause: `Only ${rows(problem.rows)} of ${listOf(problem.series)} there, and each window has ${count(problem.window)}.`,
    next: shorterWindow(problem.rows) !== null ? `Choose a shorter one, like \`window:${String(shorterWindow(problem.rows))}\`, or more years.` : "Give it more years with `from:` and `to:`.",
  }),
  "wrong-return-kind": wrongReturnKindWords,
  "constant-series": (problem) => ({
    cause: `${plain(problem.series)} is ${number(problem.value)} in every row of that window, so it has no variance to explain or to explain with.`,
    next: "Choose a window in which it moves, or another series.",
  }),
  collinear: (problem) => ({
    cause: `${listOf(problem.series)} say the same thing: one is a combination of the others, so their betas can't be told apart.`,
    next: "Leave one of them out.",
  }),
  "ill-conditioned": (problem) => ({
    cause: `The factors are so nearly alike (condition number ${number(problem.conditionNumber, 3)}) that about ${number(problem.digitsLeft, 2)} digits of the answer could be trusted.`,
    next: "Leave out a factor, or use one that moves on its own.",
  }),
  "not-finite": (problem) => ({
    cause: `${plain(problem.series)} has a value that is not a finite number on ${problem.date}.`,
    next: "Correct that row in the file and import it again.",
  }),
  "factor-is-asset": (problem) => ({
    cause: `${plain(problem.series)} on itself: its β is 1, its α is 0 and its R² is 1, by construction.`,
    next: "Name another factor, for example `factor:Mkt-RF`.",
  }),
  "exact-fit": (problem) => ({
    cause: `${plain(problem.asset)} is an exact combination of ${listOf(problem.factors)}: once hedged, nothing of it is left.`,
    next: "Name another factor, or another asset.",
  }),
};

const returnKindWords = {
  excess: "an excess return (over the risk-free rate)",
  total: "a total return (the risk-free rate is still in it)",
  rate: "the risk-free rate itself",
} as const;

function wrongReturnKindWords({
  series,
  has,
  needs,
}: Extract<EngineProblem, { kind: "wrong-return-kind" }>): ProblemWords {
  return {
    cause: `${plain(series)} is ${returnKindWords[has]}; this needs ${returnKindWords[needs]}.`,
    next:
      needs === "total"
        ? "The risk-free rate comes off once: use the series as it is."
        : needs === "excess"
          ? "Subtract the risk-free rate first, or name a series that has it subtracted already."
          : "Name the risk-free rate, RF.",
  };
}

const rows = (n: number): string => (n === 1 ? "1 row" : `${count(n)} rows`);
