/**
 * Was β (or α and β) the same all the time? The largest Lagrange multiplier statistic over every possible day of a
 * break in the middle 70% of the rows (Andrews 1993, supLM), robust to heteroskedasticity.
 *
 * With u the residuals of the fit on all rows, x = (1, f) and the scores S = Σ x·u up to a day, the statistic is
 * S'V⁻¹S, V = Ω − PΩ − ΩP' + P·Ω(n)·P', P = M·M(n)⁻¹, M and Ω the sums of xx' and u²xx' up to that day: the
 * heteroskedasticity-robust LM test (Wooldridge 1990; MacKinnon and White's HC0) of the interaction of x with "up to
 * that day". For β alone it is the same with β's part of S and V, α held constant. Under the null its largest value has
 * Andrews' distribution of q coefficients; p by Hansen's response surface (1997, table 1, 15% trimming), as R's
 * strucchange has it. Andrews' result supposes that the moments of the factors do not drift (Hansen 2000 on what
 * happens if they do). The classical supF rejects too often where volatility clusters.
 *
 * Checked against R: the auxiliary regressions day by day with lm, p-values with strucchange.
 */
import { isoDay } from "../calendar.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { supremumProbability } from "./andrews-distribution.ts";
import type { FactorFit, Sample } from "./factor-fit.ts";
import type { EngineProblem } from "./problem.ts";
import { robustScoreStatistics } from "./score-statistics.ts";

export interface BetaStability {
  readonly name: "sup-lm";
  readonly null: "the betas are constant" | "alpha and the betas are constant";
  readonly statistic: number;
  readonly distribution: "andrews-supremum";
  /** How many coefficients may break: 1 to 7. */
  readonly degreesOfFreedom: readonly [coefficients: number];
  readonly pValue: number;
  /** The largest statistic splits the rows here. No estimate of when the betas changed: that is in single-change.ts. */
  readonly largestAt: { readonly lastBefore: string; readonly firstAfter: string };
  /** Days that could have been the break, first and last. */
  readonly searched: readonly [first: string, last: string];
  readonly sample: Sample;
}

const trimming = 0.15;
/** 15% of them are the fewest rows that a day's break is judged by. */
const minimumRows = 40;
/** Rows up to the first and the last split that is searched. */
export const searchedRows = (rows: number): { readonly firstBreak: number; readonly lastBreak: number } => ({
  firstBreak: Math.ceil(trimming * rows),
  lastBreak: Math.floor((1 - trimming) * rows),
});
/** Hansen's surface is at hand for up to so many coefficients. */
const mostCoefficients = 7;

/**
 * Of a fit, whatever its errors. Errors: `exact-fit`, `too-few-rows` (40, or 20 per coefficient), `out-of-range` beyond 7 coefficients.
 */
export function betaStability(fit: FactorFit, { including = "betas" }: { readonly including?: "betas" | "alpha and betas" } = {}): Outcome<BetaStability, EngineProblem> {
  if (fit.exact) return failure({ kind: "exact-fit", asset: fit.asset, factors: fit.factors });
  const { days } = fit.rows;
  const coefficients = fit.factors.length + (including === "betas" ? 0 : 1);
  if (coefficients > mostCoefficients) return failure({ kind: "out-of-range", option: "factors", value: coefficients, min: 1, max: mostCoefficients });
  const needed = Math.max(minimumRows, 20 * coefficients);
  if (days.length < needed) return failure({ kind: "too-few-rows", rows: days.length, needed, series: [fit.asset, ...fit.factors] });

  const { firstBreak, lastBreak } = searchedRows(days.length);
  const statistics = robustScoreStatistics(fit, { firstBreak, lastBreak, withAlpha: including !== "betas" });
  const statistic = statistics.reduce((largest, each) => Math.max(largest, each), 0);
  // The rows up to the break, that is, the index of the first row after it.
  const split = firstBreak + Math.max(0, statistics.indexOf(statistic));
  return success({
    name: "sup-lm",
    null: including === "betas" ? "the betas are constant" : "alpha and the betas are constant",
    statistic,
    distribution: "andrews-supremum",
    degreesOfFreedom: [coefficients],
    pValue: supremumProbability(statistic, coefficients),
    largestAt: { lastBefore: isoDay(days[split - 1]!), firstAfter: isoDay(days[split]!) },
    searched: [isoDay(days[firstBreak]!), isoDay(days[lastBreak]!)],
    sample: fit.sample,
  });
}
