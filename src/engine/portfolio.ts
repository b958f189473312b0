/**
 * What a portfolio did on the rows of a fit. A hedge's β and correlation are 0 but for rounding, and are printed to show
 * just that: so the moments are compensated ones, where simple-statistics would show its own rounding.
 */
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { correlation, mean, standardDeviation } from "./moments.ts";
import { periodsPerYear } from "./series.ts";

/** A portfolio's returns on the rows of a fit, and its exposure to the factors. */
export interface Portfolio {
  readonly asset: string;
  /** Decimal per period, one per row of the fit. */
  readonly returns: Float64Array;
  readonly days: Int32Array;
  /** Decimal per period; sd with n − 1. */
  readonly mean: number;
  readonly volatility: number;
  /** × 252 or 12, and × its square root. */
  readonly meanAnnual: number;
  readonly volatilityAnnual: number;
  /** Measured from the returns: a hedge's beta is 0 up to rounding, not set to 0. */
  readonly exposures: readonly Exposure[];
  readonly sample: Sample;
  readonly inference: Inference;
}

interface Exposure {
  readonly factor: string;
  readonly beta: number;
  readonly correlation: number;
}

/** Statistics of returns on the rows of a fit. */
export function measurePortfolio(fit: FactorFit, returns: Float64Array): Portfolio {
  const periods = periodsPerYear[fit.sample.frequency];
  const average = mean(returns);
  const volatility = standardDeviation(returns);
  const { coefficients } = leastSquares(returns, fit.rows.factors);
  return {
    asset: fit.asset,
    returns,
    days: fit.rows.days,
    mean: average,
    volatility,
    meanAnnual: average * periods,
    volatilityAnnual: volatility * Math.sqrt(periods),
    exposures: fit.factors.map((factor, i) => ({
      factor,
      beta: coefficients[i + 1]!,
      correlation: correlation(returns, fit.rows.factors[i]!),
    })),
    sample: fit.sample,
    inference: fit.inference,
  };
}
