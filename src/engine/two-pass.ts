/**
 * Do assets with a higher β earn more, and how surely is that known? Fama and MacBeth (1973): each row's returns
 * regressed on the assets' βs (of all rows), r_t = γ₀ₜ + γ₁ₜ·β + e; γ̄ are the means over the rows, W/T their covariance, W
 * the sample covariance of the γ_t. The means are the line through the assets' mean returns.
 *
 * The βs are estimates, which W ignores: Shanken (1992; Cochrane 2005, equation 12.19) has
 * ((1 + γ̄₁²/σ²_f)·(W − Σ) + Σ)/T, Σ = σ²_f for γ₁ and 0 elsewhere, σ²_f the factor's sample variance. Both take rows as
 * independent, and the second residuals of one size. For one factor that is a return itself. Units: decimal per period.
 * t with T − 1 degrees of freedom. Checked against R.
 */
import { estimate } from "./estimate.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { covariance, mean, variance } from "./moments.ts";
import { criticalValue } from "./tail-probability.ts";

export interface TwoPass {
  /** γ̄₀ and γ̄₁ with Fama and MacBeth's errors. */
  readonly intercept: Estimate;
  readonly slope: Estimate;
  /** The same with Shanken's. */
  readonly shanken: { readonly intercept: Estimate; readonly slope: Estimate };
}

/** With fewer assets a line through them says more of these than of a market. */
const fewestAssets = 10;

/** Of fits on one factor and the same rows; null with fewer than 10 assets, or one β for all. */
export function twoPass(fits: readonly FactorFit[]): TwoPass | null {
  const [first] = fits;
  if (!first || fits.length < fewestAssets) return null;
  const betas = Float64Array.from(fits, ({ betas: [beta] }) => beta.value);
  const centre = mean(betas);
  const spread = betas.reduce((sum, beta) => sum + (beta - centre) ** 2, 0);
  if (!(spread > 0)) return null;
  const rows = first.rows.days.length;
  const combined = (weights: Float64Array): Float64Array =>
    Float64Array.from({ length: rows }, (_, row) => fits.reduce((sum, fit, i) => sum + weights[i]! * fit.rows.asset[row]!, 0));
  const slopes = combined(betas.map((beta) => (beta - centre) / spread));
  const intercepts = combined(betas.map((beta) => 1 / betas.length - (centre * (beta - centre)) / spread));
  const factorVariance = covariance(first.rows.factors[0], first.rows.factors[0]);
  const inflation = 1 + mean(slopes) ** 2 / factorVariance;
  const reference = { distribution: "t", degreesOfFreedom: rows - 1 } as const;
  const critical = criticalValue(first.inference.level, reference);
  const of = (term: string, column: Float64Array, own: number): Estimate => estimate(term, mean(column), Math.sqrt(own / rows), reference, critical);
  return {
    intercept: of("intercept", intercepts, variance(intercepts)),
    slope: of("slope", slopes, variance(slopes)),
    shanken: {
      intercept: of("intercept", intercepts, inflation * variance(intercepts)),
      slope: of("slope", slopes, inflation * (variance(slopes) - factorVariance) + factorVariance),
    },
  };
}
