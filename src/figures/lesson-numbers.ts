/**
 * The numbers of one asset for every quantity that a lesson may name (`lesson-quantities.ts`), by the engine.
 *
 * One-factor regression on daily rows, the chapter's conventions: a year is 252 days, a month 21, a budget of $1M a
 * month. What a short window or a missing series does not allow is null.
 */
import type { EngineProblem } from "../engine/problem.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { expectedReturn } from "../engine/expected-return.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import { correlation, covariance } from "../engine/moments.ts";
import { performanceOf } from "../engine/performance.ts";
import { positionSize } from "../engine/position-size.ts";
import { rollingFit } from "../engine/rolling-fit.ts";
import type { Series } from "../engine/series.ts";
import { success, type Outcome } from "../outcome.ts";
import type { LessonQuantity } from "./lesson-quantities.ts";

export type LessonNumbers = Readonly<Record<LessonQuantity, number | null>>;

/** Daily excess returns; the monthly pair and the rate where there are any. */
export interface LessonInputs {
  readonly asset: Series;
  readonly factor: Series;
  readonly rate: Series | null;
  readonly monthly: { readonly asset: Series; readonly factor: Series } | null;
}

const chapterBudget = 1_000_000;
const exampleTargetShare = 0.2;

/** Errors: those of `fitFactors` for the daily pair; any further fit that is refused leaves its keys null. */
export function lessonNumbers(
  inputs: LessonInputs,
): Outcome<{ readonly fit: FactorFit; readonly numbers: LessonNumbers }, EngineProblem> {
  const { asset, factor } = inputs;
  const fitted = fitFactors(asset, [factor]);
  if (!fitted.ok) return fitted;
  const fit = fitted.value;
  return success({
    fit,
    numbers: {
      ...regressionNumbers(fit),
      ...momentNumbers(fit),
      ...furtherFits(inputs),
      ...portfolioNumbers(fit),
      ...rateNumbers(fit, inputs.rate),
    },
  });
}

function regressionNumbers(fit: FactorFit) {
  const { alpha, alphaAnnual, diagnostics } = fit;
  const beta = fit.betas[0]!;
  return {
    alpha: alpha.value,
    alphaAnnual: alphaAnnual.value,
    alphaCompounded: (1 + alpha.value) ** 252 - 1,
    beta: beta.value,
    betaSquared: beta.value ** 2,
    betaAdjusted: (2 / 3) * beta.value + 1 / 3,
    rSquared: fit.rSquared,
    adjustedRSquared: fit.adjustedRSquared,
    seAlpha: alpha.standardError,
    seAlphaAnnual: alphaAnnual.standardError,
    seBeta: beta.standardError,
    tAlpha: alpha.tStat,
    tBeta: beta.tStat,
    pAlpha: alpha.pValue,
    alphaAnnualLow: alphaAnnual.interval[0],
    alphaAnnualHigh: alphaAnnual.interval[1],
    betaLow: beta.interval[0],
    betaHigh: beta.interval[1],
    n: fit.sample.observations,
    degreesOfFreedom: fit.sample.observations - 2,
    years: fit.sample.observations / 252,
    fStatistic: fit.fTest.statistic,
    durbinWatson: diagnostics.durbinWatson,
    breuschPagan: diagnostics.breuschPagan.statistic,
    jarqueBera: diagnostics.jarqueBera.statistic,
    skew: diagnostics.skew,
    kurtosis: diagnostics.kurtosis,
    logLikelihood: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    conditionNumber: diagnostics.conditionNumber,
  } satisfies Partial<LessonNumbers>;
}

function momentNumbers(fit: FactorFit) {
  const { asset, residualVariance } = fit.moments;
  const factor = fit.moments.factors[0]!;
  const column = fit.rows.factors[0]!;
  const beta = fit.betas[0]!.value;
  const hedged = fit.rows.asset.map((value, row) => value - beta * column[row]!);
  const factorCovariance = covariance(fit.rows.asset, column);
  const squares = column.reduce((sum, value) => sum + value * value, 0);
  const products = column.reduce((sum, value, row) => sum + value * fit.rows.asset[row]!, 0);
  return {
    covariance: factorCovariance,
    betaReversed: factorCovariance / asset.variance,
    betaNoIntercept: products / squares,
    betaResidual: covariance(hedged, column) / factor.variance,
    correlation: correlation(fit.rows.asset, column),
    correlationResidual: correlation(hedged, column),
    factorShare: (beta ** 2 * factor.variance) / asset.variance,
    idiosyncraticShare: residualVariance / asset.variance,
    meanAsset: asset.mean,
    meanFactor: factor.mean,
    meanAssetAnnual: asset.mean * 252,
    meanFactorAnnual: factor.mean * 252,
    meanHedgedAnnual: (asset.mean - beta * factor.mean) * 252,
    factorPremiumAnnual: beta * factor.mean * 252,
    varAsset: asset.variance,
    varFactor: factor.variance,
    varFactorPart: beta ** 2 * factor.variance,
    varResidual: residualVariance,
    volAsset: Math.sqrt(asset.variance),
    volAssetMonthly: Math.sqrt(asset.variance * 21),
    volAssetAnnual: Math.sqrt(asset.variance * 252),
    volFactorAnnual: Math.sqrt(factor.variance * 252),
    volHedged: Math.sqrt(residualVariance),
    volHedgedMonthly: Math.sqrt(residualVariance * 21),
    volHedgedAnnual: Math.sqrt(residualVariance * 252),
    sharpeFactor: (factor.mean / Math.sqrt(factor.variance)) * Math.sqrt(252),
  } satisfies Partial<LessonNumbers>;
}

