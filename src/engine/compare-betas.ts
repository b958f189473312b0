/**
 * Which asset moves more with the factor: betas of several assets on the same rows, and their differences.
 *
 * The difference of two betas is the beta of the return difference r₁ − r₂, so its standard error accounts
 * for the correlation of the two assets; comparing two intervals does not. Checked against statsmodels.
 */
import { sampleCorrelation } from "simple-statistics";
import type { EngineProblem } from "./problem.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { AssetFits } from "./fit-assets.ts";
import { fitAssets } from "./fit-assets.ts";
import type { Estimate, FactorFit } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { FitRequest } from "./fit-factors.ts";
import { decidingFit } from "./deciding-fit.ts";
import { robustFit } from "./robust-fit.ts";
import type { Series } from "./series.ts";

export interface BetaComparison extends AssetFits {
  /** Correlation of each asset with the factor, in the order of `fits`. */
  readonly correlations: readonly number[];
  /** Indexes into `fits`, the highest beta first. */
  readonly ranking: readonly number[];
  /** Highest beta minus lowest; null where both assets have the same returns, or differ by a constant. */
  readonly gap: BetaGap | null;
}

export interface BetaGap {
  readonly high: string;
  readonly low: string;
  readonly beta: Estimate;
  /** The same by the errors that decide (deciding-fit.ts). */
  readonly deciding: Estimate;
  /** α a year of the same difference, high less low, by those errors. */
  readonly alphaAnnual: Estimate;
  /** Of the null that no two of the assets differ: the deciding p times the pairs that the largest gap was picked from (Bonferroni), at most 1. */
  readonly pickedPValue: number;
  /** The deciding interval as wide as picking asks: of the level 1 − (1 − level)/pairs, which holds 0 where `pickedPValue` is above 1 − level. */
  readonly pickedInterval: readonly [low: number, high: number];
}

/** Errors: those of `fitAssets`. At least two assets. */
export function compareBetas(assets: readonly Series[], factor: Series, request: FitRequest = {}): Outcome<BetaComparison, EngineProblem> {
  if (assets.length < 2) throw new RangeError("compareBetas needs at least two assets");
  const fitted = fitAssets(assets, [factor], request);
  if (!fitted.ok) return fitted;
  const { fits } = fitted.value;
  const beta = (index: number): number => fits[index]!.betas[0].value;
  const ranking = [...fits.keys()].sort((a, b) => beta(b) - beta(a));
  return success({
    ...fitted.value,
    correlations: fits.map(({ rows }) => sampleCorrelation(Array.from(rows.asset), Array.from(rows.factors[0]))),
    ranking,
    gap: gapBetween(fits[ranking[0]!]!, fits[ranking.at(-1)!]!, factor, { pairs: (fits.length * (fits.length - 1)) / 2, request: { ...request, lags: fitted.value.inference.lags } }),
  });
}

/** Up to the rounding of their values. */
function differByConstant(a: Float64Array, b: Float64Array): boolean {
  const constant = a[0]! - b[0]!;
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), Math.abs(constant));
  return a.every((value, row) => Math.abs(value - b[row]! - constant) <= 1e-14 * largest);
}

function gapBetween(high: FactorFit, low: FactorFit, factor: Series, { pairs, request }: { readonly pairs: number; readonly request: FitRequest }): BetaGap | null {
  const { days } = high.rows;
  if (differByConstant(high.rows.asset, low.rows.asset)) return null;
  const difference: Series = {
    id: `${high.asset} − ${low.asset}`,
    kind: "excess",
    frequency: factor.frequency,
    days,
    values: high.rows.asset.map((value, row) => value - low.rows.asset[row]!),
  };
  const fit = fitFactors(difference, [{ ...factor, days, values: high.rows.factors[0] }], request);
  if (!fit.ok) return null;
  const decided = decidingFit(fit.value);
  const deciding = decided.betas[0];
  const { inference } = fit.value;
  const picked = decidingFit({ ...fit.value, inference: { ...inference, level: 1 - (1 - inference.level) / pairs } }).betas[0];
  return { high: high.asset, low: low.asset, beta: fit.value.betas[0], deciding, alphaAnnual: decided.alphaAnnual, pickedPValue: Math.min(1, pairs * deciding.pValue), pickedInterval: picked.interval };
}

/** The same comparison with robust errors; null where `robustFit` is null. */
export function robustComparison(comparison: BetaComparison): BetaComparison | null {
  const [first] = comparison.fits;
  const robust = first ? robustFit(first) : null;
  if (!first || !robust) return null;
  const { days, factors } = first.rows;
  const series = (id: string, values: Float64Array): Series => ({ id, kind: "excess", frequency: first.sample.frequency, days, values });
  const assets = comparison.fits.map(({ asset, rows }) => series(asset, rows.asset));
  const { covariance } = robust.inference;
  const compared = compareBetas(assets, series(first.factors[0], factors[0]), { covariance, level: first.inference.level });
  return compared.ok ? { ...compared.value, sample: comparison.sample } : null;
}
