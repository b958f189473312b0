import { failure, success, type Outcome } from "../../outcome.ts";
import type { OptionProblem } from "../problem.ts";
import type { UploadedFile } from "../uploaded-file.ts";
import type { Choice, Option, RawOption } from "./option.ts";

/** Free text, at most `max` code points. */
export function text(description: string, max = 500): Option<string> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: "",
    read: (raw, option) => textUpTo(max, raw, option),
  };
}

/** What was typed, without the space around it. Errors: `text-too-long` above `max` code points. */
export function textUpTo(max: number, raw: RawOption, option: string): Outcome<string, OptionProblem> {
  const words = asText(raw).trim();
  const length = [...words].length;
  return length > max ? failure({ kind: "text-too-long", option, length, max }) : success(words);
}

/** One of a few words, in any letter case; `others` are other words for one of them ("month" for "monthly"). */
export function choice<const Words extends readonly string[]>(
  description: string,
  words: Words,
  others: Readonly<Record<string, Words[number]>> = {},
): Option<Words[number]> {
  const meant = (typed: string): Words[number] | undefined => {
    const folded = typed.trim().toLowerCase();
    return words.find((word) => word.toLowerCase() === folded) ?? (Object.hasOwn(others, folded) ? others[folded] : undefined);
  };
  return {
    type: "string",
    description,
    required: true,
    choices: words.map((word) => ({ name: word, value: word })),
    defaultValue: words[0] as Words[number],
    claims: (typed) => meant(typed) ?? null,
    read(raw, option) {
      const found = meant(asText(raw));
      return found === undefined
        ? failure({ kind: "not-a-choice", option, text: asText(raw), choices: words })
        : success(found);
    },
  };
}

/** A whole number between two bounds, both included. */
export function wholeNumber(description: string, min: number, max: number): Option<number> {
  return {
    type: "integer",
    description,
    required: true,
    min,
    max,
    defaultValue: min,
    read(raw, option) {
      const value = typeof raw === "number" ? raw : Number(asText(raw).replaceAll(",", ""));
      if (asText(raw).trim() === "" || !Number.isInteger(value)) {
        return failure({ kind: "unreadable-option", option, text: asText(raw), expected: "whole number" });
      }
      if (value < min || value > max) return failure({ kind: "out-of-range", option, value, min, max });
      return success(value);
    },
  };
}

/** `word` in another option's place means true. */
export function yesOrNo(description: string, word: string | null = null): Option<boolean> {
  return {
    claims: (typed) => (word !== null && typed.toLowerCase() === word ? "true" : null),
    type: "boolean",
    description,
    required: true,
    defaultValue: false,
    read(raw, option) {
      const word = asText(raw).trim().toLowerCase();
      if (word === "true" || word === "yes") return success(true);
      if (word === "false" || word === "no") return success(false);
      return failure({ kind: "unreadable-option", option, text: asText(raw), expected: "true or false" });
    },
  };
}

export function uploadedFile(description: string): Option<UploadedFile> {
  return {
    type: "attachment",
    description,
    required: true,
    defaultValue: { filename: "", url: "", size: 0 },
    read(raw, option) {
      return typeof raw === "object"
        ? success(raw)
        : failure({ kind: "unreadable-option", option, text: asText(raw), expected: "file" });
    },
  };
}

export const asText = (raw: string | number | boolean | UploadedFile): string =>
  typeof raw === "object" ? raw.filename : String(raw);

/** The first 25 choices whose name or value holds what was typed, those that start with it first; each value once. */
export function matchingChoices(choices: readonly Choice[], typed: string): readonly Choice[] {
  const query = typed.trim().toLowerCase();
  const rank = ({ name, value }: Choice): number => {
    if (value.toLowerCase().startsWith(query)) return 0;
    if (name.toLowerCase().startsWith(query)) return 1;
    return name.toLowerCase().includes(query) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ offered: choice, place: rank(choice) }))
    .filter(({ place: found }) => found < 3)
    .sort((one, other) => one.place - other.place)
    .map(({ offered }) => offered)
    .filter(({ value }, index, sorted) => sorted.findIndex((earlier) => earlier.value === value) === index)
    .slice(0, 25);
}
