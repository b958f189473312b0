import type { UnreadableReason } from "../problem.ts";
import { readDigits } from "./read-digits.ts";
import type { Digits, Separators } from "./read-digits.ts";

export type { Separators } from "./read-digits.ts";

export type Scale = "%" | "bps" | "K" | "M" | "B" | "fraction";

export interface NumberRead {
  readonly value: number;
  readonly halfUnit: number;
  readonly digits: number;
  readonly scale: Scale | null;
  readonly separators: Separators | null;
}

const longest = 120;

/** The one number in a text, or why there is none. `wholeThousands`: whether "1,234" is surely a thousand. */
export function readNumber(text: string, wholeThousands: boolean): NumberRead | UnreadableReason {
  if (text === "") return "empty";
  if (text.length > longest) return "too-long";
  const clean = tidied(text);
  if (/[<>≤≥]/u.test(clean)) return "bound";
  if (/[€£¥]/u.test(clean)) return "other-currency";
  const core = numberPart(clean);
  if (/[()]/u.test(core)) return "brackets";
  if (/\b(?:not|between|or|to)\b/iu.test(core)) return "several-numbers";

  const found = [...core.matchAll(token)];
  if (found.length === 0) return /\bzero\b/iu.test(core) ? exactly(0) : "no-number";
  const [only, second] = found;
  if (only === undefined) return "no-number";
  if (second !== undefined) return "several-numbers";
  return readToken(only, core, wholeThousands);
}

/** One number or one fraction of two: sign, digits with their separators, a power of ten. */
const digits = String.raw`(?:\d[\d.,'_ ]*\d|\d)[.,]?|[.,]\d+`;
const power = String.raw`(?:\s*e\s*[+-]?\d+|\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*[({]?\s*[+-]?\d+\s*[)}]?)?`;
const token = new RegExp(
  String.raw`(?<![\p{L}\d.,^])([+-]?)\s*\$?\s*([+-]?)\s*(${digits})(${power})\s*(?:/\s*\$?\s*(${digits})(${power}))?`,
  "giu",
);

function readToken(found: RegExpExecArray, core: string, wholeThousands: boolean): NumberRead | UnreadableReason {
  const [whole, outer = "", inner = "", numerator = "", numeratorPower = "", denominator, denominatorPower = ""] = found;
  if (outer !== "" && inner !== "") return "no-number";
  const before = core.slice(0, found.index);
  const after = core.slice(found.index + whole.length);
  if (/[+-]\s*$/u.test(before) || /^(?:e\b|\p{L}+\d)/iu.test(after)) return "no-number";
  const negative = outer + inner === "-" || /\b(?:minus|negative)\s*(?:about\s*)?\$?\s*$/iu.test(before);
  const sign = negative ? -1 : 1;

  const scale = scaleOf(after);
  const thousands = wholeThousands && scale === null;
  const top = readDigits(numerator, numeratorPower, thousands);
  if (typeof top === "string") return top;
  if (denominator !== undefined) {
    const bottom = readDigits(denominator, denominatorPower, thousands);
    if (typeof bottom === "string") return bottom;
    if (scale !== null) return "scaled-fraction";
    if (bottom.value === 0) return "division-by-zero";
    return { ...exactly((sign * top.value) / bottom.value), scale: "fraction" };
  }
  return scaled(top, sign, scale);
}

const scaleValues: Readonly<Record<Exclude<Scale, "fraction">, readonly [times: number, over: number]>> = {
  "%": [1, 100],
  bps: [1, 10_000],
  K: [1e3, 1],
  M: [1e6, 1],
  B: [1e9, 1],
};

function scaled({ value, unit, significant, separators }: Digits, sign: 1 | -1, scale: Exclude<Scale, "fraction"> | null): NumberRead | UnreadableReason {
  const [times, over] = scale === null ? [1, 1] : scaleValues[scale];
  const size = (value * times) / over;
  if (!Number.isFinite(size)) return "too-large";
  return {
    value: size === 0 ? 0 : sign * size,
    halfUnit: (unit * times) / over / 2,
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
function tidied(text: string): string {
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
  const bare = clean.replaceAll(/[([{][^()[\]{}]*[)\]}]/gu, (remark, at: number) =>
    /\^\s*$/u.test(clean.slice(0, at)) ? remark.replaceAll(/[([{)\]}]/gu, "") : " ",
  );
  const outside = /\d/u.test(bare) ? bare : clean;
  const [centre = ""] = outside.split(/±|\+\/-|\+-/u);
  const pieces = centre.split(/[=≈~:]+/u).filter((piece) => /\d|\bzero\b/iu.test(piece));
  const named = pieces.filter((piece) => !onlyNames(piece));
  return (named.at(-1) ?? pieces.at(-1) ?? centre).trim();
}

/** "R^2", "R2", "β1": digits that belong to a name. */
const onlyNames = (piece: string): boolean => !/\d/u.test(piece.replaceAll(/\p{L}+(?:\s*\^\s*)?\d+/gu, "")) && /\d/u.test(piece);

const exactly = (value: number): NumberRead => ({
  value,
  halfUnit: 0,
  digits: Infinity,
  scale: null,
  separators: null,
});
