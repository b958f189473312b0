import { expect, test } from "vitest";
import { betaAgreement } from "../../src/engine/beta-agreement.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { criticalValue } from "../../src/engine/tail-probability.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = 100;
const noise = madeUpReturns(2, rows);
const fitOf = (beta: number) => value(fitFactors(series("A", madeUpReturns(1, rows).map((each, row) => beta * each + noise[row]!)), [series("F", madeUpReturns(1, rows))]));
const standardError = fitOf(1).betas[0].standardError;
/** At a distance of so many standard errors of each; the same noise, so the same errors. */
const apart = (...distances: readonly number[]) => betaAgreement(distances.map((distance) => fitOf(1 + distance * standardError)));
const reach = (level: number) => criticalValue(level, { distribution: "t", degreesOfFreedom: rows - 2 });

test("two intervals overlap up to twice their reach, and are apart by luck up to twice that of 97.5%", () => {
  expect(apart(0, 2 * reach(0.95) - 1e-6)).toBe("overlap");
  expect(apart(0, 2 * reach(0.95) + 1e-6)).toBe("apart by luck");
  expect(apart(0, 2 * reach(0.975) - 1e-6)).toBe("apart by luck");
  expect(apart(0, 2 * reach(0.975) + 1e-6)).toBe("apart");
});

test("of three, the two furthest from each other decide, and each interval is widened to 98.3%", () => {
  expect(apart(0, 1, 2 * reach(1 - 0.05 / 3) - 1e-6)).toBe("apart by luck");
  expect(apart(0, 1, 2 * reach(1 - 0.05 / 3) + 1e-6)).toBe("apart");
});

test("one alone has nothing to agree with", () => {
  expect(apart(0)).toBe("one");
});
