/**
 * What a right answer means for the numbers that it was worked out from: one sentence an exercise, each a function of the
 * data with the condition under which it may be said. Rates are a year's, at 252 days. A verdict is that of the analysis
 * of the same pair and days: /beta's on β, α and their change, /frequency's, /performance's. Where none of them tests what
 * two numbers have between them, the sentence names both and leaves it at that.
 */
import type { BetaAgreement } from "../engine/beta-agreement.ts";
import type { BetaChange } from "../engine/beta-change.ts";
import type { Estimate, FactorFit } from "../engine/factor-fit.ts";
import { tradingDaysPerMonth, tradingDaysPerYear } from "../calendar.ts";
import type { Model } from "../exercises/variants/model.ts";
import type { Workings } from "../exercises/variants/workings.ts";
import { directionOf, hasChangedBy } from "./beta-change-words.ts";
import { dollars, number, percent, pValue, share } from "./numbers.ts";
import { isSignificant } from "./robust.ts";
import { sensitivityOf, type Sensitivity } from "./sensitivity.ts";
import type { SharpeVerdict } from "./sharpe-verdict.ts";

/** What the analyses say of the same pair and days; each is worked out where a sentence rests on it, null where the rows don't allow it. */
export interface MeaningAnalyses {
  /** α and β with the errors that decide (engine/deciding-fit.ts). */
  readonly deciding: Pick<FactorFit, "alpha" | "betas">;
  /** Of β since the variant's day. */
  readonly change: () => Pick<BetaChange, "beta" | "rowsNeeded"> | null;
  /** Of β daily, weekly, monthly and yearly. */
  readonly agreement: () => BetaAgreement | null;
  /** Of the Sharpe ratio, hedged less unhedged. */
  readonly hedging: () => Promise<SharpeVerdict | null>;
}

/** Null where the data do not have what it takes. */
type Meaning = (workings: Workings, analyses: MeaningAnalyses) => string | null | Promise<string | null>;

