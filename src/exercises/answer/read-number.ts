import type { UnreadableReason } from "../problem.ts";
import { readDigits } from "./read-digits.ts";
import type { Digits, Separators } from "./read-digits.ts";

export type { Separators } from "./read-digits.ts";

export type Scale = "%" | "bps" | "K" | "M" | "B" | "fraction";

export interface ParsedNumber {
  readonly value: number;
  readonly halfUnit: number;
  readonly digits: number;
  readonly scale: Scale | null;
  readonly separators: Separators | null;
}

const maxLength = 120;

/** The one number in a text, or why there is none. `wholeThousands`: whether "1,234" is surely a thousand. */
export function readNumber(text: string, wholeThousands: boolean): ParsedNumber | UnreadableReason {
  if (text === "") return "empty";
  if (text.length > maxLength) return "too-long";
  const clean = normalizeSigns(text);
  if (/[<>≤≥]/u.test(clean)) return "bound";
  if (/[€£¥]/u.test(clean)) return "other-currency";
  const core = numberPart(clean);
  if (/[()]/u.test(core)) return "brackets";
  if (/\b(?:not|between|or|to)\b/iu.test(core)) return "several-numbers";

  const matches = [...core.matchAll(numberPattern)];
  if (matches.length === 0) return /\bzero\b/iu.test(core) ? exactNumber(0) : "no-number";
  const [first, second] = matches;
  if (first === undefined) return "no-number";
  if (second !== undefined) return "several-numbers";
  return readToken(first, core, wholeThousands);
}

/** One number or one fraction of two: sign, digits with their separators, a power of ten. */
const digitsPattern = String.raw`(?:\d[\d.,'_ ]*\d|\d)[.,]?|[.,]\d+`;
const powerPattern = String.raw`(?:\s*e\s*[+-]?\d+|\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*[({]?\s*[+-]?\d+\s*[)}]?)?`;
const numberPattern = new RegExp(
  String.raw`(?<![\p{L}\d.,^])([+-]?)\s*\$?\s*([+-]?)\s*(${digitsPattern})(${powerPattern})\s*(?:/\s*\$?\s*(${digitsPattern})(${powerPattern}))?`,
  "giu",
);

function readToken(match: RegExpExecArray, core: string, wholeThousands: boolean): ParsedNumber | UnreadableReason {
  const [whole, outerSign = "", innerSign = "", numerator = "", numeratorPower = "", denominator, denominatorPower = ""] = match;
  if (outerSign !== "" && innerSign !== "") return "no-number";
  const before = core.slice(0, match.index);
  const after = core.slice(match.index + whole.length);
  if (/[+-]\s*$/u.test(before) || /^(?:e\b|\p{L}+\d)/iu.test(after)) return "no-number";
  const negative = outerSign + innerSign === "-" || /\b(?:minus|negative)\s*(?:about\s*)?\$?\s*$/iu.test(before);
  const sign = negative ? -1 : 1;

  const scale = scaleOf(after);
  const thousands = wholeThousands && scale === null;
  const numeratorDigits = readDigits(numerator, numeratorPower, thousands);
  if (typeof numeratorDigits === "string") return numeratorDigits;
  if (denominator !== undefined) {
    const denominatorDigits = readDigits(denominator, denominatorPower, thousands);
    if (typeof denominatorDigits === "string") return denominatorDigits;
    if (scale !== null) return "scaled-fraction";
    if (denominatorDigits.value === 0) return "division-by-zero";
    return { ...exactNumber((sign * numeratorDigits.value) / denominatorDigits.value), scale: "fraction" };
  }
  return applyScale(numeratorDigits, sign, scale);
}

const scaleValues: Readonly<Record<Exclude<Scale, "fraction">, readonly [times: number, over: number]>> = {
  "%": [1, 100],
  bps: [1, 10_000],
  K: [1e3, 1],
  M: [1e6, 1],
  B: [1e9, 1],
};

function applyScale({ value, lastDigitUnit, significant, separators }: Digits, sign: 1 | -1, scale: Exclude<Scale, "fraction"> | null): ParsedNumber | UnreadableReason {
  const [factor, divisor] = scale === null ? [1, 1] : scaleValues[scale];
  const size = (value * factor) / divisor;
  if (!Number.isFinite(size)) return "too-large";
  return {
    value: size === 0 ? 0 : sign * size,
    halfUnit: (lastDigitUnit * factor) / divisor / 2,
    digits: significant,
    scale,
    separators,
  };
}

/** The unit that follows the number at once, or after a blank. */
function scaleOf(after: string): Exclude<Scale, "fraction"> | null {
  const unit = /^\s*(%|\p{L}+)(?:\s+(\p{L}+))?/u.exec(after);
  if (unit === null) return null;
  const [, first = "", second = ""] = unit;
  const word = first.toLowerCase();
  if (["%", "percent", "pct"].includes(word) || (word === "per" && second.toLowerCase() === "cent")) return "%";
  if (["bp", "bps", "bips"].includes(word) || (word === "basis" && /^points?$/iu.test(second))) return "bps";
  if (["k", "thousand", "grand"].includes(word)) return "K";
  if (["m", "mm", "mn", "mio", "mil", "million", "millions"].includes(word)) return "M";
  return ["b", "bn", "billion", "billions"].includes(word) ? "B" : null;
}

/** One way of writing each sign; superscript powers as ^; no thin blanks. */
function normalizeSigns(text: string): string {
  return text
    .replaceAll(/10\s*([⁻⁺]?)([⁰¹²³⁴-⁹]+)/gu, (_, sign: string, exponent: string) => `10^${sign.normalize("NFKC")}${exponent.normalize("NFKC")}`)
    .normalize("NFKC")
    .replaceAll(/[‐‑‒–—―−⁻]/gu, "-")
    .replaceAll(/(?<![\d.,]|[x×*·]\s*)10\s*\^\s*([+-]?\d+)/gu, "1e$1")
    .replaceAll("⁄", "/")
    .replaceAll(/[’‘ʼ`´]/gu, "'")
    .replaceAll(/US\$|\bUSD\b|\bdollars?\b/giu, "$")
    .replaceAll(/\s+/gu, " ")
    .replace(/[\s.,;!?]+$/u, "")
    .trim();
}

/** Without what stands beside the number: a name and its "=", a remark in brackets, the reach after ±. */
function numberPart(clean: string): string {
  const bare = clean.replaceAll(/[([{][^()[\]{}]*[)\]}]/gu, (bracketed, offset: number) =>
    /\^\s*$/u.test(clean.slice(0, offset)) ? bracketed.replaceAll(/[([{)\]}]/gu, "") : " ",
  );
  const withoutBrackets = /\d/u.test(bare) ? bare : clean;
  const [centre = ""] = withoutBrackets.split(/±|\+\/-|\+-/u);
  const pieces = centre.split(/[=≈~:]+/u).filter((piece) => /\d|\bzero\b/iu.test(piece));
  const unnamed = pieces.filter((piece) => !isOnlyName(piece));
  return (unnamed.at(-1) ?? pieces.at(-1) ?? centre).trim();
}

/** "R^2", "R2", "β1": digits that belong to a name. */
const isOnlyName = (piece: string): boolean => !/\d/u.test(piece.replaceAll(/\p{L}+(?:\s*\^\s*)?\d+/gu, "")) && /\d/u.test(piece);

const exactNumber = (value: number): ParsedNumber => ({
  value,
  halfUnit: 0,
  digits: Infinity,
  scale: null,
  separators: null,
});
