/**
 * An estimate whose error is the mean of a column: estimate − truth ≈ mean(ψ), one ψ per row (its influence
 * function; the delta method, where the estimate is a function of means). Standard error √(long-run variance of ψ/n),
 * robust to heteroskedasticity at 0 lags and to autocorrelation up to `lags` (Bartlett); normal intervals.
 * Source: Hampel (1974); Newey and McFadden (1994), section 6. At 0 lags the coefficients' standard errors are HC0.
 */
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { runStarts } from "./date-gaps.ts";
import { estimate } from "./estimate.ts";
import type { Estimate, FactorFit, Inference, Sample } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import { longRunVariance } from "./long-run-variance.ts";
import { mean } from "./moments.ts";
import { defaultLags } from "./newey-west.ts";
import type { EngineProblem } from "./problem.ts";
import { criticalValue } from "./tail-probability.ts";

/** An estimate with the rows it is from and how its error was made. */
export interface SampledEstimate extends Estimate {
  readonly sample: Sample;
  readonly inference: Inference;
}

/** A column of returns with its days. Decimals per period; one entry per row of the sample. */
export interface ReturnColumn {
  readonly returns: Float64Array;
  readonly days: Int32Array;
  readonly sample: Sample;
}

export interface LagRequest {
  /** Bartlett lags in rows; without it floor(4·(n/100)^(2/9)); 0 is robust to heteroskedasticity only. */
  readonly lags?: number | undefined;
  /** Of the interval, between 0 and 1: 0.95. */
  readonly level?: number | undefined;
}

export const assetColumn = ({ rows, sample }: FactorFit): ReturnColumn => ({ returns: rows.asset, days: rows.days, sample });

interface CheckedLags {
  readonly lags: number;
  readonly level: number;
  /** Rows that begin another run, where lags are counted and rows are missing: lags are counted within each run. */
  readonly starts: readonly number[];
}

/** The lags and the level to use. Errors: `out-of-range`. */
export function checkLags({ days, sample }: Omit<ReturnColumn, "returns">, { lags, level = 0.95 }: LagRequest): Outcome<CheckedLags, EngineProblem> {
  if (!(level > 0 && level < 1)) return failure({ kind: "out-of-range", option: "level", value: level, min: 0, max: 1 });
  const used = lags ?? defaultLags(days.length);
  if (!(Number.isInteger(used) && used >= 0 && used < days.length)) {
    return failure({ kind: "out-of-range", option: "lags", value: used, min: 0, max: days.length - 1 });
  }
  return success({ lags: used, level, starts: used === 0 ? [] : runStarts(days, sample.frequency) });
}

/** Errors: those of `checkLags`. */
export function influenceEstimate(
  term: string,
  value: number,
  influence: Float64Array,
  rows: Omit<ReturnColumn, "returns">,
  request: LagRequest = {},
): Outcome<SampledEstimate, EngineProblem> {
  const checked = checkLags(rows, request);
  if (!checked.ok) return checked;
  const { lags, level, starts } = checked.value;
  const standardError = Math.sqrt(longRunVariance(influence, lags, starts) / influence.length);
  const reference = { distribution: "normal" } as const;
  return success({
    ...estimate(term, value, standardError, reference, criticalValue(level, reference)),
    sample: rows.sample,
    inference: { covariance: "hac", lags, ...(starts.length > 0 ? { hasGaps: true } : {}), smallSample: "none", ...reference, degreesOfFreedom: Infinity, level },
  });
}

/**
 * The influence of each row on α, then on each β: n·e·u/Σe², e what the other regressors leave of the coefficient's
 * own (Frisch and Waugh 1933; Lovell 1963) and u the residual. The weight n·e/Σe² without u is in `weights`.
 */
export function coefficientInfluence({ rows }: FactorFit): { readonly weights: Float64Array[]; readonly influence: Float64Array[] } {
  const ones = new Float64Array(rows.days.length).fill(1);
  const partials = [
    leastSquares(ones, rows.factors, false).residuals,
    ...rows.factors.map((column, i) => {
      const others = rows.factors.filter((_, j) => j !== i);
      return others.length === 0 ? centred(column) : leastSquares(column, others).residuals;
    }),
  ];
  const weights = partials.map((partial) => {
    const meanSquare = longRunVariance(partial, 0);
    return partial.map((entry) => entry / meanSquare);
  });
  const { residuals } = rows;
  return { weights, influence: weights.map((weight) => weight.map((entry, row) => entry * residuals[row]!)) };
}

/** A column less its mean. */
export function centred(column: Float64Array): Float64Array {
  const average = mean(column);
  return column.map((value) => value - average);
}
