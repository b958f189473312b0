/**
 * The uncertainty of a position x = budget/σ: σ is estimated too. Delta method: with s² the variance of the column that
 * is sized (r, or ε once hedged) and d its deviations, a row's influence on x is −x/2·(d² − s²)/s². Robust errors
 * (Bartlett), normal intervals, dollars. Checked against the delta method in numpy.
 */
import { attempt } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { FactorFit } from "./factor-fit.ts";
import { assetColumn, centred, influenceEstimate } from "./influence-estimate.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import { longRunVariance } from "./long-run-variance.ts";
import type { PositionSize } from "./position-size.ts";
import type { EngineProblem } from "./problem.ts";
import { robustLags } from "./robust-fit.ts";

export interface PositionInference {
  readonly unhedged: SampledEstimate;
  readonly hedged: SampledEstimate;
}

/** Errors: those of `influenceEstimate`. */
export function positionInference(fit: FactorFit, { unhedged, hedged }: PositionSize): Outcome<PositionInference, EngineProblem> {
  const sized = (term: string, dollars: number, deviations: Float64Array) => {
    const variance = longRunVariance(deviations, 0);
    const influence = deviations.map((deviation) => (-dollars / 2) * (deviation ** 2 / variance - 1));
    return influenceEstimate(term, dollars, influence, assetColumn(fit), robustLags(fit));
  };
  return attempt(function* () {
    return {
      unhedged: yield* sized("unhedged position", unhedged.dollars, centred(fit.rows.asset)),
      hedged: yield* sized("hedged position", hedged.dollars, fit.rows.residuals),
    };
  });
}
