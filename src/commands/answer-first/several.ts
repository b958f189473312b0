import type { Focus } from "../../asking/understanding.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { estimate as statedEstimate } from "../../engine/estimate.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { criticalValue } from "../../engine/tail-probability.ts";
import { annualFactorOf, periodOf } from "../../render/analysis-reply.ts";
import type { FiguresOf } from "../../render/analysis-figures.ts";
import { estimate, interval, number, percent, percentEstimate, pValue, share } from "../../render/numbers.ts";
import { isSignificant } from "../../render/robust.ts";
import { annualMean, meanAnswer } from "./estimates.ts";
import { annualRoot, fitAnswer } from "./one-regression.ts";

interface Ranked {
  readonly id: string;
  readonly value: number;
  readonly words: string;
}

/** "Highest: JPM 1.395; then MSFT 1.2, WMT 0.674": the winner first, where one is asked for. */
function listed(name: string, all: readonly Ranked[], { extreme }: Focus): string | null {
  if (all.length === 0) return null;
  if (extreme === null || all.length === 1) return `${name}: ${all.map(({ id, words }) => `${id} ${words}`).join(", ")}.`;
  const [first, ...others] = [...all].sort((one, other) => (extreme === "highest" ? other.value - one.value : one.value - other.value));
  return first ? `${first.id} has the ${extreme} ${uncapitalized(name)}, ${first.words}; then ${others.map(({ id, words }) => `${id} ${words}`).join(", ")}.` : null;
}

const uncapitalized = (name: string): string => (/^[A-Z][a-z]/u.test(name) && !/^(?:Sharpe)/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name);

/** What can be ranked of several regressions on the same rows. */
function fitsAnswer(focus: Focus, fits: readonly FactorFit[]): string | null {
  const all = (name: string, valueOf: (fit: FactorFit) => number, words: (fit: FactorFit) => string): string | null =>
    listed(name, fits.map((fit) => ({ id: fit.asset, value: valueOf(fit), words: words(fit) })), focus);
  const residual = (fit: FactorFit): number => Math.sqrt(fit.moments.residualVariance) * annualRoot(fit);
  switch (focus.quantity) {
    case "beta":
    case "ci-beta":
      return all("β", ({ betas }) => betas[0].value, ({ betas: [beta] }) => `${estimate(beta.value, beta.standardError)} (${interval(beta.interval, beta.standardError)})`);
    case "t-beta":
      return all("t(β)", ({ betas }) => betas[0].tStat, ({ betas }) => number(betas[0].tStat, 4));
    case "p-beta":
      return all("p of β", ({ betas }) => betas[0].pValue, ({ betas }) => pValue(betas[0].pValue));
    case "se-beta":
      return all("Standard error of β", ({ betas }) => betas[0].standardError, ({ betas }) => number(betas[0].standardError, 3));
    case "alpha":
    case "alpha-annual":
    case "ci-alpha":
      return all("α a year", (fit) => fit.alphaAnnual.value, ({ alphaAnnual: each }) => `${percentEstimate(each.value, each.standardError)} (${interval(each.interval, each.standardError, "%")})`);
    case "t-alpha":
      return all("t(α)", ({ alpha }) => alpha.tStat, ({ alpha }) => number(alpha.tStat, 4));
    case "p-alpha":
      return all("p of α", ({ alpha }) => alpha.pValue, ({ alpha }) => pValue(alpha.pValue));
    case "se-alpha":
      return all("Standard error of α a year", (fit) => fit.alphaAnnual.standardError, (fit) => percent(fit.alphaAnnual.standardError, 3));
    case "r-squared":
    case "factor-share":
      return all("R²", ({ rSquared }) => rSquared, ({ rSquared }) => number(rSquared, 3));
    case "idiosyncratic-share":
      return all("Idiosyncratic share", ({ rSquared }) => 1 - rSquared, ({ rSquared }) => share(1 - rSquared));
    case "residual-volatility":
    case "tracking-error":
      return all("Idiosyncratic volatility a year", residual, (fit) => percent(residual(fit)));
    case "appraisal":
    case "hedged-sharpe":
      return all("Appraisal ratio a year", (fit) => fit.alphaAnnual.value / residual(fit), (fit) => number(fit.alphaAnnual.value / residual(fit), 3));
    default:
      return null;
  }
}

