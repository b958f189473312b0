import { notePrinted } from "./prints.ts";

/**
 * The only place where a number becomes text. What is written is noted (`prints.ts`), all but counts of things, p-values
 * and what a person typed: none of them is a figure of the data.
 *
 * Digits: 3 or 4 significant ones, chosen by the standard error where there is one (its second digit is the last
 * shown). Never "0.000", never "-0.00"; a minus is U+2212; a value that is not finite is written in words.
 */

const minus = "−";

/** A plain number: 1.395, 0.0156, 7,974, −0.0301. */
export function number(value: number, significant = 4): string {
  notePrinted(value);
  return numberText(value, significant);
}

function numberText(value: number, significant: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9) return signed(value, scientific(size, significant));
  return signed(value, grouped(size, decimalsFor(size, significant)));
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return "not available";
  return value > 0 ? "∞" : `${minus}∞`;
}

/** A number with as many digits as its standard error supports: 3 at least, 4 at most unless they would move it out of its interval. */
export function estimate(value: number, standardError: number): string {
  return number(value, significantDigits(value, standardError));
}

/** A decimal as percent: 0.1474 is "14.74%". */
export function percent(value: number, significant = 4): string {
  notePrinted(value);
  return Number.isFinite(value) ? `${numberText(value * 100, significant)}%` : numberText(value, significant);
}

/** An estimate in decimals as percent, digits by its standard error. */
export function percentEstimate(value: number, standardError: number): string {
  return percent(value, significantDigits(value, standardError));
}

/** A share of a whole, with one decimal: 0.415 is "41.5%". */
export function share(value: number): string {
  notePrinted(value);
  if (!Number.isFinite(value)) return notFinite(value);
  const inPercent = Math.abs(value * 100);
  if (inPercent > 0 && inPercent < 0.05) return value < 0 ? `> ${minus}0.1%` : "< 0.1%";
  if (inPercent < 100 && inPercent >= 99.95) return value < 0 ? `< ${minus}99.9%` : "> 99.9%";
  return signed(Number(inPercent.toFixed(1)) === 0 ? 0 : value, `${grouped(inPercent, 1)}%`);
}

/** Whole dollars with separators: "$2,644,594"; cents below ten dollars. */
export function dollars(value: number): string {
  notePrinted(value);
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  const text = size >= 1e15 ? scientific(size, 4) : grouped(size, size < 10 && size > 0 ? 2 : 0);
  return signed(Number(size.toFixed(2)) === 0 ? 0 : value, `$${text}`);
}

/** Whole dollars of a position or its profit; from ten billion on four digits, as no estimate has more: "$10.38B". */
export const positionDollars = (value: number): string => (Math.abs(value) >= 1e10 ? shortDollars(value, 4) : dollars(value));

/** Dollars as short as a bar's label: "$13.6M", "$745K", "−$2.64M". */
export function shortDollars(value: number, significant = 3): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e15) return dollars(value);
  const [scale, letter] = size >= 999.5e9 ? [1e12, "T"] : size >= 999.5e6 ? [1e9, "B"] : size >= 999.5e3 ? [1e6, "M"] : size >= 9_995 ? [1e3, "K"] : [1, ""];
  if (letter === "") return dollars(value);
  notePrinted(value);
  return signed(value, `$${numberText(size / scale, significant)}${letter}`);
}

/** Dollars a dollar of something else, with the digits of an estimate: "$1.188". */
export function dollarEstimate(value: number, standardError: number): string {
  notePrinted(value);
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Math.abs(value);
  return signed(value, `$${numberText(size, significantDigits(size, standardError))}`);
}

/** A number as a person wrote it: its own digits, twelve at the most, and no zeros added. */
export function asTyped(value: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const size = Number(Math.abs(value).toPrecision(12));
  return signed(value, size.toLocaleString("en-US", { maximumFractionDigits: 20 }));
}

/** A count: "7,974". */
export function count(value: number): string {
  return fixedText(value, 0);
}

/** A count with its noun: "1 gap", "7,974 days". */
export const counted = (value: number, one: string, several = `${one}s`): string => `${count(value)} ${value === 1 ? one : several}`;

/** A p-value with its relation: "p < 0.001", "p = 0.034"; with more decimals where three would move it over 0.05. */
export function pValue(value: number): string {
  if (Number.isNaN(value)) return "p not available";
  if (value < 0.001) return "p < 0.001";
  if (value > 0.999) return "p > 0.999";
  let decimals = 3;
  while (decimals < 8 && value !== 0.05 && Math.sign(Number(value.toFixed(decimals)) - 0.05) !== Math.sign(value - 0.05)) decimals++;
  return `p = ${value.toFixed(decimals)}`;
}

/** A number with a fixed count of decimals, as the chapter prints it: fixed(0.2032e-3, 6) is "0.000203". */
export function fixed(value: number, decimals: number): string {
  notePrinted(value);
  return fixedText(value, decimals);
}

function fixedText(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const text = grouped(Math.abs(value), decimals);
  return signed(/[1-9]/u.test(text) ? value : 0, text);
}

/**
 * A number as Python prints it, for comparing with printed figures: `{:.3f}`, `{:,.0f}`, or C's `%#.4g` with its
 * trailing zeros and two-digit exponent. An ASCII minus, never before a zero.
 */
