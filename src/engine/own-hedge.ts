/**
 * A hedge of other dollars than β: of a dollar of the asset, h dollars of the one factor are sold. What is left is
 * r − h·f, whose β is β − h and whose variance is (β − h)²·Var(f) + Var(ε) (chapter 6.7.5 with another h). Conventions:
 * decimals; volatilities are the sample's, n − 1.
 */
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { measurePortfolio } from "./portfolio.ts";
import type { Portfolio } from "./portfolio.ts";

export interface OwnHedge extends Portfolio {
  /** Dollars of the factor that are sold for a dollar of the asset. */
  readonly ratio: number;
  /** β − h, with β's interval less h. */
  readonly left: { readonly value: number; readonly interval: readonly [low: number, high: number]; readonly standardError: number };
}

/**
 * `beta` with the errors that verdicts rest on; the fit has one factor.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // β = 2
 * ownHedge(fit, fit.betas[0], 1.5).left.value; // → 0.5
 * ```
 */
export function ownHedge(fit: FactorFit, beta: Estimate, ratio: number): OwnHedge {
  const factor = fit.rows.factors[0];
  const returns = fit.rows.asset.map((value, row) => value - ratio * factor[row]!);
  const [low, high] = beta.interval;
  return { ...measurePortfolio(fit, returns), ratio, left: { value: beta.value - ratio, interval: [low - ratio, high - ratio], standardError: beta.standardError } };
}
