import { criticalValue, twoSidedProbability, type ReferenceDistribution } from "../engine/tail-probability.ts";
import type { ResidualPair } from "../engine/correlation-interval.ts";
import type { BetaComparison } from "../engine/compare-betas.ts";
import type { SeriesDescription } from "../engine/describe-series.ts";
import type { ExpectedReturn } from "../engine/expected-return.ts";
import type { Estimate, FactorFit } from "../engine/factor-fit.ts";
import type { Performance } from "../engine/performance.ts";
import type { PositionSize } from "../engine/position-size.ts";
import type { ResidualReport } from "../engine/residual-report.ts";
import type { VarianceDecomposition } from "../engine/variance-decomposition.ts";
import type { RollingRange } from "../engine/rolling-review.ts";
import { periodsPerYear } from "../engine/series.ts";
import { annualFactorOf, periodOf } from "../render/analysis-reply.ts";
import { asTyped, count, dollars, estimate, interval, number, percent, percentEstimate, pValue, share } from "../render/numbers.ts";
import type { Reply } from "../render/reply.ts";

/** What was asked of a reply, as the reader of questions found it. */
export interface AnswerFocus {
  readonly quantity: string;
  readonly level: number | null;
  readonly hypothesis: { readonly value: number | null; readonly side: "two" | "greater" | "less" } | null;
  readonly tTarget: number | null;
}

/** The results of an analysis that an answer can be made of; which are there depends on the command. */
interface Results {
  readonly fit?: FactorFit;
  readonly performance?: Performance;
  readonly comparison?: BetaComparison;
  readonly described?: SeriesDescription & { readonly residualPairs: readonly ResidualPair[] };
  readonly decompositions?: readonly VarianceDecomposition[];
  readonly size?: PositionSize;
  readonly expected?: ExpectedReturn;
  readonly residuals?: ResidualReport;
  readonly beta?: RollingRange;
}

/**
 * The answer to what was asked, in one sentence with its number and its uncertainty; null where the reply's own first
 * line is that already, or where nothing in its results is the answer. `robust` is the same regression with robust
 * errors: where it decides otherwise than the classical one, it decides.
 */
export function answerFirst(focus: AnswerFocus, { result }: Reply, robust: FactorFit | null): string | null {
  const results: Results = result;
  const { fit } = results;
  if (results.described) return describedAnswer(focus, results.described);
  if (results.comparison) return comparisonAnswer(focus, results.comparison);
  if (results.decompositions) return varianceAnswer(focus, results.decompositions);
  if (results.beta) return `The latest window's β is ${number(results.beta.latest.value)} (ends ${results.beta.latest.ends}); lowest ${number(results.beta.lowest.value)} (${results.beta.lowest.ends}), highest ${number(results.beta.highest.value)} (${results.beta.highest.ends}).`;
  if (!fit) return null;
  if (results.size) return sizeAnswer(focus, results.size, fit);
  if (results.performance) return performanceAnswer(focus, results.performance, fit);
  if (results.expected) return `${fit.asset}'s expected return is ${percent(results.expected.total.annual)} a year (${annualFactorOf(fit.sample)}), by the sample's averages.`;
  return fitAnswer(focus, fit, robust, results.residuals);
}

