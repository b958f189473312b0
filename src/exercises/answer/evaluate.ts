import type { UnreadableReason } from "../problem.ts";
import { functions, type Token } from "./tokenize.ts";
import { scaleValues } from "./units-of-answers.ts";

type NumberToken = Extract<Token, { kind: "number" }>;

/** A run of tokens that is arithmetic: what it comes to, and the token itself where it is one number with a sign. */
export interface Evaluated {
  readonly value: number;
  readonly number: NumberToken | null;
  readonly negative: boolean;
  readonly length: number;
}

/**
 * Works out the arithmetic that starts here: + − × / ^ √, functions and brackets, in the usual order. A run ends before a word.
 *
 * "14-15" without blanks, and "14 - 15" with the smaller one first, are ranges, not differences.
 */
export function evaluate(tokens: readonly Token[]): Evaluated | UnreadableReason {
  let position = 0;
  const problems: UnreadableReason[] = [];
  const fail = (reason: UnreadableReason): number => {
    problems.push(reason);
    return Number.NaN;
  };
  /** Not before a word: in "1.594 bps/day" the sign belongs to the remark. */
  const takeOperator = (...symbols: readonly string[]): Extract<Token, { kind: "operator" }> | null => {
    const token = tokens[position];
    const next = tokens[position + 1]?.kind ?? "stop";
    if (token?.kind !== "operator" || !symbols.includes(token.symbol) || next === "word" || next === "stop" || next === "relation") return null;
    position += 1;
    return token;
  };
  const isNumberOnly = (start: number): boolean => position === start + 1 && tokens[start]?.kind === "number";

  const atom = (): number => {
    const token = tokens[position];
    position += 1;
    if (token?.kind === "number") return valueOf(token);
    if (token?.kind === "root") return Math.sqrt(atom());
    if (token?.kind === "function") {
      const value = functions[token.name](atom());
      return Number.isFinite(value) ? value : fail("no-number");
    }
    if (token?.kind !== "open") return fail("no-number");
    const inside = sum();
    if (tokens[position]?.kind !== "close") return fail("no-number");
    position += 1;
    return inside;
  };
  const power = (): number => {
    const sign = takeOperator("+", "-");
    if (sign !== null) {
      if (tokens[position]?.kind === "operator") return fail("no-number");
      return sign.symbol === "-" ? -power() : power();
    }
    const base = atom();
    return takeOperator("^") === null ? base : base ** power();
  };
  const product = (): number => {
    const start = position;
    let total = power();
    for (;;) {
      const sign = takeOperator("*", "/");
      if (sign === null && tokens[position]?.kind !== "root") return total;
      const from = position;
      const next = power();
      if (sign?.symbol !== "/") {
        total *= next;
        continue;
      }
      if (from === start + 2 && isNumberOnly(from) && isFractionWithUnit(tokens[start], tokens[from])) return fail("scaled-fraction");
      total = next === 0 ? fail("division-by-zero") : total / next;
    }
  };
  const sum = (): number => {
    const start = position;
    let total = product();
    let isPlain = isNumberOnly(start);
    for (let sign = takeOperator("+", "-"); sign !== null; sign = takeOperator("+", "-")) {
      const from = position;
      const next = product();
      const isRange = sign.symbol === "-" && isPlain && isNumberOnly(from) && (!sign.spaced || total < next);
      total = isRange ? fail("several-numbers") : total + (sign.symbol === "+" ? next : -next);
      isPlain = false;
    }
    return total;
  };

  const value = sum();
  const [problem] = problems;
  if (problem !== undefined) return problem;
  if (!Number.isFinite(value)) return "too-large";
  const [first, second] = tokens;
  const number = position === 1 ? first : position === 2 && first?.kind === "operator" ? second : undefined;
  return { value, number: number?.kind === "number" ? number : null, negative: first?.kind === "operator" && first.symbol === "-", length: position };
}

function valueOf({ digits, scale }: NumberToken): number {
  const [times, over] = scale === null ? [1, 1] : scaleValues[scale];
  return (digits.value * times) / over;
}

/** "1/2 %": half a percent, or 1 / 0.02. */
const isFractionWithUnit = (top: Token | undefined, below: Token | undefined): boolean =>
  top?.kind === "number" && below?.kind === "number" && below.scale !== null && top.scale === null && !top.money && top.digits.value <= 100;
