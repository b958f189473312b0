/**
 * What a hedge's Sharpe ratio owes to its estimated β: of each row, −Σ E[f]·ψβ/σ(ε), ψβ the row's influence on a β
 * (influence-estimate.ts).
 *
 * The hedged ratio is α/σ(ε). Where β is too high by δ, the hedged mean is too low by δ·E[f], and σ of the hedged
 * returns is at its minimum, so that it moves by nothing of first order. Mean 0; per period; one entry a row.
 */
import type { FactorFit } from "./factor-fit.ts";
import { coefficientInfluence } from "./influence-estimate.ts";

export function hedgeInfluence(fit: FactorFit): Float64Array {
  const [, ...ofBetas] = coefficientInfluence(fit).influence;
  const { residualVariance, factors } = fit.moments;
  const volatility = Math.sqrt((residualVariance * (fit.sample.observations - 1)) / fit.sample.observations);
  return fit.rows.residuals.map((_, row) => -ofBetas.reduce((sum, influence, i) => sum + factors[i]!.mean * influence[row]!, 0) / volatility);
}
