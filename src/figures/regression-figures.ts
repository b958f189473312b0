/** Of the regression itself: α, β, their errors, and the summary table. Classical errors unless the figure says otherwise; variances divide by n − 1, the regression's s² by n − 2. */
import type { FactorFit } from "../engine/factor-fit.ts";
import { covariance } from "../engine/moments.ts";
import { adjustedBeta } from "../engine/performance.ts";
import { periodsPerYear } from "../engine/series.ts";
import type { EngineResults } from "./engine-results.ts";
import { defineFigures } from "./figure.ts";

const betaOf = (fit: FactorFit) => fit.betas[0];
const periods = ({ sample }: FactorFit): number => periodsPerYear[sample.frequency];
const sumOfProducts = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, row) => sum + value * (b[row] ?? NaN), 0);

export const alphaFigures = defineFigures({
  alpha: { symbol: "α", meaning: "alpha per day", unit: "return", section: "6.4.3", formula: "mean of r − β · mean of f", value: ({ fit }) => fit.alpha.value },
  alphaAnnual: { symbol: null, meaning: "alpha per year", unit: "return", section: "6.7.5", formula: "α × 252", value: ({ fit }) => fit.alphaAnnual.value },
  alphaCompounded: { symbol: null, meaning: "alpha per year, compounded", unit: "return", section: "6.7.5", formula: "(1 + α)²⁵² − 1", value: ({ fit }) => (1 + fit.alpha.value) ** periods(fit) - 1 },
  alphaRaw: { symbol: null, meaning: "alpha per year with the risk-free rate left in the asset's return", unit: "return", section: "6.7.2", formula: "α of r + r_f on f, × 252", value: ({ fit, rawAlpha }) => annual(rawAlpha(), fit) },
  seAlpha: { symbol: "se(α)", meaning: "standard error of alpha per day", unit: "return", section: "6.7.2", formula: "s · √(1/n + mean(f)² / Σ(f − mean(f))²)", value: ({ fit }) => fit.alpha.standardError },
  seAlphaAnnual: { symbol: null, meaning: "standard error of alpha per year", unit: "return", section: "6.7.2", formula: "se(α) × 252", value: ({ fit }) => fit.alphaAnnual.standardError },
  seAlphaRobust: { symbol: null, meaning: "HC1 standard error of alpha per day", unit: "return", section: "6.7.2", formula: "White's, × √(n/(n − 2))", value: ({ hc1 }) => hc1()?.alpha.standardError ?? null },
  tAlpha: { symbol: "t(α)", meaning: "t-statistic of alpha", unit: "ratio", section: "6.7.2", formula: "α / se(α)", value: ({ fit }) => fit.alpha.tStat },
  pAlpha: { symbol: "p(α)", meaning: "two-sided p-value of α = 0", unit: "probability", section: "6.7.2", formula: "P(|t| ≥ |t(α)|), n − 2 degrees of freedom", value: ({ fit }) => fit.alpha.pValue },
  alphaLow: { symbol: null, meaning: "lower end of the 95% interval of alpha per day", unit: "return", section: "6.7.2", formula: "α − t(0.975, n − 2) · se(α)", value: ({ fit }) => fit.alpha.interval[0] },
  alphaHigh: { symbol: null, meaning: "upper end of the 95% interval of alpha per day", unit: "return", section: "6.7.2", formula: "α + t(0.975, n − 2) · se(α)", value: ({ fit }) => fit.alpha.interval[1] },
  alphaAnnualLow: { symbol: null, meaning: "lower end of the 95% interval of alpha per year", unit: "return", section: "6.7.2", formula: "252 × lower end of α's interval", value: ({ fit }) => fit.alphaAnnual.interval[0] },
  alphaAnnualHigh: { symbol: null, meaning: "upper end of the 95% interval of alpha per year", unit: "return", section: "6.7.2", formula: "252 × upper end of α's interval", value: ({ fit }) => fit.alphaAnnual.interval[1] },
});