/** One regression: its coefficients, their tests, and the figures of its table. */
function fitAnswer(focus: AnswerFocus, fit: FactorFit, robust: FactorFit | null, report: ResidualReport | undefined): string | null {
  const { quantity, hypothesis } = focus;
  const { diagnostics } = fit;
  if (/alpha/u.test(quantity)) return coefficientAnswer(focus, "α", quantity === "alpha-annual" || isAnnualValue(hypothesis?.value) ? fit.alphaAnnual : fit.alpha, fit, robust);
  if (/beta$/u.test(quantity) && quantity !== "up-down-beta") return coefficientAnswer(focus, "β", fit.betas[0], fit, robust);
  switch (quantity) {
    case "loading":
      return fit.betas.length > 1
        ? `Loadings of ${fit.asset}: ${fit.betas.map((beta) => `${beta.term} ${estimate(beta.value, beta.standardError)} (t = ${number(beta.tStat, 3)})`).join(", ")}.`
        : coefficientAnswer(focus, "β", fit.betas[0], fit, robust);
    case "r-squared":
      return `R² = ${number(fit.rSquared, 3)}: ${share(fit.rSquared)} of ${fit.asset}'s variance is factor risk.`;
    case "adjusted-r-squared":
      return `Adjusted R² = ${number(fit.adjustedRSquared, 4)} (R² ${number(fit.rSquared, 4)}).`;
    case "f-statistic":
      return `F = ${number(fit.fTest.statistic)}, ${pValue(fit.fTest.pValue)}: ${fit.fTest.pValue < 0.05 ? "some β differs from zero" : "the data do not show that any β differs from zero"}.`;
    case "correlation":
      return fit.betas.length > 1 ? null : `The correlation of ${fit.asset} with ${fit.factors[0]} is ${number(Math.sign(fit.betas[0].value) * Math.sqrt(fit.rSquared), 4)} (its square is R² = ${number(fit.rSquared, 3)}).`;
    case "durbin-watson":
      return `Durbin–Watson = ${number(diagnostics.durbinWatson)}: ${Math.abs(diagnostics.durbinWatson - 2) < 0.2 ? "near 2, so neighbouring residuals are hardly correlated" : diagnostics.durbinWatson < 2 ? "below 2, so neighbouring residuals go together" : "above 2, so neighbouring residuals go against each other"}.`;
    case "autocorrelation":
      return report ? `Neighbouring residuals correlate by ${number(report.autocorrelation, 3)}: ${Math.abs(report.autocorrelation) * Math.sqrt(fit.sample.observations) > 2 ? "more than chance gives" : "no more than chance gives"}, n = ${count(fit.sample.observations)}.` : `Durbin–Watson = ${number(diagnostics.durbinWatson)}, which is 2·(1 − autocorrelation).`;
    case "normality":
      return `${diagnostics.jarqueBera.pValue < 0.05 ? "No" : "Not ruled out"}: Jarque–Bera = ${number(diagnostics.jarqueBera.statistic)}, ${pValue(diagnostics.jarqueBera.pValue)}; ${diagnostics.jarqueBera.pValue < 0.05 ? "the residuals are not normal" : "these rows don't speak against normal residuals"} (skew ${number(diagnostics.skew, 3)}, kurtosis ${number(diagnostics.kurtosis, 3)}).`;
    case "skewness":
      return `The residuals' skew is ${number(diagnostics.skew, 3)} (0 for a normal).`;
    case "kurtosis":
      return `The residuals' kurtosis is ${number(diagnostics.kurtosis, 4)} (3 for a normal).`;
    case "residual-volatility":
    case "tracking-error":
      return `σ(ε) = ${percent(Math.sqrt(fit.moments.residualVariance))} per ${periodOf(fit.sample)}, ${percent(Math.sqrt(fit.moments.residualVariance) * annualRoot(fit))} a year.`;
    case "observations":
      return `n = ${count(fit.sample.observations)} ${fit.sample.frequency} rows, ${fit.sample.first} to ${fit.sample.last}.`;
    default:
      return null;
  }
}

const annualRoot = ({ sample }: FactorFit): number => Math.sqrt(periodsPerYear[sample.frequency]);

/** A hypothesis of 5% or more is about a year's α: no day has that. */
const isAnnualValue = (value: number | null | undefined): boolean => value !== null && value !== undefined && Math.abs(value) >= 0.01;

const referenceOf = ({ inference }: FactorFit): ReferenceDistribution =>
  inference.distribution === "t" ? { distribution: "t", degreesOfFreedom: inference.degreesOfFreedom } : { distribution: "normal" };

