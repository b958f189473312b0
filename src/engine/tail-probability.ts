/**
 * Two-sided and upper tail probabilities that stay accurate far out, where 1 − F(x) would be 0 or noise.
 *
 * t and normal by @stdlib's lower tail at −|x|; F by its reflection, P(F(a, b) > x) = P(F(b, a) < 1/x);
 * χ² with whole degrees of freedom in closed form (Abramowitz and Stegun 26.4.4–5). Checked against
 * scipy to 1e-10 relative, down to p = 1e-300; below that 0, as in scipy.
 */
import f from "@stdlib/stats-base-dists-f";
import normal from "@stdlib/stats-base-dists-normal";
import t from "@stdlib/stats-base-dists-t";

export type ReferenceDistribution = { readonly distribution: "t"; readonly degreesOfFreedom: number } | { readonly distribution: "normal" };

/** P(|T| > |x|) under the reference distribution. */
export function twoSidedProbability(x: number, reference: ReferenceDistribution): number {
  if (!Number.isFinite(x)) return 0;
  const lower =
    reference.distribution === "t" ? t.cdf(-Math.abs(x), reference.degreesOfFreedom) : normal.cdf(-Math.abs(x), 0, 1);
  return 2 * lower;
}

/** The c with P(|T| ≤ c) = level: 1.96 for the normal's 0.95. */
export function criticalValue(level: number, reference: ReferenceDistribution): number {
  const upper = (1 + level) / 2;
  if (reference.distribution === "normal") return normal.quantile(upper, 0, 1);
  const { degreesOfFreedom } = reference;
  let critical = degreesOfFreedom < largeSample ? t.quantile(upper, degreesOfFreedom) : nearNormalQuantile(-normal.quantile((1 - level) / 2, 0, 1), degreesOfFreedom);
  if (degreesOfFreedom >= exactSample) return critical;
  // Both starts have 8 digits at least, the tail 14: one of Newton's steps squares the error.
  critical += (twoSidedProbability(critical, reference) - (1 - level)) / (2 * t.pdf(critical, degreesOfFreedom));
  return critical;
}

const largeSample = 200;
/** From here on the terms left out are below the last digit. */
const exactSample = 4_000;

/** t's quantile from the normal's (Abramowitz and Stegun 26.7.5), to 1e-11 from 200 degrees of freedom on. */
function nearNormalQuantile(x: number, degreesOfFreedom: number): number {
  const square = x * x;
  const first = (x * (square + 1)) / 4;
  const second = (x * ((5 * square + 16) * square + 3)) / 96;
  const third = (x * (((3 * square + 19) * square + 17) * square - 15)) / 384;
  const fourth = (x * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945)) / 92_160;
  return x + (first + (second + (third + fourth / degreesOfFreedom) / degreesOfFreedom) / degreesOfFreedom) / degreesOfFreedom;
}

/** P(F > x) with the numerator's and the denominator's degrees of freedom. */
export function upperTailF(x: number, numerator: number, denominator: number): number {
  if (x === Infinity) return 0;
  return x <= 0 ? 1 : f.cdf(1 / x, denominator, numerator);
}

/** P(χ² > x), degrees of freedom whole. */
export function upperTailChiSquared(x: number, degreesOfFreedom: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const half = x / 2;
  const odd = degreesOfFreedom % 2 === 1;
  let probability = odd ? twoSidedProbability(Math.sqrt(x), { distribution: "normal" }) : Math.exp(-half);
  let term = odd ? 2 * Math.sqrt(half / Math.PI) * Math.exp(-half) : half * Math.exp(-half);
  for (let degrees = odd ? 3 : 4; degrees <= degreesOfFreedom; degrees += 2) {
    probability += term;
    term *= x / degrees;
  }
  return probability;
}
