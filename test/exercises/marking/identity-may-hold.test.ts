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
