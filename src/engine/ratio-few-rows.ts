/**
 * A ratio's error as it is right for few rows, too: of the delta method's (sharpe-inference.ts), times √(n/(n − k)), k the
 * coefficients that were estimated (1 of a mean, one more for each factor), times Kiefer and Vogelsang's critical value over the
 * normal's where lags are counted (deciding-fit.ts), with t of n − k degrees of freedom. As it stands the normal interval of an
 * appraisal ratio from 60 days held it in 90.5% of made-up samples; with many rows both are the same to some digits. Units: the ratio's.
 */
import { fewRowsWidening } from "./deciding-fit.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import { periodsPerYear } from "./series.ts";
import type { RatioInference } from "./sharpe-inference.ts";
import { criticalValue } from "./tail-probability.ts";

/**
 * @example
 * ```ts
 * const { rows, sample } = exampleFit();
 * const ratio = sharpeInference({ returns: rows.asset, days: rows.days, sample }, { method: "iid" });
 * ratio.ok && ratioForFewRows(ratio.value, 1).perPeriod.standardError / ratio.value.perPeriod.standardError; // → Math.sqrt(8 / 7)
 * ```
 */
export function ratioForFewRows(ratio: RatioInference, coefficients: number): RatioInference {
  const { perPeriod: { term, value, standardError }, lags, level, sample } = ratio;
  const rows = sample.observations;
  const reference = { distribution: "t", degreesOfFreedom: rows - coefficients } as const;
  const error = standardError * Math.sqrt(rows / (rows - coefficients)) * fewRowsWidening(lags, rows);
  const perPeriod = estimate(term, value, error, reference, criticalValue(level, reference));
  return { ...ratio, perPeriod, annual: scaledEstimate(perPeriod, Math.sqrt(periodsPerYear[sample.frequency])) };
}
