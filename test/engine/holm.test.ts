import { expect, test } from "vitest";
import { holm } from "../../src/engine/holm.ts";
import { golden, same } from "./further-inference.ts";

test("Holm's p-values are R's p.adjust, in the order given", () => {
  same(holm([0.03, 0.004, 0.2, 0.03, 0.9]), golden["holm"]);
});

test("one test is not corrected, and none passes 1", () => {
  expect(holm([0.04])).toEqual([0.04]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});
