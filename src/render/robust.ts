import type { Estimate, FactorFit, Inference } from "../engine/factor-fit.ts";
import { count, interval, pValue } from "./numbers.ts";

/** A regression, and the same with robust errors: null where the fit has them, is exact, or has too few rows for them. */
export interface RobustPair {
  readonly fit: FactorFit;
  readonly robust: FactorFit | null;
  /** With the errors that verdicts rest on, right where rows are few, too; absent where they are the robust ones or the fit's own. */
  readonly deciding?: FactorFit;
}

/** The regression that verdicts rest on. */
export const deciding = (pair: RobustPair): FactorFit => pair.deciding ?? pair.robust ?? pair.fit;

/** One of several fits, with its own of the lists beside them. */
export function pairOf(fit: FactorFit, place: number, { robust, deciding: decided }: { readonly robust: readonly (FactorFit | null)[]; readonly deciding?: readonly FactorFit[] }): RobustPair {
  const own = decided?.[place];
  return { fit, robust: robust[place] ?? null, ...(own ? { deciding: own } : {}) };
}

/** One coefficient of a fit. */
type Coefficient = (fit: FactorFit) => Estimate | undefined;

/** Whether two intervals of one coefficient would be read differently. */
type Decides = (one: Estimate, other: Estimate) => boolean;

/** The fits whose intervals stand beside the fit's own: the robust one, then the one that decides; null where it does not. */
function fitsBeside(pair: RobustPair, pick: Coefficient, decides: Decides): { readonly robust: FactorFit | null; readonly smallSample: FactorFit | null } {
  const { fit, robust } = pair;
  const last = deciding(pair);
  const [classical, other, decided] = [pick(fit), robust ? pick(robust) : undefined, pick(last)];
  if (!classical || !decided) return { robust: null, smallSample: null };
  const isBeside = other !== undefined && (speaksAgainst(fit, classical, other) || decides(classical, other));
  return { robust: isBeside ? robust : null, smallSample: decides(isBeside ? other : classical, decided) ? last : null };
}

/**
 * ", robust (HAC) 1.331 to 1.459": beside a classical interval where the data speak against it, or where `decides` says
 * that the two would be read differently. Then ", small-sample 0.98 to 1.21, which decides" where the one that verdicts
 * rest on would be read differently from the last of those.
 */
export function robustInterval(pair: RobustPair, pick: Coefficient, options: { readonly unit?: "" | "%"; readonly written?: (of: Estimate) => string; readonly decides?: Decides } = {}): string {
  const { robust, smallSample } = fitsBeside(pair, pick, options.decides ?? leavesOutZeroDifferently);
  const written = options.written ?? ((of: Estimate): string => interval(of.interval, of.standardError, options.unit));
  const [other, last] = [robust && pick(robust), smallSample && pick(smallSample)];
  return [...(robust && other ? [`, robust (${errorsName(robust.inference)}) ${written(other)}`] : []), ...(last ? [`, small-sample ${written(last)}, which decides`] : [])].join("");
}

/** The same only where the two would be read differently: for an interval that stands under one that has the robust errors beside it. */
export function decidingInterval(pair: RobustPair, pick: Coefficient, unit: "" | "%" = ""): string {
  const [own, last] = [pick(pair.fit), pick(deciding(pair))];
  return own && last && leavesOutZeroDifferently(own, last) ? robustInterval(pair, pick, { unit }) : "";
}

/** The regression whose interval of a coefficient stands last in the text, and is read: a picture draws that one. */
export function readFit(pair: RobustPair, pick: Coefficient, decides: Decides = leavesOutZeroDifferently): FactorFit {
  const { robust, smallSample } = fitsBeside(pair, pick, decides);
  return smallSample ?? robust ?? pair.fit;
}

/** " (robust)", " (small-sample)": which of the fits `readFit` picked; "" for the fit's own errors. */
export function readErrorsWords({ fit, robust }: RobustPair, read: FactorFit): string {
  if (read === fit) return "";
  return read === robust ? " (robust)" : " (small-sample)";
}

/** ", robust p = 0.031": beside a p-value where the one that decides is on the other side of 5%; small-sample where the robust one is not yet. */
export function robustPValue(pair: RobustPair, pick: Coefficient): string {
  const { fit, robust } = pair;
  const [own, other, last] = [pick(fit), robust ? pick(robust) : undefined, pick(deciding(pair))];
  if (!own || !last || !leavesOutZeroDifferently(own, last)) return "";
  const isRobustEnough = other !== undefined && !leavesOutZeroDifferently(other, last);
  return isRobustEnough ? `, robust ${pValue(other.pValue)}` : `, small-sample ${pValue(last.pValue)}`;
}

export const isSignificant = ({ pValue: p }: Pick<Estimate, "pValue">): boolean => p < 0.05;

export const leavesOutZeroDifferently = (one: Estimate, other: Estimate): boolean => isSignificant(one) !== isSignificant(other);

/** "HAC", "HC1", "HC3". */
export const errorsName = ({ covariance, lags, smallSample }: Inference): string => (smallSample === "few-rows" && lags === 0 ? "HC3" : covariance === "classical" ? covariance : covariance.toUpperCase());

/** The errors that decide, in words. */
export const errorsWords = (inference: Inference): string =>
  inference.lags > 0 ? `HAC errors (Bartlett, ${count(inference.lags)} lags), small-sample` : `${errorsName(inference)} errors`;

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

/** Errors as a reply's result has them: they are no regression of their own. */
const robustFigures = ({ alpha, alphaAnnual, betas, fTest, inference }: FactorFit) => ({ alpha, alphaAnnual, betas, fTest, inference });

/** The robust errors and those that decide, for a reply's result. */
export function robustResults(pair: RobustPair) {
  return { ...(pair.robust ? { robust: robustFigures(pair.robust) } : {}), ...(pair.deciding && !pair.fit.exact ? { deciding: robustFigures(pair.deciding) } : {}) };
}
