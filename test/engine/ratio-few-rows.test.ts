import { expect, test } from "vitest";
import { fewRowsWidening } from "../../src/engine/deciding-fit.ts";
import { ratioForFewRows } from "../../src/engine/ratio-few-rows.ts";
import { sharpeInference } from "../../src/engine/sharpe-inference.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { appraisalInference } from "../../src/engine/sharpe-inference.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

const market = (seed: number, rows: number) => series("F", madeUpReturns(seed, rows));
const fitOf = (seed: number, rows: number) => value(fitFactors(series("A", madeUpReturns(seed + 1000, rows).map((each, row) => each + 1.2 * market(seed, rows).values[row]!)), [market(seed, rows)]));

test("the error is the delta method's, times the degrees of freedom and Kiefer and Vogelsang's factor, with t", () => {
  const { rows, sample } = fitOf(1, 60);
  const plain = value(sharpeInference({ returns: rows.asset, days: rows.days, sample }));
  const { perPeriod, annual } = ratioForFewRows(plain, 2);
  const error = plain.perPeriod.standardError * Math.sqrt(60 / 58) * fewRowsWidening(3, 60);
  expect(plain.lags).toBe(3);
  expect(perPeriod.standardError).toBeCloseTo(error, 14);
  // t of 58 degrees of freedom at 97.5%: 2.0017174830.
  expect(perPeriod.interval[1] - perPeriod.value).toBeCloseTo(2.001717483 * error, 9);
  expect(annual.standardError).toBeCloseTo(error * Math.sqrt(252), 12);
});

test("with many rows it is the normal interval to some digits", () => {
  const { rows, sample } = fitOf(2, 5000);
  const plain = value(sharpeInference({ returns: rows.asset, days: rows.days, sample }));
  expect(ratioForFewRows(plain, 1).perPeriod.standardError / plain.perPeriod.standardError).toBeLessThan(1.01);
});

test("from 60 rows it holds an appraisal ratio more often than the normal one, in about 95 of 100 samples", () => {
  // The noise has mean 0.0004 and the standard deviation of a sum of four uniform draws, 0.01·√(4/12).
  const truth = 0.0004 / (0.01 * Math.sqrt(4 / 12));
  const held = [0, 0];
  for (let seed = 1; seed <= 400; seed++) {
    const plain = value(appraisalInference(fitOf(seed * 7, 60)));
    [plain, ratioForFewRows(plain, 2)].forEach(({ perPeriod: { interval: [low, high] } }, way) => (held[way]! += low <= truth && truth <= high ? 1 : 0));
  }
  expect(held[1]).toBeGreaterThan(held[0]!);
  expect(held[1]).toBeGreaterThanOrEqual(368);
});
