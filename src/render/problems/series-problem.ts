import type { SeriesProblem } from "../../engine/problem.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { didYouMean, listOf } from "./name-lists.ts";
import type { ProblemWords, WordsOf } from "./problem-words.ts";

/** A series that is not loaded, or not so. */
export const seriesProblemWords: WordsOf<SeriesProblem> = {
  "unknown-series": (problem) =>
    problem.company === undefined
      ? { cause: `I have no series called ${plain(problem.asked)}.${didYouMean(problem.nearest)}`, next: loadedWords(problem) }
      : { cause: `${plain(companyWords(problem.company))} is not loaded.`, next: `${loadedWords(problem)} The course staff can load it.` },
  "ambiguous-name": (problem) => ({
    cause: `"${plain(problem.asked)}" may be ${oneOf(problem.companies.map(({ ticker, name, isLoaded }) => plain(`${name} (${ticker}${isLoaded ? "" : ", not loaded"})`)))}.`,
    next: "Type the ticker.",
  }),
  "wrong-frequency": (problem) => ({
    cause: `${plain(problem.series)} is loaded ${problem.has} only, not ${problem.asked}.`,
    next: `Ask with \`frequency:${problem.has}\`.`,
  }),
  "mixed-origins": mixedOriginsWords,
};

const oneOf = (names: readonly string[]): string => [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" or ");

const companyWords = ({ ticker, name }: { readonly ticker: string; readonly name: string }): string => (ticker === name ? ticker : `${name} (${ticker})`);

/** What there is, by a few of its names: the whole list is a command of its own. */
function loadedWords({ available, examples }: Extract<SeriesProblem, { kind: "unknown-series" }>): string {
  if (available === 0) return "Nothing is loaded yet.";
  const more = available - examples.length;
  return more === 0 ? `I have ${listOf(examples)}.` : `I have ${listOf(examples)} and ${count(more)} more: \`/data list\`.`;
}

const publishedFactors = new Set(["Mkt-RF", "SMB", "HML", "RF", "SMB5", "RMW", "CMA", "MOM"]);

/** With the one command that brings what is still the sample's: French's factors, or the tickers themselves. */
function mixedOriginsWords({ imported, simulated, frequency }: Extract<SeriesProblem, { kind: "mixed-origins" }>): ProblemWords {
  const assets = simulated.filter((id) => !publishedFactors.has(id));
  const command = assets.length === 0 ? "npm run data:fetch" : `npm run data:fetch -- ${assets.join(" ")}`;
  const [are, they] = simulated.length === 1 ? ["is", "it"] : ["are", "they"];
  return {
    cause: `${listOf(imported)} ${imported.length === 1 ? "is" : "are"} market data, and ${listOf(simulated)} ${frequency} ${are} simulated: a number from both would mean nothing.`,
    next: `The course staff can load ${they === "it" ? "it" : "them"} with \`${command}\`.`,
  };
}
