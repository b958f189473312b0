import type { Case } from "./case.ts";
import type { Check } from "./check.ts";

/** A sentence of a reply, with the words that stand for numbers and names, and what must be true of the rows. */
export interface Claim {
  readonly says: string;
  readonly pattern: RegExp;
  /** Words that each such sentence has: patterns are tried only where they stand. */
  readonly has?: string;
  readonly commands: readonly string[] | null;
  readonly holds: (words: readonly string[], of: Case, check: Check) => void;
}

const number = "(?:[<>] )?[−+-]?\\$?(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?|∞)(?:e[−-]?\\d+)?(?:[MKB](?![a-z]))?%?";
const beside = `(?:, robust (?:\\(H[AC]C?1?\\) )?${number} to ${number})?(?:, small-sample ${number} to ${number}, which decides)?`;
const tokens: Readonly<Record<string, string>> = {
  "#": `(${number})`,
  "@": "([A-Za-z][A-Za-z0-9-]*)",
  "¤": "(\\d{4}-\\d\\d-\\d\\d)",
  "♦": "(\\d{4}-\\d\\d)",
  "≈": `(95% interval ${number} to ${number}${beside})`,
  "⊕": `(${beside})`,
  "℗": "(p [=<>] [\\d.]+)",
  "⊃": "(?: \\(the ([\\d,]+) (?:day|week|month)s from (\\d{4}-\\d\\d-\\d\\d) to (\\d{4}-\\d\\d-\\d\\d) that it has too\\))?",
  "…": "(.+?)",
  "⟨": "(?:",
  "⟩": ")?",
  "‖": "|",
};

/**
 * `#` a number, `@` a name, `¤` a date, `♦` a month, `≈` an interval with the robust one and the one that decides where they stand beside
 * it, `⊕` those two alone, `⊃` the rows that another series has too (their number and ends), `℗` a p-value, `…` any words; what is in ⟨ ⟩ may be left out.
 */
export function patternOf(says: string): RegExp {
  const source = [...says].map((letter) => tokens[letter] ?? letter.replace(/[.*+?^${}()|[\]\\]/u, "\\$&")).join("");
  return new RegExp(`^${source}$`, "u");
}

function longestWords(says: string): string {
  const always = says.replace(/⟨[^⟩]*⟩/gu, "#").split(/[#@¤♦≈⊕⊃℗…]/u);
  return always.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

export function claim(says: string, holds: Claim["holds"], commands: readonly string[] | null = null): Claim {
  return { says, pattern: patternOf(says), has: longestWords(says), commands, holds };
}

/** What teaches or asks without saying anything of the rows. */
export const teaching = (says: string): Claim => claim(says, () => undefined);
