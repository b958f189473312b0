/**
 * Tests about betas other than that they are 0: β = β₀, and the same betas for two assets on the same rows.
 *
 * One beta: t = (β − β₀)/s.e., with the fit's own standard error and distribution. Several at once: r − Σ β₀·f has the
 * betas β − β₀, and r₁ − r₂ the betas β₁ − β₂ with the covariance that common days give them, so both are the Wald F
 * test (classical: the regression's F) that every beta of that return is 0. Residuals and covariances are those of the
 * original regression: the shift is exact. HC1 unless asked otherwise. Checked against statsmodels and R.
 */
import { attempt, failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { Estimate, FactorFit, Inference, Sample, TestResult } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { FitRequest } from "./fit-factors.ts";
import type { EngineProblem } from "./problem.ts";
import type { Series } from "./series.ts";
import { twoSidedProbability } from "./tail-probability.ts";

export interface BetaTest {
  readonly test: TestResult;
  /** Each beta less its value under the null (or the other asset's). */
  readonly differences: readonly Estimate[];
  readonly sample: Sample;
  readonly inference: Inference;
}

/**
 * H₀: the beta of one factor is `hypothesis`, by the errors that the fit has.
 *
 * @example
 * ```ts
 * const two = betaEquals(exampleFit(), 2); // r = 0.5 + 2·f + e
 * [Math.abs(two.statistic) < 1e-12, two.distribution, two.degreesOfFreedom]; // → [true, "t", [6]]
 * ```
 */
export function betaEquals(fit: FactorFit, hypothesis: number, factor = 0): TestResult {
  const { value, standardError, term } = fit.betas[factor]!;
  const { distribution, degreesOfFreedom } = fit.inference;
  const statistic = value === hypothesis ? 0 : (value - hypothesis) / standardError;
  const reference = distribution === "t" ? { distribution, degreesOfFreedom } : { distribution };
  return {
    name: "beta-equals",
    null: `beta on ${term} is ${String(hypothesis)}`,
    statistic,
    distribution,
    degreesOfFreedom: distribution === "t" ? [degreesOfFreedom] : [],
    pValue: twoSidedProbability(statistic, reference),
  };
}

/** H₀: every beta is its hypothesis, in the order of the factors. Errors: those of `fitFactors`; `exact-fit`. */
export function betasEqual(asset: Series, factors: readonly Series[], hypotheses: readonly number[], request: FitRequest = {}): Outcome<BetaTest, EngineProblem> {
  return attempt(function* () {
    const rows = yield* alignSeries(asset, factors, request);
    const values = rows.asset.map((value, row) => value - hypotheses.reduce((sum, beta, i) => sum + beta * rows.others[i]![row]!, 0));
    const tested = yield* jointTest({ ...asset, days: rows.days, values }, factors, "every beta is its hypothesis", request);
    // The sample is the asset's own: the shifted returns have no rows that could be missing.
    return { ...tested, sample: rows.sample };
  });
}

/** H₀: both assets have the same betas, on the rows where all series are present. Errors: those of `fitFactors`; `exact-fit`. */
export function equalBetas(first: Series, second: Series, factors: readonly Series[], request: FitRequest = {}): Outcome<BetaTest, EngineProblem> {
  return attempt(function* () {
    const rows = yield* alignSeries(first, [second, ...factors], request);
    const [other] = rows.others;
    const difference: Series = {
      ...first,
      id: `${first.id} − ${second.id}`,
      days: rows.days,
      values: rows.asset.map((value, row) => value - other![row]!),
    };
    const tested = yield* jointTest(difference, factors, "both assets have the same betas", request);
    return { ...tested, sample: rows.sample };
  });
}

function jointTest(returns: Series, factors: readonly Series[], nullHypothesis: string, request: FitRequest): Outcome<BetaTest, EngineProblem> {
  const fit = fitFactors(returns, factors, { covariance: "hc1", ...request });
  if (!fit.ok) return fit;
  const { fTest, betas, sample, inference, exact, asset } = fit.value;
  if (exact) return failure({ kind: "exact-fit", asset, factors: fit.value.factors });
  return success({ test: { ...fTest, null: nullHypothesis }, differences: betas, sample, inference });
}
