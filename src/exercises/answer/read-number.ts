import type { UnreadableReason } from "../problem.ts";
import type { Unit } from "../quantities/quantity.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluated } from "./evaluate.ts";
import { normalizeText } from "./normalize-text.ts";
import type { Separators } from "./read-digits.ts";
import { tokenize } from "./tokenize.ts";
import type { Token } from "./tokenize.ts";
import { isRemark, otherCurrency, scaleValues } from "./units-of-answers.ts";
import type { Scale } from "./units-of-answers.ts";

interface ParsedNumber {
  readonly value: number;
  readonly halfUnit: number;
  readonly digits: number;
  /** The unit it was written in; "calculation" where it had to be worked out. */
  readonly scale: Scale | "calculation" | null;
  readonly separators: Separators | null;
}

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

/** Words that make another number of the one behind them; a minus sign at once before it is read. */
const operationWord = /^(?:minus|negative|half|twice|double|triple|inverse|reciprocal|root|sqrt|log|ln|log10|log2|exp|abs|logarithm|absolute)\d*\.?$/iu;

/** "f(2)" that isn't the name of what follows, as "t(7972) = 3.6" is, and "half of 0.5". */
function changesNumber(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.kind !== "word") return false;
    const close = token.called ? closingBracket(tokens, at + 1) : null;
    if (close !== null) return tokens.slice(at, close).some(({ kind }) => kind === "number") && tokens[close + 1]?.kind !== "relation";
    const next = tokens.slice(at + 1).findIndex(({ kind }) => kind !== "word");
    return operationWord.test(token.text) && next >= (/^(?:minus|negative)$/iu.test(token.text) ? 1 : 0) && startsNumber(tokens[at + 1 + next]);
  });
}

const startsNumber = (token: Token | undefined): boolean => token !== undefined && ["number", "operator", "root", "function", "open"].includes(token.kind);

/** Brackets that hold words, and those behind a number with nothing between, are remarks: "1.395 (0.03)", "t(α) = 2". */
function withoutRemarks(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const close = token.kind === "open" ? closingBracket(tokens, at) : null;
    const before = kept.at(-1)?.kind;
    const isRemarkHere = close !== null && (before === "number" || before === "word" || tokens.slice(at, close).some(({ kind }) => kind === "word"));
    // "ln(1 + α)" is a name.
    if (isRemarkHere && before === "function") kept.pop();
    if (isRemarkHere) at = close;
    else kept.push(token);
  }
  return kept.some(({ kind }) => kind === "number") ? kept : tokens.filter(({ kind }) => kind !== "open" && kind !== "close");
}

function closingBracket(tokens: readonly Token[], open: number): number | null {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === "open") depth += 1;
    if (tokens[at]?.kind === "close") depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

/** "x = 1/2 = 0.5": a chain of equal numbers, and whether a name stands before it. */
interface Statement {
  readonly named: boolean;
  readonly numbers: readonly FoundNumber[];
  /** Two numbers stand side by side, or with "to" or "or" between. */
  readonly several: boolean;
}

interface FoundNumber {
  readonly text: string;
  readonly number: ParsedNumber;
}

function statementsOf(tokens: readonly Token[], unit: Unit): readonly Statement[] | UnreadableReason {
  const statements: Statement[] = [];
  for (const clause of split(tokens, "stop")) {
    const pieces = split(clause, "relation");
    const found: (readonly FoundNumber[])[] = [];
    for (const piece of pieces) {
      const numbers = numbersOf(piece, unit);
      if (typeof numbers === "string") return numbers;
      found.push(numbers);
    }
    const named = pieces.length > 1 && pieces[0]?.some(({ kind }) => kind === "number") === false;
    if (found.some(({ length }) => length > 0)) statements.push({ named, numbers: found.flat(), several: found.some(({ length }) => length > 1) });
  }
  return statements;
}

function split(tokens: readonly Token[], kind: Token["kind"]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === kind) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** The numbers of a piece, each with its unit; those that names are reckoned with ("α·252") are none. */
function numbersOf(piece: readonly Token[], unit: Unit): readonly FoundNumber[] | UnreadableReason {
  const numbers: FoundNumber[] = [];
  let at = 0;
  while (at < piece.length) {
    const token = piece[at];
    if (token === undefined || token.kind === "word" || startsNothing(piece, at)) {
      at += 1;
      continue;
    }
    const evaluated = evaluate(piece.slice(at));
    if (typeof evaluated === "string") return evaluated;
    const before = piece[at - 1];
    at += evaluated.length;
    const [next, second] = [piece[at], piece[at + 1]];
    if (before?.kind === "operator" || (next?.kind === "operator" && second?.kind === "word" && !isPeriod(next.symbol, second.text))) continue;
    const number = parsed(evaluated, before, unit);
    if (typeof number === "string") return number;
    if (next?.kind === "word" && !isRemark(next.text, unit === "years")) return "unknown-unit";
    numbers.push({ text: evaluated.number?.text ?? String(Number(number.value.toPrecision(6))), number });
  }
  return numbers;
}

/** A sign that no number follows. */
const startsNothing = (piece: readonly Token[], at: number): boolean => {
  const token = piece[at];
  return token?.kind === "operator" && (!["+", "-"].includes(token.symbol) || piece[at + 1]?.kind === "word" || piece[at + 1] === undefined);
};

/** "0.000159/day". */
const isPeriod = (symbol: string, word: string): boolean => symbol === "/" && /^(?:d|day|m|mo|month|y|yr|year|annum)s?$/iu.test(word);

function parsed({ value, number, negative }: Evaluated, before: Token | undefined, unit: Unit): ParsedNumber | UnreadableReason {
  const minus = before?.kind === "word" && /^(?:minus|negative)$/iu.test(before.text);
  const sign = minus ? -1 : 1;
  if (number === null) return { ...exactNumber(sign * value), scale: "calculation" };
  const { digits, scale } = number;
  if (scale === "months" && unit !== "years") return "unknown-unit";
  if (unit === "dollars" && ["%", "‰", "bps", "ppm"].includes(scale ?? "")) return "percent-of-dollars";
  const [times, over] = scale === null ? [1, 1] : scaleValues[scale];
  const size = (digits.value * times) / over;
  if (!Number.isFinite(size)) return "too-large";
  return {
    value: size === 0 ? 0 : sign * (negative ? -size : size),
    halfUnit: (digits.lastDigitUnit * times) / over / 2,
    digits: digits.significant,
    scale,
    separators: digits.separators,
  };
}

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

const exactNumber = (value: number): ParsedNumber => ({ value: value === 0 ? 0 : value, halfUnit: 0, digits: Infinity, scale: null, separators: null });
