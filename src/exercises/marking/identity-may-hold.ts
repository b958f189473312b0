import { tradingDaysPerYear } from "../../calendar.ts";
import type { ReadNumber } from "../answer/read-answer.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { StudentNumbers } from "../quantities/student-numbers.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import { identityHolds, type Identity } from "./identity.ts";

/** A number of the form, as far as its reading decides whether an equation holds. */
export interface ReadableNumber {
  readonly quantity: Pick<NumberQuantity, "id" | "unit" | "periodMistakes" | "tolerance">;
  readonly answer: Pick<ReadNumber, "value" | "halfUnit">;
  readonly correct: boolean;
}

/**
 * Whether the equation holds for the numbers as they are rounded, in any unit and of any period that the wrong ones of
 * them may be in: then it says nothing against the data that they come from.
 */
export function identityMayHold(identity: Identity, numbers: readonly ReadableNumber[], model: Model, variant: Variant): boolean {
  const own = numbers.filter(({ quantity }) => identity.parts.includes(quantity.id));
  return readingsOfAll(own).some((readings) => {
    const read = readings.map(({ number, reading }) => endsOf(number).map((end) => [number.quantity.id, reading.read(end)] as const));
    return holdsBetween(identity, combinations(read).map((values) => Object.fromEntries(values)), model, variant);
  });
}

/** The ends of what is rounded to the number; a right one is rounded no further than is right ("100" may have one digit). */
function endsOf({ quantity: { tolerance }, answer: { value, halfUnit }, correct }: ReadableNumber): readonly [number, number] {
  const rounding = correct ? Math.min(halfUnit, Math.max(tolerance.relative * Math.abs(value), tolerance.floor)) : halfUnit;
  return [value - rounding, value + rounding];
}

/** Whether it holds at one of these, or its left side is the larger one at some and the smaller one at others. */
function holdsBetween(identity: Identity, ends: readonly StudentNumbers[], model: Model, variant: Variant): boolean {
  const differences = ends.map((studentNumbers) => {
    const [left, right] = identity.sides(studentNumbers, model, variant);
    return left - right;
  });
  return (Math.min(...differences) <= 0 && Math.max(...differences) >= 0) || ends.some((studentNumbers) => identityHolds(identity, studentNumbers, model, variant));
}

/** What a number may have been meant for, as the number that was asked for. */
interface Reading {
  readonly id: string;
  readonly read: (value: number) => number;
}

const asTyped: Reading = { id: "as-typed", read: (value) => value };

interface ReadAs {
  readonly number: ReadableNumber;
  readonly reading: Reading;
}

/** Two wrong numbers may each be in a unit or of a period of its own; more of them in one. */
function readingsOfAll(numbers: readonly ReadableNumber[]): readonly (readonly ReadAs[])[] {
  const all = numbers.map((number) => (number.correct ? [asTyped] : readingsOf(number.quantity)).map((reading): ReadAs => ({ number, reading })));
  if (numbers.filter(({ correct }) => !correct).length <= 2) return combinations(all);
  const ids = new Set(all.flat().map(({ reading }) => reading.id));
  return [...ids].map((id) => all.flatMap((readings) => readings.find(({ reading }) => reading.id === id) ?? readings.slice(0, 1)));
}

/** In decimals or percent, as typed, of another period, or compounded to a year. */
function readingsOf({ unit, periodMistakes }: ReadableNumber["quantity"]): readonly Reading[] {
  const inDecimals = [asTyped, ...periodMistakes.map(({ id, factor }): Reading => ({ id, read: (value) => value / factor })), ...(unit === "return" ? compounded : [])];
  if (unit !== "return" && unit !== "share") return inDecimals;
  return [...inDecimals, ...inDecimals.map(({ id, read }): Reading => ({ id: `${id} in percent`, read: (value) => read(value / 100) }))];
}

const perDay = (value: number): number => Math.max(0, 1 + value) ** (1 / tradingDaysPerYear) - 1;

/** For a number of a day, and for one of a year. */
const compounded: readonly Reading[] = [
  { id: "compounded", read: perDay },
  { id: "compounded for a year", read: (value) => perDay(value) * tradingDaysPerYear },
];

const combinations = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>((made, list) => made.flatMap((one) => list.map((item) => [...one, item])), [[]]);
