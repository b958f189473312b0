import type { Hypothesis } from "../../asking/find-conditions.ts";
import type { Focus } from "../../asking/understanding.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import type { BetaGap } from "../../engine/compare-betas.ts";
import type { GrsTest } from "../../engine/grs-test.ts";
import type { JointAlphaTest } from "../../engine/robust-joint-alpha.ts";
import { hangingPs } from "../../render/replies/joint-alpha-words.ts";
import { annualFactorOf, periodOf } from "../../render/analysis-reply.ts";
import type { FiguresOf } from "../../render/analysis-figures.ts";
import { count, estimate, interval, number, percent, percentEstimate, pValue, share } from "../../render/numbers.ts";
import { meanAnswer, verdictWords, yearly } from "./estimates.ts";
import { annualRoot, fitAnswer } from "./one-regression.ts";

interface Ranked {
  readonly id: string;
  readonly value: number;
  readonly words: string;
  /** 95%; left out where the value has none here. */
  readonly interval?: readonly [low: number, high: number];
}

/** "Highest: JPM 1.395; then MSFT 1.2, WMT 0.674": the winner first, where one is asked for. */
function listed(name: string, all: readonly Ranked[], { extreme, hypothesis, isAmongUsual }: Focus): string | null {
  if (all.length === 0) return null;
  const untested = all.length > 1 && hypothesis?.value === null ? " Whether they differ by more than chance is not tested here." : "";
  if (extreme === null || all.length === 1) return `${name}: ${all.map(({ id, words }) => `${id} ${words}`).join(", ")}.${untested}`;
  const [first, ...others] = [...all].sort((one, other) => (extreme === "highest" ? other.value - one.value : one.value - other.value));
  const ids = all.map(({ id }) => id);
  // Of a stock that nobody named, the one that has most of all that are loaded may be another.
  const among = isAmongUsual ? `Of ${ids.slice(0, -1).join(", ")} and ${ids.at(-1) ?? ""}, ` : "";
  return first ? `${among}${first.id} has the ${extreme} ${uncapitalized(name)} in these rows, ${first.words}; then ${others.map(({ id, words }) => `${id} ${words}`).join(", ")}.${doubt(first, others)}` : null;
}

/** An estimate that is the highest is not known to be where another's interval holds it too. */
function doubt({ id, interval: own }: Ranked, others: readonly Ranked[]): string {
  const rivals = own === undefined ? [] : others.filter(({ interval: other }) => other !== undefined && other[0] <= own[1] && own[0] <= other[1]);
  return rivals.length === 0 ? "" : ` ${id}'s interval overlaps that of ${rivals.map((rival) => rival.id).join(" and ")}: too close to tell which is first.`;
}

const uncapitalized = (name: string): string => (/^[A-Z][a-z]/u.test(name) && !/^(?:Sharpe)/u.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name);

