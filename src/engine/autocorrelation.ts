/**
 * Do neighbouring residuals go together? ρ = Σ uₜ·uₜ₋₁/Σ u², with an error that is right where volatility clusters:
 * √(Σ uₜ²·uₜ₋₁²)/Σ u² (White's form; Wooldridge 1991), under the null that they don't. Durbin–Watson is about
 * 2(1 − ρ), and its tables (or 1/√n) suppose one variance: they call clustering correlation.
 *
 * Normal intervals. Checked against numpy and calibrated by simulation.
 */
import { criticalValue } from "./tail-probability.ts";
import { estimate } from "./estimate.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";

/** Of a fit's residuals with the row before; null of an exact fit. */
export function residualAutocorrelation({ exact, inference: { level }, rows: { residuals } }: FactorFit): Estimate | null {
  if (exact) return null;
  let [products, squares, crossed] = [0, 0, 0];
  for (let row = 0; row < residuals.length; row++) {
    const product = row === 0 ? 0 : residuals[row]! * residuals[row - 1]!;
    products += product;
    crossed += product * product;
    squares += residuals[row]! ** 2;
  }
  const reference = { distribution: "normal" } as const;
  return estimate("autocorrelation", products / squares, Math.sqrt(crossed) / squares, reference, criticalValue(level, reference));
}
