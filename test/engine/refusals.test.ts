import type { Problem } from "../../src/render/problem.ts";
import { describe, expect, test } from "vitest";
import type { Outcome } from "../../src/outcome.ts";
import { alignSeries } from "../../src/engine/align-series.ts";
import { excessReturn } from "../../src/engine/excess-return.ts";
import { expectedReturn } from "../../src/engine/expected-return.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { performanceOf } from "../../src/engine/performance.ts";
import { positionSize } from "../../src/engine/position-size.ts";
import { rollingFit } from "../../src/engine/rolling-fit.ts";
import type { Series } from "../../src/engine/series.ts";
import { exampleFit, series, value } from "./made-up.ts";

const wave = (rows: number, step: number): number[] => Array.from({ length: rows }, (_, row) => Math.sin(row * step) / 50);
const spy = series("SPY", wave(40, 1.3));
const hml = series("HML", wave(40, 2.1));
const jpm = series("JPM", wave(40, 0.7));

const problem = (outcome: Outcome<unknown, Problem>): Problem => {
  if (outcome.ok) throw new Error("not refused");
  return outcome.problem;
};

const withValue = (original: Series, row: number, bad: number): Series => ({
  ...original,
  values: original.values.with(row, bad),
});

describe("fitFactors refuses", () => {
  test("a factor that is the asset itself", () => {
    expect(problem(fitFactors(jpm, [spy, jpm]))).toEqual({ kind: "factor-is-asset", series: "JPM" });
  });

  test("a window that ends before it begins", () => {
    expect(problem(fitFactors(jpm, [spy], { from: "1970-02-01", to: "1970-01-05" }))).toEqual({
      kind: "reversed-window",
      from: "1970-02-01",
      to: "1970-01-05",
    });
  });

  test("a window with too few rows, saying how many are needed", () => {
    expect(problem(fitFactors(jpm, [spy, hml], { from: "1970-01-03", to: "1970-01-07" }))).toEqual({
      kind: "too-few-rows",
      rows: 5,
      needed: 8,
      series: ["JPM", "SPY", "HML"],
    });
  });

  test("series that share no day, giving their ranges", () => {
    const later = series("LATE", wave(10, 1), Array.from({ length: 10 }, (_, row) => 100 + row));
    expect(problem(fitFactors(jpm, [later]))).toEqual({
      kind: "no-overlap",
      ranges: [
        { series: "JPM", first: "1970-01-01", last: "1970-02-09" },
        { series: "LATE", first: "1970-04-11", last: "1970-04-20" },
      ],
    });
  });

  test("constant returns, of the asset and of a factor", () => {
    const flat = series("FLAT", new Array<number>(40).fill(0.001));
    expect(problem(fitFactors(flat, [spy]))).toEqual({ kind: "constant-series", series: "FLAT", value: 0.001 });
    expect(problem(fitFactors(jpm, [spy, flat]))).toEqual({ kind: "constant-series", series: "FLAT", value: 0.001 });
  });

  test.each([NaN, Infinity, -Infinity])("%s, naming the series and the day", (bad) => {
    expect(problem(fitFactors(jpm, [withValue(spy, 3, bad)]))).toEqual({
      kind: "not-finite",
      series: "SPY",
      date: "1970-01-04",
      value: bad,
    });
    expect(problem(fitFactors(withValue(jpm, 39, bad), [spy]))).toMatchObject({ kind: "not-finite", series: "JPM" });
  });

  test("a bad value only where it would be used", () => {
    expect(fitFactors(withValue(jpm, 39, NaN), [spy], { to: "1970-02-08" }).ok).toBe(true);
  });

  test("collinear factors, naming those that make each other up", () => {
    const sum = series("SUM", spy.values.map((each, row) => each + hml.values[row]!));
    const bystander = series("RMW", wave(40, 0.31));
    expect(problem(fitFactors(jpm, [spy, bystander, hml, sum]))).toMatchObject({
      kind: "collinear",
      series: ["SPY", "HML", "SUM"],
    });
    expect(problem(fitFactors(jpm, [spy, { ...spy, id: "copy" }]))).toMatchObject({
      kind: "collinear",
      series: ["SPY", "copy"],
    });
  });

  test("factors so nearly alike that the data do not determine their betas, with the condition number", () => {
    const near = series("NEAR", spy.values.map((each, row) => each + 1e-11 * Math.sin(row * row)));
    const found = problem(fitFactors(jpm, [spy, near]));
    expect(found.kind).toBe("ill-conditioned");
    if (found.kind !== "ill-conditioned") return;
    expect(found.conditionNumber).toBeGreaterThan(1e8);
    expect(found.digitsLeft).toBeLessThan(8);
  });

  test("total returns and rates, which are not excess returns", () => {
    expect(problem(fitFactors({ ...jpm, kind: "total" }, [spy]))).toEqual({
      kind: "wrong-return-kind",
      series: "JPM",
      has: "total",
      needs: "excess",
    });
    expect(problem(fitFactors(jpm, [{ ...spy, kind: "rate" }]))).toMatchObject({ series: "SPY", has: "rate" });
  });

  test("series of different frequencies", () => {
    expect(problem(fitFactors(jpm, [{ ...spy, frequency: "monthly" }]))).toEqual({
      kind: "wrong-frequency",
      series: "SPY",
      has: "monthly",
      asked: "daily",
    });
  });

  test("lags and levels that cannot be", () => {
    expect(problem(fitFactors(jpm, [spy], { covariance: "hac", lags: -1 }))).toMatchObject({ kind: "out-of-range", option: "lags" });
    expect(problem(fitFactors(jpm, [spy], { level: 1 }))).toMatchObject({ kind: "out-of-range", option: "level" });
  });
});

