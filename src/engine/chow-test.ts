/**
 * Did β (or α and β) change on a day named beforehand? Chow's question (1960) by a Wald test with a robust covariance.
 *
 * r = α + β·f + D·(δ₀ + δ·f) + ε, D = 1 from the day on; H₀ is δ = 0 (δ₀ free), or δ₀ = δ = 0. W = δ'C⁻¹δ ~ χ²(q), C the
 * HC1 or HAC covariance of the coefficients. Valid for a day that was not chosen by looking at these returns:
 * otherwise beta-stability.ts. δ is the β from the day on less the β before. Checked against statsmodels.
 */
import { dayOfIso } from "../calendar.ts";
import { attempt, failure } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import { coefficientCovariance, waldSquare } from "./coefficient-covariance.ts";
import { estimate } from "./estimate.ts";
import type { Estimate, Inference, Sample, TestResult } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import type { EngineProblem } from "./problem.ts";
import { refuseDegenerateFit, refuseDegenerateRows, refuseSeries } from "./refuse-degenerate.ts";
import type { Series } from "./series.ts";
import { criticalValue, upperTailChiSquared } from "./tail-probability.ts";

export interface ChowTest {
  readonly test: TestResult;
  /** Each coefficient from the day on less the one before: "alpha", then the factors. */
  readonly changes: readonly Estimate[];
  readonly rows: { readonly before: number; readonly from: number };
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface ChowRequest {
  readonly covariance?: "hc1" | "hac" | undefined;
  readonly lags?: number | undefined;
  readonly including?: "betas" | "alpha and betas" | undefined;
}

const level = 0.95;

/**
 * `day` (ISO) is the first of the later part.
 *
 * Errors: `too-few-rows` unless each part has 8 rows and two more than there are factors, those of `fitFactors` for
 * the whole and `collinear` where a part does not determine its coefficients.
 */
export function chowTest(
  asset: Series,
  factors: readonly Series[],
  day: string,
  { covariance = "hc1", lags, including = "betas" }: ChowRequest = {},
): Outcome<ChowTest, EngineProblem> {
  return attempt(function* () {
    const names = refuseSeries(asset, factors);
    if (names) return yield* failure(names);
    const aligned = yield* alignSeries(asset, factors);
    const degenerate = refuseDegenerateRows(aligned, asset, factors);
    if (degenerate) return yield* failure(degenerate);
    const later = Float64Array.from(aligned.days, (each) => (each >= dayOfIso(day) ? 1 : 0));
    const from = later.reduce((sum, each) => sum + each, 0);
    const before = later.length - from;
    const needed = Math.max(8, factors.length + 2);
    const all = [asset, ...factors].map(({ id }) => id);
    if (Math.min(from, before) < needed) return yield* failure({ kind: "too-few-rows", rows: Math.min(from, before), needed, series: all });

    const interactions = aligned.others.map((column) => column.map((value, row) => value * later[row]!));
    const regression = leastSquares(aligned.asset, [...aligned.others, later, ...interactions]);
    if (regression.exact) return yield* failure({ kind: "exact-fit", asset: asset.id, factors: factors.map(({ id }) => id) });
    const dependent = refuseDegenerateFit(regression, [...factors, asset, ...factors].map((series, i) => (i < factors.length ? series : { ...series, id: `${series.id} from ${day}` })));
    if (dependent) return yield* failure(dependent);
    const { matrix, ...robust } = yield* coefficientCovariance(regression, aligned, { covariance, lags });
    const reference = { distribution: "normal" } as const;
    const critical = criticalValue(level, reference);
    const offset = factors.length + 1;
    const changes = ["alpha", ...factors.map(({ id }) => id)].map((term, i) =>
      estimate(term, regression.coefficients[offset + i]!, Math.sqrt(matrix![offset + i]![offset + i]!), reference, critical),
    );
    const tested = changes.map((_, i) => offset + i).slice(including === "betas" ? 1 : 0);
    const statistic = waldSquare(
      tested.map((i) => regression.coefficients[i]!),
      tested.map((i) => tested.map((j) => matrix![i]![j]!)),
    );
    return {
      test: {
        name: "chow-wald",
        null: including === "betas" ? "the betas are the same before and after" : "alpha and the betas are the same before and after",
        statistic,
        distribution: "chi-squared",
        degreesOfFreedom: [tested.length],
        pValue: upperTailChiSquared(statistic, tested.length),
      },
      changes,
      rows: { before, from },
      sample: aligned.sample,
      inference: { ...robust, ...reference, degreesOfFreedom: Infinity, level },
    };
  });
}
