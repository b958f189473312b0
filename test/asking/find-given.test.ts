import { expect, test } from "vitest";
import { findGiven } from "../../src/asking/find-given.ts";

test.each([
  ["capm return for thisasset with rf 4% and mkt premium 5.5%", { rf: 0.04, premium: 0.055 }],
  ["rates go to 6%, capm return for thisasset w 5% premium", { rf: 0.06, premium: 0.05 }],
  ["market premium goes to zero, e[r] of thisasset?", { rf: null, premium: 0 }],
  ["expected return of thisasset if the equity risk premium is 6%", { rf: null, premium: 0.06 }],
  ["expected return of thisasset at 3% risk-free", { rf: 0.03, premium: null }],
  ["expected return of thisasset", { rf: null, premium: null }],
  ["is the expected return of thisasset above 10%", { rf: null, premium: null }],
  ["the premium is 5%, what is beta", { rf: null, premium: null }],
] as const)("%s", (text, given) => {
  expect(findGiven(text).given).toEqual(given);
});
