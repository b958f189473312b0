import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../src/exercises/answer/read-answer.ts";
import { isSlip, slipsOf } from "../../../src/exercises/marking/slips.ts";
import { madeUp } from "./made-up-quantity.ts";

/** The slips by which the text misses a key. */
function found(text: string, key: number, floor = 0.00005): ReturnType<typeof slipsOf> {
  const read = readAnswer(text, madeUp("x", key));
  if (!read.ok || read.value.kind !== "number") throw new Error(text);
  return slipsOf(read.value, key, floor);
}

const slips = (...of: Parameters<typeof found>): readonly string[] => found(...of).map(({ id }) => id);

describe("a slip of sign, percent or a power of ten", () => {
  it.each([
    ["-1.395", ["sign-slip"]],
    ["139.5", ["percent-slip"]],
    ["0.01395", ["percent-slip"]],
    ["13.95", ["power-of-ten-slip"]],
    ["0.1395", ["power-of-ten-slip"]],
    ["1395", ["power-of-ten-slip"]],
    ["1395000", ["power-of-ten-slip"]],
    ["0.000001395", ["power-of-ten-slip"]],
    ["13950000", []],
    ["1.395", []],
    ["-139.5", []],
  ] as const)("is named by its factor alone: %s for 1.395", (text, named) => {
    expect(slips(text, 1.395)).toEqual(named);
  });

  it("has the key's own digits, as far as they were typed", () => {
    expect(slips("-1.4", 1.395)).toEqual(["sign-slip"]);
    expect(slips("-1.3", 1.395)).toEqual([]);
    expect(slips("-1.3963", 1.395)).toEqual(["sign-slip"]);
    expect(slips("-1.3965", 1.395)).toEqual([]);
  });

  it("of one digit is one only where the key has no more", () => {
    expect(slips("-200", 200)).toEqual(["sign-slip"]);
    expect(slips("-200", 200.1)).toEqual([]);
    expect(slips("-20", 20.01)).toEqual([]);
    expect(slips("-21", 21.01)).toEqual(["sign-slip"]);
  });

  it("of two digits counts with their rounding and a thousandth more", () => {
    expect(slips("-14", 14.51)).toEqual(["sign-slip"]);
    expect(slips("-14", 14.52)).toEqual([]);
  });

  it("is none of a key that is 0 within its tolerance, and of a negative one as of a positive one", () => {
    expect(slips("-0.05", 0.05, 0.05)).toEqual([]);
    expect(slips("-0.05", 0.05, 0.049)).toEqual(["sign-slip"]);
    expect(slips("0.05", -0.05, 0.05)).toEqual([]);
    expect(slips("1.395", -1.395)).toEqual(["sign-slip"]);
  });

  it("misses by nothing where the typed digits are the key's rounded ones, and by the rest where they are not", () => {
    const misfits = (text: string, key: number): readonly number[] => found(text, key).map(({ misfit }) => misfit);
    expect(misfits("-1.395", 1.3954)).toEqual([0]);
    expect(misfits("-1.3960", 1.395)[0]).toBeCloseTo((0.001 - 0.00005) / 1.395, 9);
  });
});

describe("two digits in each other's places", () => {
  it.each([
    ["1.359", 1.395, true],
    ["-1.359", -1.395, true],
    ["3.195", 1.395, true],
    ["1.935", 1.395, true],
    ["9.135", 1.395, false],
    ["1.359", -1.395, false],
    ["1.36", 1.63, false],
    ["1.359", 1.3954, true],
    ["1.359", 1.3957, false],
    ["1.359", 1.3955, true],
    ["1.395", 1.395, false],
    ["1.1395", 1.1395, false],
    ["1.1395", 1.1359, true],
    ["2.2345", 2.3245, true],
  ] as const)("are seen with four digits and more, the rest being equal: %s for %d", (text, key, seen) => {
    expect(slips(text, key).includes("digits-swapped")).toBe(seen);
  });

  it("are of no number that had to be worked out", () => {
    expect(slips("1.359*1", 1.395)).toEqual([]);
  });
});

describe("one digit wrong, left out or typed twice", () => {
  it.each([
    ["3.618", 1.6181, true],
    ["0.80896", 0.89896, true],
    ["$44,287,973", 14_287_973, true],
    [".5965", 3.5965, true],
    ["0.9809", 0.90809, true],
    ["0.07017", 0.017017, true],
    ["11.363", 1.3634, true],
    ["0.119968", 0.19968, true],
    ["79922945", 7_922_945, true],
    // Near the key, as other data are: two right digits must stand behind the wrong one.
    ["1.058", 1.088, false],
    ["1.385", 1.395, false],
    ["1.396", 1.395, false],
    ["1.333", 1.3949, false],
    // Three digits, a digit more that is no double, another sign, two digits wrong.
    ["0.777", 0.5777, false],
    ["12.363", 1.363, false],
    ["-3.618", 1.6181, false],
    ["3.718", 1.6181, false],
    ["0.1395", 1.395, false],
  ] as const)("is seen where four others are right: %s for %d", (text, key, seen) => {
    expect(slips(text, key).includes("digit-mistyped")).toBe(seen);
  });
});

it("a slip is known by its id", () => {
  expect(["sign-slip", "percent-slip", "power-of-ten-slip", "digits-swapped", "digit-mistyped"].every(isSlip)).toBe(true);
  expect(["swapped-fields", "times-12", ""].some(isSlip)).toBe(false);
});
