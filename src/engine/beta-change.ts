/**
 * Is β the same in a span of days as on the others? One regression of all rows with the span's own α and β:
 *   r = α + β·f + a·D + b·(D·f) + ε, D = 1 in the span;
 * b is β in the span less β outside it, a the same of α, each tested by the errors that decide (deciding-fit.ts). Both at
 * once are what Chow (1960) tests: his F = ((S − S₁ − S₂)/k)/((S₁ + S₂)/(n − 2k)), k = 2 coefficients, S the sums of squared
 * residuals of all rows and of both parts, takes the parts to be equally volatile, and days as independent; Wald's
 * F = (a, b)·V⁻¹·(a, b)'/2 with the covariance of the deciding errors does not. The day is the asker's: of a day picked from
 * the data these p-values say too much, and beta-stability.ts tests for that. Checked against statsmodels and R's
 * strucchange (`sctest(type = "Chow")`).
 */
import { dayOfIso } from "../calendar.ts";
import { attempt, failure, type Outcome } from "../outcome.ts";
import { waldTest } from "./coefficient-covariance.ts";
import { dateGaps } from "./date-gaps.ts";
import { decidingCovariance, decidingFit } from "./deciding-fit.ts";
import { scaledEstimate } from "./estimate.ts";
import type { Estimate, FactorFit, Inference, TestResult } from "./factor-fit.ts";
import { fitFactors, type FitRequest } from "./fit-factors.ts";
import type { EngineProblem } from "./problem.ts";
import { periodsPerYear, type DaySpan, type Series } from "./series.ts";
import { upperTailF } from "./tail-probability.ts";

export interface BetaChange {
  readonly span: DaySpan;
  /** Each part by itself, with the errors that decide. */
  readonly inside: FactorFit;
  readonly outside: FactorFit;
  /** Inside less outside. */
  readonly beta: Estimate;
  readonly alphaAnnual: Estimate;
  readonly inference: Inference;
  /** That α and β are both the same: Chow's own F, and Wald's by the errors that decide; null of an exact fit, or where a row determines a coefficient alone. */
  readonly chow: TestResult | null;
  readonly wald: TestResult | null;
  /** No row comes after the span, and rows come before it: "since" and "before". */
  readonly isSince: boolean;
}

/** Rows that each part needs for its own α and β. */
const fewestRows = 8;

/** Of a fit on one factor. Errors: `too-few-rows` of a part, and those of `fitFactors`. */
export const betaChange = (fit: FactorFit, span: DaySpan): Outcome<BetaChange, EngineProblem> =>
  attempt(function* () {
    const { asset, factors, rows, sample } = fit;
    const [factorId] = factors;
    const [factor] = rows.factors;
    const [first, last] = [dayOfIso(span.first), dayOfIso(span.last)];
    const isInside = Array.from(rows.days, (day) => day >= first && day <= last);
    const series = (id: string, values: Float64Array, days = rows.days): Series => ({ id, kind: "excess", frequency: sample.frequency, days, values });
    const part = (wanted: boolean): Outcome<FactorFit, EngineProblem> => {
      const kept = (_: number, row: number): boolean => isInside[row] === wanted;
      const days = rows.days.filter(kept);
      if (days.length < fewestRows) return failure({ kind: "too-few-rows", rows: days.length, needed: fewestRows, series: [asset, factorId] });
      return fitFactors(series(asset, rows.asset.filter(kept), days), [series(factorId, factor.filter(kept), days)], errorsOf(fit, days));
    };
    const inside = decidingFit(yield* part(true));
    const outside = decidingFit(yield* part(false));
    const shift = rows.asset.map((_, row) => (isInside[row] === true ? 1 : 0));
    const slope = factor.map((value, row) => (isInside[row] === true ? value : 0));
    const joint = yield* fitFactors(series(asset, rows.asset), [series(factorId, factor), series("shift", shift), series("slope", slope)], errorsOf(fit, rows.days));
    const { betas, inference } = decidingFit(joint);
    const restriction = { null: "alpha and beta are the same in both parts", degreesOfFreedom: sample.observations - 4 };
    const covariance = decidingCovariance(joint)?.matrix.slice(2).map((row) => row.slice(2));
    const alpha = betas[1];
    const beta = betas[2];
    if (alpha === undefined || beta === undefined) throw new RangeError("a fit on three columns has three coefficients");
    return {
      span,
      inside,
      outside,
      beta,
      alphaAnnual: scaledEstimate(alpha, periodsPerYear[sample.frequency]),
      inference,
      chow: chowTest(fit, [inside, outside], restriction),
      wald: covariance ? waldTest([alpha.value, beta.value], covariance, restriction) : null,
      isSince: isInside.at(-1) === true && isInside.indexOf(true) > 0 && !isInside.slice(isInside.indexOf(true)).includes(false),
    };
  });

/** The errors of the fit, of fewer days: lags are not counted across gaps, which are where a span was taken out. */
function errorsOf({ inference: { covariance, lags, level }, sample }: FactorFit, days: Int32Array): FitRequest {
  return covariance === "hac" && dateGaps(days, sample.frequency) !== null ? { level } : { covariance, lags, level };
}

function chowTest(whole: FactorFit, parts: readonly FactorFit[], restriction: { readonly null: string; readonly degreesOfFreedom: number }): TestResult | null {
  const squares = ({ moments, sample }: FactorFit): number => moments.residualVariance * (sample.observations - 1);
  const left = parts.reduce((sum, part) => sum + squares(part), 0);
  if (left === 0) return null;
  const statistic = Math.max(0, squares(whole) - left) / 2 / (left / restriction.degreesOfFreedom);
  return { name: "chow", null: restriction.null, statistic, distribution: "F", degreesOfFreedom: [2, restriction.degreesOfFreedom], pValue: upperTailF(statistic, 2, restriction.degreesOfFreedom) };
}
