import type { EngineProblem } from "./problem.ts";
import { all, attempt, type Outcome } from "../outcome.ts";
import { alignSeries } from "./align-series.ts";
import type { FactorFit, Inference, Sample } from "./factor-fit.ts";
import { fitFactors } from "./fit-factors.ts";
import type { FitRequest } from "./fit-factors.ts";
import type { Series } from "./series.ts";

export interface AssetFits {
  /** One per asset, in the order of the arguments, all on the same rows. */
  readonly fits: readonly FactorFit[];
  readonly sample: Sample;
  readonly inference: Inference;
}

/**
 * Fits several assets on the same factors and the same rows: those where every series is present. Where the data
 * choose the lags, all have the most that one of them needs: one number for one reply.
 *
 * Errors: those of `alignSeries` and `fitFactors`.
 */
export function fitAssets(
  assets: readonly Series[],
  factors: readonly Series[],
  request: FitRequest = {},
): Outcome<AssetFits, EngineProblem> {
  const [first, ...rest] = assets;
  if (!first) throw new RangeError("fitAssets needs at least one asset");
  return attempt(function* () {
    const rows = yield* alignSeries(first, [...rest, ...factors], request);
    const { days, sample } = rows;
    const columns = [rows.asset, ...rows.others];
    const aligned = (list: readonly Series[], start: number) => list.map((series, i): Series => ({ ...series, days, values: columns[start + i]! }));
    const alignedFactors = aligned(factors, assets.length);
    const fitEach = (errors: FitRequest): Outcome<readonly FactorFit[], EngineProblem> => all(aligned(assets, 0).map((asset) => fitFactors(asset, alignedFactors, errors)));
    const own = yield* fitEach(request);
    const fits = own.some(({ inference }) => inference.automaticLags) ? withAutomaticLags(yield* fitEach({ ...request, lags: mostLags(own) })) : own;
    return { fits: fits.map((fit) => ({ ...fit, sample })), sample, inference: fits[0]!.inference };
  });
}

const mostLags = (fits: readonly FactorFit[]): number => Math.max(...fits.map(({ inference }) => inference.lags));

const withAutomaticLags = (fits: readonly FactorFit[]): readonly FactorFit[] => fits.map((fit) => ({ ...fit, inference: { ...fit.inference, automaticLags: true } }));
