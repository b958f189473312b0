/**
 * Is a coefficient another number than 0? t = (b − b₀)/s.e., by the standard error and the distribution of its own fit.
 * A one-sided test's p is half the two-sided one on the side of its alternative. Checked against statsmodels.
 */
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { twoSidedProbability } from "./tail-probability.ts";
import type { ReferenceDistribution } from "./tail-probability.ts";

/** The alternative: the coefficient differs from the hypothesis, is above it, or is below it. */
export type Side = "two" | "greater" | "less";

/** The distribution that a fit's t statistics are read in. */
export const referenceOf = ({ inference }: FactorFit): ReferenceDistribution =>
  inference.distribution === "t" ? { distribution: "t", degreesOfFreedom: inference.degreesOfFreedom } : { distribution: "normal" };

/**
 * H₀: the coefficient is `hypothesis`. Where nothing is left to estimate (a standard error of 0), t is ±∞, or 0 where it is met.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // r = 0.5 + 2·f + e
 * const { tStat, pValue } = testCoefficient(fit.betas[0], 2, "two", fit);
 * [Math.abs(tStat) < 1e-12, pValue > 1 - 1e-9]; // → [true, true]
 * ```
 */
export function testCoefficient({ value, standardError }: Estimate, hypothesis: number, side: Side, fit: FactorFit): { readonly tStat: number; readonly pValue: number } {
  const tStat = value === hypothesis ? 0 : (value - hypothesis) / standardError;
  const twoSided = twoSidedProbability(tStat, referenceOf(fit));
  if (side === "two") return { tStat, pValue: twoSided };
  const isOnSide = side === "greater" ? tStat > 0 : tStat < 0;
  return { tStat, pValue: isOnSide ? twoSided / 2 : 1 - twoSided / 2 };
}
