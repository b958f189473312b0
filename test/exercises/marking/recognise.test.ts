import { describe, expect, it } from "vitest";
import { knownMistakes, recognise, type KnownMistake } from "../../../src/exercises/marking/recognise.ts";
import { madeUp, workings } from "./made-up-quantity.ts";

const quantity = madeUp("x", 50);

/** Typed exactly, unless the half of its last digit is given. */
const named = (value: number, mistakes: Readonly<Record<string, number>>, halfUnit = 0, digits = 6): readonly string[] =>
  recognise({ value, halfUnit, digits }, quantity, listed(mistakes));

const listed = (mistakes: Readonly<Record<string, number>>): readonly KnownMistake[] => Object.entries(mistakes).map(([id, value]) => ({ id, value }));

describe("recognise", () => {
  it("names a mistake within 1% of its own number, the edge included, and none beyond", () => {
    expect(named(1.01, { one: 1 })).toEqual(["one"]);
    expect(named(0.99, { one: 1 })).toEqual(["one"]);
    expect(named(1.011, { one: 1 })).toEqual([]);
    expect(named(-1.01, { one: -1 })).toEqual(["one"]);
    expect(named(-1, { one: 1 })).toEqual([]);
    expect(named(1, {})).toEqual([]);
  });

  it("names the nearest alone where others are more than half a percent farther", () => {
    expect(named(1, { far: 1.006, near: 1 })).toEqual(["near"]);
    expect(named(1, { far: 1.005, near: 1 })).toEqual(["near", "far"]);
    expect(named(1, { below: 0.995, near: 1, above: 1.004 })).toEqual(["near", "above", "below"]);
    expect(named(-1, { far: -1.004, near: -1 })).toEqual(["near", "far"]);
    expect(named(-1, { far: -1.007, near: -1 })).toEqual(["near"]);
  });

  it("counts that half percent from the nearest, not from the answer", () => {
    expect(named(1, { near: 1.003, far: 0.993 })).toEqual(["near", "far"]);
    expect(named(1, { near: 1.001, far: 0.9925 })).toEqual(["near"]);
  });

  it("takes two digits for all that round to them, and one digit for nothing but what is near", () => {
    expect(named(1.2, { low: 1.16, high: 1.23, off: 1.26 }, 0.05, 2)).toEqual(["high", "low"]);
    expect(named(1, { low: 0.6 }, 0.5, 1)).toEqual([]);
    expect(named(1, { exact: 1, near: 1.0095 }, 0.5, 1)).toEqual(["exact", "near"]);
  });

  it("names a mistake once, however many of its numbers are near", () => {
    expect(recognise({ value: 1, halfUnit: 0, digits: 6 }, quantity, [...listed({ twice: 1 }), ...listed({ twice: 1.001, other: 1.002 })])).toEqual(["twice", "other"]);
  });

  it("takes 0 for a mistake whose number is 0", () => {
    expect(named(0, { zero: 0 })).toEqual(["zero"]);
  });
});

describe("knownMistakes", () => {
  const ids = (mistakes: Readonly<Record<string, number | null>>, key = 50): readonly string[] =>
    knownMistakes(madeUp("x", key, { mistakes }), workings, key)
      .map(({ id }) => id)
      .filter((id) => !id.endsWith("-slip"));

  it("leaves out what this variant has no number for, and what would be right", () => {
    expect(ids({ there: 40, none: null, same: 50.4, off: 50.6 })).toEqual(["there", "off"]);
  });

  it("holds the slips, with their numbers, unless the key is 0 within its tolerance", () => {
    const slips = (key: number) => knownMistakes(madeUp("x", key), workings, key);
    const { floor } = madeUp("x", 0).tolerance;
    expect(slips(50)).toContainEqual({ id: "sign-slip", value: -50 });
    expect(slips(50)).toContainEqual({ id: "percent-slip", value: 5000 });
    expect(slips(50)).toContainEqual({ id: "percent-slip", value: 0.5 });
    expect(slips(50)).toContainEqual({ id: "power-of-ten-slip", value: 500 });
    expect(slips(-floor)).toEqual([]);
    expect(slips(floor)).toEqual([]);
    expect(slips(floor * 1.02)).not.toEqual([]);
  });
});
