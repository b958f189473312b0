import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { isoDay } from "../calendar.ts";
import { weightedReturns } from "../engine/weighted-returns.ts";
import { compoundToMonths, compoundToYears } from "../engine/compound.ts";
import { excessReturn } from "../engine/excess-return.ts";
import type { Sample } from "../engine/factor-fit.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { FitRequest } from "../engine/fit-factors.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { dropPartialPeriods } from "../engine/drop-partial-periods.ts";
import { all, attempt, success, type Outcome } from "../outcome.ts";
import { views, type AnalysisContext } from "../render/analysis-reply.ts";
import { sampleNotes } from "../render/notes.ts";
import type { SeriesProvenance } from "../render/recipe.ts";
import { checkOneOrigin } from "./one-origin.ts";
import { fromDate, toDate } from "./options/date.ts";
import { choice, wholeNumber, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";

/** The options that every analysis command has after its own, in this order. Left out, they give the chapter's figures. */
export const analysisOptions = {
  from: optional(fromDate()),
  to: optional(toDate()),
  frequency: withDefault(
    choice("How often returns are measured: daily unless you say otherwise", ["daily", "monthly"], {
      day: "daily",
      days: "daily",
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
  lags: optional(wholeNumber("Lags of hac errors; left out: floor(4(n/100)^(2/9))", 0, 500)),
  private: withDefault(yesOrNo("true: only you see the answer", "private"), false),
  show: withDefault(choice("The answer, its Python code, the command that reproduces it, or the picture in words", views), "answer"),
} as const;

/** The options of an analysis as they were read. */
export interface AnalysisOptions {
  readonly from: string | null;
  readonly to: string | null;
  readonly frequency: Frequency;
  readonly errors: "classical" | "hc1" | "hac";
  readonly lags: number | null;
  readonly private: boolean;
  readonly show: AnalysisContext["show"];
}

/** Those that every analysis has; /rolling has no errors to choose, /frequency no frequency. */
export type SharedOptions = Pick<AnalysisOptions, "from" | "to" | "private" | "show"> & Partial<AnalysisOptions>;

/** With what the options that a command lacks stand at. */
export const settingsOf = ({ from, to, frequency, errors, lags, private: isPrivate, show }: SharedOptions): AnalysisOptions => ({
  from,
  to,
  frequency: frequency ?? "daily",
  errors: errors ?? "classical",
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
  readonly portfolios: readonly { readonly id: string; readonly leverage: number }[];
}

export interface LostRows {
  readonly series: string;
  readonly cause: string;
  readonly days: readonly number[];
}

export type AtLeastOne<T> = readonly [T, ...T[]];

/** What loaded series can refuse before the regression: a name or a frequency, dates that do not meet. */
export type InputProblem = SeriesProblem | EngineProblem;

/** Excess returns of several assets, each as `regressionInputs` makes one. */
export interface MultiAssetInputs extends Omit<RegressionInputs, "asset"> {
  readonly assets: AtLeastOne<Series>;
}

export function regressionInputs(
  asset: DataSeries,
  factors: readonly DataSeries[],
  frequency: Frequency,
  datasets: Datasets,
): Outcome<RegressionInputs, InputProblem> {
  return attempt(function* () {
    const { assets, ...inputs } = yield* multiAssetInputs([asset], factors, frequency, datasets);
    return { asset: assets[0], ...inputs };
  });
}

export function multiAssetInputs(
  assets: readonly DataSeries[],
  factors: readonly DataSeries[],
  frequency: Frequency,
  datasets: Datasets,
): Outcome<MultiAssetInputs, InputProblem> {
  return attempt(function* () {
    const excess = yield* all([...assets, ...factors].map((series) => excessOf(series, frequency, datasets)));
    yield* checkOneOrigin(excess.flatMap(({ sources }) => sources));
    const series = excess.map((one) => one.series);
    return {
      assets: atLeastOne(series.slice(0, assets.length)),
      factors: atLeastOne(series.slice(assets.length)),
      sources: excess.flatMap(({ sources }) => sources),
      riskFreeSubtracted: excess.flatMap((one) => one.riskFreeSubtracted),
      lost: excess.flatMap((one) => one.lost),
      portfolios: [...assets, ...factors].flatMap(({ id, holdings }) =>
        holdings === undefined ? [] : [{ id, leverage: holdings.reduce((sum, { weight }) => sum + weight, 0) }],
      ),
    };
  });
}

/** Excess returns alone, for a portfolio's parts. */
export function excessReturns(assets: readonly DataSeries[], frequency: Frequency, datasets: Datasets): Outcome<AtLeastOne<Series>, InputProblem> {
  const excess = all(assets.map((series) => excessOf(series, frequency, datasets)));
  return excess.ok ? success(atLeastOne(excess.value.map(({ series }) => series))) : excess;
}

function atLeastOne<T>(items: readonly T[]): AtLeastOne<T> {
  const [first, ...others] = items;
  if (first === undefined) throw new RangeError("a regression needs at least one asset and one factor");
  return [first, ...others];
}

/** A series as an excess return, and how it became one. */
interface ExcessInput extends Pick<RegressionInputs, "sources" | "riskFreeSubtracted" | "lost"> {
  readonly series: Series;
}

/** A series as an excess return of one frequency: compounded where its file has another, RF subtracted where it is total. */
function excessOf(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): Outcome<ExcessInput, InputProblem> {
  if (dataSeries.holdings !== undefined) return portfolioExcess(dataSeries.id, dataSeries.holdings, frequency, datasets);
  return attempt(function* () {
    const series = yield* atFrequency(dataSeries, frequency, datasets);
    const own = provenanceOf(dataSeries, frequency, datasets);
    if (series.kind !== "total") return { series, sources: [own], riskFreeSubtracted: [], lost: [] };
    const riskFree = yield* riskFreeRate(frequency, datasets);
    const excess = yield* excessReturn(series, riskFree.series);
    return {
      series: excess,
      sources: [own, riskFree.source],
      riskFreeSubtracted: [series.id],
      lost: lostRows(series, excess, riskFree.series.id),
    };
  });
}

/** Σ weight × excess return of the holdings at that frequency. */
function portfolioExcess(id: string, holdings: NonNullable<DataSeries["holdings"]>, frequency: Frequency, datasets: Datasets): Outcome<ExcessInput, InputProblem> {
  return attempt(function* () {
    const parts = atLeastOne(yield* all(holdings.map(({ series }) => excessOf(series, frequency, datasets))));
    const weighted = parts.map(({ series }, index) => ({ series: { ...series, kind: "excess" as const }, weight: holdings[index]?.weight ?? 0 }));
    const portfolio = yield* weightedReturns(id, atLeastOne(weighted));
    return {
      series: portfolio,
      sources: parts.flatMap(({ sources }, index) =>
        sources.map((source) => (source.kind === "rate" ? source : { ...source, holding: { portfolio: id, weight: holdings[index]?.weight ?? 0 } })),
      ),
      riskFreeSubtracted: parts.flatMap((part) => part.riskFreeSubtracted),
      lost: [...parts.flatMap((part) => part.lost), ...parts.flatMap(({ series }) => lostRows(series, portfolio, "another holding"))],
    };
  });
}

function lostRows(before: Series, after: Series, cause: string): readonly LostRows[] {
  if (before.days.length === after.days.length) return [];
  const kept = new Set(after.days);
  return [{ series: before.id, cause, days: [...before.days].filter((day) => !kept.has(day)) }];
}

/** RF at a frequency, with its provenance. */
export function riskFreeRate(
  frequency: Frequency,
  datasets: Datasets,
): Outcome<{ readonly series: Series; readonly source: SeriesProvenance }, SeriesProblem> {
  return attempt(function* () {
    const rate = yield* datasets.find("RF");
    const series = yield* atFrequency(rate, frequency, datasets);
    return { series, source: provenanceOf(rate, frequency, datasets) };
  });
}

/** The provenance of the form that `atFrequency` starts from. */
function provenanceOf(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): SeriesProvenance {
  const own = datasets.find(dataSeries.id, frequency);
  const { id, kind, provenance: source, frequency: fileFrequency, reading, earlier } = own.ok ? own.value : dataSeries;
  return { id, kind, frequency: fileFrequency, ...source, reading, earlier };
}

/** The series as its own file has it at that frequency, else compounded from its daily returns. */
function atFrequency(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): Outcome<DataSeries, SeriesProblem> {
  if (dataSeries.frequency === frequency) return success(dataSeries);
  const own = datasets.find(dataSeries.id, frequency);
  if (own.ok || frequency === "daily") return own;
  const daily = datasets.find(dataSeries.id, "daily");
  if (!daily.ok) return daily;
  const compounded = frequency === "monthly" ? compoundToMonths(daily.value) : compoundToYears(daily.value);
  return success(dropPartialPeriods(compounded, daily.value));
}

/** The chapter's factor for an asset: SPY for excess returns (6.4), the market factor Mkt-RF for totals and for SPY (6.7). */
export function marketFactorOf(asset: DataSeries, datasets: Datasets): Outcome<DataSeries, SeriesProblem> {
  const spy = datasets.find("SPY");
  return asset.kind === "excess" && asset.id !== "SPY" && spy.ok ? spy : datasets.find("Mkt-RF");
}

/** One factor for several assets: SPY where it is the chapter's for each of them, else Mkt-RF. */
export function sharedFactorOf(assets: readonly DataSeries[], datasets: Datasets): Outcome<DataSeries, SeriesProblem> {
  const exception = assets.find((asset) => asset.kind !== "excess" || asset.id === "SPY");
  const asset = exception ?? assets[0];
  return asset ? marketFactorOf(asset, datasets) : datasets.find("Mkt-RF");
}

/** What a reply says of the series behind it. */
export type InputFacts = Pick<RegressionInputs, "sources" | "riskFreeSubtracted" | "lost" | "portfolios">;

/** What the reply is given besides its numbers: the exact call, the view, the notes, who may see it. */
export function contextOf(parts: {
  readonly command: string;
  /** The command's own options as text, in the order it has them. */
  readonly own: Readonly<Record<string, string>>;
  readonly options: AnalysisOptions;
  readonly sample: Sample;
  readonly inputs: InputFacts;
}): AnalysisContext {
  const { command, own, options, sample, inputs } = parts;
  return {
    call: {
      command,
      options: {
        ...own,
        from: sample.first,
        to: sample.last,
        ...(options.frequency === "daily" ? {} : { frequency: options.frequency }),
        ...(options.errors === "classical" ? {} : { errors: options.errors }),
        ...(options.lags === null ? {} : { lags: String(options.lags) }),
      },
    },
    show: options.show,
    sources: inputs.sources,
    notes: sampleNotes({
      sample,
      riskFreeSubtracted: inputs.riskFreeSubtracted,
      portfolios: inputs.portfolios,
      lost: inputs.lost.map(({ series, cause, days }) => ({
        series,
        cause,
        rows: days.filter((day) => isoDay(day) >= sample.first && isoDay(day) <= sample.last).length,
      })),
    }),
    audience: options.private ? "asker" : "everyone",
  };
}

/** The engine's request of the common options. */
export const fitRequestOf = ({ from, to, errors, lags }: AnalysisOptions): FitRequest => ({
  from: from ?? undefined,
  to: to ?? undefined,
  covariance: errors,
  lags: lags ?? undefined,
});
