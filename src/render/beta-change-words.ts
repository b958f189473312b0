import { dayOfIso } from "../calendar.ts";
import { runStarts } from "../engine/date-gaps.ts";
import type { BetaChange } from "../engine/beta-change.ts";
import type { Estimate, FactorFit, TestResult } from "../engine/factor-fit.ts";
import { periodsPerYear } from "../engine/series.ts";
import { annualFactorOf, periodOf, rowsOf } from "./analysis-reply.ts";
import { count, counted, estimate, interval, number, percent, percentEstimate, pValue } from "./numbers.ts";
import { errorsName } from "./robust.ts";

/** Whether the difference of the two parts is more than chance gives. */
export const hasChangedBy = ({ pValue: p }: Estimate): boolean => p < 0.05;

/** Of the part that is named against the other. */
export const directionOf = ({ value }: Estimate): "higher" | "lower" => (value > 0 ? "higher" : "lower");

/** The rows of the shorter part, too few for a verdict. */
export const shortPart = ({ inside, outside }: BetaChange): string => rowsOf(inside.sample.observations <= outside.sample.observations ? inside.sample : outside.sample);

const otherRows = { daily: "on the other days", weekly: "in the other weeks", monthly: "in the other months", annual: "in the other years" } as const;

/** The two parts by their days. */
export function partNames({ span, inside, outside, isSince }: BetaChange): { readonly inside: string; readonly outside: string } {
  const isNext = runStarts(Int32Array.of(dayOfIso(outside.sample.last), dayOfIso(inside.sample.first)), inside.sample.frequency).length === 0;
  if (isSince && isNext) return { inside: `since ${span.first} (to ${inside.sample.last})`, outside: `before (from ${outside.sample.first})` };
  const days = ({ sample }: FactorFit): string => `from ${sample.first} to ${sample.last}`;
  // Other days that all lie on one side of the span are a span too.
  const isApart = outside.sample.last < inside.sample.first || outside.sample.first > inside.sample.last;
  return { inside: days(inside), outside: isApart ? days(outside) : otherRows[outside.sample.frequency] };
}

/** β in both parts with the test of its change. */
export function betaChangeWords(change: BetaChange): string {
  return changeWords(change, "β", change.beta, { of: ({ betas }) => betas[0], written: estimate, unit: "" });
}

/** α a year in both parts with the test of its change. */
export function alphaChangeWords(change: BetaChange): string {
  return changeWords(change, `α a year (${annualFactorOf(change.inside.sample)})`, change.alphaAnnual, { of: ({ alphaAnnual }) => alphaAnnual, written: percentEstimate, unit: "%" });
}

interface Written {
  readonly of: (fit: FactorFit) => Estimate;
  readonly written: (value: number, standardError: number) => string;
  readonly unit: "" | "%";
}

function changeWords(change: BetaChange, symbol: string, difference: Estimate, { of, written, unit }: Written): string {
  const { inside, outside, inference } = change;
  const names = partNames(change);
  const value = (fit: FactorFit): string => `${written(of(fit).value, of(fit).standardError)} (95% interval ${interval(of(fit).interval, of(fit).standardError, unit)})`;
  const verdict = change.rowsNeeded !== null ? `${shortPart(change)} are too few to say whether ${inside.asset}'s ${symbol} differs` : hasChangedBy(difference) ? `${inside.asset}'s ${symbol} is ${directionOf(difference)}` : `The data do not show that ${inside.asset}'s ${symbol} differs`;
  return `${verdict}: ${value(inside)} ${names.inside}, ${value(outside)} ${names.outside}. Difference ${written(difference.value, difference.standardError)}, 95% interval ${interval(difference.interval, difference.standardError, unit)}, t = ${number(difference.tStat, 3)}, ${pValue(difference.pValue)} (${errorsName(inference)} errors${change.rowsNeeded === null ? "" : `; with fewer than ${counted(change.rowsNeeded, periodOf(inside.sample))} in a part an interval like this is no verdict`}).`;
}

/** Chow's test of α and β together, and Wald's, which decides as it lets the parts differ in volatility; nothing where neither could be made. */
export function chowLines({ chow, wald, inference, rowsNeeded: needed }: BetaChange): readonly string[] {
  const decides = wald ?? chow;
  if (!decides) return [];
  const written = ({ statistic, degreesOfFreedom: [top = 0, bottom = 0], pValue: p }: TestResult): string => `F(${count(top)}, ${count(bottom)}) = ${number(statistic, 3)}, ${pValue(p)}`;
  const tests = [
    ...(chow ? [`Chow's ${written(chow)}, which takes both parts to be equally volatile`] : []),
    ...(wald ? [`Wald's ${written(wald)}, which does not (${errorsName(inference)} errors)`] : []),
  ];
  const verdict = needed !== null ? "the shorter part has too few rows for a verdict" : decides.pValue < 0.05 ? "one of them, or both, changed" : "the data do not show that either changed";
  return [`α and β together (Chow 1960): ${tests.join("; ")}: ${verdict}.`];
}

/** A figure of both parts, without a test. */
export function bothSidesWords(change: BetaChange, name: string, valueOf: (fit: FactorFit) => string): string {
  const { inside, outside } = change;
  const names = partNames(change);
  return `${inside.asset}'s ${name} is ${valueOf(inside)} ${names.inside}, ${valueOf(outside)} ${names.outside}. Whether that is more than chance is not tested here.`;
}

export const yearlyVolatility = ({ moments, sample }: FactorFit): string => `${percent(Math.sqrt(moments.asset.variance * periodsPerYear[sample.frequency]), 3)} a year`;
