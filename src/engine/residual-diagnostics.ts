/**
 * Tests of the residuals: Omnibus, Jarque–Bera, Durbin–Watson, Breusch–Pagan.
 *
 * Omnibus is D'Agostino and Pearson's K² (1973; skewness by D'Agostino 1970, kurtosis by Anscombe and
 * Glynn 1983); Jarque–Bera n/6·(S² + (K − 3)²/4) (1980); Durbin–Watson Σ(uₜ − uₜ₋₁)²/Σu² (1950);
 * Breusch–Pagan Koenker's studentised n·R² of u² on the regressors (1981), as in statsmodels and R's
 * lmtest. Moments are the population's (n), as statsmodels prints them. Checked against statsmodels.
 *
 * In an exact fit the statistics are 0 and the p-values 1.
 */
import type { TestResult } from "./factor-fit.ts";
import type { Basis } from "./least-squares.ts";
import type { ResidualSums } from "./residuals.ts";
import { upperTailChiSquared } from "./tail-probability.ts";

interface ResidualDiagnostics {
  readonly omnibus: TestResult;
  readonly jarqueBera: TestResult;
  readonly breuschPagan: TestResult;
  readonly durbinWatson: number;
  readonly skew: number;
  readonly kurtosis: number;
}

/** Diagnostics of a regression on n rows. */
export function residualDiagnostics(sums: ResidualSums, basis: Basis, n: number): ResidualDiagnostics {
  const variance = sums.second / n;
  const exact = variance === 0;
  const skew = exact ? 0 : sums.third / n / variance ** 1.5;
  const kurtosis = exact ? 0 : sums.fourth / n / variance ** 2;
  const omnibus = exact ? 0 : skewnessZ(skew, n) ** 2 + kurtosisZ(kurtosis, n) ** 2;
  const jarqueBera = exact ? 0 : (n / 6) * (skew ** 2 + (kurtosis - 3) ** 2 / 4);
  const factors = basis.columns.length;
  return {
    omnibus: chiSquaredTest("omnibus", "the residuals are normal", omnibus, 2),
    jarqueBera: chiSquaredTest("jarque-bera", "the residuals are normal", jarqueBera, 2),
    breuschPagan: chiSquaredTest(
      "breusch-pagan",
      "the residuals' variance does not depend on the factors",
      exact ? 0 : breuschPaganStatistic(sums, basis, n),
      factors,
    ),
    durbinWatson: exact ? 0 : sums.squaredDifferences / sums.second,
    skew,
    kurtosis,
  };
}

function chiSquaredTest(name: string, nullHypothesis: string, statistic: number, degreesOfFreedom: number): TestResult {
  return {
    name,
    null: nullHypothesis,
    statistic,
    distribution: "chi-squared",
    degreesOfFreedom: [degreesOfFreedom],
    pValue: upperTailChiSquared(statistic, degreesOfFreedom),
  };
}

function breuschPaganStatistic(sums: ResidualSums, basis: Basis, n: number): number {
  const onBasis = basis.hasConstant ? [sums.second, ...sums.squaresTimesRegressors] : sums.squaresTimesRegressors;
  const first = basis.hasConstant ? 1 : 0;
  let explained = 0;
  for (let j = first; j < onBasis.length; j++) {
    const onOrthogonal = onBasis.reduce((sum, value, i) => sum + basis.toOrthogonal[i]![j]! * value, 0);
    explained += onOrthogonal ** 2 / basis.pivots[j]!;
  }
  const total = sums.fourth - (basis.hasConstant ? sums.second ** 2 / n : 0);
  return total > 0 ? (n * explained) / total : 0;
}

/** D'Agostino (1970): the skewness of n normal draws as a standard normal. */
function skewnessZ(skew: number, n: number): number {
  const y = skew * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const kurtosisOfSkew =
    (3 * (n ** 2 + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const w = Math.sqrt(Math.sqrt(2 * (kurtosisOfSkew - 1)) - 1);
  return Math.asinh((y * Math.sqrt(w ** 2 - 1)) / Math.SQRT2) / Math.sqrt(Math.log(w));
}

/** Anscombe and Glynn (1983): the kurtosis of n normal draws as a standard normal. */
function kurtosisZ(kurtosis: number, n: number): number {
  const expected = (3 * (n - 1)) / (n + 1);
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const standardized = (kurtosis - expected) / Math.sqrt(variance);
  const rootBeta =
    ((6 * (n ** 2 - 5 * n + 2)) / ((n + 7) * (n + 9))) *
    Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const a = 6 + (8 / rootBeta) * (2 / rootBeta + Math.sqrt(1 + 4 / rootBeta ** 2));
  const denominator = 1 + standardized * Math.sqrt(2 / (a - 4));
  return (1 - 2 / (9 * a) - Math.cbrt((1 - 2 / a) / denominator)) / Math.sqrt(2 / (9 * a));
}
