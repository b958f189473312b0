import { expect, test } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { betaChange } from "../../src/engine/beta-change.ts";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { asset, broken, factor, golden, same } from "./further-inference.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const rows = Array.from({ length: 40 }, (_, row) => row);
const f = rows.map((i) => 0.05 * Math.sin(1.7 * i) + 0.01 * Math.cos(0.3 * i * i));
const r = rows.map((i) => 0.002 + 1.1 * f[i]! + (i >= 25 ? 0.003 - 0.4 * f[i]! : 0) + 0.02 * Math.cos(2.9 * i + 0.5 * i * i));
const fit = value(fitFactors(series("A", r), [series("F", f)]));
const dayOf = (row: number): string => isoDay(fit.rows.days[row]!);

test("the change of α and β is the one of statsmodels, with its HC3 errors where rows are few", () => {
  const { beta, alphaAnnual } = value(betaChange(fit, { first: dayOf(25), last: dayOf(39) }));
  // sm.OLS(r, [1, f, D, D·f]).fit().get_robustcov_results("HC3", use_t=True)
  expect(beta.value).toBeCloseTo(-0.4786231, 6);
  expect(beta.standardError).toBeCloseTo(0.11210171, 7);
  // t of the 13 rows that the shorter part has beyond its coefficients: 2·stats.t.sf(4.26954, 13).
  expect(beta.pValue).toBeCloseTo(0.0009134351917386277, 7);
  expect(alphaAnnual.value / 252).toBeCloseTo(-0.00152974, 7);
  expect(alphaAnnual.standardError / 252).toBeCloseTo(0.00449671, 7);
});

test("Chow's F of α and β together is strucchange's, Wald's is that of the deciding errors", () => {
  const at = (one: typeof asset, row: number) => value(betaChange(value(fitFactors(one, [factor])), { first: isoDay(row), last: "2200-12-31" }));
  // strucchange splits after row 380, counted from 1.
  const numbers = [asset, broken].flatMap((one) => {
    const { statistic, pValue } = at(one, 380).chow!;
    return [statistic, pValue];
  });
  same(numbers, golden["chow"]);
  // sm.OLS(r, [1, f, D, D·f]).get_robustcov_results("HC3").f_test("x2 = 0, x3 = 0")
  const { wald } = value(betaChange(fit, { first: dayOf(25), last: dayOf(39) }));
  expect(wald).toMatchObject({ distribution: "F", degreesOfFreedom: [2, 13] });
  expect(wald!.statistic).toBeCloseTo(9.33979683, 7);
});

test("lags that the fit was asked for count in the joint regression, and in each part, within runs of days that follow each other", () => {
  const lagged = value(fitFactors(series("A", r), [series("F", f)], { covariance: "hac", lags: 3 }));
  const change = value(betaChange(lagged, { first: dayOf(10), last: dayOf(29) }));
  expect([change.inference.lags, change.inside.inference.lags, change.outside.inference.lags]).toEqual([3, 3, 3]);
  // The twenty days taken out of the middle are a gap.
  expect([change.inside.inference.hasGaps, change.outside.inference.hasGaps]).toEqual([undefined, true]);
});

test("the change is the difference of the parts' own coefficients, and of the other part its negative", () => {
  const first = value(betaChange(fit, { first: dayOf(25), last: dayOf(39) }));
  const second = value(betaChange(fit, { first: dayOf(0), last: dayOf(24) }));
  expect(first.beta.value).toBeCloseTo(first.inside.betas[0].value - first.outside.betas[0].value, 12);
  expect(second.beta.value).toBeCloseTo(-first.beta.value, 12);
  expect(second.beta.standardError).toBeCloseTo(first.beta.standardError, 10);
  expect(first.inside).toMatchObject({ sample: { observations: 15 }, betas: [decidingFit(first.inside).betas[0]] });
  expect([first.isSince, second.isSince]).toEqual([true, false]);
});

test("days in the middle are set against those on both sides", () => {
  const change = value(betaChange(fit, { first: dayOf(10), last: dayOf(29) }));
  expect(change.isSince).toBe(false);
  expect([change.inside.sample.observations, change.outside.sample.observations]).toEqual([20, 20]);
});

test("a part of fewer than 8 rows, or of none, is refused with its number", () => {
  expect(betaChange(fit, { first: dayOf(33), last: dayOf(39) })).toMatchObject({ ok: false, problem: { kind: "too-few-rows", rows: 7, needed: 8 } });
  expect(betaChange(fit, { first: dayOf(0), last: dayOf(39) })).toMatchObject({ ok: false, problem: { kind: "too-few-rows", rows: 0 } });
});

test("of a β that never changed, one sample in twenty or so says that it did, whatever its volatility does", () => {
  const rejected = Array.from({ length: 200 }, (_, seed) => {
    const market = madeUpReturns(seed + 1, 300);
    const noise = madeUpReturns(seed + 5000, 300);
    const made = value(fitFactors(series("A", market.map((each, row) => 0.9 * each + (row < 150 ? 1 : 3) * noise[row]!)), [series("F", market)]));
    return value(betaChange(made, { first: isoDay(made.rows.days[150]!), last: isoDay(made.rows.days[299]!) })).beta.pValue < 0.05;
  }).filter(Boolean).length;
  expect(rejected).toBeGreaterThanOrEqual(3);
  expect(rejected).toBeLessThanOrEqual(20);
});
