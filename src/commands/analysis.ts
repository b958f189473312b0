import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { portfolioText } from "../datasets/portfolio-expression.ts";
import { isoDay } from "../calendar.ts";
import { atLeastOne, type AtLeastOne } from "../engine/at-least-one.ts";
import type { Sample } from "../engine/factor-fit.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { FitRequest } from "../engine/fit-factors.ts";
import type { ReturnMeasure } from "../engine/measured-returns.ts";
import { rowsNeeded } from "../engine/robust-fit.ts";
import type { DaySpan, Frequency, Series } from "../engine/series.ts";
import { all as allOf, attempt, success, type Outcome } from "../outcome.ts";
import { views, type AnalysisContext } from "../render/analysis-reply.ts";
import { fewRowsCaution, lagsLeftOutNote, sampleNotes } from "../render/notes.ts";
import type { CompoundedPeriods, SeriesProvenance } from "../render/recipe.ts";
import { excessOf, measuredExcessOf, type LostRows, type ReturnChoice } from "./excess-returns.ts";
import { checkOneOrigin } from "./one-origin.ts";
import { fromDate, toDate } from "./options/date.ts";
import { exclusions, exclusionText } from "./options/exclusions.ts";
import { choice, yesOrNo } from "./options/kinds.ts";
import { lagCount, type Lags } from "./options/lags.ts";
import { optional, withDefault } from "./options/option.ts";

/** The options that every analysis command has after its own, in this order. Left out, they give the chapter's figures. */
export const analysisOptions = {
  from: optional(fromDate()),
  to: optional(toDate()),
  frequency: withDefault(
    choice("How often returns are measured: daily unless you say otherwise", ["daily", "weekly", "monthly"], {
      day: "daily",
      days: "daily",
      week: "weekly",
      weeks: "weekly",
      month: "monthly",
      months: "monthly",
    }),
    "daily",
  ),
  errors: withDefault(
    choice("Standard errors: classical, or robust (hc1, hac) ones", ["classical", "hc1", "hac"], {
      robust: "hc1",
      white: "hc1",
      "newey-west": "hac",
      "newey–west": "hac",
      "newey west": "hac",
      nonrobust: "classical",
    }),
    "classical",
  ),
  lags: optional(lagCount("Lags of hac errors, or auto (Newey–West 1994); left out: floor(4(n/100)^(2/9))")),
  private: withDefault(yesOrNo("true: only you see the answer", "private"), false),
  show: withDefault(choice("The answer, more of it, its Python code, the command that reproduces it, or the picture in words", views), "answer"),
  without: withDefault(exclusions("Days to leave out, like 2008 or 2008-09..2009-03; several parted by a blank"), []),
} as const;

/** Of the commands that measure how returns go together. Portfolios are made of simple returns, so those that make one have no choice. */
export const returnsOption = withDefault(
  choice("Simple returns, as in the course, or log returns", ["simple", "log"], { logs: "log", logarithmic: "log", ln: "log", continuous: "log", arithmetic: "simple" }),
  "simple",
);

/** The options of an analysis as they were read. */
export interface AnalysisOptions {
  readonly from: string | null;
  readonly to: string | null;
  readonly without: readonly DaySpan[];
  readonly frequency: Frequency;
  readonly returns: ReturnMeasure;
  readonly errors: "classical" | "hc1" | "hac";
  readonly lags: Lags | null;
  readonly private: boolean;
  readonly show: AnalysisContext["show"];
}

/** Those that every analysis has; /rolling has no errors to choose, /frequency no frequency. */
export type SharedOptions = Pick<AnalysisOptions, "from" | "to" | "private" | "show"> & Partial<AnalysisOptions>;

/** With what the options that a command lacks stand at. */
export const settingsOf = ({ from, to, without, frequency, returns, errors, lags, private: isPrivate, show }: SharedOptions): AnalysisOptions => ({
  from,
  to,
  without: without ?? [],
  frequency: frequency ?? "daily",
  returns: returns ?? "simple",
  // Who says lags means the errors that have them.
  errors: lags != null && errors !== "hc1" ? "hac" : (errors ?? "classical"),
  lags: lags ?? null,
  private: isPrivate,
  show,
});

