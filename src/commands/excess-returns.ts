import { isZeroCost } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { completeDays } from "../engine/complete-days.ts";
import { excessReturn } from "../engine/excess-return.ts";
import { weightedReturns } from "../engine/weighted-returns.ts";
import { measuredReturns, type ReturnMeasure } from "../engine/measured-returns.ts";
import { missingDays } from "../engine/market-days.ts";
import { periodReturns, type PeriodReturns } from "../engine/period-returns.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { all, attempt, type Outcome } from "../outcome.ts";
import type { CompoundedPeriods, SeriesProvenance } from "../render/recipe.ts";

/** A series as an excess return of one frequency, with what it was made from. */
interface ExcessOf {
  readonly series: Series;
  readonly sources: readonly SeriesProvenance[];
  /** Ids of the total returns that RF was subtracted from: its own, or a portfolio's holdings. */
  readonly riskFreeSubtracted: readonly string[];
  /** How it was compounded; none where the file has that frequency itself. */
  readonly compounded: readonly CompoundedPeriods[];
  readonly lost: readonly LostRows[];
  /** The rate over the days from which its periods were compounded; null where they were not, or without one. */
  readonly periodRate?: Series | null;
}

/** Returns that a series has and its excess return has not, by what is missing on their days. */
export interface LostRows {
  readonly series: string;
  readonly cause: string;
  readonly days: readonly number[];
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
    if (series.kind !== "total") return { series, sources, riskFreeSubtracted: [], compounded, lost: [], periodRate };
    const riskFree = yield* riskFreeRate(frequency, datasets);
    const excess = yield* excessReturn(series, riskFree.series);
    return {
      series: excess,
      sources: [...sources, riskFree.source],
      riskFreeSubtracted: [series.id],
      compounded,
      lost: lostRows(series, excess, riskFree.series.id),
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
    return {
      series: portfolio,
      sources: parts.flatMap(({ sources }, index) =>
        sources.map((source) => (source.kind === "rate" ? source : { ...source, holding: { portfolio: id, weight: holdings[index]?.weight ?? 0 } })),
      ),
      riskFreeSubtracted: parts.flatMap((part) => part.riskFreeSubtracted),
      compounded: parts.flatMap((part) => part.compounded),
      lost: [...parts.flatMap((part) => part.lost), ...parts.flatMap(({ series }) => lostRows(series, portfolio, "another holding"))],
    };
  });
}

function lostRows(before: Series, after: Series, cause: string): readonly LostRows[] {
  if (before.days.length === after.days.length) return [];
  const kept = new Set(after.days);
  return [{ series: before.id, cause, days: [...before.days].filter((day) => !kept.has(day)) }];
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

interface AtFrequency {
  readonly series: Series;
  readonly source: SeriesProvenance;
  /** Of the daily rate that an excess return was compounded with. */
  readonly rateSource: SeriesProvenance | null;
  readonly compounded: CompoundedPeriods | null;
  readonly periodRate: Series | null;
}

/** The series as its own file has it at that frequency, else compounded from its daily returns. */
function atFrequency(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): Outcome<AtFrequency, SeriesProblem> {
  return attempt(function* () {
    const uncompounded = (series: DataSeries): AtFrequency => ({ series, source: provenanceOf(series), rateSource: null, compounded: null, periodRate: null });
    if (dataSeries.frequency === frequency) return uncompounded(dataSeries);
    const own = datasets.find(dataSeries.id, frequency);
    // The sample's months never stand in for those of a real file that has days only.
    const isStandIn = own.ok && own.value.provenance.origin === "simulated sample" && dataSeries.provenance.origin === "imported";
    if (own.ok && (frequency === "daily" || !isStandIn)) return uncompounded(own.value);
    if (frequency === "daily") return uncompounded(yield* own);
    const days = datasets.find(dataSeries.id, "daily");
    // Without days there is nothing to compound: what it lacks is the frequency that was asked for.
    const daily = yield* days.ok || own.ok ? days : own;
    const calendar = datasets.find("Mkt-RF", "daily");
    const market = calendar.ok ? calendar.value.days : null;
    const rate = daily.kind === "excess" && !isZeroCost(daily.id) ? ofSameOrigin("RF", daily, datasets) : null;
    const periods = periodReturns(daily, { frequency, market, rate });
    const compounded = compoundedPeriods({ daily, frequency, periods, market: ofSameOrigin("Mkt-RF", daily, datasets) });
    return { series: periods.series, source: { ...provenanceOf(daily), method: periods.method }, rateSource: rate && provenanceOf(rate), compounded, periodRate: periods.rate };
  });
}

function compoundedPeriods(of: {
  readonly daily: DataSeries;
  readonly frequency: Frequency;
  readonly periods: PeriodReturns;
  readonly market: Series | null;
}): CompoundedPeriods {
  const { daily, frequency, periods: { missing, filled, partial }, market } = of;
  const filledFrom = filled.length > 0 && daily.totals ? { ...provenanceOf(daily.totals), fills: true as const } : null;
  return { series: daily.id, frequency, missing, filled, filledFrom, partial, market };
}

/** The daily series of an id, if it and the other both are real or both simulated: the two never meet in one return. */
function ofSameOrigin(id: string, { provenance: { origin } }: DataSeries, datasets: Datasets): DataSeries | null {
  const found = datasets.find(id, "daily");
  return found.ok && found.value.provenance.origin === origin ? found.value : null;
}

const provenanceOf = ({ id, kind, frequency, provenance, reading, earlier }: DataSeries): SeriesProvenance => ({ id, kind, frequency, ...provenance, reading, earlier });
