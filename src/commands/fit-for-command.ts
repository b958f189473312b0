import type { Problem } from "../render/problem.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { FactorFit } from "../engine/factor-fit.ts";
import { fitFactors } from "../engine/fit-factors.ts";
import { success, type Outcome } from "../outcome.ts";
import type { AnalysisContext } from "../render/analysis-reply.ts";
import { contextOf, regressionInputs, fitRequestOf, sharedFactorOf, type AnalysisOptions, type RegressionInputs } from "./analysis.ts";
import type { ChosenModel } from "./options/model.ts";

/** The regression behind a command about one asset, and what its reply needs besides. */
export interface CommandFit {
  readonly fit: FactorFit;
  readonly context: AnalysisContext;
  readonly inputs: RegressionInputs;
}

/** Fits the asset on the factors that were named, or on the chapter's market factor where none was. */
export function fitForCommand(request: {
  readonly command: string;
  readonly options: AnalysisOptions & { readonly ticker: DataSeries; readonly factor: ChosenModel | null };
  /** Further options of the command's own, as text. */
  readonly ownOptions?: Readonly<Record<string, string>>;
  readonly datasets: Datasets;
}): Outcome<CommandFit, Problem> {
  const { command, options, ownOptions, datasets } = request;
  const model = modelFor(options.factor, [options.ticker], datasets);
  if (!model.ok) return model;
  const inputs = regressionInputs(options.ticker, model.value.factors, options.frequency, datasets);
  if (!inputs.ok) return inputs;
  const { asset, factors } = inputs.value;
  const fit = fitFactors(asset, factors, fitRequestOf(options));
  if (!fit.ok) return fit;
  const context = contextOf({
    command,
    own: { ticker: asset.id, factor: model.value.name, ...ownOptions },
    options,
    sample: fit.value.sample,
    inputs: inputs.value,
  });
  return success({ fit: fit.value, context, inputs: inputs.value });
}

/** The factors that were named, else the one that is the chapter's for these assets. */
export function modelFor(
  requested: ChosenModel | null,
  assets: readonly DataSeries[],
  datasets: Datasets,
): Outcome<ChosenModel, Problem> {
  if (requested) return success(requested);
  const market = sharedFactorOf(assets, datasets);
  return market.ok ? success({ name: market.value.id, factors: [market.value] }) : market;
}
