/**
 * A typed command, read as Discord would fill it in: `/beta JPM from:2000-01-01`. Words without a
 * name fill the options in order, passing over those that are named; a value with spaces stands in
 * double quotes. Where a command has a window (`from` and `to`), a year and what a sign joins stand with the word before:
 * by themselves they would fill an amount's place. Only the last required free text and a `restOption` take spaces without quotes:
 * `/ask what is beta`, `/compare JPM WMT`. Every part carries its position in the text, for marking it there.
 */
import type { CommandListing, OptionListing } from "../page-protocol.ts";
import { goesOn, isDated } from "./joined-words.ts";
import type { Filled } from "./filled-option.ts";

/** A word that fits no option. */
export interface UnmatchedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly why: "unknown-option" | "too-many-words";
}

export interface CommandLine {
  readonly command: CommandListing;
  /** Where the command's words end. */
  readonly nameEnd: number;
  readonly filled: readonly Filled[];
  readonly unmatched: readonly UnmatchedWord[];
}

interface Word {
  readonly whole: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /(?:[\p{L}\p{N}_-]+:)?"(?:[^"]|"")*"?|\S+/gu;

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(wordPattern)].map((match) => ({ whole: match[0], start: match.index, end: match.index + match[0].length }));

/** Null where the text doesn't begin with the words of a listed slash command. */
export function readCommandLine(text: string, commands: readonly CommandListing[]): CommandLine | null {
  if (!text.startsWith("/")) return null;
  const words = wordsOf(text);
  const command = commandOf(words, commands);
  if (command === null) return null;
  const nameWords = words.slice(0, command.path.length);
  const nameEnd = nameWords.at(-1)?.end ?? 0;
  return { command, nameEnd, ...fill(text, words.slice(command.path.length), command) };
}

/** The listed slash command of this name, like "check post". */
export const slashCommand = (name: string, commands: readonly CommandListing[]): CommandListing | null =>
  commands.find(({ kind, path }) => kind === "slash" && path.join(" ") === name) ?? null;

function commandOf(words: readonly Word[], commands: readonly CommandListing[]): CommandListing | null {
  const typed = words.map(({ whole }) => whole.replace(/^\//, "").toLowerCase());
  const fits = commands.filter(
    ({ kind, path }) => kind === "slash" && path.every((word, at) => word.toLowerCase() === typed[at]),
  );
  return fits.sort((one, other) => other.path.length - one.path.length)[0] ?? null;
}

/** The option whose value may contain spaces without quotes: the command's `restOption`, else the last required one if it is free text. */
export function runsOn({ options, restOption }: CommandListing): OptionListing | null {
  if (restOption !== undefined) return options.find(({ name }) => name === restOption) ?? null;
  const last = options.filter(({ required }) => required).at(-1);
  return last?.type === "text" && !last.autocomplete && last.choices.length === 0 ? last : null;
}

function fill(text: string, words: readonly Word[], command: CommandListing): Pick<CommandLine, "filled" | "unmatched"> {
  const filled: Filled[] = [];
  const unmatched: UnmatchedWord[] = [];
  const long = runsOn(command);
  const named = new Set(words.flatMap(({ whole }) => nameOf(whole, command)?.option.name ?? []));
  for (const { whole, start, end } of words) {
    const name = nameOf(whole, command);
    const before = filled.at(-1);
    if (name !== null && !filled.some(({ option }) => option === name.option)) {
      const valueStart = start + name.length;
      filled.push({ option: name.option, text: unquoted(text.slice(valueStart, end)), start, end, valueStart });
    } else if (before !== undefined && before.option === long) {
      filled[filled.length - 1] = { ...before, text: text.slice(before.valueStart, end), end };
    } else if (name === null && isNamed(whole) && before !== undefined && isFreeText(before)) {
      // As in Discord's own field, where it is text like any other: the bot says what takes it.
      filled[filled.length - 1] = { ...before, text: text.slice(before.valueStart, end), end };
    } else if (name === null && isNamed(whole) && command.options.length > 0) {
      unmatched.push({ text: whole.slice(0, whole.indexOf(":")), start, end, why: "unknown-option" });
    } else {
      const free = command.options.find(
        (option) => !named.has(option.name) && !filled.some((each) => each.option === option),
      );
      const place = filled.length - 1;
      // A word that is none of an option's choices belongs to what stands before it: the bot reads both.
      const isForNone = free !== undefined && !mayHold(free, unquoted(whole)) && before?.valueStart === before?.start;
      const dated = before?.valueStart === before?.start && isDated(whole, command) ? filled.findLastIndex(isFreeText) : -1;
      if (before?.option.type === "text" && (isForNone || goesOn({ before, isFirst: filled.length === 1, word: whole, command }))) {
        filled[place] = { ...before, text: text.slice(before.valueStart, end), end };
      } else if (dated >= 0) {
        // Beside a number that fills its own place the year goes to the words before it.
        filled.splice(dated, 1, ...filled.slice(dated, dated + 1).map((each) => ({ ...each, text: `${each.text} ${whole}` })));
      } else if (free === undefined) unmatched.push({ text: whole, start, end, why: "too-many-words" });
      else filled.push({ option: free, text: unquoted(whole), start, end, valueStart: start });
    }
  }
  return { filled, unmatched };
}

/** "colour:red": a name that no option has, and no address of the web. */
const isNamed = (word: string): boolean => /^[a-z][\w-]*:[^/]/i.test(word);

/** A value without its name, of an option that takes any words. */
const isFreeText = ({ option, start, valueStart }: Filled): boolean => option.type === "text" && option.choices.length === 0 && valueStart === start;

/** Whether the option can have this value at all, as far as the line tells. */
function mayHold({ type, choices, min, max }: OptionListing, value: string): boolean {
  const typed = value.toLowerCase();
  if (choices.length > 0) return choices.some((choice) => [choice.name, String(choice.value)].some((each) => each.toLowerCase() === typed));
  const number = /^[-+]?[\d.,]+$/.test(typed) ? Number(typed.replaceAll(",", "")) : NaN;
  if (type === "integer" || type === "number") return number >= (min ?? -Infinity) && number <= (max ?? Infinity);
  return type !== "boolean" || ["true", "false", "yes", "no"].includes(typed);
}

function nameOf(word: string, command: CommandListing): { readonly option: OptionListing; readonly length: number } | null {
  const colon = word.indexOf(":");
  if (colon < 1) return null;
  const name = word.slice(0, colon).toLowerCase();
  const option = command.options.find((each) => each.name.toLowerCase() === name);
  return option === undefined ? null : { option, length: colon + 1 };
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value;
  const inside = /^"((?:[^"]|"")*)"?$/.exec(value)?.[1] ?? value;
  return inside.replaceAll('""', '"');
}

/** The value as it has to be typed for this option. */
export const typedValue = (value: string, mayRunOn: boolean): string =>
  !mayRunOn && /[\s"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
