/**
 * The regression of a fit again, on the same rows, with errors that allow for heteroskedasticity and autocorrelation
 * (Newey and West 1987): what verdicts rest on.
 *
 * Robust errors hold for many rows: with fewer than these they are too small, and say more than the classical ones
 * can. How often each is wrong is measured in docs/accuracy.md.
 */
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { LagRequest } from "./influence-estimate.ts";
import type { Frequency, Series } from "./series.ts";

/** A quarter of days, a year of weeks, two years of months, ten years. */
const fewestRobustRows: Readonly<Record<Frequency, number>> = { daily: 60, weekly: 52, monthly: 24, annual: 10 };

type Covariance = Inference["covariance"];

/** How many rows a sample would need for robust errors; null where it has them. */
export const rowsNeeded = ({ observations, frequency }: Pick<Sample, "observations" | "frequency">): number | null =>
  observations < fewestRobustRows[frequency] ? fewestRobustRows[frequency] : null;

/** Null where the fit has robust errors of its own, is exact, or has too few rows. */
export function robustFit(fit: FactorFit): FactorFit | null {
  if (fit.inference.covariance !== "classical" || fit.exact || rowsNeeded(fit.sample) !== null) return null;
  return fitAgain(fit, "hac");
}

/** The regression again with classical errors, to compare its own with. Null where its own are classical, or it is exact. */
export const classicalFit = (fit: FactorFit): FactorFit | null => (fit.inference.covariance === "classical" || fit.exact ? null : fitAgain(fit, "classical"));

function fitAgain(fit: FactorFit, covariance: Covariance): FactorFit | null {
  const { days, asset, factors } = fit.rows;
  const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: fit.sample.frequency, days, values });
  const columns = fit.factors.map((id, i) => series(id, factors[i]!));
  const again = fitFactors(series(fit.asset, asset), columns, { covariance, level: fit.inference.level });
  return again.ok ? { ...again.value, sample: fit.sample } : null;
}

/** How the error of another statistic of these rows is made to match: the fit's own lags, else the usual ones. */
export function robustLags({ inference }: FactorFit): LagRequest {
  if (inference.covariance === "hac") return { lags: inference.lags, level: inference.level };
  return inference.covariance === "classical" ? { level: inference.level } : { lags: 0, level: inference.level };
}