export const betaFigures = defineFigures({
  beta: { symbol: "β", meaning: "beta on the factor", unit: "ratio", section: "6.4.3", formula: "Cov(r, f) / Var(f)", value: ({ fit }) => betaOf(fit).value },
  betaSquared: { symbol: "β²", meaning: "beta squared", unit: "ratio", section: "6.10.1", formula: "β²", value: ({ fit }) => betaOf(fit).value ** 2 },
  betaAdjusted: { symbol: null, meaning: "beta shrunk towards 1", unit: "ratio", section: "6.4.4", formula: "⅔ · β + ⅓", value: ({ fit }) => adjustedBeta(betaOf(fit).value) },
  betaReversed: { symbol: null, meaning: "slope of the factor on the asset: the regression the wrong way round", unit: "ratio", section: "6.4.4", formula: "Cov(r, f) / Var(r)", value: ({ fit }) => covariance(fit.rows.asset, fit.rows.factors[0]) / fit.moments.asset.variance },
  betaNoIntercept: { symbol: null, meaning: "slope of the line forced through the origin", unit: "ratio", section: "6.4.4", formula: "Σ r·f / Σ f²", value: ({ fit: { rows } }) => sumOfProducts(rows.asset, rows.factors[0]) / sumOfProducts(rows.factors[0], rows.factors[0]) },
  betaUp: { symbol: null, meaning: "beta over the days when the factor was above zero", unit: "ratio", section: "6.4.4", formula: "β of the rows with f > 0", value: ({ performance }) => performance()?.upBeta?.beta ?? null },
  betaDown: { symbol: null, meaning: "beta over the days when the factor was below zero", unit: "ratio", section: "6.4.4", formula: "β of the rows with f < 0", value: ({ performance }) => performance()?.downBeta?.beta ?? null },
  betaMonthly: { symbol: null, meaning: "beta of monthly returns", unit: "ratio", section: "6.12", formula: "β of returns compounded to months", value: ({ monthlyBeta }) => monthlyBeta() },
  betaOther: { symbol: null, meaning: "beta of the asset that this one is compared with", unit: "ratio", section: "6.11.1", formula: "Cov(r, f) / Var(f), of the other asset", value: ({ otherBeta }) => otherBeta() },
  betaBefore: { symbol: null, meaning: "beta on the days before the split", unit: "ratio", section: "6.4.4", formula: "Cov(r, f) / Var(f), of those days", value: ({ parts }) => parts()?.before.beta ?? null },
  betaSince: { symbol: null, meaning: "beta on the days since the split", unit: "ratio", section: "6.4.4", formula: "Cov(r, f) / Var(f), of those days", value: ({ parts }) => parts()?.since.beta ?? null },
  betaChange: { symbol: null, meaning: "change of beta at the split", unit: "ratio", section: "6.4.4", formula: "β since − β before", value: ({ parts }) => changeOf(parts())?.beta ?? null },
  seBetaBefore: { symbol: null, meaning: "standard error of beta on the days before the split", unit: "ratio", section: "6.4.4", formula: "s / √Σ(f − mean(f))², of those days", value: ({ parts }) => parts()?.before.betaError ?? null },
  seBetaSince: { symbol: null, meaning: "standard error of beta on the days since the split", unit: "ratio", section: "6.4.4", formula: "s / √Σ(f − mean(f))², of those days", value: ({ parts }) => parts()?.since.betaError ?? null },
  seBetaChange: { symbol: null, meaning: "standard error of the change of beta at the split", unit: "ratio", section: "6.4.4", formula: "√(se(β since)² + se(β before)²)", value: ({ parts }) => changeOf(parts())?.error ?? null },
  tBetaChange: { symbol: null, meaning: "t-statistic of the change of beta at the split", unit: "ratio", section: "6.4.4", formula: "(β since − β before) / √(se(β since)² + se(β before)²)", value: ({ parts }) => divided(changeOf(parts())) },
  betaRollingLow: { symbol: null, meaning: "lowest beta over any 252 rows in a run", unit: "ratio", section: "6.4.4", formula: "min of the rolling β", value: ({ rollingBetas }) => rollingBetas()?.reduce((low, value) => Math.min(low, value), Infinity) ?? null },
  betaRollingHigh: { symbol: null, meaning: "highest beta over any 252 rows in a run", unit: "ratio", section: "6.4.4", formula: "max of the rolling β", value: ({ rollingBetas }) => rollingBetas()?.reduce((high, value) => Math.max(high, value), -Infinity) ?? null },
  betaResidual: { symbol: null, meaning: "beta of the hedged returns", unit: "ratio", section: "6.7.5", formula: "Cov(r − β·f, f) / Var(f) = 0", zeroByConstruction: true, value: ({ fit, hedgedReturns }) => covariance(hedgedReturns(), fit.rows.factors[0]) / fit.moments.factors[0].variance },
  seBeta: { symbol: "se(β)", meaning: "standard error of beta", unit: "ratio", section: "6.7.2", formula: "s / √Σ(f − mean(f))²", value: ({ fit }) => betaOf(fit).standardError },
  seBetaRobust: { symbol: null, meaning: "HC1 standard error of beta", unit: "ratio", section: "6.7.2", formula: "White's, × √(n/(n − 2))", value: ({ hc1 }) => firstError(hc1()) },
  seBetaHac: { symbol: null, meaning: "Newey–West standard error of beta", unit: "ratio", section: "6.7.2", formula: "Bartlett weights over the lags of lagsHac", value: ({ hac }) => firstError(hac()) },
  lagsHac: { symbol: null, meaning: "lags of the Newey–West errors", unit: "count", section: "6.7.2", formula: "⌊4(n/100)^(2/9)⌋", value: ({ hac }) => hac()?.inference.lags ?? null },
  tBeta: { symbol: "t(β)", meaning: "t-statistic of beta", unit: "ratio", section: "6.7.2", formula: "β / se(β)", value: ({ fit }) => betaOf(fit).tStat },
  pBeta: { symbol: "p(β)", meaning: "two-sided p-value of β = 0", unit: "probability", section: "6.7.2", formula: "P(|t| ≥ |t(β)|), n − 2 degrees of freedom", value: ({ fit }) => betaOf(fit).pValue },
  betaLow: { symbol: null, meaning: "lower end of the 95% interval of beta", unit: "ratio", section: "6.7.2", formula: "β − t(0.975, n − 2) · se(β)", value: ({ fit }) => betaOf(fit).interval[0] },
  betaHigh: { symbol: null, meaning: "upper end of the 95% interval of beta", unit: "ratio", section: "6.7.2", formula: "β + t(0.975, n − 2) · se(β)", value: ({ fit }) => betaOf(fit).interval[1] },
});

