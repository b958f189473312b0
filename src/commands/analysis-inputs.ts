import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { portfolioText } from "../datasets/portfolio-expression.ts";
import { atLeastOne, type AtLeastOne } from "../engine/at-least-one.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { all as allOf, attempt, success, type Outcome } from "../outcome.ts";
import type { BlankRows } from "../render/period-notes.ts";
import type { CompoundedPeriods, CutPeriods, SeriesProvenance } from "../render/recipe.ts";
import { ofSameOrigin } from "./returns-at-frequency.ts";
import { excessOf, measuredExcessOf, type LostRows, type ReturnChoice } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";

/** Excess returns ready for the engine, with the provenance of everything they were made from. */
export interface RegressionInputs {
  readonly asset: Series;
  readonly factors: AtLeastOne<Series>;
  readonly sources: readonly SeriesProvenance[];
  /** Ids of total returns that RF was subtracted from. */
  readonly riskFreeSubtracted: readonly string[];
  /** Returns that were lost before the regression: RF is missing on their days, or another holding of the portfolio. */
  readonly lost: readonly LostRows[];
  /** Days, or periods, on which the market traded and the first series has no return; with the market's returns. */
  readonly blank: BlankRows;
  /** Portfolios and the sum of their weights. */
  readonly portfolios: readonly { readonly id: string; readonly parts: string; readonly leverage: number }[];
  /** How each series came to the frequency, where its file has another one. */
  readonly compounded: readonly CompoundedPeriods[];
  /** Weeks, months or years beside the rows that the window's ends cut. */
  readonly windowCuts?: readonly CutPeriods[];
}

/** What a reply says of the rows, besides its sample. */
export type InputFacts = Pick<RegressionInputs, "sources" | "riskFreeSubtracted" | "compounded" | "lost" | "blank" | "portfolios" | "windowCuts">;

/** What loaded series can refuse before the regression: a name or a frequency, dates that do not meet. */
export type InputProblem = SeriesProblem | EngineProblem;

/** Excess returns of several assets, each as `regressionInputs` makes one. */
export interface MultiAssetInputs extends Omit<RegressionInputs, "asset"> {
  readonly assets: AtLeastOne<Series>;
}

export function regressionInputs(
  asset: DataSeries,
  factors: readonly DataSeries[],
  choice: Frequency | ReturnChoice,
  datasets: Datasets,
): Outcome<RegressionInputs, InputProblem> {
  return attempt(function* () {
    const { assets, ...inputs } = yield* multiAssetInputs([asset], factors, choice, datasets);
    return { asset: assets[0], ...inputs };
  });
}

export function multiAssetInputs(
  assets: readonly DataSeries[],
  factors: readonly DataSeries[],
  choice: Frequency | ReturnChoice,
  datasets: Datasets,
): Outcome<MultiAssetInputs, InputProblem> {
  return attempt(function* () {
    const { series, ...inputs } = yield* seriesInputs([...assets, ...factors], typeof choice === "string" ? { frequency: choice, measure: "simple" } : choice, datasets);
    return { assets: atLeastOne(series.slice(0, assets.length)), factors: atLeastOne(series.slice(assets.length)), ...inputs };
  });
}

/** Series by themselves, each as `regressionInputs` makes one. */
interface SeriesInputs extends Omit<RegressionInputs, "asset" | "factors"> {
  readonly series: AtLeastOne<Series>;
}

export function seriesInputs(all: readonly DataSeries[], choice: ReturnChoice, datasets: Datasets): Outcome<SeriesInputs, InputProblem> {
  return attempt(function* () {
    const excess = yield* allOf(all.map((series) => measuredExcessOf(series, choice, datasets)));
    yield* checkOneOrigin(excess.flatMap(({ sources }) => sources));
    return {
      series: atLeastOne(excess.map(({ series }) => series)),
      sources: excess.flatMap(({ sources }) => sources),
      riskFreeSubtracted: excess.flatMap((one) => one.riskFreeSubtracted),
      compounded: excess.flatMap((one) => one.compounded),
      lost: excess.flatMap((one) => one.lost),
      blank: blankOf(all[0], excess[0], datasets),
      portfolios: all.flatMap(({ id, holdings }) =>
        holdings === undefined
          ? []
          : [{ id, parts: portfolioText(holdings.map(({ series: { id: part }, weight }) => ({ id: part, weight }))), leverage: holdings.reduce((sum, { weight }) => sum + weight, 0) }],
      ),
    };
  });
}

/** What the first series lacks; the others' rows are compared with its own. */
function blankOf(first: DataSeries | undefined, excess: { readonly blank: Int32Array } | undefined, datasets: Datasets): BlankRows {
  if (first === undefined || excess === undefined) throw new RangeError("an analysis has a series");
  return { series: first.id, days: excess.blank, market: ofSameOrigin("Mkt-RF", first, datasets) };
}

/** Excess returns alone, for a portfolio's parts. */
export function excessReturns(assets: readonly DataSeries[], frequency: Frequency, datasets: Datasets): Outcome<AtLeastOne<Series>, InputProblem> {
  const excess = allOf(assets.map((series) => excessOf(series, frequency, datasets)));
  return excess.ok ? success(atLeastOne(excess.value.map(({ series }) => series))) : excess;
}

/** The chapter's factor for an asset: SPY for excess returns (6.4), the market factor Mkt-RF for totals and for SPY (6.7). */
export function marketFactorOf(asset: DataSeries, datasets: Datasets): Outcome<DataSeries, SeriesProblem> {
  const spy = datasets.find("SPY");
  return asset.kind === "excess" && asset.id !== "SPY" && spy.ok && spy.value.provenance.origin === asset.provenance.origin ? spy : datasets.find("Mkt-RF");
}

/** One factor for several assets: SPY where it is the chapter's for each of them, else Mkt-RF. */
export function sharedFactorOf(assets: readonly DataSeries[], datasets: Datasets): Outcome<DataSeries, SeriesProblem> {
  const exception = assets.find((asset) => asset.kind !== "excess" || asset.id === "SPY");
  const asset = exception ?? assets[0];
  return asset ? marketFactorOf(asset, datasets) : datasets.find("Mkt-RF");
}
