import { isZeroCost } from "../datasets/catalogue.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { periodReturns, type PeriodReturns } from "../engine/period-returns.ts";
import type { SeriesProblem } from "../engine/problem.ts";
import type { Frequency, Series } from "../engine/series.ts";
import { attempt, type Outcome } from "../outcome.ts";
import type { CompoundedPeriods, SeriesProvenance } from "../render/recipe.ts";

interface AtFrequency {
  readonly series: Series;
  readonly source: SeriesProvenance;
  /** Of the daily rate that an excess return was compounded with. */
  readonly rateSource: SeriesProvenance | null;
  readonly compounded: CompoundedPeriods | null;
  readonly periodRate: Series | null;
}

/** The series as its own file has it at that frequency, else compounded from its daily returns. */
export function atFrequency(dataSeries: DataSeries, frequency: Frequency, datasets: Datasets): Outcome<AtFrequency, SeriesProblem> {
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

export function compoundedPeriods(of: {
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
export function ofSameOrigin(id: string, { provenance: { origin } }: DataSeries, datasets: Datasets): DataSeries | null {
  const found = datasets.find(id, "daily");
  return found.ok && found.value.provenance.origin === origin ? found.value : null;
}

export const provenanceOf = ({ id, kind, frequency, provenance, reading, earlier }: DataSeries): SeriesProvenance => ({ id, kind, frequency, ...provenance, reading, earlier });
