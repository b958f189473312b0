/**
 * E[r] = rf + β·E[f] with a rate or a premium that is given in place of the sample's mean: the CAPM's expected return
 * (Sharpe 1964), in which α is 0. Given numbers have no error, so that the interval is β's alone: its ends times the
 * premium, plus the rate. Conventions: decimals a year, not compounded.
 */
import type { Estimate } from "./factor-fit.ts";

export interface GivenReturn {
  /** Decimal a year; 0 where no money earns a rate. */
  readonly rate: number;
  /** The factor's mean excess return, decimal a year. */
  readonly premium: number;
  readonly total: number;
  readonly interval: readonly [low: number, high: number];
  /** |premium| × β's. */
  readonly standardError: number;
}

/**
 * @example
 * ```ts
 * const { betas } = exampleFit(); // β = 2
 * givenReturn(betas[0], { rate: 0.25, premium: 0.125 }).total; // → 0.5
 * ```
 */
export function givenReturn(beta: Estimate, { rate, premium }: { readonly rate: number; readonly premium: number }): GivenReturn {
  const ends = beta.interval.map((end) => rate + end * premium);
  return { rate, premium, total: rate + beta.value * premium, interval: [Math.min(...ends), Math.max(...ends)], standardError: Math.abs(premium) * beta.standardError };
}