export const summaryFigures = defineFigures({
  rSquared: { symbol: "R²", meaning: "share of the variance that the regression explains", unit: "ratio", section: "6.4.5", formula: "1 − Σε² / Σ(r − mean(r))²", value: ({ fit }) => fit.rSquared },
  adjustedRSquared: { symbol: null, meaning: "R² adjusted for the number of factors", unit: "ratio", section: "6.7.2", formula: "1 − (1 − R²)(n − 1)/(n − 2)", value: ({ fit }) => fit.adjustedRSquared },
  n: { symbol: "n", meaning: "rows of the regression", unit: "count", section: "6.7.2", formula: "number of rows", value: ({ fit }) => fit.sample.observations },
  slopes: { symbol: null, meaning: "slopes of the regression", unit: "count", section: "6.7.2", formula: "number of factors", value: ({ fit }) => fit.betas.length },
  degreesOfFreedom: { symbol: null, meaning: "degrees of freedom of the residuals", unit: "count", section: "6.7.2", formula: "n − 2", value: ({ fit }) => fit.sample.observations - 2 },
  years: { symbol: null, meaning: "years of data", unit: "years", section: "6.7.2", formula: "n / 252", value: ({ fit }) => fit.sample.observations / periods(fit) },
  fStatistic: { symbol: "F", meaning: "F of the null that β = 0", unit: "ratio", section: "6.7.2", formula: "t(β)²", value: ({ fit }) => fit.fTest.statistic },
  pF: { symbol: null, meaning: "p-value of F", unit: "probability", section: "6.7.2", formula: "P(F(1, n − 2) ≥ F)", value: ({ fit }) => fit.fTest.pValue },
  durbinWatson: { symbol: null, meaning: "Durbin–Watson statistic of the residuals", unit: "ratio", section: "6.7.2", formula: "Σ(ε_t − ε_(t−1))² / Σε²", value: ({ fit }) => fit.diagnostics.durbinWatson },
  breuschPagan: { symbol: null, meaning: "Breusch–Pagan LM statistic", unit: "ratio", section: "6.7.2", formula: "n · R² of ε² on f", value: ({ fit }) => fit.diagnostics.breuschPagan.statistic },
  omnibus: { symbol: null, meaning: "omnibus statistic of the residuals' normality", unit: "ratio", section: "6.7.2", formula: "z(skewness)² + z(kurtosis)²", value: ({ fit }) => fit.diagnostics.omnibus.statistic },
  pOmnibus: { symbol: null, meaning: "p-value of the omnibus statistic", unit: "probability", section: "6.7.2", formula: "P(χ²(2) ≥ omnibus)", value: ({ fit }) => fit.diagnostics.omnibus.pValue },
  jarqueBera: { symbol: null, meaning: "Jarque–Bera statistic of the residuals", unit: "ratio", section: "6.7.2", formula: "n/6 · (skewness² + (kurtosis − 3)²/4)", value: ({ fit }) => fit.diagnostics.jarqueBera.statistic },
  pJarqueBera: { symbol: null, meaning: "p-value of the Jarque–Bera statistic", unit: "probability", section: "6.7.2", formula: "P(χ²(2) ≥ Jarque–Bera)", value: ({ fit }) => fit.diagnostics.jarqueBera.pValue },
  skew: { symbol: null, meaning: "skewness of the residuals", unit: "ratio", section: "6.7.2", formula: "mean(ε³) / mean(ε²)^(3/2)", value: ({ fit }) => fit.diagnostics.skew },
  kurtosis: { symbol: null, meaning: "kurtosis of the residuals, 3 for a normal", unit: "ratio", section: "6.7.2", formula: "mean(ε⁴) / mean(ε²)²", value: ({ fit }) => fit.diagnostics.kurtosis },
  logLikelihood: { symbol: null, meaning: "Gaussian log-likelihood at the estimates", unit: "ratio", section: "6.7.2", formula: "−n/2 · (ln 2π + ln(Σε²/n) + 1)", value: ({ fit }) => fit.logLikelihood },
  aic: { symbol: "AIC", meaning: "Akaike's information criterion", unit: "ratio", section: "6.7.2", formula: "−2 · log-likelihood + 2 · 2", value: ({ fit }) => fit.aic },
  bic: { symbol: "BIC", meaning: "Bayesian information criterion", unit: "ratio", section: "6.7.2", formula: "−2 · log-likelihood + 2 · ln n", value: ({ fit }) => fit.bic },
  conditionNumber: { symbol: null, meaning: "condition number of the matrix with columns 1 and f", unit: "ratio", section: "6.7.2", formula: "largest over smallest singular value", value: ({ fit }) => fit.diagnostics.conditionNumber },
});

/** The parts share no day, so their errors are independent. */
function changeOf(parts: ReturnType<EngineResults["parts"]>): { readonly beta: number; readonly error: number } | null {
  return parts && { beta: parts.since.beta - parts.before.beta, error: Math.hypot(parts.since.betaError, parts.before.betaError) };
}

const divided = (change: ReturnType<typeof changeOf>): number | null => change && change.beta / change.error;

const annual = (perPeriod: number | null, fit: FactorFit): number | null => perPeriod === null ? null : perPeriod * periods(fit);

const firstError = (fit: FactorFit | null): number | null => fit && betaOf(fit).standardError;
