import type { UnreadableAnswer, UnreadableReason } from "../problem.ts";
import { failure, success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import type { Choice, Quantity, Unit } from "../quantities/quantity.ts";
import { readNumber } from "./read-number.ts";
import type { Separators } from "./read-digits.ts";
import type { Scale } from "./units-of-answers.ts";

/** What a person typed, as it was understood. */
export type ReadAnswer = ReadNumber | ReadChoice;

export interface ReadNumber {
  readonly kind: "number";
  /** As typed, without blanks at its ends. */
  readonly text: string;
  /** In the quantity's unit: decimals, dollars, years. */
  readonly value: number;
  /** Half a unit of the last digit typed, in the value's unit; 0 where it had to be worked out. */
  readonly halfUnit: number;
  /** Significant digits typed; trailing zeros of a whole number don't count. Infinity where it had to be worked out. */
  readonly digits: number;
  /** "%", "bps", "K" …, where the number was written in another unit than the value's; null where not. */
  readonly scale: Scale | "calculation" | null;
  /** Where separators had to be understood. */
  readonly separators: Separators | null;
}

interface ReadChoice {
  readonly kind: "choice";
  readonly text: string;
  /** The choice's id. */
  readonly choice: string;
}

/**
 * Reads one field of a form, leniently.
 *
 * Signs − – - and "minus"; %, ‰, bps, ppm, $ and USD; thousands set off by comma, blank, apostrophe or underscore, and
 * lakhs and crores; K, M, B and their words; 1e6 and 1.2×10^6; digits of any script; arithmetic ("0.000585*252",
 * "1e6/(0.021*√21)", "exp(0.05)-1"); words around the number ("x = about 0.12 a year", "1.395, so it is more"). "1,234" is a thousand
 * in dollars and years, and 1.234 elsewhere. A unit, a function or a sign that isn't known is never left out, and of several numbers that
 * differ none is chosen.
 *
 * Errors: `unreadable-answer` with the reason, and for a choice with what can be chosen. None of them costs an attempt.
 *
 * @example
 * ```ts
 * const read = readAnswer("about 12 %", { kind: "number", unit: "return" });
 * read.ok && read.value.kind === "number" && read.value.value; // → 0.12
 * ```
 */
export function readAnswer(text: string, expected: ExpectedAnswer): Outcome<ReadAnswer, UnreadableAnswer> {
  const typed = text.trim();
  return expected.kind === "choice" ? readChoice(typed, expected.choices) : readAsNumber(typed, expected.unit);
}

/** The part of a quantity that reading depends on. */
type ExpectedAnswer = { readonly kind: "number"; readonly unit: Unit } | { readonly kind: "choice"; readonly choices: readonly Choice[] };

function readAsNumber(text: string, unit: Unit): Outcome<ReadNumber, UnreadableAnswer> {
  const read = readNumber(text, unit);
  return read.ok ? success({ kind: "number", text, ...read.number }) : unreadable(text, read.reason, read.found);
}

/** "isn't", "never" and "not statistically" as one "not". */
const oneNegation = (text: string): string =>
  text
    .replaceAll(/n['’ʼ]t(?!\p{L})|(?<!\p{L})(?:never|cannot|non|hardly|barely|neither|nor)(?!\p{L})/gu, " not ")
    .replaceAll(/[^\p{L}]+/gu, " ")
    .trim()
    .replaceAll(/(?<!\p{L})not (?:(?:at|all|be|really|statistically|quite|clearly|so|that|very|any|the) )+/gu, "not ");

/**
 * Words are looked for as wholes, the longest first; "not" turns a choice between two around. A negation that stands before
 * none of them may turn it around as well: nothing is read then.
 */
function readChoice(text: string, choices: readonly Choice[]): Outcome<ReadChoice, UnreadableAnswer> {
  let rest = ` ${oneNegation(text.toLowerCase())} `;
  const candidates = choices
    .flatMap(({ id, words }) => words.map((word) => ({ id, word })))
    .sort((a, b) => b.word.length - a.word.length);
  const chosenIds = new Set<string>();
  for (const { id, word } of candidates) {
    const negated = rest.includes(` not ${word} `);
    const phrase = negated ? ` not ${word} ` : ` ${word} `;
    if (!rest.includes(phrase)) continue;
    rest = rest.replaceAll(phrase, "  ");
    const other = choices.length === 2 ? choices.find((choice) => choice.id !== id) : undefined;
    if (!negated) chosenIds.add(id);
    else if (other !== undefined) chosenIds.add(other.id);
  }
  const [choice, second] = / (?:not|no|without|fails?|lacks?) /u.test(rest) ? [] : [...chosenIds];
  if (choice !== undefined && second === undefined) return success({ kind: "choice", text, choice });
  const reason = text === "" ? "empty" : second === undefined ? "no-choice" : "several-choices";
  return unreadable(text, reason, choices.map(({ words, id }) => words[0] ?? id));
}

const unreadable = (text: string, reason: UnreadableReason, choices: readonly string[] = []): Outcome<never, UnreadableAnswer> =>
  failure({ kind: "unreadable-answer", text, reason, choices });

/** What was read of a whole form. */
export interface ReadForm {
  readonly answers: Readonly<Record<string, ReadAnswer>>;
  /** Fields that hold something that can't be read: nothing of the form is marked, and it costs no attempt. */
  readonly unreadable: readonly { readonly quantity: string; readonly problem: Extract<Outcome<never, UnreadableAnswer>, { ok: false }>["problem"] }[];
  readonly blank: readonly string[];
}

/** Reads every field; blank ones are omitted. */
export function readForm(quantities: readonly Quantity[], texts: Readonly<Record<string, string>>): ReadForm {
  const answers: Record<string, ReadAnswer> = {};
  const unreadable: ReadForm["unreadable"][number][] = [];
  const blank: string[] = [];
  for (const quantity of quantities) {
    const text = texts[quantity.id]?.trim() ?? "";
    if (text === "") {
      blank.push(quantity.id);
      continue;
    }
    const read = readAnswer(text, quantity);
    if (read.ok) answers[quantity.id] = read.value;
    else unreadable.push({ quantity: quantity.id, problem: read.problem });
  }
  return { answers, unreadable, blank };
}
