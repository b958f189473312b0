import { describe, expect, it } from "vitest";
import { definitions } from "../../../src/exercises/definitions/index.ts";
import { identityHolds, type Identity } from "../../../src/exercises/marking/identity.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { workOut } from "../load-exercises.ts";
import { workings } from "./made-up-quantity.ts";

const cases = definitions.flatMap((definition) => definition.identities.map((identity) => ({ id: identity.id, definition, identity })));

/** The right numbers of an exercise on the chapter's data. */
function keysOf({ plan, quantities }: (typeof definitions)[number]) {
  const worked = workOut(chapterVariant(plan));
  if (!worked.ok) throw new Error(worked.problem.kind);
  const own = Object.fromEntries(quantities.flatMap((quantity) => (quantity.kind === "number" ? [[quantity.id, quantity.key(worked.value)]] : [])));
  return { own, model: worked.value.model, variant: worked.value.variant };
}

describe("an equation between the parts of one submission", () => {
  it("there are eleven of them", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(11);
  });

  it.each(cases)("$id holds between the keys", ({ definition, identity }) => {
    const { own, model, variant } = keysOf(definition);
    expect(identityHolds(identity, own, model, variant)).toBe(true);
  });

  it.each(cases)("$id fails where any one of its parts is half as large again", ({ definition, identity }) => {
    const { own, model, variant } = keysOf(definition);
    for (const part of identity.parts) {
      const key = own[part]!;
      // A part of a sum may be too small to be seen in it: it is moved by half of the largest.
      const size = Math.max(...identity.parts.map((id) => Math.abs(own[id]!)));
      const moved = identity.id === "parts-add-up" || identity.id === "alpha-of-beta" ? key + size / 2 : key * 1.5;
      expect({ part, holds: identityHolds(identity, { ...own, [part]: moved }, model, variant) }).toEqual({ part, holds: false });
    }
  });

  it.each(cases)("$id names no part that its sides don't use", ({ definition, identity }) => {
    const { own, model, variant } = keysOf(definition);
    for (const part of identity.parts) {
      const { [part]: _, ...others } = own;
      expect(() => identity.sides(others, model, variant)).toThrow(new RangeError(`the formula needs ${part}, which is not filled in`));
    }
    const needed = Object.fromEntries(identity.parts.map((part) => [part, own[part]!]));
    expect(identity.sides(needed, model, variant).every(Number.isFinite)).toBe(true);
  });
});

describe("holds", () => {
  const equal: Identity = { id: "equal", parts: ["left", "right"], sides: (own) => [own["left"]!, own["right"]!] };
  const both = (left: number, right: number): boolean => identityHolds(equal, { left, right }, workings.model, workings.variant);

  it("forgives two percent of the larger side, on either side and of either sign", () => {
    expect(both(100, 98)).toBe(true);
    expect(both(98, 100)).toBe(true);
    expect(both(-100, -98)).toBe(true);
    expect(both(100, 97.9)).toBe(false);
    expect(both(97.9, 100)).toBe(false);
    expect(both(-100, -97.9)).toBe(false);
    expect(both(1, -1)).toBe(false);
  });

  it("takes what is next to 0 for 0", () => {
    expect(both(0, 1e-9)).toBe(true);
    expect(both(1e-10, -1e-10)).toBe(true);
    expect(both(0, 2e-9)).toBe(false);
  });
});
