import { expect, it } from "vitest";
import { independentOf } from "../../../src/exercises/marking/independent-numbers.ts";
import { fieldOf } from "./made-up-field.ts";
import { madeUp, workings } from "./made-up-quantity.ts";

const [a, b, c] = [madeUp("a", 100), madeUp("b", 200), madeUp("c", 300)] as const;

it("a number that was typed twice speaks once", () => {
  expect(independentOf([fieldOf(a, "77"), fieldOf(b, "77"), fieldOf(c, "88")], workings)).toBe(2);
});

it("a number that comes of the others speaks for them, and one that should but doesn't for itself", () => {
  const carried = () => 154;
  expect(independentOf([fieldOf(a, "77"), fieldOf(b, "154", { carried })], workings)).toBe(1);
  expect(independentOf([fieldOf(a, "77"), fieldOf(b, "160", { carried })], workings)).toBe(2);
});

it("where all come of others, of numbers that are right, they are all there is", () => {
  expect(independentOf([fieldOf(a, "154", { carried: () => 154 }), fieldOf(b, "160", { carried: () => 160 })], workings)).toBe(2);
});
