import { expect, test } from "vitest";
import { slope } from "../../../src/commands/options/slope.ts";

/** It reads no context. */
const read = (text: string) => {
  const outcome = slope("").read(text, "guess", {} as never);
  return outcome.ok ? outcome.value : outcome.problem.kind;
};

test("a slope is read as people write one", () => {
  expect(["1.2", "about 1.2", "−0.5", "~1.5", "3/2", "1.2%", "0"].map(read)).toEqual([1.2, 1.2, -0.5, 1.5, 1.5, 1.2, 0]);
});

test("what is no slope is refused by name", () => {
  expect(["steep", "", "1 to 2", "101"].map(read)).toEqual(["unreadable-option", "unreadable-option", "unreadable-option", "out-of-range"]);
});
