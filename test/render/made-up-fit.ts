import { atLeastOne } from "../../src/engine/at-least-one.ts";
import type { Estimate, FactorFit, Inference, Sample, TestResult } from "../../src/engine/factor-fit.ts";

/** An estimate with its 95% interval of the normal. `pValue` stands alone, so that a test says which side it is on. */
export function madeUpEstimate(term: string, value: number, standardError: number, overrides: Partial<Estimate> = {}): Estimate {
  const reach = 1.96 * standardError;
  return { term, value, standardError, tStat: value / standardError, pValue: 0.01, interval: [value - reach, value + reach], ...overrides };
}

export const madeUpSample: Sample = {
  first: "1993-02-01",
  last: "2024-12-31",
  observations: 7974,
  frequency: "daily",
  shortenedBy: [],
};

export const classical: Inference = {
  covariance: "classical",
  lags: 0,
  smallSample: "none",
  distribution: "t",
  degreesOfFreedom: 7972,
  level: 0.95,
};

export function madeUpTest(statistic: number, pValue: number, overrides: Partial<TestResult> = {}): TestResult {
  return { name: "test", null: "nothing to see", statistic, distribution: "chi-squared", degreesOfFreedom: [2], pValue, ...overrides };
}

/** A regression result with the sizes of JPM on SPY, made by hand: nothing in it was computed from the rows. */
export function madeUpFit(overrides: Partial<FactorFit> = {}): FactorFit {
  const asset = overrides.asset ?? "JPM";
  const betas = overrides.betas ?? [madeUpEstimate("SPY", 1.395, 0.0156)];
  return {
    asset,
    factors: atLeastOne(betas.map(({ term }) => term)),
    alpha: madeUpEstimate("alpha", 0.000159, 0.00018, { pValue: 0.382 }),
    alphaAnnual: madeUpEstimate("alpha", 0.04007, 0.04536, { pValue: 0.382 }),
    betas,
    rSquared: 0.4968,
    adjustedRSquared: 0.4967,
    fTest: madeUpTest(7870.3, 0.0001, { name: "f", distribution: "F", degreesOfFreedom: [1, 7972] }),
    logLikelihood: 20713.4,
    aic: -41422.8,
    bic: -41408.9,
    diagnostics: madeUpDiagnostics(),
    moments: {
      asset: { mean: 0.00064, variance: 0.000539 },
      factors: atLeastOne(betas.map(({ term }, place) => ({ factor: term, mean: 0.000345 + place * 0.0001, variance: 0.0001377 }))),
      residualVariance: 0.000271,
      residualStandardError: 0.01647,
    },
    sample: madeUpSample,
    inference: classical,
    exact: false,
    rows: {
      days: Int32Array.of(19724, 19725, 19726, 19727),
      asset: Float64Array.of(0.01, -0.02, 0.03, 0),
      factors: atLeastOne(betas.map((_beta, place) => Float64Array.of(0.005, -0.01, 0.02, 0.001).map((value) => value * (place + 1)))),
      residuals: Float64Array.of(0.002, -0.003, 0.001, -0.0005),
    },
    ...overrides,
  };
}

export function madeUpDiagnostics(overrides: Partial<FactorFit["diagnostics"]> = {}): FactorFit["diagnostics"] {
  return {
    omnibus: madeUpTest(2301.5, 0.0001),
    jarqueBera: madeUpTest(81234.5, 0.0001),
    durbinWatson: 1.95,
    breuschPagan: madeUpTest(12.34, 0.0004),
    skew: 0.612,
    kurtosis: 18.66,
    conditionNumber: 85.2,
    ...overrides,
  };
}
