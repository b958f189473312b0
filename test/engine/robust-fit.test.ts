import { expect, test } from "vitest";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { classicalFit, robustFit, robustLags, rowsNeeded } from "../../src/engine/robust-fit.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const market = (rows: number) => series("SPY", madeUpReturns(1, rows));
const asset = (rows: number) => {
  const noise = madeUpReturns(2, rows);
  return series("JPM", madeUpReturns(1, rows).map((each, row) => 1.2 * each + noise[row]!));
};

test("robust errors need 60 days, 24 months or 10 years", () => {
  const needed = (observations: number, frequency: "daily" | "monthly" | "annual") => rowsNeeded({ observations, frequency });
  expect([needed(59, "daily"), needed(60, "daily")]).toEqual([60, null]);
  expect([needed(23, "monthly"), needed(24, "monthly")]).toEqual([24, null]);
  expect([needed(9, "annual"), needed(10, "annual")]).toEqual([10, null]);
});

test("robustFit is the same regression with HAC errors, on the same sample", () => {
  const fit = value(fitFactors(asset(60), [market(60)]));
  const robust = robustFit(fit);
  const asked = value(fitFactors(asset(60), [market(60)], { covariance: "hac" }));
  expect(robust?.betas).toEqual(asked.betas);
  expect(robust?.inference).toEqual(asked.inference);
  expect(robust?.sample).toBe(fit.sample);
});

test("robustFit is null with few rows, of a robust fit and of an exact one", () => {
  expect(robustFit(value(fitFactors(asset(59), [market(59)])))).toBeNull();
  expect(robustFit(value(fitFactors(asset(60), [market(60)], { covariance: "hc1" })))).toBeNull();
  expect(robustFit(value(fitFactors(series("TWICE", market(60).values.map((each) => 2 * each)), [market(60)])))).toBeNull();
});

test("another statistic of the rows has the fit's own lags, or the usual ones", () => {
  const fit = value(fitFactors(asset(60), [market(60)]));
  expect(robustLags(fit)).toEqual({ level: 0.95 });
  expect(robustLags({ ...fit, inference: { ...fit.inference, covariance: "hac", lags: 7 } })).toEqual({ lags: 7, level: 0.95 });
  expect(robustLags({ ...fit, inference: { ...fit.inference, covariance: "hc1" } })).toEqual({ lags: 0, level: 0.95 });
});

test("classicalFit is the same regression with classical errors, and null of one that has them or is exact", () => {
  const classical = value(fitFactors(asset(60), [market(60)]));
  const robust = value(fitFactors(asset(60), [market(60)], { covariance: "hac" }));
  expect(classicalFit(robust)?.betas).toEqual(classical.betas);
  expect(classicalFit(robust)?.sample).toBe(robust.sample);
  expect(classicalFit(classical)).toBeNull();
  expect(classicalFit(value(fitFactors(series("TWICE", market(60).values.map((each) => 2 * each)), [market(60)], { covariance: "hc1" })))).toBeNull();
});
