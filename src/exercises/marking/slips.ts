import type { ReadNumber } from "../answer/read-answer.ts";

/** Slips that can happen to any number while it is typed, nothing wrong in the method. */
export const slips = ["percent-slip", "sign-slip", "power-of-ten-slip", "digits-swapped", "digit-mistyped"] as const;

/** Two right numbers in each other's fields. */
export const swappedFields = "swapped-fields";

/** What was the key until it was corrected. */
export const earlierKey = "earlier-key";

type Slip = (typeof slips)[number];

export const isSlip = (id: string): id is Slip => slips.some((slip) => slip === id);

const powersOfTen = [-6, -5, -4, -3, -1, 1, 3, 4, 5, 6];

/** The factors by which each slip misses. */
export const slipFactors: readonly { readonly id: Slip; readonly factor: number }[] = [
  { id: "sign-slip", factor: -1 },
  { id: "percent-slip", factor: 100 },
  { id: "percent-slip", factor: 0.01 },
  ...powersOfTen.map((power) => ({ id: "power-of-ten-slip" as const, factor: 10 ** power })),
];

/** A slip has the key's own digits: of any numbers, one in a hundred is within 1% of the key or a power of ten of it. */
const slipTolerance = 0.001;
/** One digit is a slip only of a key that has no more: "-200" for 200, and nothing for 1.0004. */
const oneDigitTolerance = 1e-9;

/** The slips by which an answer misses its key; none where the key is 0 within its tolerance. */
export function slipsOf(answer: ReadNumber, key: number, floor: number): readonly { readonly id: Slip; readonly misfit: number }[] {
  if (Math.abs(key) <= floor) return [];
  const tolerance = answer.digits < 2 ? oneDigitTolerance : slipTolerance;
  const found = slipFactors.flatMap(({ id, factor }) => {
    const distance = Math.abs(answer.value / factor - key) / Math.abs(key);
    const misfit = Math.max(0, distance - (answer.digits >= 2 ? Math.abs(answer.halfUnit / factor / key) : 0));
    return misfit <= tolerance ? [{ id, misfit }] : [];
  });
  if (swapsDigits(answer, key)) return [...found, { id: "digits-swapped", misfit: 0 }];
  return found.length === 0 && mistypesDigit(answer, key) ? [ { id: "digit-mistyped", misfit: 0 }] : found;
}

/**
 * "3.618" for 1.618, ".5965" for 3.5965, "11.3634" for 1.3634: one digit wrong, left out or typed twice. Other data give
 * numbers near the key, so that a wrong digit must have two right ones behind it, and four or more must be right.
 */
function mistypesDigit({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  if (digits < 4 || !Number.isFinite(digits) || value * key <= 0) return false;
  const unit = 2 * halfUnit;
  const typed = String(Math.round(Math.abs(value) / unit));
  const right = String(Math.round(Math.abs(key) / unit));
  if (typed === right) return false;
  const differ = Array.from(typed).flatMap((digit, at) => (digit === right[at] ? [] : [at]));
  if (typed.length === right.length && differ.length === 1 && (differ[0] ?? 0) <= typed.length - 3) return true;
  // A digit left out before the point leaves the last one where it was, behind the point it moves it up; a digit too many likewise.
  const behind = [String(Math.round((10 * Math.abs(key)) / unit)), String(Math.round(Math.abs(key) / (10 * unit)))];
  return [right, ...behind].some((whole) => whole.length >= 4 && (isWithout(whole, typed, (at) => at <= whole.length - 3) || isWithout(typed, whole, (at) => typed[at] === typed[at + 1])));
}

/** Whether the shorter is the longer with one digit taken out, of those that may be. */
const isWithout = (longer: string, shorter: string, mayBe: (at: number) => boolean): boolean =>
  longer.length === shorter.length + 1 && Array.from(longer).some((_, at) => mayBe(at) && longer.slice(0, at) + longer.slice(at + 1) === shorter);

/** "1.359" for 1.395: with three digits or fewer, too many numbers are one swap away. */
function swapsDigits({ value, halfUnit, digits }: ReadNumber, key: number): boolean {
  if (digits < 4 || !Number.isFinite(digits)) return false;
  const typed = String(Math.round(Math.abs(value) / (2 * halfUnit)));
  return Array.from(typed).some((digit, at) => {
    const next = typed[at + 1];
    if (next === undefined || next === digit) return false;
    const swapped = Number(typed.slice(0, at) + next + digit + typed.slice(at + 2)) * 2 * halfUnit * Math.sign(value);
    return Math.abs(swapped - key) <= halfUnit * 1.01;
  });
}
