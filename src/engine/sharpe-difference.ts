/**
 * Do two portfolios on the same rows have the same Sharpe ratio? Ledoit and Wolf (2008), "Robust performance
 * hypothesis testing with the Sharpe ratio", Journal of Empirical Finance 15.
 *
 * Δ = μ₁/σ₁ − μ₂/σ₂ is a function of ν = (μ₁, μ₂, E[r₁²], E[r₂²]); with its gradient ∇ the influence of a row is
 * ∇'yₜ, yₜ = (r₁ − μ₁, r₂ − μ₂, r₁² − E[r₁²], r₂² − E[r₂²]) (their section 3). The HAC test (3.1) has the long-run
 * variance of ∇'yₜ by Parzen's kernel, prewhitened, × n/(n − 4), and the normal. Their programs prewhiten the four
 * columns of y together and then apply ∇; here ∇'y, one column, is prewhitened: the bandwidth then does not depend on
 * the unit of the returns. The bootstrap (3.2) draws circular blocks and compares |Δ − Δ₀| over its HAC standard error
 * with |Δ* − Δ| over the block standard error of each resample (their equation 9): p = (#{≥} + 1)/(M + 1).
 *
 * A hedged series is made with a β of the same rows, and its Sharpe ratio moves with that β by −E[f]/σ: taken as known,
 * a hedge by an uncertain β would be tested as if it were certain. `estimated` is what each row moves Δ that way
 * (`hedgeInfluence`): it is added to the influences, and to Δ* as its mean over the resample, which is β* − β to first order.
 *
 * Where rows are missing between others, no lag of the HAC error reaches across (newey-west.ts); a block may, as one may go on
 * from the last row to the first.
 *
 * Ratios per period, σ over n − 1 in the estimate and over n inside the standard errors, as in the paper. Blocks are
 * max(5, ∛n) rows unless given: 5 on the paper's 120 months, 20 on 8,000 days. Checked against R (sandwich's kernHAC
 * and the bootstrap redone row by row); calibrated by simulation.
 */
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { runStarts } from "./date-gaps.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import type { Estimate, Sample, TestResult } from "./factor-fit.ts";
import { checkLags } from "./influence-estimate.ts";
import type { ReturnColumn } from "./influence-estimate.ts";
import { prewhitenedLongRunVariance } from "./long-run-variance.ts";
import { mean, standardDeviation } from "./moments.ts";
import type { EngineProblem } from "./problem.ts";
import { isConstant, minimumSpread } from "./refuse-degenerate.ts";
import { periodsPerYear } from "./series.ts";
import { sharpeBootstrap, sharpeGradient } from "./sharpe-bootstrap.ts";
import { criticalValue } from "./tail-probability.ts";

export interface SharpeDifference {
  /** Per period, first less second, with the HAC standard error. */
  readonly difference: Estimate;
  readonly annual: Estimate;
  readonly hac: TestResult;
  /** null unless asked for. */
  readonly bootstrap: BootstrapTest | null;
  readonly sample: Sample;
  /** As of a fit's inference. */
  readonly hasGaps?: true;
}

/** A test whose distribution is that of resamples. */
export interface BootstrapTest extends Omit<TestResult, "distribution"> {
  readonly distribution: "bootstrap";
  readonly resamples: number;
  readonly blockLength: number;
  readonly seed: number;
}

export interface SharpeDifferenceRequest {
  /** Of the interval: 0.95. */
  readonly level?: number | undefined;
  /** Resamples between 99 and 20,000, none without it: 4,999 take half a second on 8,000 rows. */
  readonly resamples?: number | undefined;
  /** In rows, 1 to n/4. */
  readonly blockLength?: number | undefined;
  readonly seed?: number | undefined;
  /** What each row moves the difference by what was estimated from the same rows, mean 0; without it both series are given. */
  readonly estimated?: Float64Array | undefined;
}

const minimumRows = 20;

/**
 * Both columns are excess returns on the same rows.
 *
 * Errors: `too-few-rows` (20), `constant-series` (also where both columns differ by nothing),
 * `out-of-range` for the level, the number of resamples and the length of the blocks.
 */
export function sharpeDifference(
  first: ReturnColumn,
  second: Float64Array,
  { level, resamples, blockLength = defaultBlockLength(second.length), seed = 1, estimated }: SharpeDifferenceRequest = {},
): Outcome<SharpeDifference, EngineProblem> {
  const { returns, days, sample } = first;
  const rows = returns.length;
  const problem = refuseColumns(returns, second) ?? refuseBootstrap(rows, resamples, blockLength);
  if (problem) return failure(problem);
  const checked = checkLags({ days, sample }, { lags: 1, level });
  if (!checked.ok) return checked;

  const starts = runStarts(days, sample.frequency);
  const value = mean(returns) / standardDeviation(returns) - mean(second) / standardDeviation(second);
  const moments = [returns, second, returns.map((r) => r * r), second.map((r) => r * r)].map((column) => ({ column, average: mean(column) }));
  const gradient = sharpeGradient(moments.map(({ average }) => average));
  const influence = returns.map((_, row) => moments.reduce((sum, { column, average }, i) => sum + gradient[i]! * (column[row]! - average), estimated?.[row] ?? 0));
  const variance = (prewhitenedLongRunVariance(influence, starts).variance * rows) / (rows - 4);
  const reference = { distribution: "normal" } as const;
  const difference = estimate("sharpe difference", value, Math.sqrt(variance / rows), reference, criticalValue(checked.value.level, reference));
  const nullHypothesis = "both Sharpe ratios are equal";
  return success({
    difference,
    annual: scaledEstimate(difference, Math.sqrt(periodsPerYear[sample.frequency])),
    hac: { name: "ledoit-wolf", null: nullHypothesis, statistic: difference.tStat, ...reference, degreesOfFreedom: [], pValue: difference.pValue },
    bootstrap:
      resamples === undefined
        ? null
        : {
            name: "ledoit-wolf",
            null: nullHypothesis,
            statistic: Math.abs(difference.tStat),
            distribution: "bootstrap",
            degreesOfFreedom: [],
            pValue: sharpeBootstrap(returns, second, difference, { resamples, blockLength, seed, estimated }),
            resamples,
            blockLength,
            seed,
          },
    sample,
    ...(starts.length > 0 ? { hasGaps: true } : {}),
  });
}

const defaultBlockLength = (rows: number): number => Math.max(5, Math.round(Math.cbrt(rows)));

function refuseColumns(first: Float64Array, second: Float64Array): EngineProblem | null {
  if (first.length < minimumRows) return { kind: "too-few-rows", rows: first.length, needed: minimumRows, series: ["first", "second"] };
  if (isConstant(first)) return { kind: "constant-series", series: "first", value: first[0]! };
  if (isConstant(second)) return { kind: "constant-series", series: "second", value: second[0]! };
  const same = first.every((value, row) => Math.abs(value - second[row]!) <= minimumSpread);
  return same ? { kind: "constant-series", series: "first − second", value: 0 } : null;
}

function refuseBootstrap(rows: number, resamples: number | undefined, blockLength: number): EngineProblem | null {
  if (resamples === undefined) return null;
  const outside = (option: string, value: number, min: number, max: number): EngineProblem | null =>
    Number.isInteger(value) && value >= min && value <= max ? null : { kind: "out-of-range", option, value, min, max };
  return outside("resamples", resamples, 99, 20_000) ?? outside("blockLength", blockLength, 1, Math.floor(rows / 4));
}
