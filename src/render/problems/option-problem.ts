import type { OptionProblem } from "../../commands/problem.ts";
import { asTyped, count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";
import { didYouMean, listOf } from "./name-lists.ts";
import { optionElsewhereWords, optionKind } from "./option-elsewhere.ts";
import type { WordsOf } from "./problem-words.ts";

/** What was typed, and can't be taken. */
export const optionProblemWords: WordsOf<OptionProblem> = {
  "unknown-topic": (problem) => ({
    cause: `I have no entry on "${plain(problem.asked)}".${didYouMean(problem.nearest)}`,
    next: `Start typing a word of the chapter and choose from the list of ${count(problem.available)}, or put it as a question to \`/ask\`.`,
  }),
  "unknown-command": (problem) => ({
    cause: `I have no command /${plain(problem.asked)}.${didYouMean(problem.nearest.map((name) => `/${name}`))}`,
    next: "Type / to see all commands.",
  }),
  "unknown-option": (problem) => ({
    cause: `/${problem.command} has no option ${plain(problem.option)}.${didYouMean(problem.nearest)}`,
    next: problem.known.length > 0 ? `It takes: ${problem.known.join(", ")}.` : "It takes none.",
  }),
  "missing-option": (problem) => ({
    cause: `/${problem.command} needs its option ${problem.option}${problem.or === undefined ? "" : ` or ${problem.or}`}.`,
    next: `Type \`/${problem.command} ${problem.option}:…\`${problem.or === undefined ? "" : ` or \`/${problem.command} ${problem.or}:…\``}.`,
  }),
  "takes-one-factor": (problem) => ({
    cause: `/${problem.command} regresses on one factor, and ${plain(problem.word)} has several.`,
    next: "`/regress` takes a model: capm, ff3, ff5, ff6, or a list of factors.",
  }),
  "several-assets": ({ command, assets, takesFactor }) => ({
    cause: `/${command} is about one asset, and ${listOf(assets)} are ${count(assets.length)}.`,
    next: `\`/compare\` puts them side by side.${takesFactor ? ` \`/${command} ${assets[0] ?? ""} factor:${assets[1] ?? ""}\` takes the second as the factor of the first.` : ""}`,
  }),
  "no-such-frequency": ({ word, has, elsewhere }) => ({
    cause: elsewhere === null ? `I don't have ${plain(word)} returns.` : `Returns are ${has.join(" or ")} here.`,
    next: elsewhere === null ? `Here they are ${has.join(" or ")}.` : `\`/${elsewhere.command}\` ${elsewhere.does}.`,
  }),
  "option-elsewhere": optionElsewhereWords,
  "option-without-value": ({ command, option, choices }) => ({
    cause: `${option} is an option of /${command}, and has no value here.`,
    next: choices.length === 0 ? `Type it with its value behind a colon: \`/${command} … ${option}:…\`.` : `Type it like \`${option}:${choices[0] ?? ""}\`.`,
  }),
  "given-twice": ({ command, option, first, second }) => ({
    cause: `/${command} takes one ${optionKind(option)}, and "${plain(first)}" and "${plain(second)}" are two.`,
    next: "Press the one that you mean.",
  }),
  "too-many-words": (problem) => ({
    cause: `I don't know what "${plain(problem.word)}" is for in /${problem.command}.`,
    next: problem.known.length > 0 ? `It takes: ${problem.known.join(", ")}.` : "It takes no further words.",
  }),
  "unreadable-option": (problem) => ({
    cause: `I can't read ${problem.option} "${plain(problem.text)}" as ${expectedWords[problem.expected].what}.`,
    next: `Write it like ${expectedWords[problem.expected].example}.`,
  }),
  "not-a-choice": (problem) => ({
    cause: `${problem.option} can't be "${plain(problem.text)}".`,
    // An entry behind an old button, whose id is gone: nobody types ids.
    next: problem.choices.length === 0 ? "It has another name by now: ask your question again." : `Choose one of: ${problem.choices.join(", ")}.`,
  }),
  "series-count": (problem) =>
    problem.series
      ? { cause: `${problem.option} takes one series here, and ${problem.series.join(", ")} are ${count(problem.found)}.`, next: "Choose one of them; `/regress`, `/hedge`, `/variance` and others take several." }
      : {
          cause: `${problem.option} names ${count(problem.found)} different series.`,
          next: `Name ${count(problem.min)} to ${count(problem.max)} of them, separated by spaces or commas. \`/data list\` shows them all.`,
        },
  "bad-choices": ({ found, reason }) =>
    reason === "count"
      ? { cause: `A vote has 2 to 5 choices; I read ${count(found)}.`, next: "Set them off with |, like `choices:\"0.36 | 1.40 | 2.79\"`." }
      : reason === "alike"
        ? { cause: "Two of the choices are alike.", next: "Each may be there once." }
        : { cause: "One of the choices is longer than 150 characters.", next: "Put what they share into the question." },
  "text-too-long": (problem) => ({
    cause: `${problem.option} has ${count(problem.length)} characters.`,
    next: `Keep it within ${count(problem.max)}.`,
  }),
  "past-moment": (problem) => ({
    cause: `${problem.option} has passed: ${timestamp(problem.at, "f")}.`,
    next: "Give a time to come, like `20m`, `2h`, `3d`, `Friday 5pm` or `2026-11-25 14:00`.",
  }),
  "far-moment": ({ option, text, at }) => ({
    cause: `${option} "${plain(text)}" is more than a year away: ${timestamp(at, "f")}.`,
    next: "Give the date if you mean it, like `2027-12-01`.",
  }),
  "unclear-moment": ({ option, text, readings }) => ({
    cause: `${option} "${plain(text)}" can be ${readings.map(({ words }) => words).join(" or ")}.`,
    next: "Press the one that you mean, or type the date like `2026-11-25 14:00`.",
  }),
  "no-time-zone": ({ times }) => ({
    cause: `${listOf(times.map(({ option, text }) => `${option} "${plain(text)}"`))} ${times.length === 1 ? "is a time" : "are times"} by a clock, and this course has no time zone.`,
    next: "Press whose clocks are meant, or name them behind it, like `5pm ET` or `17:00 Europe/Berlin`. `/course setup timezone:…` sets the course's for good; a span like `2h` needs none.",
  }),
  "closes-before-opens": ({ text, opensAt, words }) => ({
    cause: `The check opens ${timestamp(opensAt, "f")}, and closes "${plain(text)}" comes before that. The next one is ${words}.`,
    next: "Give a span like `closes:50m`, which counts from its opening, or press the button if you mean the later one.",
  }),
  "unclear-number": ({ option, text, readings }) => ({
    cause: readings.length > 1 ? `${option} "${plain(text)}" can be ${readings.map((one) => plain(one)).join(" or ")}.` : `${option} "${plain(text)}" holds more than a number: I read ${readings.map((one) => plain(one)).join("")}.`,
    next: "A class is marked by it, so type the number alone.",
  }),
  "one-key-for-variants": ({ part, text, variants }) => ({
    cause: `Each of the ${count(variants)} variants has its own key for ${plain(part)}, and ${plain(text)} would be everybody's. No key is changed.`,
    next: "Where another quantity of the same unit was meant, type its name as the key: it is worked out on each variant. Or change `tolerance` alone, or withdraw the check with `/check void`.",
  }),
  "option-without-use": ({ command, options, beside }) => ({
    cause: `${usesNone[beside]} ${options.map((name) => `\`${name}\``).join(", ")} would be dropped.`,
    next: beside === "exercise" ? `Leave out \`exercise\` to ask your own question, or the others to ask the exercise, and \`/${command}\` takes it.` : `Leave that out, and \`/${command}\` takes the rest.`,
  }),
  "out-of-range": (problem) => ({
    cause: `${problem.option} is ${withUnit(problem.value, problem)}.`,
    next: `It must lie between ${withUnit(problem.min, problem)} and ${withUnit(problem.max, problem)}.`,
  }),
};

