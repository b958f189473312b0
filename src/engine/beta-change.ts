/**
 * Is β the same in a span of days as on the others? One regression of all rows with the span's own α and β:
 *   r = α + β·f + a·D + b·(D·f) + ε, D = 1 in the span;
 * b is β in the span less β outside it, a the same of α. Each part's errors are its own, those that decide (deciding-fit.ts) with
 * the lags and the widening of its own rows; the parts share no row, so their covariances add up, V = V₁ + V₂, and t has the
 * degrees of freedom of the shorter part. (One regression with errors of all n rows called β different in 17% of samples with a span
 * of 21 days of 2,520.) Both at once are what Chow (1960) tests: his F = ((S − S₁ − S₂)/k)/((S₁ + S₂)/(n − 2k)),
 * k = 2 coefficients, S the sums of squared residuals of all rows and of both parts, takes the parts to be equally volatile, and days as
 * independent; Wald's F = (a, b)·V⁻¹·(a, b)'/2 does not. The day is the asker's: of a day picked from the data these p-values
 * say too much, and beta-stability.ts tests for that. Checked against statsmodels and R's strucchange (`sctest(type = "Chow")`).
 */
import { dayOfIso } from "../calendar.ts";
import { attempt, failure, type Outcome } from "../outcome.ts";
import { waldTest } from "./coefficient-covariance.ts";
import { decidingCovariance, decidingFit } from "./deciding-fit.ts";
import { estimate, scaledEstimate } from "./estimate.ts";
import type { Estimate, FactorFit, Inference, TestResult } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { EngineProblem } from "./problem.ts";
import { periodsPerYear, type DaySpan, type Series } from "./series.ts";
import { rowsNeeded } from "./robust-fit.ts";
import { criticalValue, upperTailF } from "./tail-probability.ts";

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
  /** Rows that the shorter part would need for a verdict; null where both have them. */
  readonly rowsNeeded: number | null;
  /** No row comes after the span, and rows come before it: "since" and "before". */
  readonly isSince: boolean;
}

/** Rows that each part needs for its own α and β. */
const fewestRows = 8;

/** Of a fit on one factor. Errors: `too-few-rows` of a part, and those of `fitFactors`. */
export const betaChange = (fit: FactorFit, span: DaySpan): Outcome<BetaChange, EngineProblem> =>
  attempt(function* () {
    const { asset, factors, rows, sample, inference: { covariance, lags, level } } = fit;
    const [factorId] = factors;
    const [factor] = rows.factors;
    const [first, last] = [dayOfIso(span.first), dayOfIso(span.last)];
    const isInside = Array.from(rows.days, (day) => day >= first && day <= last);
    const series = (id: string, values: Float64Array, days = rows.days): Series => ({ id, kind: "excess", frequency: sample.frequency, days, values });
    const part = (wanted: boolean): Outcome<FactorFit, EngineProblem> => {
      const kept = (_: number, row: number): boolean => isInside[row] === wanted;
      const days = rows.days.filter(kept);
      if (days.length < fewestRows) return failure({ kind: "too-few-rows", rows: days.length, needed: fewestRows, series: [asset, factorId] });
      return fitFactors(series(asset, rows.asset.filter(kept), days), [series(factorId, factor.filter(kept), days)], { covariance, lags, level });
    };
    const parts = [yield* part(true), yield* part(false)] as const;
    const [inside, outside] = [decidingFit(parts[0]), decidingFit(parts[1])];
    const freedom = Math.min(inside.sample.observations, outside.sample.observations) - 2;
    const reference = { distribution: "t", degreesOfFreedom: freedom } as const;
    const critical = criticalValue(fit.inference.level, reference);
    const added = (one: Estimate, other: Estimate, term: string): Estimate => estimate(term, one.value - other.value, Math.hypot(one.standardError, other.standardError), reference, critical);
    const alpha = added(inside.alpha, outside.alpha, "shift");
    const beta = added(inside.betas[0], outside.betas[0], "slope");
    const inference: Inference = { ...inside.inference, lags: Math.max(inside.inference.lags, outside.inference.lags), degreesOfFreedom: freedom };
    const restriction = { null: "alpha and beta are the same in both parts", degreesOfFreedom: freedom };
    const [own, others] = parts.map((one) => decidingCovariance(one)?.matrix);
    const joint = own && others ? own.map((row, i) => row.map((entry, k) => entry + (others[i]?.[k] ?? 0))) : null;
    return {
      span,
      inside,
      outside,
      beta,
      alphaAnnual: scaledEstimate(alpha, periodsPerYear[sample.frequency]),
      inference,
      chow: chowTest(fit, [inside, outside], { ...restriction, degreesOfFreedom: sample.observations - 4 }),
      wald: joint ? waldTest([alpha.value, beta.value], joint, restriction) : null,
      rowsNeeded: rowsNeeded(inside.sample) ?? rowsNeeded(outside.sample),
      isSince: isInside.at(-1) === true && isInside.indexOf(true) > 0 && !isInside.slice(isInside.indexOf(true)).includes(false),
    };
  });

function chowTest(whole: FactorFit, parts: readonly FactorFit[], restriction: { readonly null: string; readonly degreesOfFreedom: number }): TestResult | null {
  const squares = ({ moments, sample }: FactorFit): number => moments.residualVariance * (sample.observations - 1);
  const left = parts.reduce((sum, part) => sum + squares(part), 0);
  if (left === 0) return null;
  const statistic = Math.max(0, squares(whole) - left) / 2 / (left / restriction.degreesOfFreedom);
  return { name: "chow", null: restriction.null, statistic, distribution: "F", degreesOfFreedom: [2, restriction.degreesOfFreedom], pValue: upperTailF(statistic, 2, restriction.degreesOfFreedom) };
}
