import { expect, test } from "vitest";
import { referenceOf, testAgainst } from "../../../src/commands/answer-first/estimates.ts";
import { madeUpEstimate, madeUpFit } from "../../render/made-up-fit.ts";

test("one-sided tests halve the probability on their side alone", () => {
  const reference = referenceOf(madeUpFit());
  const term = madeUpEstimate("SPY", 1.02, 0.01);
  const both = testAgainst(term, 1, "two", reference).p;
  expect(testAgainst(term, 1, "greater", reference).p).toBeCloseTo(both / 2, 12);
  expect(testAgainst(term, 1, "less", reference).p).toBeCloseTo(1 - both / 2, 12);
});
