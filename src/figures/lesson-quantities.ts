/**
 * The numbers a lesson's formula may name: "β² · Var(f) = {varFactorPart}" becomes a ticker's own.
 *
 * The list is closed and this is its only copy: `lessons.ts` refuses a template with any other name, and
 * whoever computes them (one-factor regression on daily rows, the chapter's conventions) fills every key.
 * Values are decimals; the unit tells the room of words how to write them, sign and symbol included, so a
 * template never carries "%" or "$" after a number of its own. `null` where a ticker has no such number.
 *
 * Conventions: a year is 252 days and a month 21; variances divide by n − 1, the regression's s² by n − 2;
 * classical standard errors unless the key says otherwise; dollar amounts are under the chapter's budget of
 * $1M a month (6.8.1) unless the key says otherwise.
 */
export const lessonQuantities = [
  { key: "alpha", unit: "return", meaning: "α a day" },
  { key: "alphaAnnual", unit: "return", meaning: "α × 252" },
  { key: "alphaCompounded", unit: "return", meaning: "(1 + α)²⁵² − 1" },
  { key: "beta", unit: "ratio", meaning: "β on the factor" },
  { key: "betaSquared", unit: "ratio", meaning: "β²" },
  { key: "betaAdjusted", unit: "ratio", meaning: "⅔ · β + ⅓" },
  { key: "betaReversed", unit: "ratio", meaning: "slope of the factor on the asset: the regression the wrong way round" },
  { key: "betaNoIntercept", unit: "ratio", meaning: "slope of the line forced through the origin" },
  { key: "betaUp", unit: "ratio", meaning: "β on the days when the factor was above zero" },
  { key: "betaDown", unit: "ratio", meaning: "β on the days when the factor was below zero" },
  { key: "betaMonthly", unit: "ratio", meaning: "β of monthly returns" },
  { key: "betaRollingLow", unit: "ratio", meaning: "lowest β over any 252 rows in a run" },
  { key: "betaRollingHigh", unit: "ratio", meaning: "highest β over any 252 rows in a run" },
  { key: "betaResidual", unit: "ratio", meaning: "β of the hedged returns r − β·f: 0 up to rounding" },

  { key: "rSquared", unit: "ratio", meaning: "R²" },
  { key: "adjustedRSquared", unit: "ratio", meaning: "1 − (1 − R²)(n − 1)/(n − 2)" },
  { key: "factorShare", unit: "share", meaning: "β² · Var(f) / Var(r)" },
  { key: "idiosyncraticShare", unit: "share", meaning: "Var(ε) / Var(r)" },
  { key: "correlation", unit: "ratio", meaning: "ρ of the asset and the factor" },
  { key: "correlationResidual", unit: "ratio", meaning: "ρ of r − β·f and the factor: 0 up to rounding" },

  { key: "meanAsset", unit: "return", meaning: "mean excess return a day" },
  { key: "meanFactor", unit: "return", meaning: "mean of the factor a day" },
  { key: "meanRiskFree", unit: "return", meaning: "mean risk-free rate a day, over the same rows" },
  { key: "meanAssetAnnual", unit: "return", meaning: "mean excess return × 252" },
  { key: "meanFactorAnnual", unit: "return", meaning: "mean of the factor × 252" },
  { key: "meanRiskFreeAnnual", unit: "return", meaning: "mean risk-free rate × 252" },
  { key: "meanHedgedAnnual", unit: "return", meaning: "mean of r − β·f, × 252: equals alphaAnnual" },
  { key: "factorPremiumAnnual", unit: "return", meaning: "β · mean of the factor × 252" },
  { key: "expectedReturnAnnual", unit: "return", meaning: "(mean risk-free rate + α + β · mean of the factor) × 252" },

  { key: "covariance", unit: "variance", meaning: "Cov(r, f), a day" },
  { key: "varAsset", unit: "variance", meaning: "Var(r), a day" },
  { key: "varFactor", unit: "variance", meaning: "Var(f), a day" },
  { key: "varFactorPart", unit: "variance", meaning: "β² · Var(f), a day" },
  { key: "varResidual", unit: "variance", meaning: "Var(ε), a day" },

  { key: "volAsset", unit: "return", meaning: "σ(r) a day" },
  { key: "volAssetMonthly", unit: "return", meaning: "σ(r) × √21" },
  { key: "volAssetAnnual", unit: "return", meaning: "σ(r) × √252" },
  { key: "volFactorAnnual", unit: "return", meaning: "σ(f) × √252" },
  { key: "volHedged", unit: "return", meaning: "σ(ε) a day" },
  { key: "volHedgedMonthly", unit: "return", meaning: "σ(ε) × √21" },
  { key: "volHedgedAnnual", unit: "return", meaning: "σ(ε) × √252" },
  { key: "trackingErrorBenchmark", unit: "return", meaning: "σ(r − f) × √252: tracking error in its other meaning" },

  { key: "sharpe", unit: "ratio", meaning: "mean excess return / σ(r), a year" },
  { key: "sharpeFactor", unit: "ratio", meaning: "mean of the factor / σ(f), a year" },
  { key: "sharpeHedged", unit: "ratio", meaning: "Sharpe ratio of r − β·f, a year" },
  { key: "appraisal", unit: "ratio", meaning: "α / σ(ε), a year" },
  { key: "informationRatio", unit: "ratio", meaning: "mean of r − f / σ(r − f), a year" },
  { key: "treynor", unit: "return", meaning: "mean excess return × 252 / β" },
  { key: "maxDrawdown", unit: "return", meaning: "deepest fall of compounded excess returns from a peak, below zero" },

  { key: "seAlpha", unit: "return", meaning: "standard error of α, a day" },
  { key: "seAlphaAnnual", unit: "return", meaning: "standard error of α × 252" },
  { key: "seAlphaRobust", unit: "return", meaning: "HC1 standard error of α, a day" },
  { key: "seBeta", unit: "ratio", meaning: "standard error of β" },
  { key: "seBetaRobust", unit: "ratio", meaning: "HC1 standard error of β" },
  { key: "seBetaHac", unit: "ratio", meaning: "Newey–West standard error of β" },
  { key: "lagsHac", unit: "count", meaning: "⌊4(n/100)^(2/9)⌋, the lags of the Newey–West errors" },
  { key: "tAlpha", unit: "ratio", meaning: "α / its standard error" },
  { key: "tBeta", unit: "ratio", meaning: "β / its standard error" },
  { key: "pAlpha", unit: "probability", meaning: "two-sided p-value of α = 0" },
  { key: "alphaAnnualLow", unit: "return", meaning: "lower end of the 95 % interval of α × 252" },
  { key: "alphaAnnualHigh", unit: "return", meaning: "upper end of the 95 % interval of α × 252" },
  { key: "betaLow", unit: "ratio", meaning: "lower end of the 95 % interval of β" },
  { key: "betaHigh", unit: "ratio", meaning: "upper end of the 95 % interval of β" },
  { key: "n", unit: "count", meaning: "rows of the regression" },
  { key: "degreesOfFreedom", unit: "count", meaning: "n − 2" },
  { key: "years", unit: "years", meaning: "n / 252" },
  { key: "yearsToTwo", unit: "years", meaning: "(2 / appraisal)²: years of such data until t(α) = 2" },

  { key: "fStatistic", unit: "ratio", meaning: "F of the null that β = 0" },
  { key: "durbinWatson", unit: "ratio", meaning: "Durbin–Watson statistic of the residuals" },
  { key: "breuschPagan", unit: "ratio", meaning: "Breusch–Pagan LM statistic" },
  { key: "jarqueBera", unit: "ratio", meaning: "Jarque–Bera statistic of the residuals" },
  { key: "skew", unit: "ratio", meaning: "skewness of the residuals" },
  { key: "kurtosis", unit: "ratio", meaning: "kurtosis of the residuals, 3 for a normal" },
  { key: "logLikelihood", unit: "ratio", meaning: "Gaussian log-likelihood at the estimates" },
  { key: "aic", unit: "ratio", meaning: "−2·log-likelihood + 2·2" },
  { key: "bic", unit: "ratio", meaning: "−2·log-likelihood + 2·ln n" },
  { key: "conditionNumber", unit: "ratio", meaning: "of the matrix with columns 1 and f" },

  { key: "budget", unit: "dollars", meaning: "the chapter's volatility budget: $1,000,000" },
  { key: "sizeUnhedged", unit: "dollars", meaning: "budget / volAssetMonthly" },
  { key: "sizeHedged", unit: "dollars", meaning: "budget / volHedgedMonthly" },
  { key: "sizeUnhedgedYear", unit: "dollars", meaning: "budget / volAssetAnnual: the same dollars meant a year" },
  { key: "sizeHedgedYear", unit: "dollars", meaning: "budget / volHedgedAnnual: the same dollars meant a year" },
  { key: "pnlTotal", unit: "dollars", meaning: "sizeUnhedged × (α + β · mean of the factor) × 252" },
  { key: "pnlRiskAdjusted", unit: "dollars", meaning: "sizeUnhedged × α × 252" },
  { key: "pnlHedged", unit: "dollars", meaning: "sizeHedged × α × 252" },
  { key: "hedgingGain", unit: "ratio", meaning: "1 / √(1 − R²) = sizeHedged / sizeUnhedged" },
  { key: "hedgeRatio", unit: "ratio", meaning: "dollars of the factor sold for a dollar held: β" },
  { key: "hedgeForFifth", unit: "ratio", meaning: "dollars of the factor to sell for a factor share of 20 %" },
] as const satisfies readonly LessonQuantityDefinition[];

export type LessonQuantity = (typeof lessonQuantities)[number]["key"];

/** The words a template may name besides numbers: the ids of the asset and its factor. */
export const lessonWords = ["asset", "factor"] as const;

export type LessonWord = (typeof lessonWords)[number];

interface LessonQuantityDefinition {
  readonly key: string;
  /**
   * return: decimal a stated period (0.01 = 1 %); share: decimal of a whole; ratio: plain number;
   * variance: decimal squared; probability, dollars, count and years as they say.
   */
  readonly unit: "return" | "share" | "ratio" | "variance" | "probability" | "dollars" | "count" | "years";
  readonly meaning: string;
}
