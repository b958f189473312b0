/**
 * Whether one β fits regressions of the same pair at several frequencies, by the intervals of β.
 *
 * Each of k intervals misses the truth in 5% of samples, so that k of them part more often: what parts counts as
 * evidence where it does with each interval at 1 − 0.05/k (Bonferroni). Not a test of the difference: the rows are the
 * same, and the estimates go together.
 */
import type { FactorFit } from "./factor-fit.ts";
import { criticalValue } from "./tail-probability.ts";

export type BetaAgreement = "one" | "overlap" | "apart by luck" | "apart";

/** Of fits with the errors that decide (deciding-fit.ts), one per frequency. */
export function betaAgreement(fits: readonly FactorFit[]): BetaAgreement {
  if (fits.length < 2) return "one";
  if (overlap(fits.map(({ betas }) => betas[0].interval))) return "overlap";
  return overlap(fits.map((fit) => widened(fit, 1 - 0.05 / fits.length))) ? "apart by luck" : "apart";
}

/** An end in common is a point in common. */
const overlap = (intervals: readonly (readonly [number, number])[]): boolean =>
  Math.max(...intervals.map(([low]) => low)) <= Math.min(...intervals.map(([, high]) => high));

function widened({ betas: [{ value, standardError }], inference }: FactorFit, level: number): readonly [number, number] {
  const { distribution, degreesOfFreedom } = inference;
  const reach = criticalValue(level, distribution === "t" ? { distribution, degreesOfFreedom } : { distribution }) * standardError;
  return [value - reach, value + reach];
}
