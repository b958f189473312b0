import { expect, test } from "vitest";
import { decidingFit, errorsBeside, fewRowsWidening } from "../../src/engine/deciding-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { criticalValue } from "../../src/engine/tail-probability.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const noisy = (rows: number, seed: number) => {
  const [market, noise] = [madeUpReturns(1, rows), madeUpReturns(seed, rows)];
  return series("JPM", market.map((each, row) => 0.001 + 1.2 * each + noise[row]!));
};
const market = (rows: number) => series("SPY", madeUpReturns(1, rows));
const other = (rows: number) => series("HML", madeUpReturns(5, rows));
const fitOf = (rows: number, request = {}) => value(fitFactors(noisy(rows, 2), [market(rows), other(rows)], request));

test("below 60 days the errors are HC3: each row's squared residual over the square of 1 − leverage", () => {
  const rows = 40;
  const x = madeUpReturns(1, rows);
  const fit = value(fitFactors(noisy(rows, 2), [market(rows)]));
  const mean = x.reduce((sum, each) => sum + each, 0) / rows;
  const squares = x.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const variance = x.reduce((sum, each, row) => {
    const leverage = 1 / rows + (each - mean) ** 2 / squares;
    return sum + ((each - mean) * fit.rows.residuals[row]!) ** 2 / (1 - leverage) ** 2;
  }, 0) / squares ** 2;
  const { betas, inference } = decidingFit(fit);
  expect(betas[0].standardError).toBeCloseTo(Math.sqrt(variance), 12);
  expect(inference).toEqual({ covariance: "hac", lags: 0, smallSample: "few-rows", distribution: "t", degreesOfFreedom: 38, level: 0.95 });
  const reach = criticalValue(0.95, { distribution: "t", degreesOfFreedom: 38 }) * betas[0].standardError;
  expect(betas[0].interval[1]).toBeCloseTo(betas[0].value + reach, 12);
});

test("the coefficients are the fit's own, for several factors too, and α a year has its errors times 252", () => {
  const fit = fitOf(300);
  const decided = decidingFit(fit);
  expect(decided.betas.map((beta) => beta.value)).toEqual(fit.betas.map((beta) => beta.value));
  expect(decided.alphaAnnual.standardError).toBeCloseTo(252 * decided.alpha.standardError, 15);
  expect(decided.rSquared).toBe(fit.rSquared);
});

test("with many rows the errors are those of HAC to some digits, with few they are larger", () => {
  const ratio = (rows: number) => decidingFit(fitOf(rows)).betas[0].standardError / fitOf(rows, { covariance: "hac" }).betas[0].standardError;
  expect(ratio(60)).toBeGreaterThan(1.1);
  expect(ratio(3000)).toBeGreaterThan(1);
  expect(ratio(3000)).toBeLessThan(1.01);
});

test("lags are those of the fit's own HAC errors, otherwise the usual; none where HC1 was asked for", () => {
  const lags = (request = {}) => decidingFit(fitOf(252, request)).inference.lags;
  expect([lags(), lags({ covariance: "hac", lags: 9 }), lags({ covariance: "hc1" })]).toEqual([4, 9, 0]);
});

test("the widening is Kiefer and Vogelsang's 97.5% critical value over 1.96: none without lags, 4.8138/1.96 where all lags count", () => {
  expect(fewRowsWidening(0, 100)).toBe(1);
  // Their table 1, Bartlett: 1.96 + 2.9694 + 0.4160 − 0.5324.
  expect(fewRowsWidening(99, 100)).toBeCloseTo(4.813 / 1.96, 10);
});

test("an exact fit decides by itself, and so does one in which a row determines a coefficient alone", () => {
  const exact = value(fitFactors(series("TWICE", market(60).values.map((each) => 2 * each)), [market(60)]));
  expect(decidingFit(exact)).toBe(exact);
  const once = series("ONCE", Float64Array.from({ length: 60 }, (_, row) => (row === 30 ? 1 : 0)));
  const alone = value(fitFactors(noisy(60, 2), [market(60), once]));
  expect(decidingFit(alone)).toBe(alone);
  expect(errorsBeside(alone).robust).not.toBeNull();
});
