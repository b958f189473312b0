import { expect, test } from "vitest";
import { residualAutocorrelation } from "../../src/engine/autocorrelation.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { seededRandom } from "../../src/engine/seeded-random.ts";
import { exampleFit, series, value } from "./made-up.ts";

const random = seededRandom(7);
const uniform = (): number => (random(2 ** 30) + 0.5) / 2 ** 30;
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

/** A day's volatility is large after a large return (ARCH), and a day's mean follows the last return by `memory`. */
function residualsOf(memory: number): Float64Array {
  let [last, shock] = [0, 0];
  return Float64Array.from({ length: 300 }, () => {
    shock = Math.sqrt(0.4 + 0.6 * shock ** 2) * normal();
    return (last = memory * last + shock);
  });
}
const estimateOf = (memory: number) =>
  residualAutocorrelation(value(fitFactors(series("A", residualsOf(memory)), [series("F", Float64Array.from({ length: 300 }, normal))])))!;

test("ρ is Σ uₜ·uₜ₋₁/Σ u², its error √(Σ uₜ²·uₜ₋₁²)/Σ u²", () => {
  // Residuals of ± 0.25: + + − − + + − −; products + − + − + − +, of 1/16 each.
  const { value: rho, standardError } = residualAutocorrelation(exampleFit())!;
  expect(rho).toBeCloseTo(1 / 8, 12);
  expect(standardError).toBeCloseTo(Math.sqrt(7) / 8, 12);
});

test("clustered volatility without memory is called correlation in about 5% of samples, where 1/√n calls it in far more", () => {
  const estimates = Array.from({ length: 400 }, () => estimateOf(0));
  const share = (isCalled: (each: (typeof estimates)[number]) => boolean): number => estimates.filter(isCalled).length / 400;
  expect(share(({ pValue }) => pValue < 0.05)).toBeLessThan(0.05 + 2.33 * Math.sqrt((0.05 * 0.95) / 400));
  expect(share(({ value: rho }) => Math.abs(rho) > 1.96 / Math.sqrt(300))).toBeGreaterThan(0.15);
});

test("a memory of 0.3 is found in most samples", () => {
  expect(Array.from({ length: 100 }, () => estimateOf(0.3)).filter(({ pValue }) => pValue < 0.05).length).toBeGreaterThan(60);
});

test("an exact fit has no residuals to correlate", () => {
  expect(residualAutocorrelation({ ...exampleFit(), exact: true })).toBeNull();
});
