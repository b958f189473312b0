import { atLeastOne, type AtLeastOne } from "./at-least-one.ts";
import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { FactorFit } from "./factor-fit.ts";
import { measurePortfolio } from "./portfolio.ts";
import type { Portfolio } from "./portfolio.ts";
import { varianceDecomposition } from "./variance-decomposition.ts";

export interface HedgedPortfolio extends Portfolio {
  /** Dollars of each factor added to a dollar of the asset; negative is short. A full hedge is −β. */
  readonly hedges: AtLeastOne<{ readonly factor: string; readonly dollars: number }>;
  /** The target share of the factors in the hedged variance: 0 for a full hedge. */
  readonly targetShare: number;
  /** The same share as measured from the hedged returns. */
  readonly factorShare: number;
}

/**
 * The hedged portfolio, r − β·f = α + ε (chapter 6.7.5): mean α, volatility σ(ε), β 0.
 *
 * With a target share v of factor variance, the hedge stops where the factor still makes up v of what is
 * left: xh = ±√(v·Var(ε)/((1 − v)·Var(f))) − β, the exposure that remains having the sign of β (the chapter's
 * β are positive). With several factors all betas are scaled by the one number that leaves v.
 *
 * Errors: `out-of-range` unless 0 ≤ v < 1.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // r = 0.5 + 2·f + e
 * const hedged = hedgedPortfolio(fit);
 * hedged.ok && hedged.value.hedges; // → [{ factor: "SPY", dollars: -2 }]
 * hedged.ok && hedged.value.mean; // → 0.5
 * ```
 */
export function hedgedPortfolio(fit: FactorFit, targetShare = 0): Outcome<HedgedPortfolio, EngineProblem> {
  if (!(targetShare >= 0 && targetShare < 1)) {
    return failure({ kind: "out-of-range", option: "share", value: targetShare, min: 0, max: 1 });
  }
  const remaining = remainingExposures(fit, targetShare);
  const returns = fit.rows.asset.slice();
  fit.betas.forEach(({ value }, i) => {
    const column = fit.rows.factors[i]!;
    const hedge = remaining[i]! - value;
    for (let row = 0; row < returns.length; row++) returns[row]! += hedge * column[row]!;
  });
  const measured = measurePortfolio(fit, returns);
  return success({
    ...measured,
    hedges: atLeastOne(fit.betas.map(({ term, value }, i) => ({ factor: term, dollars: remaining[i]! - value }))),
    targetShare,
    factorShare:
      measured.volatility === 0 ? 0 : Math.max(0, 1 - fit.moments.residualVariance / measured.volatility ** 2),
  });
}

function remainingExposures(fit: FactorFit, share: number): readonly number[] {
  if (share === 0) return fit.betas.map(() => 0);
  const remainingFactorVariance = (share / (1 - share)) * fit.moments.residualVariance;
  const [only, second] = fit.moments.factors;
  if (!second) return [Math.sign(fit.betas[0].value) * Math.sqrt(remainingFactorVariance / only.variance)];
  const { factorVariance } = varianceDecomposition(fit);
  return fit.betas.map(({ value }) => value * Math.sqrt(remainingFactorVariance / factorVariance));
}
