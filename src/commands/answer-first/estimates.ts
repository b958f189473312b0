import type { Hypothesis } from "../../asking/find-conditions.ts";
import type { Focus } from "../../asking/understanding.ts";
import { referenceOf, testCoefficient, type Side } from "../../engine/coefficient-test.ts";
import { scaledEstimate } from "../../engine/estimate.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { assetColumn, type SampledEstimate } from "../../engine/influence-estimate.ts";
import { meanEstimate } from "../../engine/mean-inference.ts";
import { robustLags, rowsNeeded } from "../../engine/robust-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { criticalValue, type ReferenceDistribution } from "../../engine/tail-probability.ts";
import { annualFactorOf, periodOf } from "../../render/analysis-reply.ts";
import { asTyped, estimate, interval, number, percent, percentEstimate, pValue } from "../../render/numbers.ts";
import { errorsName, errorsWords } from "../../render/robust.ts";

const normal: ReferenceDistribution = { distribution: "normal" };

/** A hypothesis of 5% or more is about a year's α: no day has that. */
export const isAnnualValue = (value: number | null | undefined): boolean => value !== null && value !== undefined && Math.abs(value) >= 0.01;

/** α or a β: its value and interval, and where a hypothesis was stated, the verdict of its test first. */
export function coefficientAnswer({ quantity, level, hypothesis }: Focus, symbol: "α" | "β", term: Estimate, { fit, deciding }: { readonly fit: FactorFit; readonly deciding: FactorFit }): string {
  const confidence = level ?? 0.95;
  const half = criticalValue(confidence, referenceOf(fit)) * term.standardError;
  const isAlpha = symbol === "α";
  const isAnnual = term === fit.alphaAnnual;
  const written = (value: number): string => (isAlpha ? percentEstimate(value, term.standardError) : estimate(value, term.standardError));
  const unit = isAlpha ? (isAnnual ? ` a year (${annualFactorOf(fit.sample)})` : ` per ${periodOf(fit.sample)}`) : "";
  const name = `${fit.asset}'s ${symbol}${isAlpha || fit.factors.length === 1 ? "" : ` on ${term.term}`}`;
  const bounds = `${percentOf(confidence)} interval ${interval([term.value - half, term.value + half], term.standardError, isAlpha ? "%" : "")}`;
  const facts = `${symbol} = ${written(term.value)}${unit}, ${bounds}`;
  if (hypothesis !== null && hypothesis.value !== null) {
    const decidingTerm = isAlpha ? (isAnnual ? deciding.alphaAnnual : deciding.alpha) : (deciding.betas.find((beta) => beta.term === term.term) ?? term);
    const { value, side, stance } = hypothesis;
    const reach = criticalValue(confidence, referenceOf(deciding)) * decidingTerm.standardError;
    const holdsIt = (arm: number): boolean => Math.abs(term.value - value) <= arm;
    // Read by itself the interval shown would say the other.
    const beside = deciding === fit || holdsIt(half) === holdsIt(reach) ? "" : ` (the one that decides: ${interval([term.value - reach, term.value + reach], decidingTerm.standardError, isAlpha ? "%" : "")})`;
    return verdict({
      name,
      facts: `${facts}${beside}`,
      against: { value, words: isAlpha ? percent(value) : asTyped(value) },
      side,
      stance,
      level: confidence,
      shown: { ...testCoefficient(term, value, side, referenceOf(fit)), errors: errorsName(fit.inference) },
      deciding: deciding === fit ? null : { ...testCoefficient(decidingTerm, value, side, referenceOf(deciding)), errors: errorsWords(deciding.inference) },
    });
  }
  if (/^t-/u.test(quantity)) return `t(${symbol}) = ${number(term.tStat, 4)}, ${pValue(term.pValue)}: ${facts}.`;
  if (/^p-/u.test(quantity)) return `${pValue(term.pValue)} for ${name} = 0 (t = ${number(term.tStat, 4)}): ${facts}.`;
  if (/^se-/u.test(quantity)) return `The standard error of ${name} is ${isAlpha ? percent(term.standardError, 3) : number(term.standardError, 3)}${unit}: ${facts}.`;
  return `${name}: ${facts}.`;
}

