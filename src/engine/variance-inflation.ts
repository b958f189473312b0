import type { FactorFit } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";

export interface VarianceInflation {
  readonly factor: string;
  /** How many times the variance of its β is what it would be if the other factors did not go with it. */
  readonly inflation: number;
}

/**
 * Variance inflation factors, 1/(1 − R²) of each factor on the others (Marquardt 1970), in the order of the factors;
 * none for one factor. Above 10 is the usual mark of βs that share out one movement between them. Checked against
 * statsmodels' `variance_inflation_factor`.
 *
 * @example
 * ```ts
 * varianceInflation(exampleFit()); // → []
 * ```
 */
export function varianceInflation({ factors, rows }: FactorFit): readonly VarianceInflation[] {
  if (factors.length < 2) return [];
  return factors.map((factor, place) => {
    const others = rows.factors.filter((_, other) => other !== place);
    return { factor, inflation: 1 / (1 - leastSquares(rows.factors[place]!, others).rSquared) };
  });
}