/** α or a β: its value and interval, and where a hypothesis was stated, the verdict of its test first. */
function coefficientAnswer({ quantity, level, hypothesis }: AnswerFocus, symbol: "α" | "β", term: Estimate, fit: FactorFit, robust: FactorFit | null): string {
  const reference = referenceOf(fit);
  const confidence = level ?? 0.95;
  const half = criticalValue(confidence, reference) * term.standardError;
  const isAlpha = symbol === "α";
  const isAnnual = term === fit.alphaAnnual;
  const written = (value: number): string => (isAlpha ? percentEstimate(value, term.standardError) : estimate(value, term.standardError));
  const unit = isAlpha ? (isAnnual ? ` a year (${annualFactorOf(fit.sample)})` : ` per ${periodOf(fit.sample)}`) : "";
  const name = `${fit.asset}'s ${symbol}${isAlpha || fit.factors.length === 1 ? "" : ` on ${term.term}`}`;
  const bounds = `${String(Math.round(confidence * 1000) / 10)}% interval ${interval([term.value - half, term.value + half], term.standardError, isAlpha ? "%" : "")}`;
  const facts = `${symbol} = ${written(term.value)}${unit}, ${bounds}`;
  if (hypothesis !== null && hypothesis.value !== null) return verdict({ name, symbol, facts, term, null: hypothesis.value, side: hypothesis.side, level: confidence, fit, robust, isAnnual });
  if (/^t-/u.test(quantity)) return `t(${symbol}) = ${number(term.tStat, 4)}, ${pValue(term.pValue)}: ${facts}.`;
  if (/^p-/u.test(quantity)) return `${pValue(term.pValue)} for ${name} = 0 (t = ${number(term.tStat, 4)}): ${facts}.`;
  if (/^se-/u.test(quantity)) return `The standard error of ${name} is ${isAlpha ? percent(term.standardError, 3) : number(term.standardError, 3)}${unit}: ${facts}.`;
  return `${name}: ${facts}.`;
}

interface Verdict {
  readonly name: string;
  readonly symbol: string;
  readonly facts: string;
  readonly term: Estimate;
  readonly null: number;
  readonly side: "two" | "greater" | "less";
  readonly level: number;
  readonly fit: FactorFit;
  readonly robust: FactorFit | null;
  readonly isAnnual: boolean;
}

/** "Yes: α differs from 0 …": by the robust errors where there are any, with the classical test beside it where it says otherwise. */
function verdict({ name, facts, term, null: against, side, level, fit, robust, isAnnual }: Verdict): string {
  const robustTerm = robust === null ? null : term.term === "alpha" ? (isAnnual ? robust.alphaAnnual : robust.alpha) : (robust.betas.find((beta) => beta.term === term.term) ?? null);
  const own = testAgainst(term, against, side, fit);
  const decided = robustTerm === null || robust === null ? own : testAgainst(robustTerm, against, side, robust);
  const isRejected = decided.p < 1 - level;
  const wanted = side === "two" ? "differs from" : side === "greater" ? "is above" : "is below";
  const value = term.term === "alpha" ? percent(against) : asTyped(against);
  const answer = isRejected ? `Yes: ${name} ${wanted} ${value}` : `No: these rows don't show that ${name} ${wanted} ${value}`;
  const tests = robustTerm === null ? `t = ${number(own.t, 4)}, ${pValue(own.p)}` : `t = ${number(decided.t, 4)}, ${pValue(decided.p)} with robust errors (classical t = ${number(own.t, 4)}, ${pValue(own.p)})`;
  return `${answer}. ${facts}; ${tests}${side === "two" ? "" : ", one-sided"}${level === 0.95 ? "" : `, at ${String(Math.round((1 - level) * 1000) / 10)}%`}.`;
}

/** Of the null that the coefficient is `against`; the side is the alternative. */
export function testAgainst(term: Estimate, against: number, side: "two" | "greater" | "less", fit: FactorFit): { readonly t: number; readonly p: number } {
  const t = term.standardError === 0 ? (term.value === against ? 0 : Math.sign(term.value - against) * Infinity) : (term.value - against) / term.standardError;
  const both = twoSidedProbability(t, referenceOf(fit));
  if (side === "two") return { t, p: both };
  const isOnSide = side === "greater" ? t > 0 : t < 0;
  return { t, p: isOnSide ? both / 2 : 1 - both / 2 };
}

