import { expect, test } from "vitest";
import { clearNumber } from "../../../src/commands/checks/clear-number.ts";
import type { Unit } from "../../../src/exercises/quantities/quantity.ts";

const read = (text: string, unit: Unit = "ratio"): unknown => {
  const found = clearNumber("key", text, unit);
  return found.ok ? found.value : found.problem.kind === "unclear-number" ? found.problem.readings : found.problem.kind;
};

test.each([
  ["1.395", "ratio", 1.395],
  ["252", "ratio", 252],
  ["1,39", "ratio", 1.39],
  ["0,395", "ratio", 0.395],
  ["1,395,000", "ratio", 1_395_000],
  ["−0.25", "ratio", -0.25],
  ["zero", "ratio", 0],
  ["1e-3", "ratio", 0.001],
  ["5%", "return", 0.05],
  ["5 percent", "return", 0.05],
  ["12 bps", "return", 0.0012],
  ["$1,395", "dollars", 1395],
  ["$10M", "dollars", 10_000_000],
  ["$2.5 million", "dollars", 2_500_000],
] as const)("the key %s is %s %d", (text, unit, value) => {
  expect(read(text, unit)).toBeCloseTo(value, 12);
});

test("a comma that can be a decimal sign or one for thousands is asked", () => {
  expect(read("1,395")).toEqual(["1.395", "1395"]);
  expect(read("-1,395")).toEqual(["-1.395", "-1395"]);
});

test("a number among words or guesses is asked, and its button types it so that it is read", () => {
  for (const text of ["about 252", "~252", "252 or so", "x ≈ 252", "N is 252"]) {
    const readings = read(text);
    expect(readings, text).toEqual(["252"]);
  }
  expect(read("around 5%", "return")).toEqual(["5%"]);
  expect(read("5%", "return")).toBeCloseTo(0.05, 12);
  expect(read("roughly $10M", "dollars")).toEqual(["$10000000"]);
  expect(read("$10000000", "dollars")).toBe(10_000_000);
});
