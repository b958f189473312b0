import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { commandWords, type CommandWord } from "../render/command-text.ts";
import type { CommandCall } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { nearestCommands } from "./nearest-commands.ts";

/**
 * A typed command as Discord would fill it in: `/beta JPM from:2000-01-01` gives ticker and from. Words without a
 * name fill the options in order, passing over those that are named; an option that takes the rest takes all of them
 * that are left, and in prose words that only look named.
 */
export function parseCommand(typed: string, commands: readonly Command[]): Outcome<CommandCall, Problem> {
  const words = commandWords(typed);
  const command = findCommand(words, commands);
  if (!command) {
    const asked = words[0]?.text ?? "";
    return failure({ kind: "unknown-command", asked, nearest: nearestCommands(asked, commands) });
  }
  const names = Object.keys(command.options);
  const rest = names.find((name) => command.options[name]?.rest);
  const isProse = rest !== undefined && command.options[rest]?.rest === "prose";
  const namedWords = words
    .slice(command.name.split(" ").length)
    .map((word) => (isProse && word.name !== null && !names.includes(word.name) ? { ...word, name: null } : word));
  const options = new Map(namedWords.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const])));
  const namedOptions = new Set(options.keys());
  for (const name of options.keys()) {
    if (!names.includes(name)) {
      return failure({ kind: "unknown-option", command: command.name, option: name, known: names });
    }
  }
  const isWindowed = names.includes("from") && names.includes("to");
  for (const text of wholeDates(namedWords, isWindowed)) {
    const unfilled = names.find((option) => !options.has(option) || (option === rest && !namedOptions.has(option)));
    if (unfilled === undefined) return failure({ kind: "too-many-words", command: command.name, word: text });
    options.set(unfilled, options.has(unfilled) ? `${options.get(unfilled) ?? ""} ${text}` : text);
  }
  return success({ command: command.name, options: Object.fromEntries(options) });
}

/**
 * The plain words, each year and month beside its neighbour: a number of a year fills no place by itself, where it would be
 * read as a budget, a target or a length, but stands in the text whose dates are looked for ("JPM 2008").
 */
function wholeDates(words: readonly CommandWord[], isWindowed: boolean): readonly string[] {
  const texts: string[] = [];
  words.forEach(({ name, text }, place) => {
    if (name !== null) return;
    const before = texts.at(-1);
    const isBesideIt = isWindowed && before !== undefined && words[place - 1]?.name === null;
    if (isBesideIt && (isDate(text) || (texts.length === 1 && isDate(before)))) texts.splice(-1, 1, `${before} ${text}`);
    else texts.push(text);
  });
  return texts;
}

/** "2008", "2008-09", "2000-2009", "2008-09..2009-03"; a whole date can't be meant for anything else, and keeps its place. */
const isDate = (text: string): boolean => /^(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?(?:(?:[-–]|\.\.)(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2]))?)?$/u.test(text);

/** A command's name is one word, or two with its subcommand. */
function findCommand(words: readonly CommandWord[], commands: readonly Command[]): Command | undefined {
  const [first = "", second = ""] = words.map(({ text }) => text.toLowerCase());
  return commands.find(({ name }) => name === `${first} ${second}`) ?? commands.find(({ name }) => name === first);
}