/** A yearly ratio like Sharpe's: its value, with its interval and a stated hypothesis where the rows allow inference. */
export function ratioAnswer(name: string, value: number, inferred: Estimate | null, { hypothesis, level }: Focus, more = ""): string {
  const confidence = level ?? 0.95;
  if (inferred === null) {
    const untested = hypothesis === null || hypothesis.value === null ? "" : "; these rows are too few for a test of it";
    return `${name} is ${number(value, 3)} a year${more}${untested}.`;
  }
  const half = criticalValue(confidence, normal) * inferred.standardError;
  const facts = `${number(value, 3)} a year, ${percentOf(confidence)} interval ${interval([value - half, value + half], inferred.standardError)}${more}`;
  if (hypothesis === null || hypothesis.value === null) return `${name} is ${facts}.`;
  return verdict({
    name,
    facts: `It is ${facts}`,
    against: { value: hypothesis.value, words: asTyped(hypothesis.value) },
    side: hypothesis.side,
    stance: hypothesis.stance,
    level: confidence,
    shown: testCoefficient(inferred, hypothesis.value, hypothesis.side, normal),
    deciding: null,
  });
}

interface AnnualMean extends Estimate {
  readonly reference: ReferenceDistribution;
}

/** The asset's mean a year, by errors that allow for rows that go together where there are rows enough. */
export function annualMean(fit: FactorFit): AnnualMean | null {
  const { lags } = robustLags(fit);
  const mean = meanEstimate("mean", assetColumn(fit), rowsNeeded(fit.sample) === null ? { lags } : { covariance: "classical" });
  return mean.ok ? yearly(mean.value) : null;
}

export const yearly = (mean: SampledEstimate): AnnualMean => ({ ...scaledEstimate(mean, periodsPerYear[mean.sample.frequency]), reference: referenceOf(mean) });

/** A mean a year: its value, with its interval and a stated hypothesis where the rows allow inference. */
export function meanAnswer(name: string, value: number, inferred: AnnualMean | null, { hypothesis, level }: Focus): string {
  const confidence = level ?? 0.95;
  if (inferred === null) return `${name} is ${percent(value)} a year${hypothesis === null || hypothesis.value === null ? "" : "; these rows don't allow a test of it"}.`;
  const half = criticalValue(confidence, inferred.reference) * inferred.standardError;
  const facts = `${percentEstimate(value, inferred.standardError)} a year, ${percentOf(confidence)} interval ${interval([value - half, value + half], inferred.standardError, "%")}`;
  if (hypothesis === null || hypothesis.value === null) return `${name} is ${facts}.`;
  return verdict({
    name,
    facts: `It is ${facts}`,
    against: { value: hypothesis.value, words: percent(hypothesis.value) },
    side: hypothesis.side,
    stance: hypothesis.stance,
    level: confidence,
    shown: testCoefficient({ value, standardError: inferred.standardError }, hypothesis.value, hypothesis.side, inferred.reference),
    deciding: null,
  });
}

interface Test {
  readonly t: number;
  readonly p: number;
}

/** With the errors that it was made with, in words. */
interface NamedTest extends Test {
  readonly errors: string;
}

/** "Yes: α differs from 0 …": by the errors that decide in the analysis's reply, with the test of the errors shown beside it. */
function verdict({ name, facts, against, side, stance, level, shown, deciding }: {
  readonly name: string;
  readonly facts: string;
  readonly against: { readonly value: number; readonly words: string };
  readonly side: Side;
  readonly stance: Hypothesis["stance"] | undefined;
  readonly level: number;
  readonly shown: NamedTest | Test;
  readonly deciding: NamedTest | null;
}): string {
  const decided = deciding ?? shown;
  const wanted = side === "two" ? "differs from" : side === "greater" ? "is above" : "is below";
  const answer = verdictWords(stance, `${name} ${wanted} ${against.words}`, decided.p < 1 - level);
  const written = ({ t, p }: Test): string => `t = ${number(t, 4)}, ${pValue(p)}`;
  const tests = deciding === null || !("errors" in shown) ? written(decided) : `${written(deciding)} with ${deciding.errors} (${shown.errors} ${written(shown)})`;
  return `${answer}. ${facts}; ${tests}${side === "two" ? "" : ", one-sided"}${level === 0.95 ? "" : `, at ${percentOf(1 - level)}`}.`;
}

/** Whether the rows show what a test can show, as an answer to what was asked: a test never shows that two are equal. */
export function verdictWords(stance: Hypothesis["stance"] | undefined, difference: string, isShown: boolean): string {
  const unshown = `these rows don't show that ${difference}`;
  switch (stance) {
    case "equal":
      return isShown ? `No: ${difference}` : `It may be: ${unshown}`;
    case "denied":
      return isShown ? `Not so: ${difference}` : `Right: ${unshown}`;
    case "open":
      return isShown ? difference : `These rows don't show that ${difference}`;
    case undefined:
      return isShown ? `Yes: ${difference}` : `No: ${unshown}`;
  }
}

const percentOf = (level: number): string => `${String(Math.round(level * 1000) / 10)}%`;
