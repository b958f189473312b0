import { listText } from "../series-list.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { FactorFit, Sample } from "../engine/factor-fit.ts";
import { fitAssets } from "../engine/fit-assets.ts";
import type { Series } from "../engine/series.ts";
import { withoutDays } from "../engine/without-days.ts";
import { varianceInflation } from "../engine/variance-inflation.ts";
import { fitFactors, type FitRequest } from "../engine/fit-factors.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import { collinearityWords } from "../render/collinearity.ts";
import { lackingNotes } from "../render/lacking-days.ts";
import { leftOutNote, sharedFactorNotes } from "../render/notes.ts";
import { fitRequestOf, settingsOf, type AnalysisOptions, type SharedOptions } from "./analysis-options.ts";
import { marketFactorOf, multiAssetInputs, regressionInputs, type InputFacts, type InputProblem, type MultiAssetInputs, type RegressionInputs } from "./analysis-inputs.ts";
import type { ChosenModel } from "./options/model.ts";
import { factsInSample, periodsInWindow } from "./periods-in-window.ts";

/** What every regression behind a command has: the options that repeat it, and what its reply says of its sample. */
export interface AnalysisFit {
  /** The options that name the assets and the factors, filled in: { ticker: "JPM", factor: "SPY" }. */
  readonly names: Readonly<Record<string, string>>;
  readonly settings: AnalysisOptions;
  readonly sample: Sample;
  readonly inputs: InputFacts;
  /** Ids of the assets, then of the factors. */
  readonly series: readonly string[];
  /** What was chosen for the asker, where it is not what they would take it for. */
  readonly remarks?: readonly string[];
}

/** The options that name factors: one series, or a model of several; without either, the chapter's market factor. */
type FactorOptions = { readonly factor: DataSeries | ChosenModel | null } | { readonly model: ChosenModel | null };

export type OneAssetOptions = SharedOptions & FactorOptions & { readonly ticker: DataSeries };

export interface OneAssetFit extends AnalysisFit {
  readonly fit: FactorFit;
  /** The factors as they are loaded. */
  readonly model: ChosenModel;
  readonly inputs: RegressionInputs;
  readonly request: FitRequest;
}

/** One asset on its factors. */
export function fitOneAsset(options: OneAssetOptions, datasets: Datasets): Outcome<OneAssetFit, InputProblem> {
  return attempt(function* () {
    const settings = settingsOf(options);
    const model = yield* modelOf(options, () => marketFactorOf(options.ticker, datasets));
    const all = yield* regressionInputs(options.ticker, model.factors, { frequency: settings.frequency, measure: settings.returns }, datasets);
    const inputs = { ...all, asset: withoutDays(all.asset, settings.without) };
    const periods = yield* periodsInWindow(settings, settings.frequency, datasets);
    const request = fitRequestOf(settings, periods.window);
    const fit = yield* fitFactors(inputs.asset, inputs.factors, request);
    const names = { ticker: inputs.asset.id, ["model" in options ? "model" : "factor"]: model.name };
    const facts = factsInSample(inputs, fit.sample, periods);
    const remarks = [...lackingNotes({ ...fit, compounded: facts.compounded }), ...collinearityWords(varianceInflation(fit))];
    return { fit, model, names, settings, sample: fit.sample, inputs: facts, series: seriesIds([inputs.asset, ...inputs.factors]), request, remarks };
  });
}

/** The assets are `ticker` or `tickers`, whichever the command has. */
type SeveralAssetsOptions = SharedOptions &
  FactorOptions &
  ({ readonly ticker: readonly DataSeries[] } | { readonly tickers: readonly DataSeries[] | null });

interface SeveralAssetsFit extends AnalysisFit {
  /** One per asset, in the order given, all on the same rows. */
  readonly fits: readonly FactorFit[];
  readonly inputs: MultiAssetInputs;
  readonly request: FitRequest;
}

/** Several assets on the same factors and the same rows. `usual` says what is meant where assets or factors are left out. */
export function fitSeveralAssets(usual: {
  readonly factor: (assets: readonly DataSeries[], datasets: Datasets) => Outcome<DataSeries, InputProblem>;
  readonly assets?: (datasets: Datasets, model: ChosenModel) => readonly DataSeries[];
  /** How many assets there are to choose from. */
  readonly others?: (datasets: Datasets, model: ChosenModel) => number;
}) {
  return (options: SeveralAssetsOptions, datasets: Datasets): Outcome<SeveralAssetsFit, InputProblem> =>
    attempt(function* () {
      const settings = settingsOf(options);
      const chosen = "tickers" in options ? options.tickers : options.ticker;
      const model = yield* modelOf(options, () => usual.factor(chosen ?? [], datasets));
      const assets = chosen ?? usual.assets?.(datasets, model) ?? [];
      const all = yield* multiAssetInputs(assets, model.factors, { frequency: settings.frequency, measure: settings.returns }, datasets);
      const [one, ...others] = all.assets;
      const inputs: MultiAssetInputs = { ...all, assets: [withoutDays(one, settings.without), ...others.map((asset) => withoutDays(asset, settings.without))] };
      const periods = yield* periodsInWindow(settings, settings.frequency, datasets);
      const request = fitRequestOf(settings, periods.window);
      const { fits, sample } = yield* fitAssets(inputs.assets, inputs.factors, request);
      const names = { ["tickers" in options ? "tickers" : "ticker"]: listText(inputs.assets.map(({ id }) => id)), factor: model.name };
      const [first] = fits;
      const facts = factsInSample(inputs, sample, periods);
      const remarks = [
        ...fits.flatMap((fit) => lackingNotes({ ...fit, compounded: facts.compounded })),
        ...(first === undefined ? [] : collinearityWords(varianceInflation(first))),
        ...sharedFactorRemarks(options, assets, model, datasets),
        ...(chosen === null && usual.others ? leftOutNote(usual.others(datasets, model) - assets.length) : []),
      ];
      return { fits, names, settings, sample, inputs: facts, series: seriesIds([...inputs.assets, ...inputs.factors]), request, remarks };
    });
}

const seriesIds = (series: readonly Series[]): readonly string[] => [...new Set(series.map(({ id }) => id))];

/** Where one factor serves all and is not what each asset would have alone: /beta JPM is on SPY, beside MSFT it is on Mkt-RF. */
function sharedFactorRemarks(options: SeveralAssetsOptions, assets: readonly DataSeries[], { name }: ChosenModel, datasets: Datasets): readonly string[] {
  const wasChosen = "model" in options ? options.model !== null : options.factor !== null;
  if (wasChosen || assets.length < 2) return [];
  const alone = assets.flatMap((asset) => {
    const factor = marketFactorOf(asset, datasets);
    return factor.ok && factor.value.id !== name && factor.value.id !== asset.id ? [{ asset: asset.id, factor: factor.value.id }] : [];
  });
  return alone.length === assets.length ? [] : sharedFactorNotes(name, alone);
}

/** The factors as they were chosen, else the usual one. */
export function modelOf<P>(options: FactorOptions, usual: () => Outcome<DataSeries, P>): Outcome<ChosenModel, P> {
  const chosen = "model" in options ? options.model : options.factor;
  if (chosen !== null) return success("factors" in chosen ? chosen : { name: chosen.id, factors: [chosen] });
  const factor = usual();
  return factor.ok ? success({ name: factor.value.id, factors: [factor.value] }) : factor;
}
