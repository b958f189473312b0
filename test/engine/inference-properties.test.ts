/** What intervals and tests do whatever the data: jackknives, identities, refusals, and how often a true null is rejected. */
import { describe, expect, test } from "vitest";
import { betaStability } from "../../src/engine/beta-stability.ts";
import { referenceOf, testCoefficient } from "../../src/engine/coefficient-test.ts";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { hedgeInfluence } from "../../src/engine/hedge-influence.ts";
import { hedgedPortfolio } from "../../src/engine/hedged-portfolio.ts";
import { resampledStatistic } from "../../src/engine/sharpe-bootstrap.ts";
import { hedgeInference } from "../../src/engine/hedge-inference.ts";
import { premiumEstimate } from "../../src/engine/mean-inference.ts";
import { performanceOf } from "../../src/engine/performance.ts";
import { powerYears, yearsForPower } from "../../src/engine/power-years.ts";
import { seededRandom } from "../../src/engine/seeded-random.ts";
import { sharpeDifference } from "../../src/engine/sharpe-difference.ts";
import { appraisalInference, informationInference, sharpeInference } from "../../src/engine/sharpe-inference.ts";
import { treynorInference } from "../../src/engine/treynor-inference.ts";
import { upDownBeta } from "../../src/engine/up-down-beta.ts";
import type { Outcome } from "../../src/outcome.ts";
import type { EngineProblem } from "../../src/engine/problem.ts";
import { exampleFit, madeUpReturns, series, value } from "./made-up.ts";

const rows = 240;
const columns = [1, 2, 5].map((seed) => madeUpReturns(seed, rows));
const [f, g, e] = columns as [Float64Array, Float64Array, Float64Array];
const asset = f.map((each, row) => 0.0008 - 0.7 * each + 0.4 * g[row]! + e[row]! * (0.6 + 40 * Math.abs(each)));
const fitOn = (keep: (row: number) => boolean, withSecond = true): FactorFit => {
  const part = (id: string, column: Float64Array) => series(id, column.filter((_, row) => keep(row)));
  return value(fitFactors(part("asset", asset), withSecond ? [part("f", f), part("g", g)] : [part("f", f)]));
};
const whole = fitOn(() => true);
const alone = fitOn(() => true, false);
const columnOf = ({ rows: { asset: returns, days }, sample }: FactorFit) => ({ returns, days, sample });

/** The fits without one row at a time, by two factors and by one. */
const leftOut = [true, false].map((withSecond) => Array.from({ length: rows }, (_, left) => fitOn((row) => row !== left, withSecond)));

/** Standard errors by leaving out one row at a time (Tukey 1958), which knows nothing of the formulas. */
function jackknife(estimatesOf: (fit: FactorFit) => readonly number[], fits = leftOut[0]!): number[] {
  const samples = fits.map(estimatesOf);
  return samples[0]!.map((_, i) => {
    const average = samples.reduce((sum, each) => sum + each[i]!, 0) / rows;
    return Math.sqrt(((rows - 1) / rows) * samples.reduce((sum, each) => sum + (each[i]! - average) ** 2, 0));
  });
}

