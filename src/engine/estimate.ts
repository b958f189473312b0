import type { Estimate } from "./factor-fit.ts";
import { twoSidedProbability } from "./tail-probability.ts";
import type { ReferenceDistribution } from "./tail-probability.ts";

/**
 * A value with its uncertainty: t = value/standard error, two-sided p of the null that it is 0, and its
 * interval, ± `critical` standard errors (see `criticalValue`).
 *
 * With a standard error of 0 (an exact fit) t is ±∞ with p = 0, or 0 with p = 1 where the value is 0.
 */
export function estimate(
  term: string,
  value: number,
  standardError: number,
  reference: ReferenceDistribution,
  criticalValue: number,
): Estimate {
  const tStat = value === 0 ? 0 : value / standardError;
  const halfWidth = criticalValue * standardError;
  return {
    term,
    value,
    standardError,
    tStat,
    pValue: twoSidedProbability(tStat, reference),
    interval: [value - halfWidth, value + halfWidth],
  };
}

/** The same estimate in a unit `factor` (> 0) times smaller: α per day as α per year. */
export function scaledEstimate(original: Estimate, factor: number): Estimate {
  const [low, high] = original.interval;
  return {
    ...original,
    value: original.value * factor,
    standardError: original.standardError * factor,
    interval: [low * factor, high * factor],
  };
}
