import type { Problem } from "../render/problem.ts";
import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { compoundToMonths, compoundToYears } from "../engine/compound.ts";
import { excessReturn } from "../engine/excess-return.ts";
import type { Sample } from "../engine/factor-fit.ts";
import type { FitRequest } from "../engine/fit-factors.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { dropPartialPeriods } from "../engine/drop-partial-periods.ts";
import { success, type Outcome } from "../outcome.ts";
import { views, type AnalysisContext } from "../render/analysis-reply.ts";
import { sampleNotes } from "../render/notes.ts";
import type { SeriesProvenance } from "../render/recipe.ts";
import { fromDate, toDate } from "./options/date.ts";
import { choice, wholeNumber, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";

/** The options that every analysis command has after its own, in this order. Left out, they give the chapter's figures. */
export const analysisOptions = {
  from: optional(fromDate()),
  to: optional(toDate()),
  frequency: withDefault(
    choice("How often returns are measured: daily unless you say otherwise", ["daily", "monthly"]),
    "daily",
  ),
  errors: withDefault(
    choice("Standard errors: classical, or robust (hc1, hac) ones", ["classical", "hc1", "hac"]),
    "classical",
  ),
  lags: optional(wholeNumber("Lags of hac errors; left out: floor(4(n/100)^(2/9))", 0, 500)),
  private: withDefault(yesOrNo("true: only you see the answer"), false),
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

/** Excess returns ready for the engine, with the papers of everything they were made from. */
export interface RegressionInputs {
  readonly asset: Series;
  readonly factors: readonly Series[];
  readonly sources: readonly SeriesProvenance[];
  /** Ids of total returns that RF was subtracted from. */
  readonly riskFreeSubtracted: readonly string[];
}

export function regressionInputs(
  asset: DataSeries,
  factors: readonly DataSeries[],
  frequency: Frequency,
  datasets: Datasets,
): Outcome<RegressionInputs, Problem> {
  const [first, ...others] = [asset, ...factors].map((series) => excessOf(series, frequency, datasets));
  const sources: SeriesProvenance[] = [];
  const riskFreeSubtracted: string[] = [];
  const excess: Series[] = [];
  for (const outcome of [first!, ...others]) {
    if (!outcome.ok) return outcome;
    excess.push(outcome.value.series);
    sources.push(...outcome.value.sources);
    if (outcome.value.sources.length > 1) riskFreeSubtracted.push(outcome.value.series.id);
  }
  return success({ asset: excess[0]!, factors: excess.slice(1), sources, riskFreeSubtracted });
}

/** Excess returns of several assets, each as `materialsFor` makes one. */
export interface MultiAssetInputs extends Omit<RegressionInputs, "asset"> {
  readonly assets: readonly Series[];
}

export function multiAssetInputs(
  assets: readonly DataSeries[],
  factors: readonly DataSeries[],
  frequency: Frequency,
  datasets: Datasets,
): Outcome<MultiAssetInputs, Problem> {
  const [first, ...rest] = assets;
  if (!first) throw new RangeError("materialsForAll needs at least one asset");
  const outcome = regressionInputs(first, [...rest, ...factors], frequency, datasets);
  if (!outcome.ok) return outcome;
  const { asset, factors: others, sources, riskFreeSubtracted } = outcome.value;
  return success({
    assets: [asset, ...others.slice(0, rest.length)],
    factors: others.slice(rest.length),
    sources,
    riskFreeSubtracted,
  });
}

/** A series as an excess return of one frequency: compounded where its file has another, RF subtracted where it is total. */
function excessOf(
  dataSeries: DataSeries,
  frequency: Frequency,
  datasets: Datasets,
): Outcome<{ readonly series: Series; readonly sources: readonly SeriesProvenance[] }, Problem> {
  const series = atFrequency(dataSeries, frequency, datasets);
  if (!series.ok) return series;
  const own = provenanceOf(dataSeries, frequency, datasets);
  if (series.value.kind !== "total") return success({ series: series.value, sources: [own] });
  const riskFree = riskFreeRate(frequency, datasets);
  if (!riskFree.ok) return riskFree;
  const excess = excessReturn(series.value, riskFree.value.series);
  return excess.ok ? success({ series: excess.value, sources: [own, riskFree.value.source] }) : excess;
}

/** RF at a frequency, with its papers. */
export function riskFreeRate(
  frequency: Frequency,
  datasets: Datasets,
): Outcome<{ readonly series: Series; readonly source: SeriesProvenance }, Problem> {
  const rate = datasets.find("RF");
  if (!rate.ok) return rate;
  const series = atFrequency(rate.value, frequency, datasets);
  return series.ok ? success({ series: series.value, source: provenanceOf(rate.value, frequency, datasets) }) : series;
}

/** The papers of the form that `atFrequency` starts from. */
function provenanceOf(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): SeriesProvenance {
  const own = datasets.find(dataSeries.id, frequency);
  const { id, kind, provenance: source, frequency: fileFrequency } = own.ok ? own.value : dataSeries;
  return { id, kind, frequency: fileFrequency, ...source };
}

/** The series as its own file has it at that frequency, else compounded from its daily returns. */
function atFrequency(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): Outcome<DataSeries, Problem> {
  if (dataSeries.frequency === frequency) return success(dataSeries);
  const own = datasets.find(dataSeries.id, frequency);
  if (own.ok || frequency === "daily") return own;
  const daily = datasets.find(dataSeries.id, "daily");
  if (!daily.ok) return daily;
  const compounded = frequency === "monthly" ? compoundToMonths(daily.value) : compoundToYears(daily.value);
  return success(dropPartialPeriods(compounded, daily.value));
}

/** The chapter's factor for an asset: SPY for excess returns (6.4), the market factor Mkt-RF for totals and for SPY (6.7). */
export function marketFactorOf(asset: DataSeries, datasets: Datasets): Outcome<DataSeries, Problem> {
  const spy = datasets.find("SPY");
  return asset.kind === "excess" && asset.id !== "SPY" && spy.ok ? spy : datasets.find("Mkt-RF");
}

/** One factor for several assets: SPY where it is the chapter's for each of them, else Mkt-RF. */
export function sharedFactorOf(assets: readonly DataSeries[], datasets: Datasets): Outcome<DataSeries, Problem> {
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
  readonly inputs: Pick<RegressionInputs, "sources" | "riskFreeSubtracted">;
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
    notes: sampleNotes({ sample, riskFreeSubtracted: inputs.riskFreeSubtracted }),
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
