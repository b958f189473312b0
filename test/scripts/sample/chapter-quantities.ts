/**
 * Everything the chapter prints of one regression, by plain two-pass formulas: an independent second opinion on the
 * sample, sharing nothing with the engine but the t distribution.
 */
import t from "@stdlib/stats-base-dists-t";

const monthlyBudget = 1_000_000;

export type Quantities = Readonly<Record<string, number>>;

/** Excess returns of an asset and a factor on the same rows, decimal a day. */
export function chapterQuantities(asset: readonly number[], factor: readonly number[]): Quantities {
  const n = asset.length;
  const degreesOfFreedom = n - 2;
  const meanAsset = average(asset);
  const meanFactor = average(factor);
  const squaresFactor = crossProduct(factor, factor);
  const beta = crossProduct(asset, factor) / squaresFactor;
  const alpha = meanAsset - beta * meanFactor;
  const residuals = asset.map((value, row) => value - alpha - beta * factor[row]!);
  const hedged = asset.map((value, row) => value - beta * factor[row]!);
  const ssr = sum(residuals.map((value) => value ** 2));
  const s = Math.sqrt(ssr / degreesOfFreedom);

  const varAsset = crossProduct(asset, asset) / (n - 1);
  const varFactor = squaresFactor / (n - 1);
  const varResidual = crossProduct(residuals, residuals) / (n - 1);
  const rSquared = 1 - ssr / crossProduct(asset, asset);
  const seAlpha = s * Math.sqrt(1 / n + meanFactor ** 2 / squaresFactor);
  const seBeta = s / Math.sqrt(squaresFactor);
  const tAlpha = alpha / seAlpha;
  const tBeta = beta / seBeta;
  const margin = t.quantile(0.975, degreesOfFreedom);
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(ssr / n) + 1);
  const sizeUnhedged = monthlyBudget / Math.sqrt(21 * varAsset);
  const skew = centralMoment(residuals, 3) / centralMoment(residuals, 2) ** 1.5;
  const kurtosis = centralMoment(residuals, 4) / centralMoment(residuals, 2) ** 2;
  const jarqueBera = (n / 6) * (skew ** 2 + (kurtosis - 3) ** 2 / 4);
  const omnibus = skewScore(skew, n) ** 2 + kurtosisScore(kurtosis, n) ** 2;

  return {
    n,
    degreesOfFreedom,
    slopes: 1,
    alpha,
    beta,
    alphaAnnual: alpha * 252,
    seAlpha,
    seBeta,
    tAlpha,
    tBeta,
    pAlpha: 2 * t.cdf(-Math.abs(tAlpha), degreesOfFreedom),
    pBeta: 2 * t.cdf(-Math.abs(tBeta), degreesOfFreedom),
    alphaLow: alpha - margin * seAlpha,
    alphaHigh: alpha + margin * seAlpha,
    betaLow: beta - margin * seBeta,
    betaHigh: beta + margin * seBeta,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom,
    fStatistic: tBeta ** 2,
    // With one slope F is t squared, so its p-value is the slope's.
    pF: 2 * t.cdf(-Math.abs(tBeta), degreesOfFreedom),
    logLikelihood,
    aic: 4 - 2 * logLikelihood,
    bic: 2 * Math.log(n) - 2 * logLikelihood,
    correlation: correlationOf(asset, factor),
    correlationResidual: correlationOf(hedged, factor),
    durbinWatson: sum(residuals.slice(1).map((value, row) => (value - residuals[row]!) ** 2)) / ssr,
    skew,
    kurtosis,
    jarqueBera,
    // Chi-squared with two degrees of freedom is an exponential.
    pJarqueBera: Math.exp(-jarqueBera / 2),
    omnibus,
    pOmnibus: Math.exp(-omnibus / 2),
    conditionNumber: conditionNumber(factor),
    varAsset,
    varFactor,
    varResidual,
    meanFactor,
    varFactorPart: beta ** 2 * varFactor,
    factorShare: (beta ** 2 * varFactor) / varAsset,
    idiosyncraticShare: varResidual / varAsset,
    meanHedgedAnnual: average(hedged) * 252,
    volAssetAnnual: Math.sqrt(252 * varAsset),
    volHedgedMonthly: Math.sqrt(21 * varResidual),
    sharpe: (meanAsset / Math.sqrt(varAsset)) * Math.sqrt(252),
    sharpeHedged: (average(hedged) / Math.sqrt(crossProduct(hedged, hedged) / (n - 1))) * Math.sqrt(252),
    appraisal: (alpha / Math.sqrt(varResidual)) * Math.sqrt(252),
    pnlTotal: sizeUnhedged * (beta * meanFactor + alpha) * 252,
    pnlRiskAdjusted: sizeUnhedged * alpha * 252,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function average(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Σ (x − x̄)(y − ȳ). */
function crossProduct(left: readonly number[], right: readonly number[]): number {
  const meanLeft = average(left);
  const meanRight = average(right);
  return sum(left.map((value, row) => (value - meanLeft) * (right[row]! - meanRight)));
}

function correlationOf(left: readonly number[], right: readonly number[]): number {
  return crossProduct(left, right) / Math.sqrt(crossProduct(left, left) * crossProduct(right, right));
}

function centralMoment(values: readonly number[], power: number): number {
  const centre = average(values);
  return average(values.map((value) => (value - centre) ** power));
}

/** Ratio of the singular values of the matrix with columns 1 and f: roots of its 2 × 2 Gram matrix's eigenvalues. */
function conditionNumber(factor: readonly number[]): number {
  const n = factor.length;
  const squares = sum(factor.map((value) => value ** 2));
  const half = (n + squares) / 2;
  const spread = Math.sqrt(((n - squares) / 2) ** 2 + sum(factor) ** 2);
  return Math.sqrt((half + spread) / (half - spread));
}

/** D'Agostino (1970): skewness turned into a normal score. */
function skewScore(skew: number, n: number): number {
  const y = skew * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const kurtosisOfSkew =
    (3 * (n ** 2 + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const w2 = Math.sqrt(2 * (kurtosisOfSkew - 1)) - 1;
  return Math.asinh(y / Math.sqrt(2 / (w2 - 1))) / Math.sqrt(0.5 * Math.log(w2));
}

/** Anscombe and Glynn (1983): kurtosis turned into a normal score. */
function kurtosisScore(kurtosis: number, n: number): number {
  const expected = (3 * (n - 1)) / (n + 1);
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const x = (kurtosis - expected) / Math.sqrt(variance);
  const skewOfKurtosis =
    ((6 * (n ** 2 - 5 * n + 2)) / ((n + 7) * (n + 9))) *
    Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const a = 6 + (8 / skewOfKurtosis) * (2 / skewOfKurtosis + Math.sqrt(1 + 4 / skewOfKurtosis ** 2));
  const cubed = (1 - 2 / a) / (1 + x * Math.sqrt(2 / (a - 4)));
  return (1 - 2 / (9 * a) - Math.cbrt(cubed)) / Math.sqrt(2 / (9 * a));
}
