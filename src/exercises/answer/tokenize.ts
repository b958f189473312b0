import type { UnreadableReason } from "../problem.ts";
import { readDigits } from "./read-digits.ts";
import type { Commas, Digits } from "./read-digits.ts";
import { unitAt } from "./units-of-answers.ts";
import type { Scale } from "./units-of-answers.ts";

export type Token =
  | { readonly kind: "number"; readonly text: string; readonly digits: Digits; readonly scale: Scale | null; readonly money: boolean }
  | { readonly kind: "operator"; readonly symbol: "+" | "-" | "*" | "/" | "^"; readonly spaced: boolean }
  | { readonly kind: "range" | "root" | "open" | "close" | "relation" | "bound" | "stop" }
  | { readonly kind: "function"; readonly name: FunctionName }
  /** `called`: a bracket opens at its end, as in "f(2)". */
  | { readonly kind: "word"; readonly text: string; readonly called: boolean };

/** As Python, R and JavaScript name them: `log` is the natural one. */
export const functions = {
  log: Math.log,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  log1p: Math.log1p,
  exp: Math.exp,
  expm1: Math.expm1,
  abs: Math.abs,
} as const;

type FunctionName = keyof typeof functions;

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name);

const numberPattern =
  /^(?:\d{1,3}(?:([ '_])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*|[.,]\d+)(?:e\s?[+-]?\d+(?!\d|\.\d)|\s?[x×*·]\s?10\s?\^\s?\(?\s?[+-]?\d+\s?\)?)?/iu;
const tenToThe = /^10\s?\^\s?\(?\s?([+-]?\d+)\s?\)?/u;
/** "JPM's", "Mkt-RF", "t-stat", "R^2", "β1", "model.rsquared". */
const wordPattern = /^\p{L}[\p{L}\p{M}\d_]*(?:[.'-]\p{L}[\p{L}\d]*)*\.?(?:\s?\^\s?\(?\d+\)?)?/u;

const signs: readonly (readonly [pattern: RegExp, kind: Exclude<Token["kind"], "number" | "word" | "operator" | "function">])[] = [
  [/^–/u, "range"],
  [/^√/u, "root"],
  [/^\(/u, "open"],
  [/^\)/u, "close"],
  [/^(?:<=?|>=?|≤|≥|\b(?:less than|more than|at least|at most|under|over|below|above)(?=\s?\$?[\d.]))/iu, "bound"],
  [/^(?:[=≈~≅≃:]+)/u, "relation"],
  [/^(?:,(?!\d)|[;|\n]|\.(?!\d)|\/\/)/u, "stop"],
];

/** What a text is made of, or why a number in it can't be read. */
export function tokenize(text: string, commas: Commas): readonly Token[] | UnreadableReason {
  const tokens: Token[] = [];
  let rest = text;
  let percentBefore = false;
  while (rest !== "") {
    const before = text.slice(0, text.length - rest.length);
    const read = nextToken(before, rest, commas, percentBefore);
    if (typeof read === "string") return read;
    percentBefore = read.prefix;
    if (read.token !== null) tokens.push(read.token);
    rest = rest.slice(read.length);
  }
  return tokens;
}

interface ReadToken {
  readonly token: Token | null;
  readonly length: number;
  /** A percent sign that stands before its number, as Turkish writes it. */
  readonly prefix: boolean;
}

function nextToken(before: string, rest: string, commas: Commas, percentBefore: boolean): ReadToken | UnreadableReason {
  const found = (token: Token | null, length: number): ReadToken => ({ token, length, prefix: false });
  const [first = ""] = rest;
  if (first === "\n") return found({ kind: "stop" }, 1);
  if (/^\s/u.test(rest)) return { token: null, length: 1, prefix: percentBefore };
  if (/^0x[\da-f]/iu.test(rest)) return "no-number";
  if (/^%\s?\d/u.test(rest)) return { token: null, length: 1, prefix: true };
  for (const [pattern, kind] of signs) {
    const match = pattern.exec(rest);
    if (match !== null) return found({ kind }, match[0].length);
  }
  const number = readNumberToken(before, rest, commas, percentBefore);
  if (number !== null) return number;
  const afterNumber = /[\d).%]\s?$/u.test(before);
  if (/^[x×*·](?=\s?[\d.(√$])/u.test(rest) && afterNumber) return found(operator("*", before, rest), 1);
  const called = functionPattern.exec(rest);
  const name = called?.[1]?.toLowerCase() ?? "";
  if (called !== null && isFunctionName(name)) return found({ kind: "function", name }, called[0].length);
  const word = wordPattern.exec(rest);
  if (word !== null) return found({ kind: "word", text: word[0], called: rest[word[0].length] === "(" }, word[0].length);
  const symbol = first === "×" || first === "·" ? "*" : (["+", "-", "*", "/", "^"] as const).find((sign) => sign === first);
  if (symbol !== undefined) return found(operator(symbol, before, rest), first.length);
  const [character = ""] = Array.from(rest);
  if (character === "°") return "unknown-unit";
  return isOperation.test(character) ? "unknown-operation" : found(null, character.length);
}

/** With its bracket: "log" alone is a word. */
const functionPattern = /^(?:(?:np|numpy|math)\.)?(log10|log2|log1p|log|ln|expm1|exp|abs)\s?(?=\()/iu;
/** A percent sign that stands behind no number, and signs of mathematics, but arrows: they may change the number. */
const isOperation = /[%‰‱¢¬\u2200-\u22ff\u27c0-\u27ef\u2980-\u2aff]/u;

const operator = (symbol: "+" | "-" | "*" | "/" | "^", before: string, rest: string): Token => ({
  kind: "operator",
  symbol,
  spaced: /\s$/u.test(before) && /^.\s/u.test(rest),
});

function readNumberToken(before: string, rest: string, commas: Commas, percentBefore: boolean): ReadToken | UnreadableReason | null {
  const ten = tenToThe.exec(rest);
  const text = ten?.[0] ?? numberPattern.exec(rest)?.[0];
  if (text === undefined) return null;
  const [written, power] = ten === null ? splitPower(text) : ["1", `e${ten[1] ?? ""}`];
  const unit = unitAt(rest.slice(text.length));
  const digits = readDigits(written, power, unit === null ? commas : "ambiguous");
  if (typeof digits === "string") return digits;
  const length = text.length + (unit?.length ?? 0);
  const money = /\$\s?-?\s?$/u.test(before) || /^\s?\$/u.test(rest.slice(length));
  const token = { kind: "number", text: rest.slice(0, length).trim(), digits, scale: unit?.scale ?? (percentBefore ? "%" : null), money } as const;
  return { token, length, prefix: false };
}

function splitPower(text: string): readonly [digits: string, power: string] {
  const at = /e|\s?[x×*·]\s?10/iu.exec(text)?.index ?? text.length;
  return [text.slice(0, at), text.slice(at)];
}