/** What can be ranked of several regressions on the same rows. */
function fitsAnswer(focus: Focus, fits: readonly FactorFit[]): string | null {
  const all = (name: string, valueOf: (fit: FactorFit) => number, words: (fit: FactorFit) => string, ends?: (fit: FactorFit) => readonly [number, number]): string | null =>
    listed(name, fits.map((fit) => ({ id: fit.asset, value: valueOf(fit), words: words(fit), ...(ends ? { interval: ends(fit) } : {}) })), focus);
  const residual = (fit: FactorFit): number => Math.sqrt(fit.moments.residualVariance) * annualRoot(fit);
  switch (focus.quantity) {
    case "beta":
    case "ci-beta":
      return all("β", ({ betas }) => betas[0].value, ({ betas: [beta] }) => `${estimate(beta.value, beta.standardError)} (${interval(beta.interval, beta.standardError)})`, ({ betas: [beta] }) => beta.interval);
    case "t-beta":
      return all("t(β)", ({ betas }) => betas[0].tStat, ({ betas }) => number(betas[0].tStat, 4));
    case "p-beta":
      return all("p of β", ({ betas }) => betas[0].pValue, ({ betas }) => pValue(betas[0].pValue));
    case "se-beta":
      return all("Standard error of β", ({ betas }) => betas[0].standardError, ({ betas }) => number(betas[0].standardError, 3));
    case "alpha":
    case "alpha-annual":
    case "ci-alpha":
      return all("α a year", (fit) => fit.alphaAnnual.value, ({ alphaAnnual: each }) => `${percentEstimate(each.value, each.standardError)} (${interval(each.interval, each.standardError, "%")})`, ({ alphaAnnual }) => alphaAnnual.interval);
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
  const [first, second] = fits;
  const { hypothesis } = focus;
  if (gap === null || !first || !second || (hypothesis !== null && hypothesis.value !== null)) return fitsAnswer(focus, fits);
  if (hypothesis === null || fits.length > 2) return /^(?:ci-)?beta$/u.test(focus.quantity) ? rankedBetas(focus, fits, gap) : fitsAnswer(focus, fits);
  const isAlpha = /alpha/u.test(focus.quantity);
  if (!isAlpha && !/beta/u.test(focus.quantity)) return fitsAnswer(focus, fits);
  const of = isAlpha ? gap.alphaAnnual : gap.deciding;
  return differenceAnswer(isAlpha ? { symbol: "α a year", unit: "%" } : { symbol: "β", unit: "" }, gap.high === first.asset ? of : negated(of), [first.asset, second.asset], hypothesis);
}

/** βs with the test of the highest against the lowest one, as one that was picked of several: a rank alone is of these rows. */
function rankedBetas(focus: Focus, fits: readonly FactorFit[], gap: BetaGap): string | null {
  // The test of the difference says more than whether two intervals overlap.
  const ranks = listed("β", fits.map(({ asset, betas: [{ value, standardError, interval: ends }] }) => ({ id: asset, value, words: `${estimate(value, standardError)} (${interval(ends, standardError)})` })), { ...focus, hypothesis: null });
  if (ranks === null) return null;
  const { high, low, deciding, pickedPValue } = gap;
  const isPicked = fits.length > 2;
  const test = `${high} less ${low} ${estimate(deciding.value, deciding.standardError)}, ${pValue(pickedPValue)}${isPicked ? " with Bonferroni" : ""}, robust errors`;
  const told = isPicked ? `The rows tell ${high} and ${low} apart` : "The rows tell them apart";
  const untold = isPicked ? "The rows don't tell any two of them apart" : "The rows don't tell them apart";
  return `${ranks} ${pickedPValue < 0.05 ? told : untold} (${test}).`;
}

/** Whether the first of two assets has more, or less, of it than the second: by the test of their difference. */
function differenceAnswer({ symbol, unit }: { readonly symbol: string; readonly unit: "" | "%" }, of: Estimate, [first, second]: readonly [string, string], { side, stance }: Hypothesis): string {
  const isAbove = of.value > 0;
  const written = unit === "%" ? percentEstimate(Math.abs(of.value), of.standardError) : estimate(Math.abs(of.value), of.standardError);
  const facts = `${first}'s ${symbol} is ${written} ${isAbove ? "above" : "below"} ${second}'s (${first} less ${second}: 95% interval ${interval(of.interval, of.standardError, unit)})`;
  const isExpected = side === "two" || (side === "greater") === isAbove;
  const oneSided = isExpected ? of.pValue / 2 : 1 - of.pValue / 2;
  const p = side === "two" ? of.pValue : oneSided;
  const test = `t = ${number(of.tStat, 4)}, ${pValue(p)}${side === "two" ? "" : ", one-sided"}, robust errors`;
  // "More or less?" is answered by which of them.
  if (side === "two" && stance === "open" && p < 0.05) return `${facts}, ${test}.`;
  if (side === "two") return `${p < 0.05 ? "They differ" : "The data do not show a difference"}: ${facts}, ${test}.`;
  // As clear as a test can be, and the other way round.
  if (!isExpected && of.pValue < 0.05) return `${stance === "open" ? "It is" : "No,"} the other way round: ${facts}, t = ${number(of.tStat, 4)}, ${pValue(of.pValue)}, robust errors.`;
  const wanted = side === "greater" ? "above" : "below";
  const isShown = p < 0.05;
  const answer = verdictWords(stance, isShown ? facts : `${first}'s ${symbol} is ${wanted} ${second}'s`, isShown);
  return isShown ? `${answer}, ${test}.` : `${answer}. ${facts}, ${test}.`;
}

const negated = (of: Estimate): Estimate => ({ ...of, value: -of.value, tStat: -of.tStat, interval: [-of.interval[1], -of.interval[0]] });

export function alphasAnswer(focus: Focus, { fits, deciding, joint, robustJoint }: FiguresOf<"alphas">): string | null {
  if (focus.quantity === "joint-alpha") return jointAnswer(joint, robustJoint);
  const [only, ...others] = fits;
  return only && others.length === 0 ? fitAnswer(focus, { fit: only, deciding: deciding[0] ?? only }) : fitsAnswer(focus, fits);
}

/** By the test that decides in the reply: the robust one where there is one. */
function jointAnswer({ assets, factors: [factor = ""], result }: GrsTest, robust: JointAlphaTest | null): string | null {
  if ("notApplicable" in result) return null;
  const [numerator = 0, denominator = 0] = result.degreesOfFreedom;
  const test = `GRS F(${count(numerator)}, ${count(denominator)}) = ${number(result.statistic, 3)}, ${pValue(result.pValue)}${robust ? `; robust ${pValue(robust.pValue)}, which decides` : ""}`;
  const which = `the αs of ${assets.length > 6 ? `the ${count(assets.length)} assets` : assets.join(", ")} on ${factor}`;
  const hanging = hangingPs(robust);
  if (hanging) return `Whether ${which} are jointly zero hangs on how it is tested: the robust p is ${hanging.map(({ blockLength, pValue: p }) => `${number(p, 3)} in blocks of ${count(blockLength)} rows`).join(", ")}. GRS ${pValue(result.pValue)}.`;
  return (robust ?? result).pValue < 0.05 ? `No: jointly ${which} are not all zero. ${test}.` : `These rows don't show that ${which} are jointly other than zero. ${test}.`;
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
  const { latest, lowest, highest } = isAlpha ? review.alphaAnnual.range : review.betas[0].range;
  const written = (value: number): string => (isAlpha ? percent(value, 3) : number(value));
  const name = isAlpha ? "α a year" : review.betas.length === 1 ? "β" : `β of ${review.rolling.factors[0]}`;
  const rows = `${String(review.rolling.window)} rows`;
  if (extreme !== null) {
    const [most, least] = extreme === "highest" ? [highest, lowest] : [lowest, highest];
    return `${most.ends.slice(0, 4)}: ${name} was ${extreme}, ${written(most.value)}, over the ${rows} to ${most.ends}; ${extreme === "highest" ? "lowest" : "highest"} ${written(least.value)} (to ${least.ends}).`;
  }
  return `The latest window's ${name} is ${written(latest.value)} (ends ${latest.ends}); lowest ${written(lowest.value)} (${lowest.ends}), highest ${written(highest.value)} (${highest.ends}).`;
}

export const frequencyAnswer = (_focus: Focus, { figures }: FiguresOf<"frequency">): string =>
  `β: ${figures.map(({ frequency, beta }) => `${frequency} ${estimate(beta.value, beta.standardError)} (${interval(beta.interval, beta.standardError)})`).join(", ")}.`;

export function describedAnswer(focus: Focus, { series, pairs, residualPairs, sample, fits, sharpeGap }: FiguresOf<"describe">): string | null {
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
      if (hypothesis !== null && hypothesis.value !== null && others.length === 0 && only.meanEstimate !== null) {
        return meanAnswer(`${only.id}'s mean`, only.meanAnnual, yearly(only.meanEstimate), focus);
      }
      return each(`Mean a year (${annualFactorOf({ ...sample })})`, ({ meanAnnual }) => meanAnnual, ({ meanAnnual, mean }) => `${percent(meanAnnual)} (${percent(mean)} per ${periodOf(sample)})`);
    }
    case "sharpe":
      if (sharpeGap !== null && hypothesis?.value === null) return differenceAnswer({ symbol: "Sharpe ratio a year", unit: "" }, sharpeGap.annual, [series[0]?.id ?? "", series[1]?.id ?? ""], hypothesis);
      return each("Sharpe ratio a year", ({ sharpe }) => sharpe ?? -Infinity, ({ sharpe }) => (sharpe === null ? "none, it is a level and no return" : number(sharpe)));
    case "lowest-return":
      return each(`Worst ${periodOf(sample)}`, ({ lowest }) => lowest.value, ({ lowest, maximumDrawdown: { depth } }) => `${percent(lowest.value, 3)} on ${lowest.day} (largest drawdown ${share(depth)})`);
    case "highest-return":
      return each(`Best ${periodOf(sample)}`, ({ highest }) => highest.value, ({ highest }) => `${percent(highest.value, 3)} on ${highest.day}`);
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