function comparisonAnswer({ quantity, hypothesis }: AnswerFocus, comparison: BetaComparison): string | null {
  const { fits, gap } = comparison;
  if (quantity === "r-squared") return `R²: ${[...fits].sort((one, other) => other.rSquared - one.rSquared).map((fit) => `${fit.asset} ${number(fit.rSquared, 3)}`).join(", ")}.`;
  if (gap === null || hypothesis === null || fits.length > 2) return null;
  const { beta } = gap;
  const isDifferent = beta.interval[0] > 0 || beta.interval[1] < 0;
  const words = `${gap.high}'s β is ${estimate(beta.value, beta.standardError)} above ${gap.low}'s, 95% interval ${interval(beta.interval, beta.standardError)}, t = ${number(beta.tStat, 4)}, ${pValue(beta.pValue)}`;
  return isDifferent ? `They differ: ${words}.` : `The data do not show a difference: ${words}.`;
}

function varianceAnswer({ quantity }: AnswerFocus, decompositions: readonly VarianceDecomposition[]): string | null {
  const isOwn = quantity === "idiosyncratic-share";
  const [only, ...others] = decompositions;
  if (!only || others.length > 0 || (quantity !== "factor-share" && !isOwn)) return null;
  return isOwn ? `${share(only.idiosyncraticShare)} of ${only.asset}'s variance is its own (1 − R²).` : `${share(only.factorShare)} of ${only.asset}'s variance is factor risk (R²).`;
}

function sizeAnswer({ quantity }: AnswerFocus, { asset, budget, unhedged, hedged }: PositionSize, fit: FactorFit): string | null {
  if (quantity === "expected-pnl") return `Expected P&L a year (${annualFactorOf(fit.sample)}): ${dollars(unhedged.expectedProfit)} total and ${dollars(unhedged.riskAdjustedProfit)} risk-adjusted unhedged; ${dollars(hedged.riskAdjustedProfit)} hedged.`;
  return `${dollars(unhedged.dollars)} of ${asset} unhedged, ${dollars(hedged.dollars)} hedged, for ${dollars(budget.dollars)} a ${budget.horizon}.`;
}

function performanceAnswer({ quantity, tTarget }: AnswerFocus, performance: Performance, fit: FactorFit): string | null {
  const { asset } = performance;
  switch (quantity) {
    case "sharpe":
      return null;
    case "hedged-sharpe":
      return `Hedged, ${asset}'s Sharpe ratio is ${number(performance.hedgedSharpe)} a year; unhedged ${number(performance.sharpe)}.`;
    case "appraisal":
      return `${asset}'s appraisal ratio is ${number(performance.appraisalRatio)} a year: α ${percentEstimate(fit.alphaAnnual.value, fit.alphaAnnual.standardError)} over σ(ε) ${percent(performance.residualTrackingError)}.`;
    case "information-ratio":
      return performance.informationRatio === null ? null : `${asset}'s information ratio against β = 1 is ${number(performance.informationRatio)} a year; with the hedge's β it is the appraisal ratio, ${number(performance.appraisalRatio)}.`;
    case "treynor":
      return performance.treynor === null ? null : `${asset}'s Treynor ratio is ${percent(performance.treynor)} a year per unit of β.`;
    case "drawdown": {
      const { depth, peak, trough, recovered } = performance.maximumDrawdown;
      return `${asset}'s largest drawdown is ${share(depth)}, ${peak} to ${trough}, ${recovered === null ? "not recovered since" : `recovered ${recovered}`}.`;
    }
    case "years-needed": {
      const target = tTarget ?? 2;
      const years = performance.yearsToSignificance * (target / 2) ** 2;
      return Number.isFinite(years) && fit.alpha.value > 0 ? `An α of this size and risk needs ${number(years, 3)} years for t(α) = ${number(target)}.` : `These rows' α is not above zero, so no number of years makes it significantly positive.`;
    }
    case "up-down-beta":
      return performance.upBeta === null || performance.downBeta === null
        ? null
        : `β is ${estimate(performance.upBeta.beta, performance.upBeta.standardError)} (s.e. ${number(performance.upBeta.standardError, 2)}) when ${performance.benchmark} rose and ${estimate(performance.downBeta.beta, performance.downBeta.standardError)} (s.e. ${number(performance.downBeta.standardError, 2)}) when it fell.`;
    case "residual-volatility":
    case "tracking-error":
      return `σ(ε), ${asset}'s hedged volatility and the course's tracking error, is ${percent(performance.residualTrackingError)} a year.`;
    case "mean-return":
      return `${asset}'s mean excess return is ${percent(performance.meanAnnual)} a year.`;
    case "volatility":
      return `${asset}'s volatility is ${percent(performance.volatilityAnnual)} a year.`;
    default:
      return null;
  }
}

