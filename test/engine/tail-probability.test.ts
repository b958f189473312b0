import { expect, test } from "vitest";
import { criticalValue } from "../../src/engine/tail-probability.ts";

/** mpmath, 40 digits: the root of the regularised incomplete beta function. */
test.each([
  [6, 0.9, 1.9431802805153032],
  [6, 0.95, 2.44691185114497],
  [6, 0.99, 3.7074280213247798],
  [7, 0.95, 2.3646242515927853],
  [20, 0.9, 1.7247182429207873],
  [20, 0.95, 2.0859634472658648],
  [58, 0.95, 2.0017174841452361],
  [58, 0.99, 2.6632869535376586],
  [250, 0.95, 1.9694983934211536],
  [9776, 0.95, 1.9602066768451042],
  [9776, 0.99, 2.5763323161762768],
])("t's critical value for %i degrees of freedom at %f has 12 digits", (degreesOfFreedom, level, theirs) => {
  expect(Math.abs(criticalValue(level, { distribution: "t", degreesOfFreedom }) / theirs - 1)).toBeLessThan(1e-12);
});

test("the normal's has them too", () => {
  expect(Math.abs(criticalValue(0.95, { distribution: "normal" }) / 1.959963984540054 - 1)).toBeLessThan(1e-12);
});
