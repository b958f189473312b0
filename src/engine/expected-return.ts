import { mean } from "simple-statistics";
import type { EngineProblem } from "./problem.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { periodsPerYear } from "./series.ts";
import type { Series } from "./series.ts";

export interface ExpectedReturn {
  readonly asset: string;
  readonly parts: readonly ExpectedPart[];
  /** rf + α + Σ β·E[f], without rf of what costs nothing. */
  readonly total: { readonly perPeriod: number; readonly annual: number };
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface ExpectedPart {
  readonly part: "risk-free" | "alpha" | "premium";
  /** The series of this part: the rate, the asset or the factor. */
  readonly series: string;
  /** Decimal per period of the sample; `annual` is × 252 or 12, not compounded. */
  readonly perPeriod: number;
  readonly annual: number;
}

/**
 * E[r] = rf + α + Σ β·E[f] (chapter 6.6.2), each part per period and per year. E[f] and rf are their means
 * over the fit's own rows. A position that costs nothing (SMB, JPM − WMT) has no money that earns rf: of it the rate is
 * null, and E[r] = α + Σ β·E[f].
 *
 * Errors: those of `alignSeries`, where the rate does not cover the fit's rows.
 *
 * @example
 * ```ts
 * const fit = exampleFit(); // r = 0.5 + 2·f + e, f with mean 0.25
 * const expected = expectedReturn(fit, { id: "RF", kind: "rate", frequency: "daily", days: fit.rows.days, values: fit.rows.days.length ? new Float64Array(fit.rows.days.length).fill(0.125) : new Float64Array() });
 * expected.ok && expected.value.total.perPeriod; // → 1.125
 * const costless = expectedReturn(fit, null);
 * costless.ok && costless.value.total.perPeriod; // → 1
 * ```
 */
export function expectedReturn(fit: FactorFit, rate: Series | null): Outcome<ExpectedReturn, EngineProblem> {
  const asset: Series = {
    id: fit.asset,
    kind: "excess",
    frequency: fit.sample.frequency,
    days: fit.rows.days,
    values: fit.rows.asset,
  };
  const rows = alignSeries(asset, rate === null ? [] : [rate]);
  if (!rows.ok) return rows;
  const periods = periodsPerYear[fit.sample.frequency];
  const part = (name: ExpectedPart["part"], series: string, perPeriod: number): ExpectedPart => ({
    part: name,
    series,
    perPeriod,
    annual: perPeriod * periods,
  });
  const parts = [
    ...(rate === null ? [] : [part("risk-free", rate.id, mean(Array.from(rows.value.others[0]!)))]),
    part("alpha", fit.asset, fit.alpha.value),
    ...fit.betas.map(({ term, value }, i) => part("premium", term, value * fit.moments.factors[i]!.mean)),
  ];
  const perPeriod = parts.reduce((sum, part) => sum + part.perPeriod, 0);
  return success({
    asset: fit.asset,
    parts,
    total: { perPeriod, annual: perPeriod * periods },
    sample: fit.sample,
    inference: fit.inference,
  });
}
