import type { FactorFit } from "./factor-fit.ts";
import { correlation, covariance } from "./moments.ts";

/** A holding's part of a portfolio's variance. */
interface HoldingRisk {
  readonly asset: string;
  readonly weight: number;
  /** Of the portfolio's total variance; the shares of all holdings sum to the portfolio's own. */
  readonly factorShare: number;
  readonly idiosyncraticShare: number;
}

export interface PortfolioRisk {
  readonly asset: string;
  readonly holdings: readonly HoldingRisk[];
  /** Var(ε_p): what is left after the factors. */
  readonly idiosyncraticVariance: number;
  /** Σ w²·Var(ε): what would be left if the residuals of different holdings were uncorrelated, as the model assumes. */
  readonly modelIdiosyncraticVariance: number;
  readonly totalVariance: number;
  /** The two holdings whose residuals are most correlated, of either sign; null with one holding. */
  readonly closest: { readonly assets: readonly [string, string]; readonly correlation: number } | null;
}

/**
 * The variance of a portfolio split by holding. With fitted values F and residuals ε on the same rows and the same
 * factors, r_p = Σ w·(F + ε) and, because least squares is linear, F_p = Σ w·F and ε_p = Σ w·ε. So
 *
 *   Var(r_p) = Σ w·Cov(F, F_p) + Σ w·Cov(ε, ε_p),
 *
 * each holding's marginal part (all with n − 1). A holding that is a factor itself has no residual. A single-index model sets the covariances between different
 * residuals to 0 (Sharpe 1963); the difference to Var(ε_p) shows what that leaves out.
 *
 * `fits` are those of the portfolio's parts on the rows of `portfolio`; holdings without one are factors of it.
 */
export function holdingRisk(portfolio: FactorFit, weights: readonly { readonly asset: string; readonly weight: number }[], fits: readonly FactorFit[]): PortfolioRisk {
  const totalVariance = portfolio.moments.asset.variance;
  const fitted = fittedValues(portfolio);
  const holdings = weights.map(({ asset, weight }) => ({ asset, weight, fit: fits.find((fit) => fit.asset === asset) ?? null }));
  const parts = holdings.map(({ asset, weight, fit }) => ({
    asset,
    weight,
    factorShare: (weight * covariance(fit ? fittedValues(fit) : factorReturns(portfolio, asset), fitted)) / totalVariance,
    idiosyncraticShare: fit ? (weight * covariance(fit.rows.residuals, portfolio.rows.residuals)) / totalVariance : 0,
  }));
  let closest: PortfolioRisk["closest"] = null;
  for (const [index, one] of fits.entries()) {
    for (const other of fits.slice(index + 1)) {
      const value = correlation(one.rows.residuals, other.rows.residuals);
      if (closest === null || Math.abs(value) > Math.abs(closest.correlation)) closest = { assets: [one.asset, other.asset], correlation: value };
    }
  }
  return {
    asset: portfolio.asset,
    holdings: parts,
    idiosyncraticVariance: portfolio.moments.residualVariance,
    modelIdiosyncraticVariance: holdings.reduce((sum, { fit, weight }) => sum + weight ** 2 * (fit?.moments.residualVariance ?? 0), 0),
    totalVariance,
    closest,
  };
}

const factorReturns = ({ factors, rows }: FactorFit, id: string): Float64Array => rows.factors[factors.indexOf(id)]!;

const fittedValues = ({ rows }: FactorFit): Float64Array => rows.asset.map((value, row) => value - rows.residuals[row]!);
