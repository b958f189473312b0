import { expect, test } from "vitest";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { robustJointAlpha } from "../../src/engine/robust-joint-alpha.ts";
import { seededRandom } from "../../src/engine/seeded-random.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const random = seededRandom(11);
const uniform = (): number => (random(2 ** 30) + 0.5) / 2 ** 30;
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

/** Three assets whose noise is large where the market moves far; `alpha` in standard deviations of quiet noise. */
function fitsOf(alpha: number, rows = 250): readonly FactorFit[] {
  const market = Float64Array.from({ length: rows }, normal);
  return ["A", "B", "C"].map((id) =>
    value(fitFactors(series(id, market.map((each) => alpha + each + normal() * (0.5 + Math.abs(each)))), [series("F", market)])),
  );
}

test("of one asset without lags F is the square of α over its HC3 error, times (T − N − K)/T", () => {
  const rows = 100;
  const noise = madeUpReturns(2, rows);
  const market = madeUpReturns(1, rows);
  const fit = value(fitFactors(series("A", market.map((each, row) => each + noise[row]!)), [series("F", market)], { covariance: "hc1" }));
  const squared = decidingFit(fit).alpha.tStat ** 2;
  const test = robustJointAlpha([fit])!;
  expect(test.lags).toBe(0);
  expect(test.statistic).toBeCloseTo(((rows - 2) / rows) * squared, 8);
  expect(test.degreesOfFreedom).toEqual([1, 98]);
});

test("αs of 0 are rejected in about 5% of samples with noise that depends on the market, and αs of 0.2 in most", () => {
  const rejections = (samples: number, alpha: number): number => Array.from({ length: samples }, () => robustJointAlpha(fitsOf(alpha))!.pValue).filter((p) => p < 0.05).length;
  expect(rejections(300, 0)).toBeLessThan(300 * 0.05 + 2.33 * Math.sqrt(300 * 0.05 * 0.95));
  expect(rejections(60, 0.2)).toBeGreaterThan(40);
});

test("there is no test of few rows, of an exact fit, or of no asset", () => {
  const [first, second] = fitsOf(0) as [FactorFit, FactorFit];
  expect(robustJointAlpha([])).toBeNull();
  expect(robustJointAlpha(fitsOf(0, 59))).toBeNull();
  expect(robustJointAlpha([{ ...first, exact: true }, second])).toBeNull();
});