export function compareAnswer(focus: Focus, { comparison: { fits, gap } }: FiguresOf<"compare">): string | null {
  if (gap === null || focus.hypothesis === null || fits.length > 2 || focus.quantity === "r-squared") return fitsAnswer(focus, fits);
  const { beta, deciding } = gap;
  const beside = isSignificant(beta) === isSignificant(deciding) ? "" : `, but ${pValue(deciding.pValue)} with the robust errors that decide`;
  const words = `${gap.high}'s β is ${estimate(beta.value, beta.standardError)} above ${gap.low}'s, 95% interval ${interval(beta.interval, beta.standardError)}, t = ${number(beta.tStat, 4)}, ${pValue(beta.pValue)}${beside}`;
  return isSignificant(deciding) ? `They differ: ${words}.` : `The data do not show a difference: ${words}.`;
}

export function alphasAnswer(focus: Focus, { fits, deciding }: FiguresOf<"alphas">): string | null {
  const [only, ...others] = fits;
  return only && others.length === 0 ? fitAnswer(focus, { fit: only, deciding: deciding[0] ?? only }) : fitsAnswer(focus, fits);
}

export function varianceAnswer(focus: Focus, { decompositions }: FiguresOf<"variance">): string | null {
  const isOwn = focus.quantity === "idiosyncratic-share";
  const [only, ...others] = decompositions;
  if (!only) return null;
  if (focus.quantity === "variance" && others.length === 0) {
    return `Var(${only.asset}) = ${number(only.totalVariance, 4)} per ${periodOf(only.sample)}: ${number(only.factorVariance, 4)} from the factor (${share(only.factorShare)}) and ${number(only.idiosyncraticVariance, 4)} its own (${share(only.idiosyncraticShare)}).`;
  }
  if (!isOwn && !/^(?:factor-share|r-squared|variance)$/u.test(focus.quantity)) return null;
  if (others.length === 0) return isOwn ? `${share(only.idiosyncraticShare)} of ${only.asset}'s variance is its own (1 − R²).` : `${share(only.factorShare)} of ${only.asset}'s variance is factor risk (R²).`;
  return listed(isOwn ? "Idiosyncratic share" : "Factor share", decompositions.map(({ asset, factorShare, idiosyncraticShare }) => ({ id: asset, value: isOwn ? idiosyncraticShare : factorShare, words: share(isOwn ? idiosyncraticShare : factorShare) })), focus);
}

export function rollingAnswer({ quantity, extreme }: Focus, { review }: FiguresOf<"rolling">): string {
  const isAlpha = /alpha/u.test(quantity);
  const { latest, lowest, highest } = isAlpha ? review.alphaAnnual.range : review.beta.range;
  const written = (value: number): string => (isAlpha ? percent(value, 3) : number(value));
  const name = isAlpha ? "α a year" : "β";
  const rows = `${String(review.rolling.window)} rows`;
  if (extreme !== null) {
    const [most, least] = extreme === "highest" ? [highest, lowest] : [lowest, highest];
    return `${most.ends.slice(0, 4)}: ${name} was ${extreme}, ${written(most.value)}, over the ${rows} to ${most.ends}; ${extreme === "highest" ? "lowest" : "highest"} ${written(least.value)} (to ${least.ends}).`;
  }
  return `The latest window's ${name} is ${written(latest.value)} (ends ${latest.ends}); lowest ${written(lowest.value)} (${lowest.ends}), highest ${written(highest.value)} (${highest.ends}).`;
}

export const frequencyAnswer = (_focus: Focus, { figures }: FiguresOf<"frequency">): string =>
  `β: ${figures.map(({ frequency, beta }) => `${frequency} ${estimate(beta.value, beta.standardError)} (${interval(beta.interval, beta.standardError)})`).join(", ")}.`;

