import { failure, success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { asText, matchingChoices, wholeNumber } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Lags of errors that count them: a number, or as many as the data ask for. */
export type Lags = number | "auto";

const most = 500;
/** What the choice by the data is called: by R's help, in papers, by students. */
const automatic = new Set(["auto", "automatic", "data", "optimal", "null", "nw1994", "newey-west 1994"]);

/** "auto" (Newey and West 1994), or a whole number of rows. */
export function lagCount(description: string): Option<Lags> {
  const number = wholeNumber(description, 0, most);
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    claims: (typed) => {
      const [, before, after] = /^(?:(\d{1,3}|auto\w*) lags?|lags? (\d{1,3}|auto\w*))$/iu.exec(typed.trim()) ?? [];
      const count = before ?? after;
      return count === undefined ? null : count.toLowerCase().startsWith("auto") ? "auto" : count;
    },
    suggest: (typed) => matchingChoices([{ name: "auto: as the data ask for (Newey and West 1994)", value: "auto" }], typed),
    read: (raw, option, context): Outcome<Lags, Problem> => {
      const text = asText(raw).trim();
      if (automatic.has(text.toLowerCase())) return success("auto");
      return /^[\d,]+$/u.test(text) ? number.read(raw, option, context) : failure({ kind: "unreadable-option", option, text, expected: "lags" });
    },
  };
}