describe("the robust errors without lags are the jackknife's", () => {
  const near = (estimates: (fit: FactorFit) => readonly { readonly value: number; readonly standardError: number }[], fit = whole, fits = leftOut[0]!): void => {
    const theirs = jackknife((each) => estimates(each).map(({ value: number }) => number), fits);
    estimates(fit).forEach(({ standardError }, i) => expect(Math.abs(standardError / theirs[i]! - 1)).toBeLessThan(0.04));
  };
  const request = { lags: 0 } as const;

  test("of the Sharpe, information and appraisal ratios", () => {
    near((fit) => [sharpeInference(columnOf(fit), request), informationInference(fit, request), appraisalInference(fit, request)].map((ratio) => value(ratio).perPeriod));
  });

  test("of Treynor's ratio, by one factor and by two", () => {
    near((fit) => [value(treynorInference(fit, request))]);
    near((fit) => [value(treynorInference(fit, request))], fitOn(() => true, false), leftOut[1]);
  });

  test("of what the factors paid", () => {
    near((fit) => [value(premiumEstimate(fit, request))]);
  });

  test.each([0, 0.2, 0.6])("of a hedge with a share of %s left, by one factor and by two: of its mean, and of the dollars of a whole one", (share) => {
    const estimates = (fit: FactorFit) => {
      const { hedges, mean } = value(hedgeInference(fit, share, request));
      return share === 0 ? [...(hedges ?? []), mean] : [mean];
    };
    near(estimates);
    near(estimates, alone, leftOut[1]);
  });

  test("of the difference of two Sharpe ratios, where rows are independent", () => {
    const gap = (fit: FactorFit) => value(sharpeDifference(columnOf(fit), fit.rows.factors[0])).difference;
    const [theirs] = jackknife((fit) => [gap(fit).value]);
    expect(Math.abs(gap(whole).standardError / theirs! - 1)).toBeLessThan(0.12);
  });

  // r here hardly moves with the factor, and the hedge is nearly all β's error.
  test.each([0.9, 0.02])("of a hedged Sharpe ratio less the unhedged one, the hedge by a β of %s that is estimated anew", (beta) => {
    const moved = f.map((each, row) => 0.0008 + beta * each + e[row]!);
    const premium = f.map((each) => each + 0.004);
    const fitted = (keep: (row: number) => boolean): FactorFit =>
      value(fitFactors(series("asset", moved.filter((_, row) => keep(row))), [series("f", premium.filter((_, row) => keep(row)))]));
    const gap = (fit: FactorFit, isEstimated: boolean) =>
      value(sharpeDifference({ ...columnOf(fit), returns: value(hedgedPortfolio(fit)).returns }, fit.rows.asset, isEstimated ? { estimated: hedgeInfluence(fit) } : {})).difference;
    const [theirs] = jackknife((fit) => [gap(fit, true).value], Array.from({ length: rows }, (_, left) => fitted((row) => row !== left)));
    const all = fitted(() => true);
    expect(Math.abs(gap(all, true).standardError / theirs! - 1)).toBeLessThan(0.12);
    if (beta === 0.02) expect(gap(all, false).standardError / theirs!).toBeLessThan(0.7);
  });

  test("a resample that is the sample itself has a statistic of 0, what estimating β adds included", () => {
    const all = alone;
    const { returns } = value(hedgedPortfolio(all));
    const starts = Int32Array.from({ length: rows / 5 }, (_, block) => 5 * block);
    expect(resampledStatistic(returns, all.rows.asset, 5, hedgeInfluence(all))(starts)).toBeCloseTo(0, 9);
  });
});

