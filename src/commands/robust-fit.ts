import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import type { OneAssetFit } from "./analysis-fit.ts";

/**
 * The same regression with errors that allow for heteroskedasticity and autocorrelation (HAC), or for the former alone
 * (HC1) where the dates have gaps: what verdicts rest on. Null where the fit has robust errors of its own, or is exact.
 */
export function robustFit({ fit, inputs, request }: OneAssetFit): FactorFit | null {
  if (fit.inference.covariance !== "classical" || fit.exact) return null;
  for (const covariance of ["hac", "hc1"] as const) {
    const robust = fitFactors(inputs.asset, inputs.factors, { ...request, covariance });
    if (robust.ok) return robust.value;
  }
  return null;
}