function furtherFits({ asset, factor, monthly }: LessonInputs) {
  const hc1 = fitFactors(asset, [factor], { covariance: "hc1" });
  const hac = fitFactors(asset, [factor], { covariance: "hac" });
  const monthlyFit = monthly && fitFactors(monthly.asset, [monthly.factor]);
  const rolling = rollingFit(asset, [factor], 252);
  const betas = rolling.ok ? rolling.value.betas[0]!.values : null;
  return {
    seAlphaRobust: hc1.ok ? hc1.value.alpha.standardError : null,
    seBetaRobust: hc1.ok ? hc1.value.betas[0]!.standardError : null,
    seBetaHac: hac.ok ? hac.value.betas[0]!.standardError : null,
    lagsHac: hac.ok ? hac.value.inference.lags : null,
    betaMonthly: monthlyFit?.ok ? monthlyFit.value.betas[0]!.value : null,
    betaRollingLow: betas && betas.reduce((low, value) => Math.min(low, value), Infinity),
    betaRollingHigh: betas && betas.reduce((high, value) => Math.max(high, value), -Infinity),
  } satisfies Partial<LessonNumbers>;
}

function portfolioNumbers(fit: FactorFit) {
  const measured = performanceOf(fit);
  const performance = measured.ok ? measured.value : null;
  const month = positionSize(fit, { dollars: chapterBudget, horizon: "month" });
  const year = positionSize(fit, { dollars: chapterBudget, horizon: "year" });
  const target = hedgedPortfolio(fit, exampleTargetShare);
  return {
    betaUp: performance?.upBeta?.beta ?? null,
    betaDown: performance?.downBeta?.beta ?? null,
    trackingErrorBenchmark: performance?.activeTrackingError ?? null,
    sharpe: performance?.sharpe ?? null,
    sharpeHedged: performance?.hedgedSharpe ?? null,
    appraisal: performance?.appraisalRatio ?? null,
    informationRatio: performance?.informationRatio ?? null,
    treynor: performance?.treynor ?? null,
    maxDrawdown: performance ? -performance.maximumDrawdown.depth : null,
    yearsToTwo: performance ? (2 / performance.appraisalRatio) ** 2 : null,
    budget: chapterBudget,
    sizeUnhedged: month.ok ? month.value.unhedged.dollars : null,
    sizeHedged: month.ok ? month.value.hedged.dollars : null,
    sizeUnhedgedYear: year.ok ? year.value.unhedged.dollars : null,
    sizeHedgedYear: year.ok ? year.value.hedged.dollars : null,
    pnlTotal: month.ok ? month.value.unhedged.expectedProfit : null,
    pnlRiskAdjusted: month.ok ? month.value.unhedged.riskAdjustedProfit : null,
    pnlHedged: month.ok ? month.value.hedged.riskAdjustedProfit : null,
    hedgingGain: month.ok ? month.value.gainFromHedging : null,
    hedgeRatio: fit.betas[0]!.value,
    hedgeForFifth: target.ok ? -target.value.hedges[0]!.dollars : null,
  } satisfies Partial<LessonNumbers>;
}

function rateNumbers(fit: FactorFit, rate: Series | null) {
  const expected = rate && expectedReturn(fit, rate);
  const riskFree = expected?.ok ? expected.value.parts.find(({ part }) => part === "risk-free") : null;
  return {
    meanRiskFree: riskFree?.perPeriod ?? null,
    meanRiskFreeAnnual: riskFree?.annual ?? null,
    expectedReturnAnnual: expected?.ok ? expected.value.total.annual : null,
  } satisfies Partial<LessonNumbers>;
}
