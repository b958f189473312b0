import type { RollingEstimate, RollingFit } from "./rolling-fit.ts";
import { isoDate, periodsPerYear } from "./series.ts";

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

/** The lowest, highest and latest window of one estimate, times `scale` (1; the periods a year for a yearly α). */
export function rollingRange({ days }: RollingFit, estimate: RollingEstimate, scale = 1): RollingRange {
  const { values, standardErrors, critical, term } = estimate;
  const at = (window: number): WindowEstimate => {
    const value = values[window]! * scale;
    const standardError = standardErrors[window]! * scale;
    const reach = critical * standardError;
    return { ends: isoDate(days[window]!), value, standardError, interval: [value - reach, value + reach] };
  };
  let lowest = 0;
  let highest = 0;
  values.forEach((value, window) => {
    if (value < values[lowest]!) lowest = window;
    if (value > values[highest]!) highest = window;
  });
  return { term, lowest: at(lowest), highest: at(highest), latest: at(values.length - 1) };
}

/** Both ends of every window's interval, times `scale`. */
export function rollingBand(
  { values, standardErrors, critical }: RollingEstimate,
  scale = 1,
): { readonly middle: Float64Array; readonly low: Float64Array; readonly high: Float64Array } {
  return {
    middle: values.map((value) => value * scale),
    low: values.map((value, window) => (value - critical * standardErrors[window]!) * scale),
    high: values.map((value, window) => (value + critical * standardErrors[window]!) * scale),
  };
}

/** What a rolling α is multiplied by to be one of a year. */
export const yearsScale = ({ sample }: RollingFit): number => periodsPerYear[sample.frequency];
