import { expect, test } from "vitest";
import { criticalValue } from "../../src/engine/tail-probability.ts";

/** mpmath, 40 digits: the root of the regularised incomplete beta function. */
test.each([
  [6, 0.9, 1.943180280515303],
  [6, 0.95, 2.44691185114497],
  [6, 0.99, 3.70742802132478],
  [7, 0.95, 2.364624251592785],
  [20, 0.9, 1.724718242920787],
  [20, 0.95, 2.085963447265865],
  [58, 0.95, 2.001717484145236],
  [58, 0.99, 2.663286953537659],
  [250, 0.95, 1.969498393421154],
  [9776, 0.95, 1.960206676845104],
  [9776, 0.99, 2.576332316176277],
])("t's critical value for %i degrees of freedom at %f has 12 digits", (degreesOfFreedom, level, theirs) => {
  expect(Math.abs(criticalValue(level, { distribution: "t", degreesOfFreedom }) / theirs - 1)).toBeLessThan(1e-12);
});

test("the normal's has them too", () => {
  expect(Math.abs(criticalValue(0.95, { distribution: "normal" }) / 1.959963984540054 - 1)).toBeLessThan(1e-12);
});
