import type { Estimate, FactorFit } from "../engine/factor-fit.ts";
import { interval, pValue } from "./numbers.ts";

/** A regression, and the same with robust errors: null where the fit has them, is exact, or has too few rows for them. */
export interface RobustPair {
  readonly fit: FactorFit;
  readonly robust: FactorFit | null;
}

/** The regression that verdicts rest on. */
export const deciding = ({ fit, robust }: RobustPair): FactorFit => robust ?? fit;

/** ", robust (HAC) 1.331 to 1.459": beside a classical interval where the data speak against it, or where `decides` says that the two would be read differently. */
export function robustInterval(pair: RobustPair, pick: (fit: FactorFit) => Estimate | undefined, options: { readonly unit?: "" | "%"; readonly decides?: (classical: Estimate, robust: Estimate) => boolean } = {}): string {
  const { fit, robust } = pair;
  const [classical, other] = [pick(fit), robust ? pick(robust) : undefined];
  if (!robust || !classical || !other) return "";
  const decides = options.decides ?? leavesOutZeroDifferently;
  if (!speaksAgainst(fit, classical, other) && !decides(classical, other)) return "";
  return `, robust (${robust.inference.covariance.toUpperCase()}) ${interval(other.interval, other.standardError, options.unit)}`;
}

/** ", robust p = 0.031": beside a classical p-value where the robust one, which decides, is on the other side of 5%. */
export function robustPValue({ robust }: RobustPair, classical: Estimate, other: Estimate | undefined): string {
  if (!robust || !other || !leavesOutZeroDifferently(classical, other)) return "";
  return `, robust ${pValue(other.pValue)}`;
}

export const leavesOutZeroDifferently = (classical: Estimate, robust: Estimate): boolean => classical.pValue < 0.05 !== robust.pValue < 0.05;

/**
 * Breusch–Pagan, neighbouring residuals that correlate, or a robust standard error that differs by more than a quarter
 * (as with volatility clustering, which Breusch–Pagan does not look for).
 */
function speaksAgainst(fit: FactorFit, classical: Estimate, robust: Estimate): boolean {
  const ratio = robust.standardError / classical.standardError;
  return fit.diagnostics.breuschPagan.pValue < 0.05 || isFarFromTwo(fit) || ratio > 1.25 || ratio < 1 / 1.25;
}

/** Durbin–Watson is about 2(1 − ρ), and ρ of independent residuals of one size lies within 1.96/√n. */
export const isFarFromTwo = ({ diagnostics, sample }: FactorFit): boolean =>
  Math.abs(diagnostics.durbinWatson - 2) > (2 * 1.96) / Math.sqrt(sample.observations);

/** The robust errors as a reply's result has them: they are no regression of their own. */
export const robustFigures = ({ alpha, alphaAnnual, betas, fTest, inference }: FactorFit) => ({ alpha, alphaAnnual, betas, fTest, inference });