const meanings: Readonly<Record<string, Meaning>> = {
  "jpm-regression": ({ model: { asset, factor, beta } }, { deciding: { betas: [decides] } }) => {
    const moves = `When ${factor} moves by 1%, ${asset} moves by ${number(Math.abs(beta), 3)}% on average${beta < 0 ? ", the other way" : ""}`;
    return `${moves}${sensitivityWords(decides)[sensitivityOf(decides)]}.`;
  },
  "reading-a-table": ({ model: { alphaP, alphaT, observations } }, { deciding: { alpha: { pValue: robustP } } }) => {
    const byTable = `If the true α were 0, a t as far from 0 as ${number(alphaT, 3)} would come up in ${share(alphaP)} of such samples`;
    const chance = isSignificant({ pValue: alphaP }) === isSignificant({ pValue: robustP }) ? byTable : `${byTable} if all days were alike, by robust errors in ${share(robustP)}`;
    return isSignificant({ pValue: robustP }) ? `${chance}: too seldom to put it down to chance.` : `${chance}: ${number(observations / tradingDaysPerYear, 3)} years of days don't tell this α from 0.`;
  },
  "raw-or-excess": ({ model, treated }) => {
    const raw = treated("rf-kept");
    if (raw === null) return null;
    const [alpha, gap] = [annual(model.alpha), annual(raw.alpha - model.alpha)];
    return `Left in, the risk-free rate would pass for ${percent(gap, 3)} of α a year, beside the ${percent(alpha, 3)} that these days give ${model.asset}.`;
  },
  "annualise-alpha": (_workings, { deciding: { alpha } }) => {
    const [low, high] = alpha.interval;
    const range = `The 95% interval of that α, by robust errors, goes from ${percent(annual(low), 3)} to ${percent(annual(high), 3)} a year`;
    if (!isSignificant(alpha)) return `${range}: 0 is in it, so chance alone could have made it.`;
    return `${range}: ${alpha.value > 0 ? "all of it is above 0" : "all of it is below 0"}.`;
  },
  "tracking-portfolio": ({ model: { asset, factor, beta, assetMean, factorMean } }) => {
    const [mean, premium] = [annual(assetMean), annual(beta * factorMean)];
    if (mean <= 0 || premium <= 0) return `${asset} earned ${percent(mean, 3)} a year in excess of the risk-free rate, the dollars of ${factor} that track it ${percent(premium, 3)}: the difference is α.`;
    if (premium > mean) return `The dollars of ${factor} that track ${asset} earned ${percent(premium, 3)} a year and ${asset} itself ${percent(mean, 3)}: the difference, α, is below 0 on these days.`;
    return `Of the ${percent(mean, 3)} a year that ${asset} earned, ${share(premium / mean)} came to whoever held ${factor} alone; the rest is α.`;
  },
  "hedged-portfolio": async ({ model }, { hedging }) => {
    const [hedged, whole] = [annualRatio(model.alpha, model.residualVariance), annualRatio(model.assetMean, model.assetVariance)];
    const change = `Selling ${model.factor} took ${model.asset}'s Sharpe ratio from ${number(whole, 3)} to ${number(hedged, 3)}`;
    const verdict = await hedging();
    if (verdict === null) return `${change}; whether that is more than chance can't be tested on these rows.`;
    if (verdict.kind === "not shown") return `${change}, and these days don't show that a hedge changes it (${pValue(verdict.pValue)}).`;
    return `${change}: the hedge ${verdict.kind} it by more than chance would (${pValue(verdict.pValue)}).`;
  },
  "expected-return": ({ model: { asset, factor, alpha, beta, factorMean, riskFreeMean } }, { deciding }) => {
    const parts = [
      { words: "the risk-free rate", rate: annual(riskFreeMean) },
      { words: `the premium for ${factor}`, rate: annual(beta * factorMean) },
      { words: "α", rate: annual(alpha) },
    ].toSorted((a, b) => Math.abs(b.rate) - Math.abs(a.rate));
    const [largest] = parts;
    if (largest === undefined || !Number.isFinite(riskFreeMean)) return null;
    const said = `On these days the largest of the three parts is ${largest.words}, ${percent(largest.rate, 3)} a year`;
    return `${said}; the 95% interval of ${asset}'s α, by robust errors, ${isSignificant(deciding.alpha) ? "leaves out 0" : "has 0 in it"}.`;
  },
  "factor-share": ({ model }) =>
    `Selling ${model.factor} takes away ${share(model.rSquared)} of the variance and ${share(1 - Math.sqrt(1 - model.rSquared))} of the volatility: it falls from ${percent(volatility(model.assetVariance), 3)} to ${percent(volatility(model.residualVariance), 3)} a year.`,
  "monthly-position": ({ model, variant: { budget } }) => {
    if (budget === null) return null;
    const month = Math.sqrt(model.assetVariance * tradingDaysPerMonth);
    return `A month of one standard deviation moves that position by your ${dollars(budget)}; at ${percent(month, 3)} a month, each dollar of budget carries ${number(1 / month, 3)} dollars of ${model.asset}.`;
  },
  "annual-budget": ({ model }, { deciding: { alpha } }) => {
    const gain = number(1 / Math.sqrt(1 - model.rSquared), 3);
    const carried = `Hedged, the same budget carries ${gain} times the dollars, each with the same α`;
    if (!isSignificant(alpha)) return `${carried}: ${gain} times the risk-adjusted P&L, which these days don't tell apart from 0 (${pValue(alpha.pValue)}).`;
    if (alpha.value > 0) return `${carried}: ${gain} times the risk-adjusted P&L.`;
    return `${carried}, which is below 0: ${gain} times the loss. Hedging makes the position larger, not better.`;
  },
  "appraisal-ratio": ({ model }, { deciding: { alpha } }) => {
    const needed = (2 / annualRatio(model.alpha, model.residualVariance)) ** 2;
    const wait = `At that ratio t reaches ${model.alpha < 0 ? "−2" : "2"} after ${number(needed, 3)} years, and there are ${number(model.observations / tradingDaysPerYear, 3)}`;
    return `${wait}: by robust errors these days ${isSignificant(alpha) ? "tell α from 0" : "don't tell α from 0"} (${pValue(alpha.pValue)}).`;
  },
  "beta-frequency": ({ model, treated }, { agreement }) => {
    const monthly = treated("monthly");
    const agreed = agreement();
    if (monthly === null || agreed === null) return null;
    return `The two β differ by ${number(Math.abs(monthly.beta - model.beta), 2)}. ${agreementSentences[agreed]}`;
  },
  "beta-change": ({ variant: { split } }, { change }) => {
    const changed = change();
    if (split === undefined || changed === null || changed.rowsNeeded !== null) return null;
    const { value, pValue: p, interval: [low, high] } = changed.beta;
    const told = `By robust errors a change of ${number((high - low) / 2, 2)} and more can be told from chance in so many days, and yours is ${number(Math.abs(value), 2)}`;
    if (hasChangedBy(changed.beta)) return `${told}: β is ${directionOf(changed.beta)} since ${split} (${pValue(p)}).`;
    return `${told}: that does not say that β stayed the same, only that these days can't tell (${pValue(p)}).`;
  },
  "target-factor-share": ({ model, variant: { share: kept } }) => {
    if (kept === null || !(model.rSquared > kept)) return null;
    const exposure = Math.sqrt(((kept / (1 - kept)) * model.residualVariance) / model.factorVariance);
    const after = model.residualVariance / (1 - kept);
    return `That is ${share(1 - exposure / Math.abs(model.beta))} of a full hedge; the volatility falls from ${percent(volatility(model.assetVariance), 3)} to ${percent(volatility(after), 3)} a year, with a full one to ${percent(volatility(model.residualVariance), 3)}.`;
  },
};

