import type { UnreadableReason } from "../problem.ts";

/** How commas and points were understood, where they could have been meant otherwise. */
export type Separators = "thousands" | "decimal-comma";

/** What one comma before three digits is: "1,395" of dollars is a thousand, of a beta a decimal comma. */
export type Commas = "thousands" | "decimal" | "ambiguous";

export interface Digits {
  readonly value: number;
  /** The place value of the last significant digit typed. */
  readonly lastDigitUnit: number;
  readonly significant: number;
  readonly separators: Separators | null;
}

/**
 * The value of digits with their separators and a power of ten.
 *
 * Comma and point together: the last one is the decimal sign. Several of one kind: thousands, or
 * lakhs and crores. One comma with other than three digits behind it, or a 0 before it: a decimal comma. One comma
 * before three digits is what `commas` says. One point is a decimal point.
 */
export function readDigits(text: string, power: string, commas: Commas): Digits | UnreadableReason {
  const trimmed = text.trim();
  if (/[ '_]/u.test(trimmed) && !/^\d{1,3}([ '_])\d{3}(?:\1\d{3})*(?:[.,]\d*)?$/u.test(trimmed)) {
    return trimmed.includes(" ") ? "several-numbers" : "misplaced-separator";
  }
  const grouped = /[ '_]/u.test(trimmed);
  const plain = trimmed.replaceAll(/[ '_]/gu, "");
  const read = splitSeparators(plain, grouped, commas);
  if (typeof read === "string") return read;
  const { whole, decimals, separators } = read;
  const exponent = exponentOf(power);
  const value = Number(`${whole || "0"}.${decimals || "0"}e${exponent}`);
  if (!Number.isFinite(value)) return "too-large";

  const isWhole = decimals === "" && exponent === 0;
  const significantText = (isWhole ? whole.replace(/0+$/u, "") : whole + decimals).replace(/^0+/u, "");
  const lastDigitExponent = isWhole ? whole.length - whole.replace(/0+$/u, "").length : exponent - decimals.length;
  return {
    value,
    lastDigitUnit: value === 0 && isWhole ? 1 : 10 ** lastDigitExponent,
    significant: significantText.length,
    separators,
  };
}

interface DigitParts {
  readonly whole: string;
  readonly decimals: string;
  readonly separators: Separators | null;
}

function splitSeparators(plain: string, grouped: boolean, single: Commas): DigitParts | UnreadableReason {
  const commas = plain.split(",").length - 1;
  const points = plain.split(".").length - 1;
  if (commas > 0 && points > 0) {
    return plain.lastIndexOf(",") > plain.lastIndexOf(".") ? splitAtDecimal(plain, ",", ".") : splitAtDecimal(plain, ".", ",");
  }
  if (commas > 1) return joinThousands(plain, ",");
  if (points > 1) return joinThousands(plain, ".");
  if (commas === 0) return { ...splitHalves(plain, "."), separators: null };
  if (grouped || !/^[1-9]\d{0,2},\d{3}$/u.test(plain)) return { ...splitHalves(plain, ","), separators: "decimal-comma" };
  if (single === "decimal") return { ...splitHalves(plain, ","), separators: "decimal-comma" };
  return single === "thousands" ? joinThousands(plain, ",") : "ambiguous-comma";
}

function splitAtDecimal(plain: string, decimal: string, group: string): DigitParts | UnreadableReason {
  const [whole = "", decimals = "", more] = plain.split(decimal);
  if (more !== undefined || decimals.includes(group)) return "misplaced-separator";
  const read = joinThousands(whole, group);
  if (typeof read === "string") return read;
  return { whole: read.whole, decimals, separators: decimal === "," ? "decimal-comma" : "thousands" };
}

function joinThousands(plain: string, group: string): DigitParts | UnreadableReason {
  const groups = plain.split(group);
  const [first = "", ...others] = groups;
  const inThousands = /^\d{1,3}$/u.test(first) && others.every((each) => /^\d{3}$/u.test(each));
  const inLakhs = group === "," && /^\d{1,2}$/u.test(first) && others.length > 1 && others.every((each, at) => (at === others.length - 1 ? /^\d{3}$/u : /^\d{2}$/u).test(each));
  const isWellGrouped = inThousands || inLakhs;
  return isWellGrouped ? { whole: groups.join(""), decimals: "", separators: "thousands" } : "misplaced-separator";
}

function splitHalves(plain: string, decimal: string): { readonly whole: string; readonly decimals: string } {
  const [whole = "", decimals = ""] = plain.split(decimal);
  return { whole, decimals };
}

/** Of "e-4" and "×10^-4". */
function exponentOf(power: string): number {
  const match = /([+-]?\d+)\s*[)}]?$/u.exec(power);
  return match === null ? 0 : Number(match[1]);
}
