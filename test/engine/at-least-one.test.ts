import { expect, expectTypeOf, test } from "vitest";
import { atLeastOne } from "../../src/engine/at-least-one.ts";

test("the list keeps its entries, and its first one needs no question", () => {
  const list = atLeastOne([3, 1, 2]);
  expect(list).toEqual([3, 1, 2]);
  expectTypeOf(list[0]).toEqualTypeOf<number>();
});

test("an entry that is undefined is an entry", () => {
  expect(atLeastOne([undefined])).toEqual([undefined]);
});

test("an empty list is a fault of the caller", () => {
  expect(() => atLeastOne([])).toThrow(RangeError);
});
