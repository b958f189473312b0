import fc from "fast-check";
import { expect, test } from "vitest";
import { runsApart, runStarts } from "../../src/engine/date-gaps.ts";
import { decidingFit } from "../../src/engine/deciding-fit.ts";
import { fitFactors, type FitRequest } from "../../src/engine/fit-factors.ts";
import { longRunVariance, prewhitenedLongRunVariance } from "../../src/engine/long-run-variance.ts";
import { meanEstimate } from "../../src/engine/mean-inference.ts";
import { robustFit, robustLags } from "../../src/engine/robust-fit.ts";
import { sharpeDifference } from "../../src/engine/sharpe-difference.ts";
import { sharpeInference } from "../../src/engine/sharpe-inference.ts";
import { asset, f, factor, same, secondFactor } from "./further-inference.ts";
import { goldenFile } from "./golden.ts";
import { series, value } from "./made-up.ts";

/** By statsmodels, and by numpy with zeros for the missing rows: test/golden/gaps.py. */
const golden = goldenFile("gaps.json") as Readonly<Record<string, readonly number[]>>;
const starts = [100, 101, 350, 353];
const days = Int32Array.from({ length: 600 }, (_, row) => row + 40 * starts.filter((start) => row >= start).length);
const apart = [asset, factor, secondFactor].map(({ id, values }) => series(id, values, days)) as [typeof asset, typeof factor, typeof secondFactor];
const fitOf = (request: FitRequest = {}) => value(fitFactors(apart[0], apart.slice(1), request));
const column = { returns: asset.values, days, sample: fitOf().sample };

test("HAC errors of rows with gaps are those of statsmodels with the runs as groups", () => {
  const fit = fitOf({ covariance: "hac", lags: 6 });
  const terms = [fit.alpha, ...fit.betas];
  same([...terms.map((term) => term.value), ...terms.map((term) => term.standardError), ...terms.map((term) => term.pValue)], golden["coefficients"]);
  expect(fit.inference).toMatchObject({ covariance: "hac", lags: 6, hasGaps: true });
  const { alpha, betas } = decidingFit(fitOf());
  same([alpha, ...betas].map((term) => term.standardError), golden["deciding"]);
  expect(fitOf({ covariance: "hac", lags: "auto" }).inference.lags).toBe(golden["automatic"]![0]);
});

test("so are those of a mean, of a Sharpe ratio and of the difference of two", () => {
  same([value(meanEstimate("mean", column, { lags: 6 })).standardError], golden["mean"]);
  same([value(sharpeInference(column, { lags: 6 })).perPeriod.standardError], golden["sharpe"]);
  same([value(sharpeDifference(column, f)).difference.standardError], golden["difference"]);
});

test("rows with gaps are tested as those without: by HAC errors with the usual lags, which say that none reaches across", () => {
  const fit = fitOf();
  expect(robustFit(fit)?.inference).toMatchObject({ covariance: "hac", lags: 5, hasGaps: true });
  expect(decidingFit(fit).inference).toMatchObject({ covariance: "hac", lags: 5, hasGaps: true });
  expect(robustLags(fit)).toEqual({ level: 0.95 });
  const whole = value(fitFactors(asset, [factor], { covariance: "hac" }));
  expect(whole.inference).not.toHaveProperty("hasGaps");
  expect(fitOf({ covariance: "hac", lags: 0 }).inference).not.toHaveProperty("hasGaps");
});

test("a run of rows begins after more than a week of days, a week, a month or a year", () => {
  expect(runStarts(Int32Array.of(0, 1, 8, 16, 17), "daily")).toEqual([3]);
  expect(runStarts(Int32Array.of(0, 7, 21), "weekly")).toEqual([2]);
  expect(runStarts(Int32Array.of(30, 58, 89, 150), "monthly")).toEqual([3]);
  expect(runStarts(Int32Array.of(364, 729, 1460), "annual")).toEqual([2]);
  expect(runStarts(Int32Array.of(5), "daily")).toEqual([]);
});

const cut = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 }).chain((values) =>
  fc.record({ values: fc.constant(Float64Array.from(values)), at: fc.integer({ min: 1, max: values.length - 1 }), lags: fc.integer({ min: 0, max: 45 }) }));

test("the long-run sum of rows in two runs is the sum of each run's own, whatever the lags, and never below 0", () => {
  fc.assert(
    fc.property(cut, ({ values, at, lags }) => {
      const total = (part: Float64Array): number => longRunVariance(part, lags) * part.length;
      const whole = longRunVariance(values, lags, [at]) * values.length;
      expect(whole).toBeCloseTo(total(values.slice(0, at)) + total(values.slice(at)), 10);
      expect(whole).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("without gaps nothing is added, and the rows of all runs stay in their order", () => {
  fc.assert(
    fc.property(cut, ({ values, at, lags }) => {
      expect(runsApart(values, [], lags)).toBe(values);
      expect(prewhitenedLongRunVariance(values, [])).toEqual(prewhitenedLongRunVariance(values));
      expect([...runsApart(values, [at], lags)]).toEqual([...values.slice(0, at), ...new Array<number>(lags).fill(0), ...values.slice(at)]);
    }),
  );
});
