import type { Estimate, FactorFit } from "./factor-fit.ts";
import { periodsPerYear } from "./series.ts";
import type { Frequency } from "./series.ts";

/** The regression at one frequency, and what the daily regression predicts for it. */
export interface FrequencyFigures {
  readonly frequency: Frequency;
  readonly fit: FactorFit;
  readonly beta: Estimate;
  /** σ(r) per period and per year, decimal, n − 1. */
  readonly volatility: number;
  readonly volatilityAnnual: number;
  /** mean/σ of the excess return, per year. */
  readonly sharpe: number;
  /** From the daily regression: α times the periods, σ times their square root; decimal per period. */
  readonly predicted: { readonly alpha: number; readonly volatility: number };
}

/**
 * The same regression at several frequencies (chapter 6.12): α and variances grow with the period, volatilities
 * with its root, β and R² do not. `fits`: the first is the one that predicts the others.
 *
 * @example
 * ```ts
 * const [day] = frequencyFigures([exampleFit()]); // r = 0.5 + 2·f + e, daily
 * day?.predicted.alpha; // → 0.5
 * ```
 */
export function frequencyFigures(fits: readonly FactorFit[]): readonly FrequencyFigures[] {
  const base = fits[0];
  if (!base) return [];
  return fits.map((fit) => {
    const { frequency } = fit.sample;
    const periods = periodsPerYear[frequency];
    const steps = periodsPerYear[base.sample.frequency] / periods;
    const { mean, variance } = fit.moments.asset;
    return {
      frequency,
      fit,
      beta: fit.betas[0],
      volatility: Math.sqrt(variance),
      volatilityAnnual: Math.sqrt(variance * periods),
      sharpe: (mean / Math.sqrt(variance)) * Math.sqrt(periods),
      predicted: { alpha: base.alpha.value * steps, volatility: Math.sqrt(base.moments.asset.variance * steps) },
    };
  });
}