function describedAnswer({ quantity, hypothesis, level }: AnswerFocus, { series, pairs, residualPairs, sample }: NonNullable<Results["described"]>): string | null {
  const [only, ...others] = series;
  if (!only) return null;
  const each = (value: (one: (typeof series)[number]) => string): string => series.map((one) => `${one.id} ${value(one)}`).join(", ");
  switch (quantity) {
    case "residual-correlation":
      return residualPairs.length === 0 ? null : `Correlation of the residuals: ${residualPairs.map(({ ids, correlation, jointPValue }) => `${ids.join(" and ")} ${number(correlation, 3)} (${jointPValue < 0.05 ? "more" : "no more"} than chance gives)`).join(", ")}.`;
    case "correlation":
      return pairs.length === 0 ? null : `Correlation: ${pairs.map(({ ids, correlation, interval: bounds }) => `${ids.join(" and ")} ${number(correlation, 3)}${bounds ? ` (95% interval ${interval(bounds, (bounds[1] - bounds[0]) / 6)})` : ""}`).join(", ")}.`;
    case "covariance":
      return pairs.length === 0 ? null : `Covariance per ${periodOf(sample)}: ${pairs.map(({ ids, covariance, covarianceAnnual }) => `${ids.join(" and ")} ${number(covariance, 4)} (a year ${number(covarianceAnnual, 4)})`).join(", ")}.`;
    case "volatility":
      return `Volatility a year: ${each(({ volatilityAnnual, volatility }) => volatilityAnnual === null ? `none, neighbouring rows go together (standard deviation ${percent(volatility)} per ${periodOf(sample)})` : `${percent(volatilityAnnual)} (${percent(volatility)} per ${periodOf(sample)})`)}.`;
    case "mean-return": {
      if (hypothesis?.value === 0 && others.length === 0 && only.standardErrorOfMean !== null) {
        const t = only.mean / only.standardErrorOfMean;
        const p = twoSidedProbability(t, { distribution: "t", degreesOfFreedom: sample.observations - 1 });
        return `${p < 1 - (level ?? 0.95) ? `Yes: ${only.id}'s mean differs from zero` : `No: these rows don't show that ${only.id}'s mean differs from zero`}: ${percent(only.meanAnnual)} a year, t = ${number(t, 3)}, ${pValue(p)}.`;
      }
      return `Mean a year (${annualFactorOf({ ...sample })}): ${each(({ meanAnnual, mean }) => `${percent(meanAnnual)} (${percent(mean)} per ${periodOf(sample)})`)}.`;
    }
    case "sharpe":
      return `Sharpe ratio a year: ${each(({ sharpe }) => (sharpe === null ? "none, it is a level and no return" : number(sharpe)))}.`;
    case "drawdown":
      return `Largest drawdown: ${each(({ maximumDrawdown }) => share(maximumDrawdown.depth))}.`;
    case "skewness":
      return `Skew: ${each(({ skew }) => number(skew, 3))} (0 for a normal).`;
    case "kurtosis":
      return `Kurtosis: ${each(({ kurtosis }) => number(kurtosis, 4))} (3 for a normal).`;
    default:
      return null;
  }
}
