import type { EngineProblem } from "./problem.ts";
import { success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Inference, Sample } from "./factor-fit.ts";
import { fitAssets } from "./fit-assets.ts";
import type { FitRequest } from "./fit-factors.ts";
import { leastSquares } from "./least-squares.ts";
import { periodsPerYear } from "./series.ts";
import type { Series } from "./series.ts";

export interface SecurityMarketLine {
  readonly factor: string;
/** The line of α = 0: through the origin, slope E[f]; decimal per period and per year. */
  readonly premium: number;
  readonly premiumAnnual: number;
  readonly points: readonly MarketLinePoint[];
  /** Mean returns regressed on β across the assets; null with fewer than 3 or with one β for all. */
  readonly fitted: { readonly intercept: number; readonly slope: number; readonly rSquared: number } | null;
  readonly sample: Sample;
  readonly inference: Inference;
}

export interface MarketLinePoint {
  readonly asset: string;
  readonly beta: number;
/** Mean excess return, the line's prediction, and the difference: α. Decimal per period. */
  readonly mean: number;
  readonly predicted: number;
  readonly alpha: number;
  readonly meanAnnual: number;
  readonly predictedAnnual: number;
  readonly alphaAnnual: number;
}

/**
 * Mean excess return against β (chapter 6.5.2): does the factor explain differences in average returns?
 * An asset's height over the line β·E[f] is its α.
 *
 * Errors: those of `alignSeries` and `fitFactors`.
 */
export function securityMarketLine(
  assets: readonly Series[],
  factor: Series,
  request: FitRequest = {},
): Outcome<SecurityMarketLine, EngineProblem> {
  const fitted = fitAssets(assets, [factor], request);
  if (!fitted.ok) return fitted;
  const { fits, sample, inference } = fitted.value;
  const periods = periodsPerYear[sample.frequency];
  const premium = fits[0]!.moments.factors[0].mean;
  const points = fits.map((fit): MarketLinePoint => {
    const beta = fit.betas[0].value;
    const average = fit.moments.asset.mean;
    return {
      asset: fit.asset,
      beta,
      mean: average,
      predicted: beta * premium,
      alpha: fit.alpha.value,
      meanAnnual: average * periods,
      predictedAnnual: beta * premium * periods,
      alphaAnnual: fit.alphaAnnual.value,
    };
  });
  return success({
    factor: factor.id,
    premium,
    premiumAnnual: premium * periods,
    points,
    fitted: fitLine(points),
    sample,
    inference,
  });
}

function fitLine(points: readonly MarketLinePoint[]): SecurityMarketLine["fitted"] {
  const distinct = (pick: (point: MarketLinePoint) => number): boolean => new Set(points.map(pick)).size > 1;
  if (points.length < 3 || !distinct((point) => point.beta) || !distinct((point) => point.mean)) return null;
  const line = leastSquares(Float64Array.from(points, (point) => point.mean), [
    Float64Array.from(points, (point) => point.beta),
  ]);
  return { intercept: line.coefficients[0]!, slope: line.coefficients[1]!, rSquared: line.rSquared };
}