export function describedAnswer(focus: Focus, { series, pairs, residualPairs, sample, fits }: FiguresOf<"describe">): string | null {
  const { quantity, hypothesis } = focus;
  const [only, ...others] = series;
  if (!only) return null;
  type Moments = typeof only;
  const each = (name: string, valueOf: (one: Moments) => number, words: (one: Moments) => string): string | null => listed(name, series.map((one) => ({ id: one.id, value: valueOf(one), words: words(one) })), focus);
  switch (quantity) {
    case "residual-correlation":
      return residualPairs.length === 0 ? null : `Correlation of the residuals: ${residualPairs.map(({ ids, correlation, jointPValue }) => `${ids.join(" and ")} ${number(correlation, 3)} (${jointPValue < 0.05 ? "more" : "no more"} than chance gives)`).join(", ")}.`;
    case "correlation":
      return pairs.length === 0 ? null : `Correlation: ${pairs.map(({ ids, correlation, interval: bounds }) => `${ids.join(" and ")} ${number(correlation, 3)}${bounds ? ` (95% interval ${interval(bounds, (bounds[1] - bounds[0]) / 6)})` : ""}`).join(", ")}.`;
    case "covariance":
      return pairs.length === 0 ? null : `Covariance per ${periodOf(sample)}: ${pairs.map(({ ids, covariance, covarianceAnnual }) => `${ids.join(" and ")} ${number(covariance, 4)} (a year ${number(covarianceAnnual, 4)})`).join(", ")}.`;
    case "variance":
      return each(`Variance per ${periodOf(sample)}`, ({ volatility }) => volatility ** 2, ({ volatility }) => number(volatility ** 2, 4));
    case "volatility":
      return each("Volatility a year", ({ volatilityAnnual, volatility }) => volatilityAnnual ?? volatility, ({ volatilityAnnual, volatility }) => volatilityAnnual === null ? `none, neighbouring rows go together (standard deviation ${percent(volatility)} per ${periodOf(sample)})` : `${percent(volatilityAnnual)} (${percent(volatility)} per ${periodOf(sample)})`);
    case "mean-return": {
      if (hypothesis !== null && hypothesis.value !== null && others.length === 0 && only.standardErrorOfMean !== null) {
        // Errors that allow for rows that go together, as beside every mean; a series with no market to be fitted on has its own.
        const fit = fits.find(({ asset }) => asset === only.id);
        const robust = fit ? annualMean(fit) : null;
        if (robust) return meanAnswer(`${only.id}'s mean`, only.meanAnnual, robust, focus);
        const reference = { distribution: "t", degreesOfFreedom: sample.observations - 1 } as const;
        const mean = statedEstimate("mean", only.meanAnnual, only.standardErrorOfMean * periodsPerYear[sample.frequency], reference, criticalValue(0.95, reference));
        return meanAnswer(`${only.id}'s mean`, only.meanAnnual, { ...mean, reference }, focus);
      }
      return each(`Mean a year (${annualFactorOf({ ...sample })})`, ({ meanAnnual }) => meanAnnual, ({ meanAnnual, mean }) => `${percent(meanAnnual)} (${percent(mean)} per ${periodOf(sample)})`);
    }
    case "sharpe":
      return each("Sharpe ratio a year", ({ sharpe }) => sharpe ?? -Infinity, ({ sharpe }) => (sharpe === null ? "none, it is a level and no return" : number(sharpe)));
    case "drawdown":
      return each("Largest drawdown", ({ maximumDrawdown }) => maximumDrawdown.depth, ({ maximumDrawdown }) => share(maximumDrawdown.depth));
    case "skewness":
      return each("Skew (0 for a normal)", ({ skew }) => skew, ({ skew }) => number(skew, 3));
    case "kurtosis":
      return each("Kurtosis (3 for a normal)", ({ kurtosis }) => kurtosis, ({ kurtosis }) => number(kurtosis, 4));
    default:
      return fitsAnswer(focus, fits);
  }
}
