import fc from "fast-check";
import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

test("a hedge to a target share leaves that share of factor variance, with an exposure that has the sign of β", () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.01, max: 0.95, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (beta, target, seed) => {
      fc.pre(Math.abs(beta) > 0.05);
      const factor = madeUpReturns(seed, 60);
      const noise = madeUpReturns(seed + 5000, 60);
      const fit = value(fitFactors(series("A", factor.map((f, row) => beta * f + noise[row]!)), [series("F", factor)]));
      const hedged = value(hedgedPortfolio(fit, target));
      const kept = fit.betas[0].value + hedged.hedges[0].dollars;
      expect(Math.sign(kept)).toBe(Math.sign(fit.betas[0].value));
      expect(hedged.factorShare).toBeCloseTo(target, 9);
    }),
  );
});

test("a negative β is hedged by buying what it lacks, not through zero to the other side", () => {
  const factor = madeUpReturns(7, 250);
  const noise = madeUpReturns(8, 250);
  const fit = value(fitFactors(series("NEG", factor.map((f, row) => -0.775 * f + noise[row]!)), [series("F", factor)]));
  const { dollars } = value(hedgedPortfolio(fit, 0.2)).hedges[0];
  expect(dollars).toBeGreaterThan(0);
  expect(dollars).toBeLessThan(-fit.betas[0].value);
});
