import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { covariance } from "./moments.ts";

export interface VarianceDecomposition {
  readonly asset: string;
  /** Var(r) with n − 1; decimal² per period. */
  readonly totalVariance: number;
  /** Variance of the factors together, their covariances included. */
  readonly factorVariance: number;
  readonly idiosyncraticVariance: number;
  /** Of the total: all covariance terms together; 0 with one factor, below 0 where exposures offset each other. */
  readonly covarianceShare: number;
  /** Equals R². */
  readonly factorShare: number;
  readonly idiosyncraticShare: number;
  /** Parts that add up to the total; a covariance term may be negative. */
  readonly parts: readonly VariancePart[];
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface VariancePart {
  readonly kind: "factor" | "covariance" | "idiosyncratic";
  /** The factors of the part: one for a variance, two for a covariance, none for the residual. */
  readonly factors: readonly string[];
  readonly variance: number;
  /** Share of the total; the shares sum to 1. */
  readonly share: number;
}

/**
 * Var(r) = Σ βᵢ²·Var(fᵢ) + Σ 2·βᵢ·βⱼ·Cov(fᵢ, fⱼ) + Var(ε) (chapter 6.10), all with n − 1, so the factors'
 * share is R².
 *
 * @example
 * ```ts
 * const { factorShare, parts } = varianceDecomposition(exampleFit()); // r = 0.5 + 2·f + e
 * Math.abs(factorShare - exampleFit().rSquared) < 1e-15; // → true
 * parts.map(({ kind }) => kind); // → ["factor", "idiosyncratic"]
 * ```
 */
export function varianceDecomposition(fit: FactorFit): VarianceDecomposition {
  const totalVariance = fit.moments.asset.variance;
  const idiosyncraticVariance = fit.moments.residualVariance;
  const part = (kind: VariancePart["kind"], factors: readonly string[], variance: number): VariancePart => ({
    kind,
    factors,
    variance,
    share: variance / totalVariance,
  });
  const own = fit.betas.map(({ term, value }, i) => part("factor", [term], value ** 2 * fit.moments.factors[i]!.variance));
  const joint = fit.betas.flatMap((left, i) =>
    fit.betas
      .slice(i + 1)
      .map((right, offset) =>
        part(
          "covariance",
          [left.term, right.term],
          2 * left.value * right.value * covariance(fit.rows.factors[i]!, fit.rows.factors[i + 1 + offset]!),
        ),
      ),
  );
  const factorVariance = [...own, ...joint].reduce((sum, { variance }) => sum + variance, 0);
  return {
    asset: fit.asset,
    totalVariance,
    factorVariance,
    idiosyncraticVariance,
    covarianceShare: joint.reduce((sum, { share }) => sum + share, 0),
    factorShare: factorVariance / totalVariance,
    idiosyncraticShare: idiosyncraticVariance / totalVariance,
    parts: [...own, ...joint, part("idiosyncratic", [], idiosyncraticVariance)],
    sample: fit.sample,
    inference: fit.inference,
  };
}
