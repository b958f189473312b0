/**
 * What a right answer means for the numbers that it was worked out from: one sentence an exercise, each a function of the
 * data with the condition under which it may be said. Rates are a year's, at 252 days. Verdicts rest on the errors that
 * decide in the analyses (engine/deciding-fit.ts), so that they say the same of the same days; where an analysis tests what
 * the exercise does not compute, here stand the numbers without a verdict.
 */
import type { FactorFit } from "../engine/factor-fit.ts";
import { tradingDaysPerMonth, tradingDaysPerYear } from "../calendar.ts";
import type { Model } from "../exercises/variants/model.ts";
import type { Workings } from "../exercises/variants/workings.ts";
import { dollars, number, percent, share } from "./numbers.ts";

/** α and β with the errors that decide. */
type Deciding = Pick<FactorFit, "alpha" | "betas">;

/** Null where the data do not have what it takes. */
type Meaning = (workings: Workings, deciding: Deciding) => string | null;

const meanings: Readonly<Record<string, Meaning>> = {
  "jpm-regression": ({ model: { asset, factor, beta } }, { betas: [{ interval: [low, high], standardError }] }) => {
    const moves = `When ${factor} moves by 1%, ${asset} moves by ${number(Math.abs(beta), 3)}% on average${beta < 0 ? ", the other way" : ""}`;
    if (low <= 1 && high >= 1) return `${moves}: too near 1 to call it more or less sensitive than the market, given a robust standard error of ${number(standardError, 2)}.`;
    return `${moves}: ${beta > 1 ? "more" : "less"} than the market, by more than chance would make of these days.`;
  },
  "reading-a-table": ({ model: { alphaP, alphaT, observations } }, { alpha: { pValue: robustP } }) => {
    const byTable = `If the true α were 0, a t as far from 0 as ${number(alphaT, 3)} would come up in ${share(alphaP)} of such samples`;
    const chance = alphaP < 0.05 === robustP < 0.05 ? byTable : `${byTable} if all days were alike, by robust errors in ${share(robustP)}`;
    return robustP < 0.05 ? `${chance}: too seldom to put it down to chance.` : `${chance}: ${number(observations / tradingDaysPerYear, 3)} years of days don't tell this α from 0.`;
  },
  "raw-or-excess": ({ model, treated }) => {
    const raw = treated("rf-kept");
    if (raw === null) return null;
    const [alpha, gap] = [annual(model.alpha), annual(raw.alpha - model.alpha)];
    const passed = `Left in, the risk-free rate would pass for ${percent(gap, 3)} of α a year`;
    return gap > Math.abs(alpha) ? `${passed}, more than the ${percent(alpha, 3)} that ${model.asset} has.` : `${passed}, beside the ${percent(alpha, 3)} that ${model.asset} has.`;
  },
  "annualise-alpha": ({ model: { alpha } }, { alpha: { interval: [low, high] } }) => {
    const range = `The 95% interval of that α, by robust errors, goes from ${percent(annual(low), 3)} to ${percent(annual(high), 3)} a year`;
    if (low <= 0 && high >= 0) return `${range}: 0 is in it, so chance alone could have made it.`;
    return `${range}: ${alpha > 0 ? "all of it is above 0" : "all of it is below 0"}.`;
  },
  "tracking-portfolio": ({ model: { asset, factor, beta, assetMean, factorMean } }) => {
    const [mean, premium] = [annual(assetMean), annual(beta * factorMean)];
    if (mean <= 0 || premium <= 0) return `${asset} earned ${percent(mean, 3)} a year in excess of the risk-free rate, the dollars of ${factor} that track it ${percent(premium, 3)}: the difference is α.`;
    if (premium > mean) return `The dollars of ${factor} that track ${asset} earned ${percent(premium, 3)} a year and ${asset} itself ${percent(mean, 3)}: α is negative.`;
    return `Of the ${percent(mean, 3)} a year that ${asset} earned, ${share(premium / mean)} came to whoever held ${factor} alone; the rest is α.`;
  },
  "hedged-portfolio": ({ model }) => {
    const [hedged, whole] = [annualRatio(model.alpha, model.residualVariance), annualRatio(model.assetMean, model.assetVariance)];
    return `On these days selling ${model.factor} took the Sharpe ratio from ${model.asset}'s ${number(whole, 3)} to ${number(hedged, 3)}; whether that is more than chance, neither number says.`;
  },
  "expected-return": ({ model: { asset, factor, alpha, beta, factorMean, riskFreeMean } }, { alpha: { tStat } }) => {
    const parts = [
      { words: "the risk-free rate", rate: annual(riskFreeMean) },
      { words: `the premium for ${factor}`, rate: annual(beta * factorMean) },
      { words: "α", rate: annual(alpha) },
    ].toSorted((a, b) => Math.abs(b.rate) - Math.abs(a.rate));
    const [largest] = parts;
    if (largest === undefined || !Number.isFinite(riskFreeMean)) return null;
    const said = `The largest of the three parts is ${largest.words}, ${percent(largest.rate, 3)} a year`;
    if (Math.abs(tStat) >= 2) return `${said}; the α of ${asset} is more than two robust standard errors from 0.`;
    return `${said}; α is the part to rely on least, less than two robust standard errors from 0.`;
  },
  "factor-share": ({ model }) =>
    `Selling ${model.factor} takes away ${share(model.rSquared)} of the variance and ${share(1 - Math.sqrt(1 - model.rSquared))} of the volatility: it falls from ${percent(volatility(model.assetVariance), 3)} to ${percent(volatility(model.residualVariance), 3)} a year.`,
  "monthly-position": ({ model, variant: { budget } }) => {
    if (budget === null) return null;
    const month = Math.sqrt(model.assetVariance * tradingDaysPerMonth);
    return `A month of one standard deviation moves that position by your ${dollars(budget)}; at ${percent(month, 3)} a month, each dollar of budget carries ${number(1 / month, 3)} dollars of ${model.asset}.`;
  },
  "annual-budget": ({ model }) => {
    const gain = number(1 / Math.sqrt(1 - model.rSquared), 3);
    if (model.alpha >= 0) return `Hedged, the same budget carries ${gain} times the dollars, and each earns the same α: ${gain} times the risk-adjusted P&L.`;
    return `Hedged, the same budget carries ${gain} times the dollars. On these days α is negative, so that is ${gain} times the loss.`;
  },
  "appraisal-ratio": ({ model }, { alpha: { pValue } }) => {
    const ratio = Math.abs(annualRatio(model.alpha, model.residualVariance));
    const [needed, years] = [(2 / ratio) ** 2, model.observations / tradingDaysPerYear];
    const wait = `At that ratio t reaches 2 after ${number(needed, 3)} years`;
    if (needed > years !== pValue >= 0.05) return `${wait}, and there are ${number(years, 3)}: too close to call, by robust errors p is ${number(pValue, 2)}.`;
    return needed > years ? `${wait}, and there are ${number(years, 3)}: nobody could tell yet whether it is skill.` : `${wait}, and there are ${number(years, 3)}: long enough to tell it from 0.`;
  },
  "beta-frequency": ({ model, treated }) => {
    const monthly = treated("monthly");
    if (monthly === null) return null;
    const gap = Math.abs(monthly.beta - model.beta);
    return `The two β differ by ${number(gap, 2)}. The monthly one rests on fewer rows: its standard error is ${number(monthly.betaError, 2)}, the daily one's ${number(model.betaError, 2)}, both by the simplest errors.`;
  },
  "beta-change": ({ variant: { split }, treated }) => {
    const [before, since] = split === undefined ? [null, null] : [treated(`before ${split}`), treated(`since ${split}`)];
    if (before === null || since === null) return null;
    const [gap, least] = [Math.abs(since.beta - before.beta), 1.96 * Math.hypot(before.betaError, since.betaError)];
    const told = `By the simplest errors a change of ${number(least, 2)} and more can be told from chance with so many days, and yours is ${number(gap, 2)}`;
    return gap > least ? `${told}; robust errors, which ask for more or for less, decide.` : `${told}: that does not say that β stayed the same.`;
  },
  "target-factor-share": ({ model, variant: { share: kept } }) => {
    if (kept === null || !(model.rSquared > kept)) return null;
    const exposure = Math.sqrt(((kept / (1 - kept)) * model.residualVariance) / model.factorVariance);
    const after = model.residualVariance / (1 - kept);
    return `That is ${share(1 - exposure / Math.abs(model.beta))} of a full hedge; the volatility falls from ${percent(volatility(model.assetVariance), 3)} to ${percent(volatility(after), 3)} a year, with a full one to ${percent(volatility(model.residualVariance), 3)}.`;
  },
};

/** Null for an exercise that has none, and where the data do not have what it takes. */
export const practiceMeaning = (exercise: string, workings: Workings, deciding: Deciding): string | null => meanings[exercise]?.(workings, deciding) ?? null;

const annual = (perDay: Model["alpha"]): number => perDay * tradingDaysPerYear;
const volatility = (variance: number): number => Math.sqrt(variance * tradingDaysPerYear);
const annualRatio = (mean: number, variance: number): number => annual(mean) / volatility(variance);
