/**
 * Is an estimate another number than its hypothesis? t = (b − b₀)/s.e., in the distribution of its own errors. A
 * one-sided test's p is half the two-sided one on the side of its alternative. Checked against statsmodels.
 */
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { twoSidedProbability } from "./tail-probability.ts";
import type { ReferenceDistribution } from "./tail-probability.ts";

/** The alternative: the estimate differs from the hypothesis, is above it, or is below it. */
export type Side = "two" | "greater" | "less";

/** The distribution that a fit's t statistics are read in. */
export const referenceOf = ({ inference }: Pick<FactorFit, "inference">): ReferenceDistribution =>
  inference.distribution === "t" ? { distribution: "t", degreesOfFreedom: inference.degreesOfFreedom } : { distribution: "normal" };

/**
 * H₀: the estimate is `hypothesis`. With a standard error of 0, t is ±∞, or 0 where the hypothesis is met.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // r = 0.5 + 2·f + e
 * const { t, p } = testCoefficient(fit.betas[0], 2, "two", referenceOf(fit));
 * [Math.abs(t) < 1e-12, p > 1 - 1e-9]; // → [true, true]
 * ```
 */
export function testCoefficient({ value, standardError }: Pick<Estimate, "value" | "standardError">, hypothesis: number, side: Side, reference: ReferenceDistribution): { readonly t: number; readonly p: number } {
  const t = value === hypothesis ? 0 : (value - hypothesis) / standardError;
  const both = twoSidedProbability(t, reference);
  if (side === "two") return { t, p: both };
  const isOnSide = side === "greater" ? t > 0 : t < 0;
  return { t, p: isOnSide ? both / 2 : 1 - both / 2 };
}
