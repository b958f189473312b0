import type { AtLeastOne } from "./at-least-one.ts";
import type { DaySpan, Frequency } from "./series.ts";

/** One estimated number with its uncertainty. Units: those of the term (α: decimal per period; β: none). */
export interface Estimate {
  /** "alpha", or the factor's id. */
  readonly term: string;
  readonly value: number;
  readonly standardError: number;
  readonly tStat: number;
  /** Two-sided, of the null that the value is 0. */
  readonly pValue: number;
  readonly interval: readonly [low: number, high: number];
}

/** A test statistic carries its null, its distribution and its degrees of freedom. */
export interface TestResult {
  readonly name: string;
  readonly null: string;
  readonly statistic: number;
  readonly distribution: "t" | "normal" | "F" | "chi-squared";
  readonly degreesOfFreedom: readonly number[];
  readonly pValue: number;
}

/** The rows an estimate was made from. */
export interface Sample {
  /** ISO dates of the first and last row used. */
  readonly first: string;
  readonly last: string;
  readonly observations: number;
  readonly frequency: Frequency;
  /** Spans of days that were left out because they were to be; none where the field is absent. */
  readonly without?: readonly DaySpan[];
  /** Series with fewer rows than the asset in the requested window, and how many rows each cost. */
  readonly shortenedBy: readonly { readonly series: string; readonly rows: number }[];
}

/** How the standard errors were computed, and the distribution of the t statistics. */
export interface Inference {
  readonly covariance: "classical" | "hc1" | "hac";
  /** Bartlett lags; 0 unless the covariance is hac. */
  readonly lags: number;
  /** The lags were chosen by the data (automatic-lags.ts); left out where the number was given, or is the usual one. */
  readonly automaticLags?: true;
  /** Lags are counted within runs of rows that follow each other, as rows are missing between them; left out where none are, or no lags are counted. */
  readonly hasGaps?: true;
  /** "n/(n-k)" or "none": the factor the robust covariance was multiplied by; "few-rows": those of deciding-fit.ts, HC3 at 0 lags. */
  readonly smallSample: "none" | "n/(n-k)" | "few-rows";
  readonly distribution: "t" | "normal";
  /** Of the t distribution; Infinity for the normal. */
  readonly degreesOfFreedom: number;
  /** Of the intervals: 0.95. */
  readonly level: number;
}

export interface FactorFit {
  readonly asset: string;
  readonly factors: AtLeastOne<string>;
  /** Decimal per period of the sample's frequency. */
  readonly alpha: Estimate;
  /** alpha × periods per year (252 or 12), its standard error and interval scaled alike. */
  readonly alphaAnnual: Estimate;
  readonly betas: AtLeastOne<Estimate>;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** Of the null that every beta is 0. Classical covariance unless the inference is robust (then a Wald F). */
  readonly fTest: TestResult;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Of the residuals. */
  readonly diagnostics: Diagnostics;
  readonly moments: Moments;
  readonly sample: Sample;
  readonly inference: Inference;
  /**
   * The asset is a combination of the factors up to rounding, as SPY is of itself. Standard errors are
   * then 0, t is infinite (0 for a value of 0), the tests of the residuals have statistic 0 and
   * p-value 1, and skew, kurtosis and Durbin–Watson are 0.
   */
  readonly exact: boolean;
  readonly rows: FitRows;
}

interface Diagnostics {
  readonly omnibus: TestResult;
  readonly jarqueBera: TestResult;
  readonly durbinWatson: number;
  readonly breuschPagan: TestResult;
  /** Population moments, as statsmodels prints them; kurtosis is not excess (3 for a normal). */
  readonly skew: number;
  readonly kurtosis: number;
  /** Of the design matrix with its constant column (2-norm). */
  readonly conditionNumber: number;
}

/** Sample moments (n − 1), decimal per period. Factors in the order of `factors`. */
interface Moments {
  readonly asset: { readonly mean: number; readonly variance: number };
  readonly factors: AtLeastOne<{ readonly factor: string; readonly mean: number; readonly variance: number }>;
  /** Sample variance (n − 1) of the residuals: the chapter's var_e = resid.var(). */
  readonly residualVariance: number;
  /** Square root of SSR/(n − k): the regression's s. */
  readonly residualStandardError: number;
}

/** The aligned rows behind the fit, for charts and further steps; one entry per row. */
export interface FitRows {
  readonly days: Int32Array;
  readonly asset: Float64Array;
  /** One column per factor, in the order of `factors`. */
  readonly factors: AtLeastOne<Float64Array>;
  readonly residuals: Float64Array;
}
