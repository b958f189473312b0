import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { commandWords, type CommandWord } from "../render/command-text.ts";
import type { CommandCall } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { nearestCommands } from "./nearest-commands.ts";
import { typedPhrases, withUnits } from "./typed-phrases.ts";

/**
 * A typed command as Discord would fill it in: `/beta JPM from:2000-01-01` gives ticker and from. Words without a
 * name fill the options in order, passing over those that are named; an option that takes the rest takes all of them
 * that are left, and in prose words that only look named. Several words without a slash that begin with no command, nor
 * nearly with one, are a question in words.
 */
export function parseCommand(typed: string, commands: readonly Command[]): Outcome<CommandCall, Problem> {
  const words = commandWords(typed);
  const found = findCommand(words, commands);
  const command = found && isSentence(typed, found) ? undefined : found;
  if (!command) {
    const asked = words[0]?.text ?? "";
    const nearest = found ? [] : nearestCommands(asked, commands);
    const question = isQuestion(typed) && nearest.length === 0 ? commands.find(({ options }) => options["question"]?.rest === "prose") : undefined;
    return question ? success({ command: question.name, options: { question: typed.trim() } }) : failure({ kind: "unknown-command", asked, nearest });
  }
  const names = Object.keys(command.options);
  const rest = names.find((name) => command.options[name]?.rest);
  const isProse = rest !== undefined && command.options[rest]?.rest === "prose";
  const namedWords = withUnits(words.slice(command.name.split(" ").length)).map((word) => (isProse && word.name !== null && !names.includes(word.name) ? { ...word, name: null } : word));
  const options = new Map(namedWords.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const])));
  const namedOptions = new Set(options.keys());
  const isWindowed = names.includes("from") && names.includes("to");
  for (const text of typedPhrases(namedWords, isWindowed)) {
    const unfilled = names.find((option) => !options.has(option) || (option === rest && !namedOptions.has(option)));
    if (unfilled === undefined) return failure({ kind: "too-many-words", command: command.name, word: text, known: names, rest: Object.fromEntries(options) });
    options.set(unfilled, options.has(unfilled) ? `${options.get(unfilled) ?? ""} ${text}` : text);
  }
  return success({ command: command.name, options: Object.fromEntries(options) });
}

/** "beta of jpm over the last 60 days" is a sentence, "beta jpm" the command without its slash. */
const isSentence = (typed: string, { name }: Command): boolean => isQuestion(typed) && new RegExp(`^${name} (?:of|for|in|over|between|during)\\b`, "iu").test(typed.trim());

/** Several words without a slash. */
export const isQuestion = (typed: string): boolean => !/^[\s`]*\//u.test(typed) && /\S\s+\S/u.test(typed.trim());

/** A command's name is one word, or two with its subcommand. */
function findCommand(words: readonly CommandWord[], commands: readonly Command[]): Command | undefined {
  const [first = "", second = ""] = words.map(({ text }) => text.toLowerCase());
  return commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
}
