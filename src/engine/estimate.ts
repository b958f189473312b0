import type { Estimate } from "./factor-fit.ts";
import { criticalValue, twoSidedProbability } from "./tail-probability.ts";
import type { Reference } from "./tail-probability.ts";

/**
 * A value with its uncertainty: t = value/standard error, two-sided p of the null that it is 0, and its
 * interval, by the t or the normal distribution.
 *
 * A standard error of 0 (an exact fit) leaves no doubt: t is ±∞ with p = 0, or 0 with p = 1 where the value is 0.
 */
export function estimate(
  term: string,
  value: number,
  standardError: number,
  reference: Reference,
  level: number,
): Estimate {
  const tStat = value === 0 ? 0 : value / standardError;
  const reach = criticalValue(level, reference) * standardError;
  return {
    term,
    value,
    standardError,
    tStat,
    pValue: twoSidedProbability(tStat, reference),
    interval: [value - reach, value + reach],
  };
}

/** The same estimate in a unit `factor` (> 0) times smaller: a day's α as a year's. */
export function scaledEstimate(original: Estimate, factor: number): Estimate {
  const [low, high] = original.interval;
  return {
    ...original,
    value: original.value * factor,
    standardError: original.standardError * factor,
    interval: [low * factor, high * factor],
  };
}
