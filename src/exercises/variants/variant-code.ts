/**
 * Variants by the thousand: a ticker, a month in which the window starts, and its length. Each is named by a code from
 * which it is worked out, so that no table of them is stored. A variant has as many names as fit it: two people with the
 * same one have different names for it.
 */
import { monthsPerYear } from "../../calendar.ts";
import { planVariant, type Variant, type VariantPlan, type YearWindow } from "./variant.ts";

/** Without vowels, so that no code is a word, and without l, 0 and 1, which are mistaken for one another. */
const alphabet = "bcdfghjkmnpqrstvwxz23456789";
const codeLength = 8;

const firstYear = 1994;
const lastYear = 2024;
const lengthsInYears = [5, 6, 7, 8, 9, 10] as const;

/** Every window: the first of a month to the last day of another one, so many years later. */
const windows: readonly YearWindow[] = lengthsInYears.flatMap((length) =>
  Array.from({ length: (lastYear + 1 - firstYear - length) * monthsPerYear + 1 }, (_, start): YearWindow => {
    const end = start + length * monthsPerYear - 1;
    const [from, to] = [`${monthOf(start)}-01`, `${monthOf(end)}-${lastDayOf(end)}`];
    return { id: `${from}/${to}`, from, to };
  }),
);

/** The code that a keyed hash, in hexadecimal digits, comes to. */
export const codeOf = (hash: string): string => written(Number.parseInt(hash.slice(0, 13), 16));

/** Another code of the same variant, by a keyed hash: whoever has both codes can't tell by them. */
export function otherCode(plan: VariantPlan, code: string, hash: string): string {
  const different = plan.assets.length * (plan.budgets?.length ?? 1) * (plan.shares?.length ?? 1) * windows.length;
  const names = Math.floor(alphabet.length ** codeLength / different);
  return written((numberOf(code) % different) + different * (Number.parseInt(hash.slice(0, 13), 16) % names));
}

function written(number: number): string {
  let rest = number;
  return Array.from({ length: codeLength }, () => {
    const letter = alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
    return letter;
  }).join("");
}

/** The variant of a code; null where the text is none. */
export function variantOfCode(plan: VariantPlan, code: string): Variant | null {
  const digits = Array.from(code, (letter) => alphabet.indexOf(letter));
  if (digits.length !== codeLength || digits.includes(-1)) return null;
  let rest = numberOf(code);
  const take = <T>(from: readonly T[]): T | undefined => {
    const chosen = from[rest % from.length];
    rest = Math.floor(rest / from.length);
    return chosen;
  };
  const [asset, budget, share, window] = [take(plan.assets), take(plan.budgets ?? [null]), take(plan.shares ?? [null]), take(windows)];
  return asset === undefined || window === undefined ? null : { ...planVariant(asset, window, budget ?? null, share ?? null), id: code };
}

/** The number that a code writes, its first letter the smallest digit. */
const numberOf = (code: string): number => Array.from(code, (letter) => alphabet.indexOf(letter)).reduceRight((sum, digit) => sum * alphabet.length + digit, 0);

/** "1999-05" of a month counted from the first. */
function monthOf(month: number): string {
  return `${String(firstYear + Math.floor(month / monthsPerYear))}-${String((month % monthsPerYear) + 1).padStart(2, "0")}`;
}

/** Of a February the 28th, so that the same day is there in every year. */
function lastDayOf(month: number): string {
  const [year, name] = [firstYear + Math.floor(month / monthsPerYear), month % monthsPerYear];
  return name === 1 ? "28" : String(new Date(Date.UTC(year, name + 1, 0)).getUTCDate());
}
