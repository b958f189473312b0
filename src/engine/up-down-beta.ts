/**
 * Is β the same when the benchmark rises as when it falls? Up-market β less down-market β, with its error.
 *
 * r = α + β·f + U·(δ₀ + δ·f) + ε on the rows where f ≠ 0, U = 1 where f > 0: δ is the β over the rising rows less that
 * over the falling ones, exactly the gap between performance.ts's two (Henriksson and Merton 1981 with an intercept
 * for each market). Its error is the regression's own: classical (which supposes one variance in both markets), HC1
 * or HAC, so robust is the one to judge by. HAC counts lags in the rows kept. The two betas with such errors are those of
 * r = α + δ₀·U + β₋·(1 − U)·f + β₊·U·f + ε, the same regression written for the sides. Checked against statsmodels.
 */
import { attempt, failure } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { decidingFit } from "./deciding-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { FitRequest } from "./fit-factors.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import type { EngineProblem } from "./problem.ts";
import type { Series } from "./series.ts";

export interface UpDownBeta {
  readonly benchmark: string;
  readonly up: number;
  readonly down: number;
  /** up − down. */
  readonly difference: SampledEstimate;
  /** The same by the errors that decide whether there is one (deciding-fit.ts). */
  readonly deciding: SampledEstimate;
  /** Each β with the errors of the difference. */
  readonly sides: { readonly up: Estimate; readonly down: Estimate };
  readonly rows: { readonly up: number; readonly down: number };
}

/**
 * Against the fit's first factor, on the fit's rows. Errors: `too-few-rows` with fewer than 3 rising or falling rows,
 * and those of `fitFactors` (a benchmark that rises by one size only is `collinear`).
 */
export function upDownBeta(fit: FactorFit, request: Omit<FitRequest, "from" | "to"> = {}): Outcome<UpDownBeta, EngineProblem> {
  return attempt(function* () {
    const whole = fit.rows.factors[0];
    const moves = (column: Float64Array): Float64Array => column.filter((_, row) => whole[row] !== 0);
    const benchmark = moves(whole);
    const days = fit.rows.days.filter((_, row) => whole[row] !== 0);
    const rising = benchmark.map((value) => (value > 0 ? 1 : 0));
    const up = rising.reduce((sum, each) => sum + each, 0);
    const rows = { up, down: benchmark.length - up };
    const fewest = Math.min(rows.up, rows.down);
    if (fewest < 3) return yield* failure({ kind: "too-few-rows", rows: fewest, needed: 3, series: [fit.asset, fit.factors[0]] });
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: fit.sample.frequency, days, values });
    const name = fit.factors[0];
    const rises = series(`${name} rises`, rising);
    const whereItRises = series(`${name} where it rises`, benchmark.map((value, row) => value * rising[row]!));
    const whereItFalls = series(`${name} where it falls`, benchmark.map((value, row) => value * (1 - rising[row]!)));
    const own = series(fit.asset, moves(fit.rows.asset));
    const split = yield* fitFactors(own, [series(name, benchmark), rises, whereItRises], request);
    const bySide = yield* fitFactors(own, [whereItFalls, rises, whereItRises], request);
    const [down, , difference] = split.betas;
    const decided = decidingFit(split);
    return {
      benchmark: name,
      up: down.value + difference!.value,
      down: down.value,
      difference: { ...difference!, term: "up − down", sample: split.sample, inference: split.inference },
      deciding: { ...decided.betas[2]!, term: "up − down", sample: split.sample, inference: decided.inference },
      sides: { up: bySide.betas[2]!, down: bySide.betas[0] },
      rows,
    };
  });
}
