import type { UnreadableReason } from "../problem.ts";
import type { Unit } from "../quantities/quantity.ts";
import { normalizeText } from "./normalize-text.ts";
import { tokenize } from "./tokenize.ts";
import { otherCurrency } from "./units-of-answers.ts";
import { changesNumber, withoutRemarks } from "./without-remarks.ts";
import { exactNumber, type FoundNumber, type ParsedNumber, type Statement, statementsOf } from "./number-statements.ts";

interface UnreadNumber {
  readonly reason: UnreadableReason;
  /** The numbers found, where there are several. */
  readonly found: readonly string[];
}

type NumberReading = { readonly ok: true; readonly number: ParsedNumber } | ({ readonly ok: false } & UnreadNumber);

const maxLength = 120;

/** The one number that a text states in answer to a question for such a unit, or why there is none. */
export function readNumber(text: string, unit: Unit): NumberReading {
  if (text === "") return unread("empty");
  if (text.length > maxLength) return unread("too-long");
  const clean = normalizeText(text);
  const isMoney = unit === "dollars" || unit === "ratio";
  if (otherCurrency.test(clean)) return unread(isMoney ? "other-currency" : "not-money");
  if (/(?<![\d.,])\d+·\d{2,}(?![\d.,])(?!\s?\^)/u.test(clean)) return unread("ambiguous-point");
  if (/^\([^()]*\)$/u.test(clean)) return unread("brackets");
  const read = tokenize(clean, unit === "dollars" || unit === "years" ? "thousands" : "decimal");
  if (typeof read === "string") return unread(read);
  if (/\|\s?-[^|]*\|/u.test(clean) || changesNumber(read)) return unread("unknown-operation");
  const tokens = withoutRemarks(read);
  if (tokens.some(({ kind }) => kind === "bound")) return unread("bound");
  if (tokens.some(({ kind }) => kind === "range")) return unread("several-numbers");
  if (!isMoney && tokens.some((token) => token.kind === "number" && token.money)) return unread("not-money");
  const isNumberWord = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)$/iu;
  if (tokens.some((token) => token.kind === "word" && isNumberWord.test(token.text))) return unread("number-in-words");
  if (!tokens.some(({ kind }) => kind === "number")) {
    return tokens.some((token) => token.kind === "word" && /^(?:zero|nil|null)$/iu.test(token.text)) ? { ok: true, number: exactNumber(0) } : unread("no-number");
  }
  const statements = statementsOf(tokens, unit);
  return typeof statements === "string" ? unread(statements) : theOneOf(statements);
}

const unread = (reason: UnreadableReason, found: readonly string[] = []): NumberReading => ({ ok: false, reason, found });

/** What all statements agree on, or the only one without a name of its own ("1.395, t = 89"). */
function theOneOf(statements: readonly Statement[]): NumberReading {
  const numbers = statements.flatMap((statement) => statement.numbers);
  const several = unread("several-numbers", numbers.map(({ text }) => text));
  if (statements.some((statement) => statement.several)) return several;
  const unnamed = statements.filter(({ named }) => !named);
  const agreeing = agreedOn(numbers) === null ? (unnamed.length === 1 ? unnamed : []) : statements.slice(0, 1);
  const number = agreedOn(agreeing.flatMap((statement) => statement.numbers));
  return number === null ? (numbers.length === 0 ? unread("no-number") : several) : { ok: true, number };
}

/** The last of numbers that are one and the same; null where they differ, or there is none. */
function agreedOn(numbers: readonly FoundNumber[]): ParsedNumber | null {
  const last = numbers.at(-1)?.number;
  return last !== undefined && numbers.every(({ number }) => agree(number, last)) ? last : null;
}

/** Equal to the digits that were typed, and to half a percent where one was worked out. */
const agree = (a: ParsedNumber, b: ParsedNumber): boolean =>
  Math.abs(a.value - b.value) <= a.halfUnit + b.halfUnit + (a.scale === "calculation" || b.scale === "calculation" ? 0.005 * Math.abs(a.value) : 1e-12 * Math.abs(a.value));
