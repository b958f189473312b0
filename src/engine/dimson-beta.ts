/**
 * β of days where prices react late: on the factor of the same row and of the rows around it,
 *   r(t) = α + Σ β(k)·f(t + k) + ε(t), k from −5 to 5; Dimson's β is Σ β(k)
 * (Dimson 1979, "Risk measurement when shares are subject to infrequent trading"). Rows before: the asset is late; rows
 * after: the factor is. If a week's rows on each side hold all of that, it is what β of long periods tends to.
 *
 * Sums are estimated as coefficients: on f(t) and f(t + k) − f(t), the first is Σ β(k); on f(t), f(t − 1) and
 * f(t + k) − f(t − 1), the second is the part of the rows around. Errors are those that decide (deciding-fit.ts).
 * `neighbours` tests that the rows around add nothing. Lags are rows, so a day that is missing shortens one. Decimal
 * returns in, βs without unit. Checked against statsmodels on the sample (test/golden/conventions.py).
 */
import { decidingFit } from "./deciding-fit.ts";
import type { Estimate, FactorFit, Inference } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import { rowsNeeded } from "./robust-fit.ts";
import type { Series } from "./series.ts";

export interface DimsonBeta {
  /** Rows taken on each side. */
  readonly reach: number;
  /** Σ β(k). */
  readonly sum: Estimate;
  /** Σ β(k) without k = 0: 0 where the rows around add nothing. */
  readonly neighbours: Estimate;
  readonly observations: number;
  readonly inference: Inference;
}

/** A trading week on each side. */
const dimsonReach = 5;

/** Of a daily fit on one factor; null of others, of an exact one, and where its rows are too few for 11 coefficients. */
export function dimsonBeta(fit: FactorFit): DimsonBeta | null {
  const { rows, sample, exact, factors } = fit;
  if (sample.frequency !== "daily" || exact || factors.length > 1 || rowsNeeded({ observations: sample.observations - 2 * dimsonReach, frequency: "daily" }) !== null) return null;
  const length = rows.days.length - 2 * dimsonReach;
  const shifted = (by: number): Float64Array => rows.factors[0].slice(dimsonReach + by, dimsonReach + by + length);
  const around = Array.from({ length: 2 * dimsonReach + 1 }, (_, place) => place - dimsonReach).filter((by) => by !== 0);
  const less = (one: Float64Array, other: Float64Array): Float64Array => one.map((value, row) => value - (other[row] ?? 0));
  const fitOn = (columns: readonly (readonly [id: string, values: Float64Array])[]): FactorFit | null => {
    const days = rows.days.slice(dimsonReach, dimsonReach + length);
    const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: "daily", days, values });
    const { covariance, lags, level } = fit.inference;
    const again = fitFactors(series(fit.asset, rows.asset.slice(dimsonReach, dimsonReach + length)), columns.map(([id, values]) => series(id, values)), { covariance, level, ...(covariance === "hac" ? { lags } : {}) });
    return again.ok ? decidingFit(again.value) : null;
  };
  const [same, before] = [shifted(0), shifted(-1)];
  const whole = fitOn([["sum", same], ...around.map((by) => [`row ${String(by)}`, less(shifted(by), same)] as const)]);
  const apart = fitOn([["same", same], ["neighbours", before], ...around.filter((by) => by !== -1).map((by) => [`row ${String(by)}`, less(shifted(by), before)] as const)]);
  const neighbours = apart?.betas[1];
  if (whole === null || apart === null || neighbours === undefined) return null;
  return { reach: dimsonReach, sum: whole.betas[0], neighbours, observations: length, inference: whole.inference };
}
