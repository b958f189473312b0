import type { EngineProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
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
 * Fits several assets on the same factors and the same rows: those where every series is present.
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
  const rows = alignSeries(first, [...rest, ...factors], request);
  if (!rows.ok) return rows;
  const { days, sample } = rows.value;
  const columns = [rows.value.asset, ...rows.value.others];
  const [alignedAssets, alignedFactors] = [assets, factors].map((list, group) =>
    list.map((series, i): Series => ({ ...series, days, values: columns[group === 0 ? i : assets.length + i]! })),
  );
  const fits: FactorFit[] = [];
  for (const asset of alignedAssets!) {
    const fit = fitFactors(asset, alignedFactors!, request);
    if (!fit.ok) return failure(fit.problem);
    fits.push({ ...fit.value, sample });
  }
  return success({ fits, sample, inference: fits[0]!.inference });
}
