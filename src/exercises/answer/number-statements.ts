import type { UnreadableReason } from "../problem.ts";
import type { Unit } from "../quantities/quantity.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Separators } from "./read-digits.ts";
import type { Token } from "./tokenize.ts";
import { isRemark, scaleValues } from "./units-of-answers.ts";
import type { Scale } from "./units-of-answers.ts";

export interface ParsedNumber {
  readonly value: number;
  readonly halfUnit: number;
  readonly digits: number;
  /** The unit it was written in; "calculation" where it had to be worked out. */
  readonly scale: Scale | "calculation" | null;
  readonly separators: Separators | null;
}

/** "x = 1/2 = 0.5": a chain of equal numbers, and whether a name stands before it. */
export interface Statement {
  readonly named: boolean;
  readonly numbers: readonly FoundNumber[];
  /** Two numbers stand side by side, or with "to" or "or" between. */
  readonly several: boolean;
}

export interface FoundNumber {
  readonly text: string;
  readonly number: ParsedNumber;
}

export function statementsOf(tokens: readonly Token[], unit: Unit): readonly Statement[] | UnreadableReason {
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

export const exactNumber = (value: number): ParsedNumber => ({ value: value === 0 ? 0 : value, halfUnit: 0, digits: Infinity, scale: null, separators: null });
