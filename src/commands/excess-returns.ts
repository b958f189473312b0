import { isZeroCost } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { periodEndOf } from "../engine/compound.ts";
import { completeDays } from "../engine/complete-days.ts";
import { excessReturn } from "../engine/excess-return.ts";
import { weightedReturns } from "../engine/weighted-returns.ts";
import { measuredReturns, type ReturnMeasure } from "../engine/measured-returns.ts";
import { missingDays } from "../engine/market-days.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { all, attempt, type Outcome } from "../outcome.ts";
import type { CompoundedPeriods, SeriesProvenance } from "../render/recipe.ts";
import { atFrequency, compoundedPeriods, ofSameOrigin, provenanceOf } from "./returns-at-frequency.ts";

/** A series as an excess return of one frequency, with what it was made from. */
interface ExcessOf {
  readonly series: Series;
  readonly sources: readonly SeriesProvenance[];
  /** Ids of the total returns that RF was subtracted from: its own, or a portfolio's holdings. */
  readonly riskFreeSubtracted: readonly string[];
  /** How it was compounded; none where the file has that frequency itself. */
  readonly compounded: readonly CompoundedPeriods[];
  readonly lost: readonly LostRows[];
  /** Market days, or periods, between its first return and its last on which it has none, for no other cause than its file. */
  readonly blank: Int32Array;
  /** The rate over the days from which its periods were compounded; null where they were not, or without one. */
  readonly periodRate?: Series | null;
}

/** Returns that a series has and its excess return has not, by what is missing on their days. */
export interface LostRows {
  readonly series: string;
  readonly cause: string;
  readonly rows: readonly { readonly day: number; readonly value: number }[];
}

/** As `excessOf`, in the measure that was chosen, with the rate that this takes. */
export function measuredExcessOf(dataSeries: DataSeries, choice: ReturnChoice, datasets: Datasets): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  const excess = excessOf(dataSeries, choice.frequency, datasets);
  return excess.ok ? measured(excess.value, dataSeries, choice, datasets) : excess;
}

/** An excess return in another measure. */
function measured(excess: ExcessOf, dataSeries: DataSeries, { frequency, measure }: ReturnChoice, datasets: Datasets): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  return attempt(function* () {
    if (measure === "simple") return excess;
    if (dataSeries.kind === "rate") return { ...excess, series: measuredReturns(excess.series, measure, null), sources: excess.sources.map((source) => ({ ...source, measured: { measure, hasRate: false } as const })) };
    const isFunded = !isZeroCost(dataSeries.id);
    const known = isFunded ? riskFreeRate(frequency, datasets) : null;
    // The sample's rate is none of a real return's.
    const rate = known?.ok === true && known.value.source.origin === dataSeries.provenance.origin ? known.value : null;
    if (isFunded && rate === null && measure === "raw") yield* riskFreeRate(frequency, datasets);
    const how = { measure, hasRate: rate !== null } as const;
    const sources = excess.sources.map((source) => (source.kind === "rate" || source.fills ? source : { ...source, measured: how }));
    const riskFreeSubtracted = measure === "raw" ? [] : excess.riskFreeSubtracted;
    return { ...excess, riskFreeSubtracted, series: measuredReturns(excess.series, measure, excess.periodRate ?? rate?.series ?? null), sources: [...sources, ...(rate ? [rate.source] : [])] };
  });
}

/** How returns are measured: how often, and in which form. */
export interface ReturnChoice {
  readonly frequency: Frequency;
  readonly measure: ReturnMeasure;
}

/** Compounded where the file has another frequency, RF subtracted where it is a total return. */
export function excessOf(
  dataSeries: DataSeries,
  frequency: Frequency,
  datasets: Datasets,
): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  if (dataSeries.holdings !== undefined) return portfolioExcess(dataSeries.id, dataSeries.holdings, (holding) => excessOf(holding, frequency, datasets));
  return attempt(function* () {
    const { series, source, rateSource, compounded: periods, periodRate } = yield* atFrequency(dataSeries, frequency, datasets);
    const compounded = periods === null ? [] : [periods];
    const sources = [source, ...(periods?.filledFrom ? [periods.filledFrom] : []), ...(rateSource ? [rateSource] : [])];
    // Of compounded periods the days are told that they lack.
    const blank = periods === null ? blankRows(series, datasets) : new Int32Array();
    if (series.kind !== "total") return { series, sources, riskFreeSubtracted: [], compounded, lost: [], blank, periodRate };
    const riskFree = yield* riskFreeRate(frequency, datasets);
    const excess = yield* excessReturn(series, riskFree.series);
    return {
      series: excess,
      sources: [...sources, riskFree.source],
      riskFreeSubtracted: [series.id],
      compounded,
      lost: lostRows(series, excess, riskFree.series.id),
      blank,
    };
  });
}

