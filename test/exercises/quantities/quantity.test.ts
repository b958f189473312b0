import { expect, test } from "vitest";
import { isCorrect } from "../../../src/exercises/quantities/quantity.ts";

const tolerance = { relative: 0.01, floor: 0.0005 };

test.each([
  [100, 101, 101.0001],
  [100, 99, 98.9999],
  [1.4, 1.414, 1.41401],
  [-1.4, -1.414, -1.41401],
])("of a key of %d, an answer of %d is within one percent and %d is not", (key, within, beyond) => {
  expect(isCorrect(within, { tolerance }, key)).toBe(true);
  expect(isCorrect(beyond, { tolerance }, key)).toBe(false);
});

test("near a key of 0, the floor counts instead", () => {
  expect(isCorrect(0.0005, { tolerance }, 0)).toBe(true);
  expect(isCorrect(0.00051, { tolerance }, 0)).toBe(false);
  expect(isCorrect(0.0105, { tolerance }, 0.01)).toBe(true);
});
