import type { Problem } from "../render/problem.ts";
import { spokenCommand } from "../render/spoken-command.ts";
import type { CommandCall, NextStep } from "../render/reply.ts";
import type { Reading } from "../asking/understanding.ts";
import type { AppContext } from "./app-context.ts";
import type { RawOption } from "./options/option.ts";
import type { Command } from "./command.ts";
import { isQuestion } from "./parse-command.ts";
import { readerOf } from "./read-question.ts";

/** What is said of words that fit no option of their command: a sentence may have begun with its name. */
const ofWords: ReadonlySet<Problem["kind"]> = new Set<Problem["kind"]>(["unreadable-option", "too-many-words", "unknown-series", "option-elsewhere", "not-a-choice", "unknown-option", "series-count", "unreadable-portfolio"]);

/** Words from which on they may be a sentence; two after a command's name are its options, one of them misread. */
const fewestWords = 3;

/** Whether it fails for words that may be a sentence, and not for a misspelt name, which is said with the name that was meant. */
const isOfSentence = (problem: Problem): boolean => ofWords.has(problem.kind) && !(problem.kind === "unknown-series" && problem.nearest.length > 0);

/** A question in words that is surely understood; null for any other. */
function surelyRead(words: string, context: AppContext): Reading | null {
  const understood = readerOf(context)(words);
  return understood.kind === "confident" ? understood.reading : null;
}

/** "hedge jpm with qqq", typed without a slash, that is no call of the command it begins with: the question that it is; null where it is none. */
export function askedInstead(typed: string, problem: Problem, commands: readonly Command[], context: AppContext): CommandCall | null {
  const question = commands.find(({ options }) => options["question"]?.rest === "prose");
  if (question === undefined || !isQuestion(typed) || typed.trim().split(/\s+/u).length < fewestWords || !isOfSentence(problem)) return null;
  return surelyRead(typed, context) === null ? null : { command: question.name, options: { question: typed.trim() } };
}

interface RefusedCall {
  readonly command: string;
  readonly options: Readonly<Record<string, RawOption>>;
}

/** The call that the refused words mean as a question, as a button; none where they are not surely read, or something of them is left out. */
export function readingStep({ command: name, options }: RefusedCall, command: Command | undefined, problem: Problem, context: AppContext): readonly NextStep[] {
  if (command?.asking?.about !== "assets" || !isOfSentence(problem)) return [];
  // A day is one of a window; words that only filled its place stand as they were typed.
  const values = Object.entries(options).flatMap(([option, value]) => (typeof value !== "string" ? [] : isDay.test(value) && option in windowWords ? [windowWords[option] ?? "", value] : [value]));
  const words = values.join(" ").split(/\s+/u).filter((word) => word !== "");
  const reading = words.length < fewestWords ? null : surelyRead([name, ...words].join(" "), context);
  if (reading === null || reading.leftOut.length > 0) return [];
  return [{ label: cut(spokenCommand(reading.call)), ...reading.call }];
}

const isDay = /^\d{4}(?:-\d\d){0,2}$/u;
const windowWords: Readonly<Record<string, string>> = { from: "since", to: "until" };
const longestLabel = 80;
const cut = (label: string): string => ([...label].length <= longestLabel ? label : `${[...label].slice(0, longestLabel - 1).join("")}…`);
