import { failure, success } from "../../outcome.ts";
import type { UploadedFile } from "../uploaded-file.ts";
import type { Choice, Option } from "./option.ts";

/** Free text, at most `max` code points. */
export function text(description: string, max = 500): Option<string> {
  return {
    type: "string",
    description,
    required: true,
    absent: "",
    read(given, option) {
      const words = asText(given).trim();
      const length = [...words].length;
      return length > max ? failure({ kind: "text-too-long", option, length, max }) : success(words);
    },
  };
}

/** One of a few words, in any letter case. */
export function choice<const Words extends readonly string[]>(
  description: string,
  words: Words,
): Option<Words[number]> {
  return {
    type: "string",
    description,
    required: true,
    choices: words.map((word) => ({ name: word, value: word })),
    absent: words[0] as Words[number],
    read(given, option) {
      const asked = asText(given).trim().toLowerCase();
      const found = words.find((word) => word.toLowerCase() === asked);
      return found === undefined
        ? failure({ kind: "not-a-choice", option, text: asText(given), choices: words })
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
    absent: min,
    read(given, option) {
      const value = typeof given === "number" ? given : Number(asText(given).replaceAll(",", ""));
      if (asText(given).trim() === "" || !Number.isInteger(value)) {
        return failure({ kind: "unreadable-option", option, text: asText(given), expected: "whole number" });
      }
      if (value < min || value > max) return failure({ kind: "out-of-range", option, value, min, max });
      return success(value);
    },
  };
}

export function yesOrNo(description: string): Option<boolean> {
  return {
    type: "boolean",
    description,
    required: true,
    absent: false,
    read(given, option) {
      const word = asText(given).trim().toLowerCase();
      if (word === "true" || word === "yes") return success(true);
      if (word === "false" || word === "no") return success(false);
      return failure({ kind: "unreadable-option", option, text: asText(given), expected: "true or false" });
    },
  };
}

export function uploadedFile(description: string): Option<UploadedFile> {
  return {
    type: "attachment",
    description,
    required: true,
    absent: { filename: "", url: "", size: 0 },
    read(given, option) {
      return typeof given === "object"
        ? success(given)
        : failure({ kind: "unreadable-option", option, text: asText(given), expected: "file" });
    },
  };
}

export const asText = (given: string | number | boolean | UploadedFile): string =>
  typeof given === "object" ? given.filename : String(given);

/** The first 25 choices whose name or value holds what was typed, those that start with it first; each value once. */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const asked = typed.trim().toLowerCase();
  const place = ({ name, value }: Choice): number => {
    if (value.toLowerCase().startsWith(asked)) return 0;
    if (name.toLowerCase().startsWith(asked)) return 1;
    return name.toLowerCase().includes(asked) ? 2 : 3;
  };
  return choices
    .map((offered) => ({ offered, place: place(offered) }))
    .filter(({ place: found }) => found < 3)
    .sort((one, other) => one.place - other.place)
    .map(({ offered }) => offered)
    .filter(({ value }, at, sorted) => sorted.findIndex((earlier) => earlier.value === value) === at)
    .slice(0, 25);
}