/** Excess returns ready for the engine, with the provenance of everything they were made from. */
export interface RegressionInputs {
  readonly asset: Series;
  readonly factors: AtLeastOne<Series>;
  readonly sources: readonly SeriesProvenance[];
  /** Ids of total returns that RF was subtracted from. */
  readonly riskFreeSubtracted: readonly string[];
  /** Returns that were lost before the regression: RF is missing on their days, or another holding of the portfolio. */
  readonly lost: readonly LostRows[];
  /** Portfolios and the sum of their weights. */
  readonly portfolios: readonly { readonly id: string; readonly parts: string; readonly leverage: number }[];
  /** How each series came to the frequency, where its file has another one. */
  readonly compounded: readonly CompoundedPeriods[];
}

/** What a reply says of the rows, besides its sample. */
export type InputFacts = Pick<RegressionInputs, "sources" | "riskFreeSubtracted" | "compounded" | "lost" | "portfolios">;

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
      portfolios: all.flatMap(({ id, holdings }) =>
        holdings === undefined
          ? []
          : [{ id, parts: portfolioText(holdings.map(({ series: { id: part }, weight }) => ({ id: part, weight }))), leverage: holdings.reduce((sum, { weight }) => sum + weight, 0) }],
      ),
    };
  });
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

/** What the reply is given besides its numbers: the exact call, the view, the notes, who may see it. */
export function contextOf(parts: {
  readonly command: string;
  /** The command's own options as text, in the order it has them. */
  readonly own: Readonly<Record<string, string>>;
  readonly options: AnalysisOptions;
  readonly sample: Sample;
  readonly inputs: InputFacts;
  /** Ids of the assets, then of the factors. */
  readonly series: readonly string[];
  readonly remarks: readonly string[];
}): AnalysisContext {
  const { command, own, options, sample, inputs, series, remarks } = parts;
  const countsNoLags = options.errors === "hc1" && options.lags !== null;
  return {
    call: {
      command,
      options: {
        ...own,
        from: sample.first,
        to: sample.last,
        ...(options.without.length === 0 ? {} : { without: exclusionText(options.without) }),
        ...(options.frequency === "daily" ? {} : { frequency: options.frequency }),
        ...(options.returns === "log" ? { returns: "log" } : {}),
        ...(options.errors === "classical" ? {} : { errors: options.errors }),
        ...(options.lags === null || countsNoLags ? {} : { lags: String(options.lags) }),
      },
    },
    show: options.show,
    ...(options.from === null && options.to === null ? {} : { window: { ...(options.from === null ? {} : { from: options.from }), ...(options.to === null ? {} : { to: options.to }) } }),
    series,
    sources: inputs.sources,
    notes: [
      ...sampleNotes({
        ...inputs,
        sample,
        asset: firstOf(own),
        lost: inputs.lost.map(({ series, cause, days }) => ({
          series,
          cause,
          rows: days.filter((day) => isoDay(day) >= sample.first && isoDay(day) <= sample.last).length,
        })),
      }),
      ...remarks,
      ...(countsNoLags ? lagsLeftOutNote(options.lags) : []),
    ],
    compounded: inputs.compounded,
    caution: fewRowsCaution(sample, rowsNeeded(sample)),
    audience: options.private ? "asker" : "everyone",
  };
}

/** The series whose rows the others shorten: the first of those that the command was given, whatever it calls them. */
function firstOf({ ticker, tickers, series }: Readonly<Record<string, string>>): string {
  const [first] = (ticker ?? tickers ?? series ?? "").split(" ");
  if (first === undefined || first === "") throw new RangeError("an analysis names its series as ticker, tickers or series");
  return first;
}

/** The engine's request of the common options. */
export const fitRequestOf = ({ from, to, errors, lags }: AnalysisOptions): FitRequest => ({
  from: from ?? undefined,
  to: to ?? undefined,
  covariance: errors,
  lags: lags ?? undefined,
});
