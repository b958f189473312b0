import { isoDay } from "../calendar.ts";
import type { FactorFit } from "./factor-fit.ts";
import type { RollingEstimate, RollingFit } from "./rolling-fit.ts";
import { periodsPerYear } from "./series.ts";

/** One window's estimate and the last day of that window. */
export interface WindowEstimate {
  /** ISO. */
  readonly ends: string;
  readonly value: number;
  readonly standardError: number;
  readonly interval: readonly [low: number, high: number];
}

/** Where a rolling estimate has been. */
export interface RollingRange {
  readonly term: string;
  readonly lowest: WindowEstimate;
  readonly highest: WindowEstimate;
  readonly latest: WindowEstimate;
}

/** Every window's value and both ends of its interval. */
export interface RollingBand {
  readonly middle: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface RolledTerm {
  readonly range: RollingRange;
  readonly band: RollingBand;
}

/** A rolling fit beside the fit of all its rows at once. */
export interface RollingReview {
  readonly rolled: RollingFit;
  readonly whole: FactorFit;
  readonly beta: RolledTerm;
  /** α times the periods a year. */
  readonly alphaAnnual: RolledTerm;
}

/** Where β and α have been: their extremes and their bands. For one factor. */
export function rollingReview(rolled: RollingFit, whole: FactorFit): RollingReview {
  const term = (estimate: RollingEstimate, scale: number): RolledTerm => ({
    range: rangeOf(rolled, estimate, scale),
    band: bandOf(estimate, scale),
  });
  return {
    rolled,
    whole,
    beta: term(rolled.betas[0]!, 1),
    alphaAnnual: term(rolled.alpha, periodsPerYear[rolled.sample.frequency]),
  };
}

/** The lowest, highest and latest window of one estimate, times `scale`. */
function rangeOf({ days }: RollingFit, estimate: RollingEstimate, scale: number): RollingRange {
  const { values, standardErrors, critical, term } = estimate;
  const at = (window: number): WindowEstimate => {
    const value = values[window]! * scale;
    const standardError = standardErrors[window]! * scale;
    const reach = critical * standardError;
    return { ends: isoDay(days[window]!), value, standardError, interval: [value - reach, value + reach] };
  };
  let lowest = 0;
  let highest = 0;
  values.forEach((value, window) => {
    if (value < values[lowest]!) lowest = window;
    if (value > values[highest]!) highest = window;
  });
  return { term, lowest: at(lowest), highest: at(highest), latest: at(values.length - 1) };
}

function bandOf({ values, standardErrors, critical }: RollingEstimate, scale: number): RollingBand {
  return {
    middle: values.map((value) => value * scale),
    low: values.map((value, window) => (value - critical * standardErrors[window]!) * scale),
    high: values.map((value, window) => (value + critical * standardErrors[window]!) * scale),
  };
}
