import { describe, expect, it } from "vitest";
import { alternativesIn, commonestFirst, fewestMistakes, isAsNear, type Account, type Options } from "../../../src/exercises/marking/account.ts";
import { fieldOf } from "./made-up-field.ts";
import { madeUp } from "./made-up-quantity.ts";

type Explanation = readonly [mistakes: string, misfit?: number];

/** Wrong fields by name with what explains each: "x p" is two mistakes at once, "" is none. */
const optionsOf = (fields: Readonly<Record<string, readonly Explanation[]>>): readonly Options[] =>
  Object.entries(fields).map(([id, explanations]) => ({
    field: fieldOf(madeUp(id, 100), "77.7"),
    explanations: explanations.map(([mistakes, misfit = 0]) => ({ mistakes: mistakes === "" ? [] : mistakes.split(" "), misfit, exact: false })),
  }));

const shown = (account: Account | null) =>
  account && { ...account, byQuantity: Object.fromEntries([...account.byQuantity].map(([id, alternatives]) => [id, alternatives.map((each) => each.join(" "))])) };

const fewest = (fields: Parameters<typeof optionsOf>[0], refit: string | null = null, most: 1 | 2 = 2) => shown(fewestMistakes(optionsOf(fields), refit, most));
const commonest = (fields: Parameters<typeof optionsOf>[0]) => shown(commonestFirst(optionsOf(fields)));

describe("the fewest mistakes", () => {
  it("are none where every number comes of these data as it is", () => {
    expect(fewest({ a: [[""]], b: [[""], ["x"]] })).toEqual({ mistakes: 0, unexplained: 0, misfit: 0, byQuantity: { a: [], b: [] } });
    expect(fewest({ a: [["", 0.002]], b: [["", 0.001]] }, "other-ticker")).toMatchObject({ mistakes: 1, misfit: 0.003, byQuantity: { a: ["other-ticker"], b: ["other-ticker"] } });
  });

  it("are one that all have in common, before two of which each has one", () => {
    expect(fewest({ a: [["x"], ["y"]], b: [["z"], ["y"]] })).toEqual({ mistakes: 1, unexplained: 0, misfit: 0, byQuantity: { a: ["y"], b: ["y"] } });
  });

  it("are two where no one explains all, if as many are looked for", () => {
    expect(fewest({ a: [["x"]], b: [["y"]] })).toEqual({ mistakes: 2, unexplained: 0, misfit: 0, byQuantity: { a: ["x"], b: ["y"] } });
    expect(fewest({ a: [["x"]], b: [["y"]] }, "other-ticker", 1)).toBeNull();
    expect(fewest({ a: [["x"]], b: [[""]] }, "other-ticker", 1)).toMatchObject({ mistakes: 2, byQuantity: { a: ["other-ticker x"], b: ["other-ticker"] } });
    expect(fewest({ a: [["x"]], b: [["y"]], c: [["z"]] })).toBeNull();
    expect(fewest({ a: [["x p"]] })).toMatchObject({ mistakes: 2, byQuantity: { a: ["x p"] } });
    expect(fewest({ a: [["x p"]], b: [["x"]], c: [["z"]] })).toBeNull();
  });

  it("take in each field as few of them as explain it, and then the nearest", () => {
    expect(fewest({ a: [["x p"], ["x", 0.003]], b: [["p"]] })).toMatchObject({ misfit: 0.003, byQuantity: { a: ["x"], b: ["p"] } });
    expect(fewest({ a: [["x", 0.003], ["y", 0.001]], b: [["x"]], c: [["y", 0.0005]] })).toMatchObject({ misfit: 0.0015, byQuantity: { a: ["y"], b: ["x"], c: ["y"] } });
  });

  it("leave fields that nothing explains, and count them", () => {
    const account = fewest({ a: [["x"]], b: [], c: [] });
    expect(account).toEqual({ mistakes: 1, unexplained: 2, misfit: 0, byQuantity: { a: ["x"] } });
  });

  it("are alternatives where others are as few and about as near", () => {
    expect(fewest({ a: [["x"], ["y"]] })?.byQuantity).toEqual({ a: ["x", "y"] });
    expect(fewest({ a: [["x"], ["y", 0.0003]] })?.byQuantity).toEqual({ a: ["x"] });
    expect(fewest({ a: [["x", 0.002], ["y", 0.001], ["z", 0.0014]] })?.byQuantity).toEqual({ a: ["y", "z"] });
  });
});

describe("of three mistakes and more", () => {
  it("the one that explains most fields is first, and the others explain what is left", () => {
    expect(commonest({ a: [["y"], ["x"]], b: [["x"]], c: [["z"]], d: [["y"]], e: [["y"], ["x"]], f: [["x"]] })).toEqual({
      mistakes: 3,
      unexplained: 0,
      misfit: 0,
      byQuantity: { a: ["x"], b: ["x"], c: ["z"], d: ["y"], e: ["x"], f: ["x"] },
    });
  });

  it("a mistake of one field alone stands beside those that are about as near", () => {
    expect(commonest({ a: [["x"]], b: [["x"]], c: [["z", 0.001], ["w", 0.0013], ["v", 0.01]] })?.byQuantity).toEqual({ a: ["x"], b: ["x"], c: ["z", "w"] });
  });

  it("two mistakes at once and nothing at all explain no field", () => {
    expect(commonest({ a: [["x"]], b: [["y"]], c: [["x p"]], d: [], e: [[""]] })).toMatchObject({ mistakes: 2, unexplained: 3, byQuantity: { a: ["x"], b: ["y"] } });
    expect(commonest({ c: [["x p"]] })).toEqual({ mistakes: 0, unexplained: 1, misfit: 0, byQuantity: {} });
  });
});

it("what has the typed digits is nearer than what has not, and otherwise 0.0005 is no difference", () => {
  const isNear = (misfit: number, nearest: number): boolean => isAsNear({ misfit }, nearest);
  expect([isNear(0, 0), isNear(1e-9, 0), isNear(1.1e-9, 0), isNear(0.0004, 1e-10)]).toEqual([true, true, false, false]);
  expect([isNear(0.0004, 1e-9), isNear(0.0014, 0.001), isNear(0.0016, 0.001)]).toEqual([true, true, false]);
  expect(isNear(0.0015, 0.001)).toBe(true);
});

it("accounts with the same mistakes in another order are one alternative, and no mistake is none", () => {
  const accounts = ["x p", "p x", "y", ""].map((mistakes): Account => ({ mistakes: 2, unexplained: 0, misfit: 0, byQuantity: new Map([["a", [mistakes === "" ? [] : mistakes.split(" ")]]]) }));
  expect(alternativesIn(accounts, "a").map((each) => each.toSorted().join(" "))).toEqual(["p x", "y"]);
  expect(alternativesIn(accounts, "b")).toEqual([]);
});
