/**
 * The uncertainty of a position x = budget/σ: σ is estimated too. x's error is that of ln σ, from four stretches of the
 * rows (sectioning.ts), of the column that is sized: r, or ε once hedged. On that scale an interval stays above 0:
 *   x·exp(±t·s.e.), gᵢ = ln σᵢ, σᵢ with n − 1, t with 3 degrees of freedom. Dollars.
 * On made-up returns with clustered volatility, 95% intervals held the position in 92% of samples of 2,016 rows and
 * more; errors with a few lags held it in 49 to 65% (docs/accuracy.md). Checked against numpy.
 */
import { failure, success, attempt } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Estimate, FactorFit, Inference, Sample } from "./factor-fit.ts";
import { standardDeviation } from "./moments.ts";
import type { PositionSize } from "./position-size.ts";
import type { EngineProblem } from "./problem.ts";
import { isConstant } from "./refuse-degenerate.ts";
import { sectionBounds, sectionedEstimate, sectionedInference, sectioningRowsNeeded } from "./sectioning.ts";

export interface PositionInterval {
  readonly dollars: number;
  readonly interval: readonly [low: number, high: number];
  /** ln of σ per period, with its error. */
  readonly logVolatility: Estimate;
  /** σ per period of each stretch of the rows, in the order of time. */
  readonly stretches: readonly number[];
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface PositionInference {
  readonly unhedged: PositionInterval;
  readonly hedged: PositionInterval;
}

/** Errors: `too-few-rows` (2,016 days, 96 months, 40 years); `constant-series` in a stretch. */
export function positionInference(fit: FactorFit, { unhedged, hedged }: PositionSize): Outcome<PositionInference, EngineProblem> {
  const needed = sectioningRowsNeeded(fit.sample);
  if (needed !== null) return failure({ kind: "too-few-rows", rows: fit.sample.observations, needed, series: [fit.asset, ...fit.factors] });
  const sized = (dollars: number, column: Float64Array, variance: number): Outcome<PositionInterval, EngineProblem> => {
    const parts = sectionBounds(column.length).map(([start, end]) => column.subarray(start, end));
    const still = parts.find(isConstant);
    if (still) return failure({ kind: "constant-series", series: fit.asset, value: still[0]! });
    const stretches = parts.map(standardDeviation);
    const logVolatility = sectionedEstimate("ln σ", Math.log(variance) / 2, stretches.map(Math.log), fit.inference.level);
    const [low, high] = logVolatility.interval;
    const at = (end: number): number => dollars * Math.exp(logVolatility.value - end);
    return success({ dollars, interval: [at(high), at(low)], logVolatility, stretches, sample: fit.sample, inference: sectionedInference(fit) });
  };
  return attempt(function* () {
    return {
      unhedged: yield* sized(unhedged.dollars, fit.rows.asset, fit.moments.asset.variance),
      hedged: yield* sized(hedged.dollars, fit.rows.residuals, fit.moments.residualVariance),
    };
  });
}
