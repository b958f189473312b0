/**
 * P(supremum > x) of Andrews' (1993) statistic for q coefficients over the middle 70% of the sample (15% trimming).
 *
 * Hansen's approximation (1997, "Approximate asymptotic p values for structural-change tests", Journal of Business
 * and Economic Statistics 15, table 1): P(χ²(ν) > a + b·x), 1 where a + b·x is negative, with a, b and ν fitted to
 * simulated values. His ν is not whole, so the tail is that of the gamma function. Checked against R's strucchange
 * and Andrews' critical values (2003 corrigendum).
 */
import chisquare from "@stdlib/stats-base-dists-chisquare";

export const hansenSurface: readonly (readonly [a: number, b: number, degreesOfFreedom: number])[] = [
  [-0.98828874, 1.01604712, 2.96752918],
  [-1.65273586, 1.05932633, 4.69340428],
  [-2.04820499, 1.13491785, 6.75208304],
  [-2.52186324, 1.10727065, 7.95561422],
  [-3.4646422, 1.06781143, 8.27206632],
  [-4.04745714, 1.08339951, 9.51466537],
  [-4.4191379, 1.10217153, 11.01503763],
];

/** q from 1 to 7. */
export function supremumProbability(x: number, coefficients: number): number {
  const [a, b, degreesOfFreedom] = hansenSurface[coefficients - 1]!;
  const transformed = a + b * x;
  return transformed <= 0 ? 1 : 1 - chisquare.cdf(transformed, degreesOfFreedom);
}
