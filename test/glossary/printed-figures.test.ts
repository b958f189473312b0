import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPrintedFigures } from "../../src/glossary/printed-figures.ts";

const figure = { section: "6.4.4", label: "JPM: β", asset: "JPM", factor: "SPY", quantity: "beta", printed: "1.395", format: "fixed3" };

test("the chapter's figures are read as they stand", () => {
  const content: unknown = JSON.parse(readFileSync("data/lessons/printed-figures.json", "utf8"));
  expect(readPrintedFigures(content)).toEqual(content);
});

test.each([
  ["an unknown quantity", { ...figure, quantity: "gamma" }, "entry 2: quantity: is no quantity"],
  ["an unknown format", { ...figure, format: "fixed" }, "entry 2: format: is no way to print"],
  ["a number in place of the printed text", { ...figure, printed: 1.395 }, "entry 2: printed: "],
  ["a missing factor", { ...figure, factor: undefined }, "entry 2: factor: "],
  ["a misspelled field", { ...figure, lable: "β" }, "entry 2: lable: "],
  ["a text", "β", "entry 2: "],
])("%s is refused, with its entry and field", (_, broken, message) => {
  expect(() => readPrintedFigures([figure, broken])).toThrow(`printed-figures.json: ${message}`);
});

test("what is no list is refused", () => {
  expect(() => readPrintedFigures({})).toThrow("printed-figures.json: is not a list");
});