describe("excessReturn refuses", () => {
  const rate: Series = { ...series("RF", new Array<number>(40).fill(0.0001)), kind: "rate" };

  test("to subtract the risk-free rate twice", () => {
    const once = value(excessReturn({ ...jpm, kind: "total" }, rate));
    expect(problem(excessReturn(once, rate))).toEqual({
      kind: "wrong-return-kind",
      series: "JPM",
      has: "excess",
      needs: "total",
    });
  });

  test("anything but a rate to subtract", () => {
    expect(problem(excessReturn({ ...jpm, kind: "total" }, spy))).toMatchObject({ series: "SPY", needs: "rate" });
  });
});

describe("other refusals", () => {
  test("alignSeries keeps what shortened the sample, and by how much", () => {
    const short = series("SHORT", wave(30, 1), Array.from({ length: 30 }, (_, row) => row + 5));
    const { sample } = value(alignSeries(jpm, [spy, short], { from: "1970-01-03" }));
    expect(sample).toEqual({
      first: "1970-01-06",
      last: "1970-02-04",
      observations: 30,
      frequency: "daily",
      shortenedBy: [{ series: "SHORT", rows: 8 }],
    });
  });

  test("a rolling window that is longer than the data, or has no degree of freedom", () => {
    expect(problem(rollingFit(jpm, [spy], 41))).toMatchObject({ kind: "window-too-long", rows: 40, window: 41 });
    expect(problem(rollingFit(jpm, [spy], 2))).toMatchObject({ kind: "out-of-range", option: "window", min: 3 });
    expect(problem(rollingFit(jpm, [spy], 2.5))).toMatchObject({ kind: "out-of-range", option: "window" });
  });

  test("a rolling window in which a factor stands still or repeats another", () => {
    const still = { ...spy, values: spy.values.map((each, row) => (row < 15 ? 0 : each)) };
    expect(problem(rollingFit(jpm, [still], 10))).toEqual({ kind: "constant-series", series: "SPY", value: 0 });
    expect(problem(rollingFit(jpm, [spy, { ...spy, id: "copy" }], 10))).toMatchObject({ kind: "collinear" });
  });

  test("a share of factor variance of 1 or below 0", () => {
    for (const share of [1, -0.1, NaN]) {
      expect(problem(hedgedPortfolio(exampleFit(), share))).toMatchObject({ kind: "out-of-range", option: "share" });
    }
  });

  test("a budget of nothing, or less", () => {
    for (const dollars of [0, -5, NaN, Infinity]) {
      expect(problem(positionSize(exampleFit(), { dollars, horizon: "year" }))).toMatchObject({ kind: "out-of-range" });
    }
  });

  test("to size or appraise what the factors explain whole", () => {
    const exact = value(fitFactors(jpm, [{ ...jpm, id: "copy" }]));
    expect(problem(positionSize(exact, { dollars: 1, horizon: "year" }))).toMatchObject({ kind: "exact-fit" });
    expect(problem(performanceOf(exact))).toEqual({ kind: "exact-fit", asset: "JPM", factors: ["copy"] });
  });

  test("an expected return with a rate that covers none of the fit's days", () => {
    const rate: Series = { ...series("RF", [0.001], [999]), kind: "rate" };
    expect(problem(expectedReturn(exampleFit(), rate))).toMatchObject({ kind: "no-overlap" });
  });
});
