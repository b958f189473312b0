import { expect, test } from "vitest";
import { figureText, templateText } from "../../src/render/figure-text.ts";

test.each([
  [0.1474, "return", "14.74%"],
  [0.415, "share", "41.5%"],
  [2_644_594, "dollars", "$2,644,594"],
  [7974, "count", "7,974"],
  [12.04, "years", "12.0"],
  [0.03412, "probability", "0.0341"],
  [0.0004, "probability", "< 0.001"],
  [0.0004, "ratio", "0.0004000"],
  [0.000135, "variance", "0.0001350"],
  [null, "return", "not available"],
] as const)("%s of unit %s is written %s", (value, unit, text) => {
  expect(figureText(value, unit)).toBe(text);
});

test("a filled template is its texts and its written figures in a row", () => {
  expect(templateText(["β = ", { value: 1.395, unit: "ratio" }, " on SPY"])).toBe("β = 1.395 on SPY");
});