describe("identities", () => {
  test("a whole hedge is −β with mean α, at HC0's errors", () => {
    const { hedges, mean } = value(hedgeInference(whole, 0, { lags: 0 }));
    const hc0 = value(fitFactors(series("asset", asset), [series("f", f), series("g", g)], { covariance: "hac", lags: 0 }));
    expect(hedges).toHaveLength(2);
    hedges?.forEach((hedge, i) => {
      expect(hedge.value).toBe(-whole.betas[i]!.value);
      expect(hedge.standardError / hc0.betas[i]!.standardError).toBeCloseTo(1, 10);
    });
    expect(mean.value).toBeCloseTo(whole.alpha.value, 14);
    expect(mean.standardError / hc0.alpha.standardError).toBeCloseTo(1, 10);
  });

  test("without lags the Sharpe ratio's robust error is Mertens'", () => {
    const error = (method: "iid" | "hac") => value(sharpeInference(columnOf(whole), { method, lags: 0 })).perPeriod.standardError;
    expect(error("hac") / error("iid")).toBeCloseTo(1, 12);
  });

  test("a year's ratio and its error are √252 of a day's, with the same t", () => {
    const { annual, perPeriod } = value(appraisalInference(whole));
    expect(annual.standardError / perPeriod.standardError).toBeCloseTo(Math.sqrt(252), 12);
    expect(annual.tStat).toBe(perPeriod.tStat);
    const performance = value(performanceOf(whole));
    expect(annual.value).toBeCloseTo(performance.appraisalRatio, 12);
    expect(value(informationInference(whole)).annual.value).toBeCloseTo(performance.informationRatio!, 12);
    expect(value(sharpeInference(columnOf(whole))).annual.value).toBeCloseTo(performance.sharpe, 12);
  });

  test("up and down β are those of the performance", () => {
    const { up, down, rows: counts } = value(upDownBeta(whole, { covariance: "hc1" }));
    const { upBeta, downBeta } = value(performanceOf(whole));
    expect(up).toBeCloseTo(upBeta!.beta, 11);
    expect(down).toBeCloseTo(downBeta!.beta, 11);
    expect(counts).toEqual({ up: upBeta!.observations, down: downBeta!.observations });
  });

  test("up and down β leave out the rows on which the benchmark stood still", () => {
    const still = series("f", f.map((each, row) => (row % 9 === 0 ? 0 : each)));
    const fit = value(fitFactors(series("asset", asset), [still]));
    const { upBeta, downBeta } = value(performanceOf(fit));
    const { up, down } = value(upDownBeta(fit));
    expect([up, down].map((each) => Math.round(each * 1e10))).toEqual([upBeta!.beta, downBeta!.beta].map((each) => Math.round(each * 1e10)));
  });

  test("swapping the portfolios turns the sign of their difference and leaves the p-values", () => {
    const request = { resamples: 199, seed: 4 };
    const one = value(sharpeDifference(columnOf(whole), f, request));
    const other = value(sharpeDifference({ ...columnOf(whole), returns: f }, asset, request));
    expect(other.difference.value).toBeCloseTo(-one.difference.value, 14);
    expect(other.hac.pValue).toBeCloseTo(one.hac.pValue, 10);
    expect(other.bootstrap!.pValue).toBe(one.bootstrap!.pValue);
  });

  test("the unit of the returns changes no test of Sharpe ratios", () => {
    const percent = value(sharpeDifference({ ...columnOf(whole), returns: asset.map((each) => each * 100) }, f.map((each) => each * 100)));
    expect(percent.difference.standardError).toBeCloseTo(value(sharpeDifference(columnOf(whole), f)).difference.standardError, 12);
  });

  test("the bootstrap gives the same p-value for the same seed, and another for another", () => {
    const p = (seed: number) => value(sharpeDifference(columnOf(whole), f, { resamples: 999, seed })).bootstrap!.pValue;
    expect(p(1)).toBe(p(1));
    expect(p(1)).not.toBe(p(2));
    expect(Math.abs(p(1) - p(2))).toBeLessThan(0.06);
  });

  test("the scale of a factor and the order of factors change no stability statistic", () => {
    const fit = value(fitFactors(series("asset", asset), [series("g", g.map((each) => each * 100)), series("f", f)]));
    expect(value(betaStability(fit)).statistic).toBeCloseTo(value(betaStability(whole)).statistic, 9);
  });

  test("a test of β = β₀ is the test that the shifted returns have β = 0, and β₀ = β is not rejected", () => {
    const fit = value(fitFactors(series("asset", asset), [series("f", f)], { covariance: "hc1" }));
    const shifted = value(fitFactors(series("asset", asset.map((each, row) => each - 0.3 * f[row]!)), [series("f", f)], { covariance: "hc1" }));
    const tested = testCoefficient(fit.betas[0], 0.3, "two", referenceOf(fit));
    expect(tested.t / shifted.betas[0].tStat).toBeCloseTo(1, 9);
    expect(tested.p / shifted.betas[0].pValue).toBeCloseTo(1, 7);
    expect(testCoefficient(fit.betas[0], fit.betas[0].value, "two", referenceOf(fit))).toEqual({ t: 0, p: 1 });
  });

  test("a one-sided test halves the probability on its side alone, and both sides add up to 1", () => {
    const [beta] = whole.betas;
    const p = (hypothesis: number, side: "two" | "greater" | "less"): number => testCoefficient(beta, hypothesis, side, referenceOf(whole)).p;
    const below = beta.value - beta.standardError;
    expect(p(below, "greater")).toBeCloseTo(p(below, "two") / 2, 12);
    expect(p(below, "less")).toBeCloseTo(1 - p(below, "two") / 2, 12);
    const above = beta.value + beta.standardError;
    expect(p(above, "less")).toBeCloseTo(p(above, "two") / 2, 12);
    expect(p(above, "greater") + p(above, "less")).toBeCloseTo(1, 12);
  });

  test("a coefficient without an error is its hypothesis or infinitely far from it", () => {
    const copy = value(fitFactors(series("asset", f), [series("f", f)]));
    const exact = { ...copy.betas[0], value: 1, standardError: 0 };
    expect(testCoefficient(exact, 1, "two", referenceOf(copy))).toEqual({ t: 0, p: 1 });
    expect(testCoefficient(exact, 2, "less", referenceOf(copy))).toEqual({ t: -Infinity, p: 0 });
  });

  test("years to t = 2 are the performance's, and none where α is not above 0", () => {
    const positive = powerYears(whole)!;
    expect(positive.forT2).toBeCloseTo(value(performanceOf(whole)).yearsToSignificance, 9);
    expect(positive.forPower / positive.forT2).toBeCloseTo(7.848879734 / 4, 8);
    expect(positive.reachedT2).toBe(whole.alpha.tStat >= 2);
    const negative = value(fitFactors(series("asset", asset.map((each) => each - 0.01)), [series("f", f)]));
    expect(powerYears(negative)).toBeNull();
    expect([0, -0.5, NaN].map((ratio) => yearsForPower(ratio))).toEqual([null, null, null]);
  });
});

