/**
 * The factor regression: an asset's excess return on a constant and one or more factors (chapter 6.4,
 * 6.7.2), by ordinary least squares, with everything statsmodels' summary table shows.
 *
 * r = α + β₁·f₁ + … + βₖ·fₖ + ε on the rows where all series are present. Units: decimals per period;
 * s² = Σu²/(n − k − 1). Standard errors: classical; HC1 (MacKinnon and White 1985), times n/(n − k − 1);
 * or Newey–West with Bartlett weights, by default without small-sample factor. By default, intervals and
 * p-values use t where the covariance is classical and the normal where it is robust, as statsmodels does.
 * Checked against exact rational arithmetic, NIST StRD, statsmodels and R.
 */
import { atLeastOne } from "./at-least-one.ts";
import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { AlignedRows, Window } from "./align-series.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import { coefficientCovariance, regressionTest } from "./coefficient-covariance.ts";
import type { CovarianceEstimate, CovarianceRequest } from "./coefficient-covariance.ts";
import type { FactorFit } from "./factor-fit.ts";
import { leastSquares } from "./least-squares.ts";
import type { LeastSquares } from "./least-squares.ts";
import { refuseDegenerateFit, refuseDegenerateRows, refuseSeries } from "./refuse-degenerate.ts";
import { residualDiagnostics } from "./residual-diagnostics.ts";
import { periodsPerYear } from "./series.ts";
import type { Series } from "./series.ts";
import { criticalValue } from "./tail-probability.ts";
import type { ReferenceDistribution } from "./tail-probability.ts";

export interface FitRequest extends Window, CovarianceRequest {
  readonly distribution?: "t" | "normal" | undefined;
  /** Of the intervals, between 0 and 1: 0.95. */
  readonly level?: number | undefined;
}

/**
 * Fits the factor model. All series: excess returns (or zero-cost portfolios) of one frequency.
 *
 * Errors, before anything is computed: `factor-is-asset`, `wrong-return-kind` (a total return or a rate),
 * those of `alignSeries`, `too-few-rows` (8, or two more than there are factors), `constant-series`,
 * `collinear`, `ill-conditioned`; `out-of-range` for impossible lags or levels.
 *
 * @example
 * ```ts
 * const days = Int32Array.from({ length: 10 }, (_, row) => row);
 * const spy = { id: "SPY", kind: "excess", frequency: "daily", days, values: Float64Array.from(days, (day) => (day % 3) - 1) } as const;
 * const jpm = { ...spy, id: "JPM", values: spy.values.map((value) => 0.5 + 2 * value) };
 * const fit = fitFactors(jpm, [spy]);
 * fit.ok && fit.value.alpha.value; // → 0.5
 * fit.ok && fit.value.betas[0]!.value; // → 2
 * ```
 */
export function fitFactors(asset: Series, factors: readonly Series[], request: FitRequest = {}): Outcome<FactorFit, EngineProblem> {
  const requestProblem = refuseSeries(asset, factors) ?? refuseRequest(request);
  if (requestProblem) return failure(requestProblem);
  const aligned = alignSeries(asset, factors, request);
  if (!aligned.ok) return aligned;
  const rows = aligned.value;
  const rowsProblem = refuseDegenerateRows(rows, asset, factors);
  if (rowsProblem) return failure(rowsProblem);

  const regression = leastSquares(rows.asset, rows.others);
  const fitProblem = refuseDegenerateFit(regression, factors);
  if (fitProblem) return failure(fitProblem);
  return success(summarize(asset, factors, rows, regression, request, coefficientCovariance(regression, rows, request)));
}

function refuseRequest({ level, lags }: FitRequest): EngineProblem | null {
  if (level !== undefined && !(level > 0 && level < 1)) {
    return { kind: "out-of-range", option: "level", value: level, min: 0, max: 1 };
  }
  if (lags !== undefined && lags !== "auto" && !(Number.isInteger(lags) && lags >= 0)) {
    return { kind: "out-of-range", option: "lags", value: lags, min: 0, max: Number.MAX_SAFE_INTEGER };
  }
  return null;
}

function summarize(
  asset: Series,
  factors: readonly Series[],
  rows: AlignedRows,
  regression: LeastSquares,
  request: Pick<FitRequest, "distribution" | "level">,
  { matrix, covariance, lags, automaticLags, hasGaps, smallSample }: CovarianceEstimate,
): FactorFit {
  const { degreesOfFreedom, sumOfSquaredResiduals: squaredResiduals, totalSumOfSquares: totalSquares, rSquared } = regression;
  const observations = rows.days.length;
  const coefficients = factors.length + 1;
  const distribution = request.distribution ?? (covariance === "classical" ? "t" : "normal");
  const level = request.level ?? 0.95;
  const reference: ReferenceDistribution = distribution === "t" ? { distribution, degreesOfFreedom } : { distribution };
  const critical = criticalValue(level, reference);
  const standardErrors = matrix?.map((row, i) => Math.sqrt(Math.max(0, row[i]!))) ?? regression.standardErrors;
  const [alpha, ...betas] = ["alpha", ...factors.map((factor) => factor.id)].map((term, i) =>
    estimate(term, regression.coefficients[i]!, standardErrors[i]!, reference, critical),
  );
  const logLikelihood =
    (-observations / 2) * (Math.log(2 * Math.PI) + Math.log(squaredResiduals / observations) + 1);

  return {
    asset: asset.id,
    factors: atLeastOne(factors.map((factor) => factor.id)),
    alpha: alpha!,
    alphaAnnual: scaledEstimate(alpha!, periodsPerYear[rows.sample.frequency]),
    betas: atLeastOne(betas),
    rSquared,
    adjustedRSquared: 1 - ((observations - 1) / degreesOfFreedom) * (1 - rSquared),
    fTest: regressionTest(regression, matrix),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * coefficients,
    bic: -2 * logLikelihood + Math.log(observations) * coefficients,
    diagnostics: {
      ...residualDiagnostics(regression.residualSums, regression.basis, observations),
      conditionNumber: regression.conditionNumber,
    },
    moments: {
      asset: { mean: regression.means.at(-1)!, variance: totalSquares / (observations - 1) },
      factors: atLeastOne(
        factors.map(({ id }, i) => ({
          factor: id,
          mean: regression.means[i]!,
          variance: regression.regressorSumsOfSquares[i]! / (observations - 1),
        })),
      ),
      residualVariance: squaredResiduals / (observations - 1),
      residualStandardError: Math.sqrt(squaredResiduals / degreesOfFreedom),
    },
    sample: rows.sample,
    inference: {
      covariance,
      lags,
      ...(automaticLags ? { automaticLags } : {}),
      ...(hasGaps ? { hasGaps } : {}),
      smallSample,
      distribution,
      degreesOfFreedom: distribution === "t" ? degreesOfFreedom : Infinity,
      level,
    },
    exact: regression.exact,
    rows: {
      days: rows.days,
      asset: rows.asset,
      factors: atLeastOne(rows.others),
      get residuals() {
        return regression.residuals;
      },
    },
  };
}
