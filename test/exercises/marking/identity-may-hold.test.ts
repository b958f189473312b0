import { describe, expect, it } from "vitest";
import { definitions } from "../../../src/exercises/definitions/index.ts";
import { identityMayHold, type ReadableNumber } from "../../../src/exercises/marking/identity-may-hold.ts";
import { identityHolds, type Identity } from "../../../src/exercises/marking/identity.ts";
import type { NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { workOut } from "../load-exercises.ts";

const cases = definitions.flatMap((definition) => definition.identities.map((identity) => ({ id: identity.id, definition, identity })));

function keysOf({ plan, quantities }: (typeof definitions)[number], identity: Identity) {
  const worked = workOut(chapterVariant(plan));
  if (!worked.ok) throw new Error(worked.problem.kind);
  const numbers = quantities.flatMap((quantity) => (quantity.kind === "number" && identity.parts.includes(quantity.id) ? [{ quantity, key: quantity.key(worked.value) }] : []));
  return { numbers, model: worked.value.model, variant: worked.value.variant };
}

const typed = (quantity: NumberQuantity, value: number, { correct = false, halfUnit = 0 } = {}): ReadableNumber => ({ quantity, correct, answer: { value, halfUnit } });

describe("of two numbers that break an equation", () => {
  it.each(cases)("$id says nothing where one is of another period, in percent or compounded", ({ definition, identity }) => {
    const { numbers, model, variant } = keysOf(definition, identity);
    for (const { quantity, key } of numbers) {
      const inPercent = quantity.unit === "return" || quantity.unit === "share" ? [key * 100] : [];
      const compounded = quantity.unit === "return" ? [(1 + key) ** 252 - 1] : [];
      for (const value of [...quantity.periodMistakes.map(({ factor }) => key * factor), ...inPercent, ...compounded]) {
        const form = numbers.map((number) => (number.quantity === quantity ? typed(quantity, value) : typed(number.quantity, number.key, { correct: true })));
        expect({ part: quantity.id, value, may: identityMayHold(identity, form, model, variant) }).toEqual({ part: quantity.id, value, may: true });
      }
    }
  });

  it.each(cases)("$id says nothing where rounding to two digits breaks it", ({ definition, identity }) => {
    const { numbers, model, variant } = keysOf(definition, identity);
    const form = numbers.map(({ quantity, key }) => {
      const value = Number(key.toPrecision(2));
      return typed(quantity, value, { halfUnit: 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(key))) - 1) });
    });
    expect(identityMayHold(identity, form, model, variant)).toBe(true);
  });

  it.each(cases)("$id speaks where no unit and no period mends it, and of right numbers alone in no other unit", ({ definition, identity }) => {
    const { numbers, model, variant } = keysOf(definition, identity);
    const [first] = numbers;
    if (first === undefined) throw new Error(identity.id);
    const size = Math.max(...numbers.map(({ key }) => Math.abs(key)));
    const isSum = identity.id === "parts-add-up" || identity.id === "alpha-of-beta";
    const form = (value: number, correct: boolean) => numbers.map(({ quantity, key }, at) => (at === 0 ? typed(quantity, value, { correct }) : typed(quantity, key, { correct: true })));
    expect(identityMayHold(identity, form(isSum ? first.key - 0.7 * size : -first.key * 1.3, false), model, variant)).toBe(false);
    const period = first.quantity.periodMistakes[0];
    if (period === undefined) return;
    const another = form(first.key * period.factor, true);
    const own = Object.fromEntries(another.map(({ quantity, answer }) => [quantity.id, answer.value]));
    expect(identityMayHold(identity, another, model, variant)).toBe(identityHolds(identity, own, model, variant));
  });
});

/** A number of a made-up form: by default a ratio that is wrong, and exact to its last digit. */
const part = (id: string, value: number, { unit = "ratio", periods = {}, correct = false, halfUnit = 0, relative = 0, floor = 0 }: {
  readonly unit?: NumberQuantity["unit"];
  readonly periods?: Readonly<Record<string, number>>;
  readonly correct?: boolean;
  readonly halfUnit?: number;
  readonly relative?: number;
  readonly floor?: number;
} = {}): ReadableNumber => ({
  quantity: { id, unit, tolerance: { relative, floor }, periodMistakes: Object.entries(periods).map(([period, factor]) => ({ id: period, factor, of: "number" })) },
  correct,
  answer: { value, halfUnit },
});

