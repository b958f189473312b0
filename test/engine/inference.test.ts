/** Intervals of ratios, means and hedges, and tests of betas and Sharpe ratios, against test/golden/inference.R and .py. */
import { describe, expect, test } from "vitest";
import { supremumProbability } from "../../src/engine/andrews-distribution.ts";
import { betaStability } from "../../src/engine/beta-stability.ts";
import { referenceOf, testCoefficient } from "../../src/engine/coefficient-test.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { expectedReturnEstimate, meanEstimate, premiumEstimate } from "../../src/engine/mean-inference.ts";
import { yearsForPower } from "../../src/engine/power-years.ts";
import { xoshiro } from "../../src/engine/seeded-random.ts";
import { resampledStatistic } from "../../src/engine/sharpe-bootstrap.ts";
import { sharpeDifference } from "../../src/engine/sharpe-difference.ts";
import { appraisalInference, informationInference, sharpeInference } from "../../src/engine/sharpe-inference.ts";
import type { RatioInference } from "../../src/engine/sharpe-inference.ts";
import { treynorInference } from "../../src/engine/treynor-inference.ts";
import { upDownBeta } from "../../src/engine/up-down-beta.ts";
import { goldenFile } from "./golden.ts";
import { madeUpReturns, series, value } from "./made-up.ts";

type Golden = Readonly<Record<string, readonly number[]>>;
type ByKind = Readonly<Record<"classical" | "hc1" | "hac", readonly number[]>>;

const r = goldenFile("inference-r.json") as Golden;
const python = goldenFile("inference.json") as Readonly<Record<string, ByKind>> & { readonly premiumClassical: readonly number[]; readonly treynor: readonly number[] };

const rows = 600;
const f = madeUpReturns(1, rows);
const g = madeUpReturns(2, rows);
const noise = madeUpReturns(3, rows);
const asset = f.map((each, row) => 0.0003 + 0.8 * each + 0.3 * g[row]! + noise[row]! * (0.5 + 60 * Math.abs(each)) + (row === 0 ? 0 : 0.3 * noise[row - 1]!));
const broken = asset.map((each, row) => each + (row >= 380 ? 1.2 * f[row]! : 0));
const otherNoise = madeUpReturns(4, rows);
const other = f.map((each, row) => 0.0001 + 0.9 * each + otherNoise[row]!);

const [spy, smb, jpm, shifted] = [series("SPY", f), series("SMB", g), series("JPM", asset), series("NEW", broken)];
const two = value(fitFactors(jpm, [spy, smb]));
const one = value(fitFactors(jpm, [spy]));
const column = { returns: asset, days: jpm.days, sample: two.sample };
const kinds = ["classical", "hc1", "hac"] as const;

/** Within 1e-9 of the reference, relative to it. */
function same(mine: readonly number[], theirs: readonly number[]): void {
  expect(mine).toHaveLength(theirs.length);
  mine.forEach((each, i) => expect(Math.abs(each - theirs[i]!)).toBeLessThanOrEqual(1e-9 * Math.abs(theirs[i]!) + 1e-15));
}

const errors = (infer: (method: RatioInference["method"]) => RatioInference): number[] => [
  infer("iid-normal").perPeriod.value,
  ...(["iid-normal", "iid", "hac"] as const).map((method) => infer(method).perPeriod.standardError),
];