/** Σ weight × excess return of the holdings, each as `excessOfHolding` gives it. */
function portfolioExcess(
  id: string,
  holdings: NonNullable<DataSeries["holdings"]>,
  excessOfHolding: (holding: DataSeries) => Outcome<ExcessOf, SeriesProblem | EngineProblem>,
): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  return attempt(function* () {
    const parts = yield* all(holdings.map(({ series }) => excessOfHolding(series)));
    const [first, ...others] = parts.map(({ series }, index) => ({ series: { ...series, kind: "excess" as const }, weight: holdings[index]?.weight ?? 0 }));
    if (first === undefined) throw new RangeError("a portfolio has holdings");
    const portfolio = yield* weightedReturns(id, [first, ...others]);
    const blankOfAll = [...(parts[0]?.blank ?? [])].filter((day) => parts.every(({ blank }) => blank.includes(day)));
    return {
      series: portfolio,
      sources: parts.flatMap(({ sources }, index) =>
        sources.map((source) => (source.kind === "rate" ? source : { ...source, holding: { portfolio: id, weight: holdings[index]?.weight ?? 0 } })),
      ),
      riskFreeSubtracted: parts.flatMap((part) => part.riskFreeSubtracted),
      compounded: parts.flatMap((part) => part.compounded),
      lost: [...parts.flatMap((part) => part.lost), ...parts.flatMap(({ series }) => lostRows(series, portfolio, "another holding"))],
      // What one holding alone lacks is lost to the others.
      blank: Int32Array.from(blankOfAll),
    };
  });
}

/** What `blankRows` found of a series that is kept, with the market's days of that time. */
const blankOfSeries = new WeakMap<Series, { readonly marketDays: Int32Array; readonly blank: Int32Array }>();

/** Days of the market factor, or the periods in which they lie, between a series' first return and its last without one. */
function blankRows(series: Series, datasets: Datasets): Int32Array {
  const calendar = datasets.find("Mkt-RF", "daily");
  if (!calendar.ok) return new Int32Array();
  const { days: marketDays } = calendar.value;
  const known = blankOfSeries.get(series);
  if (known?.marketDays === marketDays) return known.blank;
  const periods = series.frequency === "daily" ? marketDays : Int32Array.from(new Set(Array.from(marketDays, periodEndOf[series.frequency])));
  const blank = missingDays(series, periods);
  blankOfSeries.set(series, { marketDays, blank });
  return blank;
}

function lostRows(before: Series, after: Series, cause: string): readonly LostRows[] {
  if (before.days.length === after.days.length) return [];
  const kept = new Set(after.days);
  const rows = Array.from(before.days, (day, row) => ({ day, value: before.values[row] ?? NaN }));
  return [{ series: before.id, cause, rows: rows.filter(({ day }) => !kept.has(day)) }];
}

/** The daily excess return with the days that another file has; what is still missing. */
export function completeDailyExcess(dataSeries: DataSeries, datasets: Datasets): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  if (dataSeries.holdings !== undefined) return portfolioExcess(dataSeries.id, dataSeries.holdings, (holding) => completeDailyExcess(holding, datasets));
  return attempt(function* () {
    const excess = yield* excessOf(dataSeries, "daily", datasets);
    const rate = ofSameOrigin("RF", dataSeries, datasets);
    const { series, filled } = completeDays(excess.series, rate);
    const calendar = datasets.find("Mkt-RF", "daily");
    const missing = missingDays(series, calendar.ok ? calendar.value.days : null);
    const periods = { series, missing, filled, partial: { start: null, end: null }, method: "alone" as const, rate: null };
    const compounded = compoundedPeriods({ daily: dataSeries, frequency: "daily", periods, market: ofSameOrigin("Mkt-RF", dataSeries, datasets) });
    const fillers = compounded.filledFrom && rate ? [compounded.filledFrom, provenanceOf(rate)] : [];
    return { ...excess, series, sources: [...excess.sources, ...fillers], compounded: [compounded] };
  });
}

/**
 * A series as a dollar in it grows: on daily rows with the days that another file has, and what is still missing; of logs
 * the simple returns that they are the logs of. A rate stays as it is.
 */
export function pathOf(dataSeries: DataSeries, choice: ReturnChoice, datasets: Datasets): Outcome<ExcessOf, SeriesProblem | EngineProblem> {
  return attempt(function* () {
    const isCompleted = choice.frequency === "daily" && dataSeries.kind !== "rate";
    const excess = isCompleted ? yield* completeDailyExcess(dataSeries, datasets) : yield* excessOf(dataSeries, choice.frequency, datasets);
    const path = yield* measured(excess, dataSeries, choice, datasets);
    return choice.measure === "log" ? { ...path, series: { ...path.series, values: path.series.values.map(Math.expm1) } } : path;
  });
}

/** RF at a frequency, with its provenance. */
export function riskFreeRate(
  frequency: Frequency,
  datasets: Datasets,
): Outcome<{ readonly series: Series; readonly source: SeriesProvenance }, SeriesProblem> {
  return attempt(function* () {
    return yield* atFrequency(yield* datasets.find("RF"), frequency, datasets);
  });
}
