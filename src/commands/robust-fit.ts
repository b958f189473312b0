import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import type { OneAssetFit } from "./analysis-fit.ts";

/** Robust errors hold for many rows: with fewer they are too small, and say more than the classical ones can. */
const fewestRows = { daily: 60, monthly: 24, annual: 10 } as const;

/**
 * The same regression with errors that allow for heteroskedasticity and autocorrelation (HAC), or for the former alone
 * (HC1) where the dates have gaps: what verdicts rest on. Null where the fit has robust errors of its own, is exact,
 * or has too few rows.
 */
export function robustFit({ fit, inputs, request }: OneAssetFit): FactorFit | null {
  if (fit.inference.covariance !== "classical" || fit.exact || fit.sample.observations < fewestRows[fit.sample.frequency]) return null;
  for (const covariance of ["hac", "hc1"] as const) {
    const robust = fitFactors(inputs.asset, inputs.factors, { ...request, covariance });
    if (robust.ok) return robust.value;
  }
  return null;
}
