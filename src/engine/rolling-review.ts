import { isoDay } from "../calendar.ts";
import { atLeastOne, type AtLeastOne } from "./at-least-one.ts";
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

/** The range of a rolling estimate. */
interface RollingRange {
  readonly term: string;
  readonly lowest: WindowEstimate;
  readonly highest: WindowEstimate;
  readonly latest: WindowEstimate;
}

/** Every window's value and both ends of its interval. */
interface RollingBand {
  readonly middle: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface RollingTerm {
  readonly range: RollingRange;
  readonly band: RollingBand;
}

/** A rolling fit, and the fit of all its rows at once. */
export interface RollingReview {
  readonly rolling: RollingFit;
  readonly fullSample: FactorFit;
  /** In the order of the factors. */
  readonly betas: AtLeastOne<RollingTerm>;
  /** α times the periods per year. */
  readonly alphaAnnual: RollingTerm;
}

/** The extremes and the bands of rolling βs and α. */
export function rollingReview(rolling: RollingFit, fullSample: FactorFit): RollingReview {
  const term = (estimate: RollingEstimate, scale: number): RollingTerm => ({
    range: rangeOf(rolling, estimate, scale),
    band: bandOf(estimate, scale),
  });
  return {
    rolling,
    fullSample,
    betas: atLeastOne(rolling.betas.map((beta) => term(beta, 1))),
    alphaAnnual: term(rolling.alpha, periodsPerYear[rolling.sample.frequency]),
  };
}

/** The lowest, highest and latest window of one estimate, times `scale`. */
function rangeOf({ days }: RollingFit, estimate: RollingEstimate, scale: number): RollingRange {
  const { values, standardErrors, criticalValue, term } = estimate;
  const estimateOf = (window: number): WindowEstimate => {
    const value = values[window]! * scale;
    const standardError = standardErrors[window]! * scale;
    const halfWidth = criticalValue * standardError;
    return { ends: isoDay(days[window]!), value, standardError, interval: [value - halfWidth, value + halfWidth] };
  };
  let lowest = 0;
  let highest = 0;
  values.forEach((value, window) => {
    if (value < values[lowest]!) lowest = window;
    if (value > values[highest]!) highest = window;
  });
  return { term, lowest: estimateOf(lowest), highest: estimateOf(highest), latest: estimateOf(values.length - 1) };
}

function bandOf({ values, standardErrors, criticalValue }: RollingEstimate, scale: number): RollingBand {
  return {
    middle: values.map((value) => value * scale),
    low: values.map((value, window) => (value - criticalValue * standardErrors[window]!) * scale),
    high: values.map((value, window) => (value + criticalValue * standardErrors[window]!) * scale),
  };
}
