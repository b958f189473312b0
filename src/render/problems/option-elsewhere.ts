import type { OptionProblem } from "../../commands/problem.ts";
import { plain } from "../plain.ts";
import type { ProblemWords } from "./problem-words.ts";

type OptionElsewhere = Extract<OptionProblem, { kind: "option-elsewhere" }>;

/** A word that belongs to other commands: what this one does instead, or what the word can be, and who takes it. */
export function optionElsewhereWords({ command, word, does, takers }: OptionElsewhere): ProblemWords {
  const options = [...new Set(takers.map(({ option }) => option))];
  const kinds = [...new Set(options.map(kindOf))];
  const lacks = kinds.length === 1 ? `/${command} takes none` : `/${command} takes none of them`;
  return {
    cause: does === null ? `"${plain(word)}" can be ${listed(kinds, "or")}, and ${lacks}.` : `/${command} ${does}.`,
    next: takers.length === 0 ? "So it needs no word for one of them." : `${capital(options.map((option) => takenBy(option, takers)).join("; "))}.`,
  };
}

/** "`/size` takes it as `budget`". */
function takenBy(option: string, takers: OptionElsewhere["takers"]): string {
  const commands = [...new Set(takers.filter((taker) => taker.option === option).map((taker) => `\`/${taker.command}\``))];
  return `${listed(commands, "and")} ${commands.length === 1 ? "takes" : "take"} it as \`${option}\``;
}

/** What a value of an option is. */
const kindOf = (option: string): string => optionKinds[option] ?? `a value of ${option}`;

/** The same without its article, after "one". */
export const optionKind = (option: string): string => kindOf(option).replace(/^an? /u, "");

const optionKinds: Readonly<Record<string, string>> = {
  frequency: "a frequency",
  errors: "a kind of standard errors",
  lags: "a number of lags",
  returns: "a kind of returns",
  window: "a length of rolling windows",
  budget: "an amount of dollars",
  amount: "an amount of dollars",
  target: "a share",
  move: "a move of the market",
  horizon: "a horizon",
  factor: "a model of factors",
  model: "a model of factors",
  from: "a first day",
  to: "a last day",
  without: "days to leave out",
  show: "a view",
  private: "a wish to be answered alone",
  split: "a day of change",
  line: "a picture without its line",
  as: "a provider's β",
  orthogonal: "a way to make factors independent",
  guess: "a guess of β",
};

const listed = (names: readonly string[], joined: "and" | "or"): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(` ${joined} `);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