/** Null for an exercise that has none, and where the data do not have what it takes. */
export const practiceMeaning = async (exercise: string, workings: Workings, analyses: MeaningAnalyses): Promise<string | null> => (await meanings[exercise]?.(workings, analyses)) ?? null;

/** After "When SPY moves by 1%, JPM moves by 1.39% on average". */
const sensitivityWords = ({ standardError, interval: [low] }: Estimate): Readonly<Record<Sensitivity, string>> => {
  const by = `a robust standard error of ${number(standardError, 2)}`;
  return {
    aggressive: ": more than the market, by more than chance would make of these days",
    defensive: ": less than the market, by more than chance would make of these days",
    hedge: ": it is a hedge, by more than chance would make of these days",
    "like the market": `: too near 1 to call it more or less sensitive than the market, given ${by}`,
    zero: `: too near 0 to say which way, given ${by}`,
    "zero or the market": `: with ${by} neither 0 nor 1 can be ruled out`,
    other: low > 0 ? ", by more than chance would make of these days" : "",
  };
};

const agreementSentences: Readonly<Record<BetaAgreement, string>> = {
  one: "One frequency alone has nothing to be compared with.",
  overlap: "The 95% intervals of β from days to years overlap, by eye: one β could fit them all.",
  "apart by luck": "The 95% intervals of β from days to years do not all overlap, yet comparing so many makes that likely: no evidence that β differs.",
  apart: "The 95% intervals of β from days to years do not all overlap: returns of neighbouring days may go together, or β changed and each weighs the years differently.",
};

const annual = (perDay: Model["alpha"]): number => perDay * tradingDaysPerYear;
const volatility = (variance: number): number => Math.sqrt(variance * tradingDaysPerYear);
const annualRatio = (mean: number, variance: number): number => annual(mean) / volatility(variance);
