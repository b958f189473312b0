/**
 * Does an asset hold more of the market when it rises? Treynor and Mazuy (1966): r = α + β·f + γ·f² + ε on one benchmark.
 * γ > 0 where β rises with the benchmark, as a timer's does, or an option's. β at f is β + 2γ·f.
 *
 * f² is largest on the few wildest rows, so γ is judged by the errors that decide (deciding-fit.ts), which weigh the
 * leverage of a row. α here is what is left beside the timing. γ's unit: β per unit of decimal return. Checked against R.
 */
import { attempt, type Outcome } from "../outcome.ts";
import { decidingFit } from "./deciding-fit.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import type { EngineProblem } from "./problem.ts";
import type { Series } from "./series.ts";

export interface MarketTiming {
  readonly benchmark: string;
  readonly gamma: SampledEstimate;
  /** By the same regression. */
  readonly alphaAnnual: Estimate;
}

/** Against the fit's first factor, on the fit's rows. Errors: those of `fitFactors` (a benchmark of one size only is `collinear`). */
export const marketTiming = (fit: FactorFit): Outcome<MarketTiming, EngineProblem> =>
  attempt(function* () {
    const benchmark = fit.factors[0];
    const factor = fit.rows.factors[0];
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: fit.sample.frequency, days: fit.rows.days, values });
    const { covariance, lags, level } = fit.inference;
    const bent = yield* fitFactors(series(fit.asset, fit.rows.asset), [series(benchmark, factor), series(`${benchmark}²`, factor.map((value) => value * value))], { covariance, lags, level });
    const { betas, alphaAnnual, inference } = decidingFit(bent);
    const gamma = betas[1];
    if (gamma === undefined) throw new RangeError("a fit on two columns has two slopes");
    return { benchmark, gamma: { ...gamma, term: "gamma", sample: fit.sample, inference }, alphaAnnual };
  });
