import type { RawOption } from "./options/option.ts";

/** What was typed, wherever it stood, less the words of a kind; an option of which nothing is left is not there. */
export const withoutWords = (options: Readonly<Record<string, RawOption>>, word: RegExp): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => {
      if (typeof value === "object") return [];
      const words = String(value).split(/[\s,;]+/u);
      const rest = words.filter((one) => !word.test(one));
      return rest.length === 0 ? [] : [[name, rest.length === words.length ? String(value) : rest.join(" ")]];
    }),
  );