describe("refusals", () => {
  const kind = (outcome: Outcome<unknown, EngineProblem>): string => (outcome.ok ? "none" : outcome.problem.kind);
  test("too few rows, constant returns, two portfolios that are one", () => {
    const short = { ...columnOf(whole), returns: asset.slice(0, 7), days: whole.rows.days.slice(0, 7) };
    expect(kind(sharpeInference(short))).toBe("too-few-rows");
    expect(kind(sharpeDifference(short, f.slice(0, 7)))).toBe("too-few-rows");
    expect(kind(sharpeInference({ ...columnOf(whole), returns: new Float64Array(rows).fill(0.01) }))).toBe("constant-series");
    expect(kind(sharpeDifference(columnOf(whole), asset))).toBe("constant-series");
    expect(kind(betaStability(exampleFit()))).toBe("too-few-rows");
  });

  test("numbers that cannot be", () => {
    expect(kind(sharpeInference(columnOf(whole), { level: 1 }))).toBe("out-of-range");
    expect(kind(sharpeInference(columnOf(whole), { lags: rows }))).toBe("out-of-range");
    expect(kind(sharpeDifference(columnOf(whole), f, { resamples: 1e6 }))).toBe("out-of-range");
    expect(kind(sharpeDifference(columnOf(whole), f, { resamples: 99, blockLength: rows }))).toBe("out-of-range");
    expect(kind(hedgeInference(whole, 1))).toBe("out-of-range");
  });

  test("an exact fit, of which no error is left", () => {
    const copy = value(fitFactors(series("asset", f), [series("f", f)]));
    for (const outcome of [appraisalInference(copy), betaStability(copy), hedgeInference(copy)]) expect(kind(outcome)).toBe("exact-fit");
    expect(powerYears(copy)).toBeNull();
  });

  test("a factor that never fell has no β in falling markets", () => {
    expect(kind(upDownBeta(value(fitFactors(series("asset", asset), [series("up", f.map(Math.abs))]))))).toBe("too-few-rows");
  });
});

describe("true nulls are rejected about as often as they may be, 5% of the time", () => {
  const random = seededRandom(2_026);
  const uniform = (): number => (random(2 ** 30) + 0.5) / 2 ** 30;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Fat tails and clustering: kurtosis of about 5, and variance that remembers yesterday's. */
  const clustered = (length: number): Float64Array => {
    let variance = 1;
    return Float64Array.from({ length }, () => {
      const draw = Math.sqrt(variance) * normal();
      variance = 0.1 + 0.15 * draw ** 2 + 0.75 * variance;
      return draw;
    });
  };
  /** The most rejections in `samples` at 5% that a one-sided 1% test of the count lets pass. */
  const allowed = (samples: number): number => samples * 0.05 + 2.33 * Math.sqrt(samples * 0.05 * 0.95);
  const rejections = (samples: number, pValue: () => number): number =>
    Array.from({ length: samples }, pValue).filter((p) => p < 0.05).length;

  const stability = (change: number): number => {
    const market = clustered(500);
    const noise = clustered(500);
    const returns = market.map((each, row) => (1 + (row >= 250 ? change : 0)) * each + noise[row]! * (0.5 + Math.abs(each) / 2));
    return value(betaStability(value(fitFactors(series("asset", returns), [series("market", market)])))).pValue;
  };

  test("that β was constant, and a change of 0.6 is found in most samples", () => {
    expect(rejections(400, () => stability(0))).toBeLessThan(allowed(400));
    expect(rejections(100, () => stability(0.6))).toBeGreaterThan(60);
  });

  const sharpes = (gap: number, resamples?: number): number => {
    const [a, b] = [clustered(240), clustered(240)];
    const first = a.map((each) => each + 0.1);
    const second = b.map((each, row) => 0.6 * each + 0.8 * a[row]! + 0.1 + gap);
    const sample = { ...whole.sample, observations: 240 };
    const days = Int32Array.from({ length: 240 }, (_, row) => row);
    const { hac, bootstrap } = value(sharpeDifference({ returns: first, days, sample }, second, { resamples, seed: random(1e6) }));
    return bootstrap?.pValue ?? hac.pValue;
  };

  test("that two Sharpe ratios are equal, by the bootstrap, and a gap of 0.25 per period is found", () => {
    expect(rejections(400, () => sharpes(0, 199))).toBeLessThan(allowed(400));
    expect(rejections(100, () => sharpes(0.25, 199))).toBeGreaterThan(80);
  });

  test("the interval of an appraisal ratio holds the truth in about 95% of samples with skewed, fat-tailed errors", () => {
    const truth = 0.3;
    const held = Array.from({ length: 600 }, () => {
      const market = clustered(300);
      // An exponential less its mean: skewness 2, kurtosis 9.
      const returns = market.map((each) => truth + 1.2 * each + (-Math.log(uniform()) - 1));
      const { interval } = value(appraisalInference(value(fitFactors(series("asset", returns), [series("market", market)])), { method: "iid" })).perPeriod;
      return interval[0] <= truth && truth <= interval[1];
    }).filter(Boolean).length;
    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.975);
  });
});