/** Beside what an option has no use. */
const usesNone: Readonly<Record<Extract<OptionProblem, { kind: "option-without-use" }>["beside"], string>> = {
  exercise: "An exercise has its own question and key.",
  "own-question": "A question of your own is the same for everybody, and its key is the one number that it asks for.",
  "open-question": "An open question is answered in words.",
  choices: "Choices are pressed, and belong to no data.",
  numbers: "With `as:numbers` the whole exercise is typed.",
  attempts: "There are more credits than attempts.",
  opens: "A check opens for the whole class.",
};

const expectedWords = {
  date: { what: "a date", example: "`2009-12-31`, `2009-12` or `2009`" },
  "whole number": { what: "a whole number", example: "`252`" },
  lags: { what: "a whole number of lags, or auto", example: "`10` or `auto`" },
  number: { what: "a number", example: "`0.05`" },
  "true or false": { what: "yes or no", example: "`true` or `false`" },
  money: { what: "an amount of money", example: "`$1,000,000`, `2.5m` or `1e6`" },
  share: { what: "a share", example: "`20%` or `0.2`" },
  moment: { what: "a time", example: "`20m`, `2h`, `3d`, `Friday 5pm`, or `2026-11-25 14:00` (by the course's clocks; `+01:00` behind it for another zone)" },
  credit: { what: "the credit of each attempt", example: "`100% 80% 60%`, the first attempt's first, none above the one before" },
  mention: { what: "somebody or something of this server", example: "a mention, like `@Ada` or `#staff`" },
  file: { what: "a file", example: "an attachment of the message" },
} as const;

/** A limit or a value as a person would type it: whole numbers without decimals. */
const plainNumber = (value: number): string => (Number.isSafeInteger(value) ? count(value) : asTyped(value));

const withUnit = (value: number, { unit }: { readonly unit?: "dollars" }): string => `${value < 0 ? "−" : ""}${unit === "dollars" ? "$" : ""}${plainNumber(Math.abs(value))}`;
