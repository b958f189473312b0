import type { Problem } from "../render/problem.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { success, type Outcome } from "../outcome.ts";
import type { AnalysisContext } from "../render/analysis-reply.ts";
import { contextOf, materialsFor, requestOf, sharedFactorOf, type AnalysisOptions, type Materials } from "./analysis.ts";
import type { Model } from "./options/model.ts";

/** The regression behind a command about one asset, and what its reply needs besides. */
export interface FitAsked {
  readonly fit: FactorFit;
  readonly context: AnalysisContext;
  readonly materials: Materials;
}

/** Fits the asset on the factors that were named, or on the chapter's market factor where none was. */
export function fitAsked(asked: {
  readonly command: string;
  readonly options: AnalysisOptions & { readonly ticker: DataSeries; readonly factor: Model | null };
  /** Further options of the command's own, as text. */
  readonly own?: Readonly<Record<string, string>>;
  readonly datasets: Datasets;
}): Outcome<FitAsked, Problem> {
  const { command, options, own, datasets } = asked;
  const model = modelFor(options.factor, [options.ticker], datasets);
  if (!model.ok) return model;
  const materials = materialsFor(options.ticker, model.value.factors, options.frequency, datasets);
  if (!materials.ok) return materials;
  const { asset, factors } = materials.value;
  const fit = fitFactors(asset, factors, requestOf(options));
  if (!fit.ok) return fit;
  const context = contextOf({
    command,
    own: { ticker: asset.id, factor: model.value.name, ...own },
    options,
    sample: fit.value.sample,
    materials: materials.value,
  });
  return success({ fit: fit.value, context, materials: materials.value });
}

/** The factors that were named, else the one that is the chapter's for these assets. */
export function modelFor(
  named: Model | null,
  assets: readonly DataSeries[],
  datasets: Datasets,
): Outcome<Model, Problem> {
  if (named) return success(named);
  const market = sharedFactorOf(assets, datasets);
  return market.ok ? success({ name: market.value.id, factors: [market.value] }) : market;
}
