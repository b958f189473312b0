import { expect, it } from "vitest";
import { writtenNumbers } from "../../src/glossary/written-numbers.ts";

it.each([
  ["JPM at 1.395 is aggressive.", [1.395]],
  ["The share is 41.5%, not 0.4.", [41.5, 0.415, 0.415 ** 2]],
  ["For $10M, sell $13.95M of SPY or $2,644,594.", [13.95, 13.95e6, 2644594]],
  ["α is 0.000159, or 2 of 10.", [0.000159, 0.000159 ** 2]],
])("reads the numbers of three digits of %s", (paragraph, numbers) => {
  const read = writtenNumbers(["a β of 0.674", paragraph, "0.707 is the correlation"]);
  expect(read.slice(0, 2)).toEqual([0.674, 0.674 ** 2]);
  expect(read.slice(-2)).toEqual([0.707, 0.707 ** 2]);
  expect(read.slice(2, -2).map((value) => value.toPrecision(10))).toEqual(numbers.map((value) => value.toPrecision(10)));
});