export function formatLikePython(
  value: number,
  style: { readonly decimals: number; readonly grouped?: boolean } | { readonly significant: number },
): string {
  notePrinted(value);
  if ("decimals" in style) {
    const size = Math.abs(value);
    const text = style.grouped ? grouped(size, style.decimals) : size.toFixed(style.decimals);
    return value < 0 && /[1-9]/u.test(text) ? `-${text}` : text;
  }
  if (value === 0) return (0).toFixed(style.significant - 1);
  // toPrecision writes an exponent from 1e-7 on, C from 1e-5 on.
  const isSmall = Math.abs(Number(value.toPrecision(style.significant))) < 1e-4;
  const [mantissa = "", exponent] = (isSmall ? value.toExponential(style.significant - 1) : value.toPrecision(style.significant)).split("e");
  const pointed = mantissa.includes(".") ? mantissa : `${mantissa}.`;
  return exponent === undefined ? pointed : `${pointed}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, "0")}`;
}

/**
 * Both ends of an interval with the digits of the estimate between them: "1.364 to 1.425". An end that would print as 0
 * has more decimals, as whether the interval holds 0 is what it is read for: "−0.04% to 14.23%".
 */
export function interval([low, high]: readonly [number, number], standardError: number, unit: "" | "%" | "$" = ""): string {
  const scale = unit === "%" ? 100 : 1;
  const least = decimalsFor(Math.abs(standardError * scale), 2);
  const decimals = shownDecimals([low * scale, high * scale], least);
  notePrinted(low);
  notePrinted(high);
  const written = (end: number): string => (unit === "$" ? inDollars(end, decimals) : `${fixedText(end * scale, decimals)}${unit}`);
  return `${written(low)} to ${written(high)}`;
}

/** The minus before the dollar sign. */
function inDollars(value: number, decimals: number): string {
  const text = fixedText(Math.abs(value), decimals);
  return signed(/[1-9]/u.test(text) ? value : 0, `$${text}`);
}

/**
 * A value for a title or a sentence, rounded to what its standard error allows: its second digit is the last one shown. What
 * would print as 0 and is not has more decimals, as in `interval`: 0.47% ± 43% is "0.5%".
 */
export function rounded(value: number, standardError: number, unit: "" | "%" = ""): string {
  const scale = unit === "%" ? 100 : 1;
  if (!(standardError > 0)) return `${number(value * scale, 3)}${unit}`;
  const least = decimalsFor(standardError * scale, 2);
  return `${fixed(value * scale, shownDecimals([value * scale], least))}${unit}`;
}

/** Decimals from `least` on with which none of the values prints as 0 that is not; `least` where three more are too few. */
const shownDecimals = (values: readonly number[], least: number): number =>
  [0, 1, 2, 3].map((more) => least + more).find((decimals) => values.every((value) => value === 0 || Number(Math.abs(value).toFixed(decimals)) !== 0)) ?? least;

/**
 * Both ends of an interval of dollars, rounded to the second digit of the standard error that its width stands for:
 * $382,600 ± $435,600 ends at "−$470,000". An end that would print as $0 has more digits, as in `interval`.
 */
export function dollarsInterval([low, high]: readonly [number, number]): string {
  const standardError = (high - low) / 3.92;
  if (!(standardError > 0) || !Number.isFinite(standardError)) return `${dollars(low)} to ${dollars(high)}`;
  const places = magnitude(standardError) - 1;
  const printsAsZero = (end: number, unit: number): boolean => end !== 0 && Math.round(end / unit) === 0;
  const unit = [places, places - 1, places - 2, places - 3].map((each) => 10 ** each).find((each) => !printsAsZero(low, each) && !printsAsZero(high, each)) ?? 10 ** places;
  const written = (end: number): string => positionDollars(unit < 1 ? end : Math.round(end / unit) * unit);
  return `${written(low)} to ${written(high)}`;
}

/**
 * Two significant digits of the standard error set the last digit of the value: 3 to 4 in all, and more where the value
 * would be rounded by more than its error. 1.000395 ± 0.000016 is "1.0004": as "1.000" it would lie outside its own interval.
 */
function significantDigits(value: number, standardError: number): number {
  if (!(standardError > 0) || value === 0) return 4;
  const supported = Math.min(15, magnitude(value) - magnitude(standardError) + 2);
  let digits = Math.min(4, Math.max(3, supported));
  while (digits < supported && Math.abs(Number(value.toPrecision(digits)) - value) > standardError) digits++;
  return digits;
}

function decimalsFor(size: number, significant: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return significant;
  const decimals = significant - 1 - magnitude(size);
  const carried = Number(size.toExponential(significant - 1));
  return Math.min(20, Math.max(0, carried >= 10 ** (magnitude(size) + 1) ? decimals - 1 : decimals));
}

const magnitude = (value: number): number => Number(value.toExponential().split("e")[1]);

/** One a number of decimals, of which there are 21: making one costs more than everything else about a number. */
const formats = new Map<number, Intl.NumberFormat>();

function grouped(size: number, decimals: number): string {
  const format = formats.get(decimals) ?? new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format.format(size);
}

const scientific = (size: number, significant: number): string =>
  size.toExponential(significant - 1).replace("e+", "e").replace("e-", `e${minus}`);

const signed = (value: number, text: string): string => (value < 0 ? `${minus}${text}` : text);