const equationOf = (parts: readonly string[], sides: (values: readonly number[]) => readonly [number, number]): Identity => ({
  id: "made-up",
  parts,
  sides: (numbers) => sides(parts.map((id) => numbers[id] ?? NaN)),
});

describe("of numbers that a made-up equation ties together", () => {
  const worked = workOut(chapterVariant(definitions[0]!.plan));
  if (!worked.ok) throw new Error(worked.problem.kind);
  const { model, variant } = worked.value;
  const mayHold = (equation: Identity, numbers: readonly ReadableNumber[]): boolean => identityMayHold(equation, numbers, model, variant);

  const equal = equationOf(["a", "b"], ([a = 0, b = 0]) => [a, b]);
  const product = equationOf(["a", "b", "c"], ([a = 0, b = 0, c = 0]) => [a * b, c]);
  const longProduct = equationOf(["a", "b", "c", "d"], ([a = 0, b = 0, c = 0, d = 0]) => [a * b * c, d]);
  const periods = { month: 21, year: 252 };

  it("two wrong ones may each be of a period or in a unit of its own, whatever else the form holds", () => {
    const mixed = [part("a", 2 * 21, { periods }), part("b", 300, { unit: "share" })];
    expect(mayHold(product, [...mixed, part("c", 6, { correct: true })])).toBe(true);
    expect(mayHold(equationOf(["a", "b"], ([a = 0, b = 0]) => [a * b, 6]), [...mixed, part("other", 1)])).toBe(true);
  });

  it("three wrong ones are of one period or in one unit", () => {
    const inYears = (id: string, value: number) => part(id, value * 252, { periods });
    expect(mayHold(product, [inYears("a", 2), inYears("b", 3), inYears("c", 6)])).toBe(true);
    expect(mayHold(product, [inYears("a", 2), part("b", 300, { unit: "share" }), part("c", 6)])).toBe(false);
    expect(mayHold(longProduct, [inYears("a", 2), inYears("b", 3), inYears("c", 4), part("d", 24, { unit: "share" })])).toBe(true);
    expect(mayHold(longProduct, [inYears("a", 2), inYears("b", 3), inYears("c", 4), part("d", 24, { correct: true })])).toBe(true);
    const inYearsAndPercent = (id: string, value: number) => part(id, value * 252 * 100, { unit: "share", periods });
    expect(mayHold(product, [inYearsAndPercent("a", 0.2), inYearsAndPercent("b", 0.3), inYearsAndPercent("c", 0.06)])).toBe(true);
  });

  it("only a return or a share is in percent, and only a return compounded", () => {
    const right = part("b", 0.1, { correct: true });
    for (const [unit, inPercent, compounded] of [["return", true, true], ["share", true, false], ["ratio", false, false]] as const) {
      expect({ unit, inPercent: mayHold(equal, [part("a", 10, { unit }), right]) }).toEqual({ unit, inPercent });
      expect({ unit, compounded: mayHold(equal, [part("a", 1.1 ** 252 - 1, { unit }), right]) }).toEqual({ unit, compounded });
      expect({ unit, forAYear: mayHold(equal, [part("a", (1 + 0.1 / 252) ** 252 - 1, { unit }), right]) }).toEqual({ unit, forAYear: compounded });
    }
  });

  it("a right one is rounded no further than is right, within its tolerance or its floor", () => {
    const rounded = { correct: true, halfUnit: 50 };
    expect(mayHold(equal, [part("a", 100, { ...rounded, relative: 0.05 }), part("b", 106.5)])).toBe(true);
    expect(mayHold(equal, [part("a", 100, { ...rounded, floor: 5 }), part("b", 106.5)])).toBe(true);
    expect(mayHold(equal, [part("a", 100, { ...rounded, relative: 0.05 }), part("b", 130)])).toBe(false);
    expect(mayHold(equal, [part("a", 100, { correct: true, halfUnit: 0.5, relative: 0.05 }), part("b", 106.5)])).toBe(false);
    expect(mayHold(equal, [part("a", 100, { halfUnit: 50, relative: 0.05 }), part("b", 130)])).toBe(true);
  });
});
