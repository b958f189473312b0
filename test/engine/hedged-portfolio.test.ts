import fc from "fast-check";
import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { exampleFit, madeUpReturns, series, value } from "./made-up.ts";

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

test("a full hedge sells β dollars of each factor, and what remains is α and the residuals, without exposure", () => {
  const columns = [madeUpReturns(21, 120), madeUpReturns(22, 120), madeUpReturns(23, 120)] as const;
  const asset = columns[0].map((f, row) => 0.002 + 1.3 * f - 0.5 * columns[1][row]! + columns[2][row]!);
  const fit = value(fitFactors(series("A", asset), [series("F", columns[0]), series("G", columns[1])]));
  const hedged = value(hedgedPortfolio(fit));
  expect(hedged.hedges).toEqual(fit.betas.map(({ term, value: beta }) => ({ factor: term, dollars: -beta })));
  hedged.returns.forEach((hedgedReturn, row) => expect(hedgedReturn).toBeCloseTo(fit.alpha.value + fit.rows.residuals[row]!, 14));
  expect(hedged.mean).toBeCloseTo(fit.alpha.value, 14);
  expect(hedged.volatility ** 2).toBeCloseTo(fit.moments.residualVariance, 14);
  expect(hedged.exposures.map(({ beta }) => beta)).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  expect(hedged.targetShare).toBe(0);
  expect(hedged.factorShare).toBeGreaterThanOrEqual(0);
  expect(hedged.factorShare).toBeLessThan(1e-12);
  expect(fit.rows.asset).toEqual(asset);
});

test("a hedge of several factors to a target share scales all exposures by one number", () => {
  const columns = [madeUpReturns(31, 200), madeUpReturns(32, 200), madeUpReturns(33, 200)] as const;
  const asset = columns[0].map((f, row) => 1.1 * f - 0.6 * columns[1][row]! + columns[2][row]!);
  const fit = value(fitFactors(series("A", asset), [series("F", columns[0]), series("G", columns[1])]));
  const hedged = value(hedgedPortfolio(fit, 0.25));
  const kept = fit.betas.map(({ value: beta }, i) => (beta + hedged.hedges[i]!.dollars) / beta);
  expect(kept[0]).toBeCloseTo(kept[1]!, 12);
  expect(kept[0]).toBeGreaterThan(0);
  expect(hedged.factorShare).toBeCloseTo(0.25, 9);
  expect(hedged.targetShare).toBe(0.25);
});

test("a share of all, of less than nothing and of no number are refused, next to all is not", () => {
  const fit = exampleFit();
  expect(hedgedPortfolio(fit, 0.999).ok).toBe(true);
  for (const share of [1, -0.001, NaN, 2]) {
    const { problem } = hedgedPortfolio(fit, share) as { problem?: unknown };
    expect(problem).toEqual({ kind: "out-of-range", option: "share", value: share, min: 0, max: 1 });
  }
});

test("what is hedged to nothing has no share of factors, where 0 over 0 would be no number", () => {
  const factor = Float64Array.from({ length: 16 }, (_, row) => (row % 2 === 0 ? 1 : -1));
  const fit = value(fitFactors(series("COPY", factor.map((f) => 2 * f)), [series("F", factor)]));
  const hedged = value(hedgedPortfolio(fit));
  expect([hedged.volatility, hedged.factorShare]).toEqual([0, 0]);
});

test("an asset without any β keeps none, whatever share of factor variance is asked for", () => {
  const factor = [1, -1, 1, -1, 1, -1, 1, -1];
  const asset = [1, 1, -1, -1, 1, 1, -1, -1];
  const fit = value(fitFactors(series("A", asset), [series("F", factor)]));
  expect(fit.betas[0].value).toBe(0);
  const hedged = value(hedgedPortfolio(fit, 0.3));
  expect(hedged.hedges[0].dollars).toBeCloseTo(0, 15);
  // 1 − Var(ε)/Var(ε), but for rounding.
  expect(hedged.factorShare).toBeCloseTo(0, 12);
});
