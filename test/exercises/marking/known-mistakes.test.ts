import { describe, expect, it } from "vitest";
import { knownMistakes } from "../../../src/exercises/marking/known-mistakes.ts";
import { madeUp, workings } from "./made-up-quantity.ts";

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
