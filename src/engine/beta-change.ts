/**
 * Is β the same in a span of days as on the others? One regression of all rows with the span's own α and β:
 *   r = α + β·f + a·D + b·(D·f) + ε, D = 1 in the span;
 * b is β in the span less β outside it, a the same of α (Chow 1960), tested by the errors that decide (deciding-fit.ts), as
 * a Chow F takes both parts to be equally volatile. The day is the asker's: of a day picked from the data
 * this p says too much, and beta-stability.ts tests for that. Checked against statsmodels.
 */
import { dayOfIso } from "../calendar.ts";
import { attempt, failure, type Outcome } from "../outcome.ts";
import { decidingFit } from "./deciding-fit.ts";
import { scaledEstimate } from "./estimate.ts";
import type { Estimate, FactorFit, Inference } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { EngineProblem } from "./problem.ts";
import { periodsPerYear, type DaySpan, type Series } from "./series.ts";

export interface BetaChange {
  readonly span: DaySpan;
  /** Each part by itself, with the errors that decide. */
  readonly inside: FactorFit;
  readonly outside: FactorFit;
  /** Inside less outside. */
  readonly beta: Estimate;
  readonly alphaAnnual: Estimate;
  readonly inference: Inference;
  /** No row comes after the span, and rows come before it: "since" and "before". */
  readonly isSince: boolean;
}

/** Rows that each part needs for its own α and β. */
const fewestRows = 8;

/** Of a fit on one factor. Errors: `too-few-rows` of a part, and those of `fitFactors`. */
export const betaChange = ({ asset, factors, rows, sample }: FactorFit, span: DaySpan): Outcome<BetaChange, EngineProblem> =>
  attempt(function* () {
    const [factorId] = factors;
    const [factor] = rows.factors;
    const [first, last] = [dayOfIso(span.first), dayOfIso(span.last)];
    const isInside = Array.from(rows.days, (day) => day >= first && day <= last);
    const series = (id: string, values: Float64Array, days = rows.days): Series => ({ id, kind: "excess", frequency: sample.frequency, days, values });
    const part = (wanted: boolean): Outcome<FactorFit, EngineProblem> => {
      const kept = (_: number, row: number): boolean => isInside[row] === wanted;
      const days = rows.days.filter(kept);
      if (days.length < fewestRows) return failure({ kind: "too-few-rows", rows: days.length, needed: fewestRows, series: [asset, factorId] });
      return fitFactors(series(asset, rows.asset.filter(kept), days), [series(factorId, factor.filter(kept), days)]);
    };
    const inside = decidingFit(yield* part(true));
    const outside = decidingFit(yield* part(false));
    const shift = rows.asset.map((_, row) => (isInside[row] === true ? 1 : 0));
    const slope = factor.map((value, row) => (isInside[row] === true ? value : 0));
    const joint = yield* fitFactors(series(asset, rows.asset), [series(factorId, factor), series("shift", shift), series("slope", slope)]);
    const { betas, inference } = decidingFit(joint);
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
      isSince: isInside.at(-1) === true && isInside.indexOf(true) > 0 && !isInside.slice(isInside.indexOf(true)).includes(false),
    };
  });