describe("against R", () => {
  test("errors of the Sharpe ratio by Lo, by Mertens and by the delta method", () => {
    same(errors((method) => value(sharpeInference(column, { method, lags: 6 }))), r.sharpe!);
  });

  test("errors of the information ratio", () => {
    same(errors((method) => value(informationInference(two, { method, lags: 6 }))), r.information!);
  });

  test("errors of the appraisal ratio", () => {
    same(errors((method) => value(appraisalInference(two, { method, lags: 6 }))), r.appraisal!);
  });

  test("Ledoit and Wolf's HAC test of two Sharpe ratios", () => {
    const numbers = (second: Float64Array): number[] => {
      const { difference, hac } = value(sharpeDifference(column, second));
      return [difference.value, difference.standardError, hac.pValue];
    };
    same(numbers(other), r.ledoitWolf!);
    same(numbers(two.rows.residuals.map((u) => u + two.alpha.value)), r.ledoitWolfHedged!);
  });

  test("the statistic of one resample of blocks, the last row followed by the first", () => {
    const starts = Int32Array.of(17, 590, 230, 230, 401, 3, 599, 88, 512, 340);
    same([resampledStatistic(asset, other, 7)(starts), resampledStatistic(asset, other, 1)(starts)], r.resample!);
  });

  test("the largest robust LM statistic, its day and its p-value", () => {
    const numbers = (fit: FactorFit, including: "betas" | "alpha and betas"): number[] => {
      const { statistic, largestAt, pValue } = value(betaStability(fit, { including }));
      return [statistic, fit.rows.days.findIndex((_, row) => largestAt.firstAfter === new Date(row * 86_400_000).toISOString().slice(0, 10)), pValue];
    };
    same(numbers(one, "betas"), r.supremumBeta!);
    same(numbers(one, "alpha and betas"), r.supremumAlphaBeta!);
    same(numbers(value(fitFactors(shifted, [spy])), "betas"), r.supremumBroken!);
    same(numbers(value(fitFactors(shifted, [spy, smb])), "betas"), r.supremumTwo!);
    same(numbers(value(fitFactors(shifted, [spy, smb])), "alpha and betas"), r.supremumThree!);
  });

  test("Hansen's p-values for one to seven coefficients", () => {
    same([1, 2, 3, 4, 5, 6, 7].flatMap((q) => [3, 8, 15, 25].map((x) => supremumProbability(x, q))), r.tails!);
  });

  test("errors of a mean and of what the factors paid", () => {
    const mean = value(meanEstimate("mean", column, { covariance: "classical" }));
    same([mean.value, mean.standardError, value(meanEstimate("mean", column, { lags: 6 })).standardError], r.mean!);
    const [lagged, robust] = [6, 0].map((lags) => value(premiumEstimate(two, { lags })));
    same([lagged!.value, lagged!.standardError, robust!.standardError], r.premium!);
  });

  test("years for a power of 80%, 90% and 30%", () => {
    same([0.8, 0.9, 0.3].map((power) => yearsForPower(0.3, { power })!), r.years!);
  });
});

test("Andrews' corrected critical values (2003, 15% trimming) have Hansen's p-values near 10%, 5% and 1%", () => {
  const criticalValues = [
    [1, 7.12, 8.68, 12.16],
    [2, 10.0, 11.72, 15.56],
  ] as const;
  for (const [q, ...values] of criticalValues) {
    [0.1, 0.05, 0.01].forEach((level, i) => expect(Math.abs(supremumProbability(values[i]!, q) / level - 1)).toBeLessThan(0.15));
  }
});

test("xoshiro128** gives the published outputs of the state 1, 2, 3, 4", () => {
  const draw = xoshiro([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, draw)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

describe("against statsmodels", () => {
  test.each(kinds)("β = 1, by %s errors", (covariance) => {
    const fit = value(fitFactors(jpm, [spy], { covariance, lags: 6 }));
    const { t, p } = testCoefficient(fit.betas[0], 1, "two", referenceOf(fit));
    same([t, p], python.betaEquals![covariance]);
  });

  test.each(kinds)("up-market less down-market β, by %s errors", (covariance) => {
    const { difference } = value(upDownBeta(one, { covariance, lags: 6 }));
    same([difference.value, difference.standardError, difference.pValue], python.upDown![covariance]);
  });

  test("the interval of a mean, and the classical error of what the factors paid", () => {
    const numbers = (covariance: "classical" | "hac"): number[] => {
      const mean = value(meanEstimate("mean", column, { covariance, lags: 6 }));
      return [mean.value, mean.standardError, ...mean.interval];
    };
    same(numbers("classical"), python.mean!.classical);
    same(numbers("hac"), python.mean!.hac);
    const premium = value(premiumEstimate(two, { covariance: "classical" }));
    same([premium.value, premium.standardError], python.premiumClassical);
  });

  test("Treynor's ratio a year, with lags and without", () => {
    const [without, withLags] = [0, 6].map((lags) => value(treynorInference(two, { lags })));
    same([without!.value, without!.standardError, withLags!.standardError], python.treynor);
    expect(treynorInference({ ...two, betas: [{ ...two.betas[0], value: 0 }] })).toMatchObject({ problem: { kind: "out-of-range" } });
  });

  test("the expected return with its rate is the mean of the whole return", () => {
    const rate = { ...series("RF", f.map((_, row) => 0.0001 + (row % 7) * 1e-6)), kind: "rate" } as const;
    const expected = value(expectedReturnEstimate(two, rate, { covariance: "classical" }));
    const whole = value(meanEstimate("whole", { ...column, returns: asset.map((each, row) => each + rate.values[row]!) }, { covariance: "classical" }));
    same([expected.value, expected.standardError], [whole.value, whole.standardError]);
  });
});
