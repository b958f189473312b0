/**
 * One regression of a variant, or of a refit mistake: the series are chosen, made excess returns (or not), cut to the
 * rows they share in the window, resampled, and fitted by the engine.
 */
import { mean } from "simple-statistics";
import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import { alignSeries } from "../../engine/align-series.ts";
import type { AlignedRows } from "../../engine/align-series.ts";
import { excessReturn } from "../../engine/excess-return.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { fitFactors } from "../../engine/fit-factors.ts";
import { periodReturns } from "../../engine/period-returns.ts";
import type { Frequency, Series } from "../../engine/series.ts";
import { wholePeriodsWindow } from "../../engine/whole-periods-window.ts";
import { attempt, failure, success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { modelOf } from "./model.ts";
import type { Model } from "./model.ts";
import { resampler } from "./resample.ts";
import { isOfRaw, isPart, needsRates, ofExcess, partOf, shiftedFactor, treatedAsset, treatedFactor, type Treatment } from "./treatment.ts";
import type { YearWindow } from "./variant.ts";

/** A loaded series: market data and the simulated sample never meet in one regression. */
interface SourcedSeries extends Series {
  readonly provenance?: { readonly origin: "simulated sample" | "imported" };
}

/** The series of that id; daily where there is a daily one. */
export type FindSeries = (id: string, frequency?: Frequency) => Outcome<SourcedSeries, EngineProblem | SeriesProblem>;

export interface PairFit {
  readonly fit: FactorFit;
  readonly model: Model;
}

/** Errors: those of `find`, `excessReturn` and `fitFactors`. */
export function fitPair(findSeries: FindSeries, chosen: Treatment, assetId: string, factorId: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> {
  if (isPart(chosen)) return fitPair(findSeries, "excess", assetId, factorId, partOf(window, chosen));
  const isRaw = isOfRaw(chosen);
  const treatment = isRaw ? ofExcess(chosen) : chosen;
  if (treatment === "complete-months") return fitCompleteMonths(findSeries, assetId, factorId, window);
  if (treatment === "three-factors") return fitThreeFactors(findSeries, isRaw, assetId, "Mkt-RF", window);
  if (treatment === "size-and-value-added") return fitThreeFactors(findSeries, isRaw, assetId, factorId, window);
  return attempt(function* () {
    const found = { asset: yield* findSeries(assetId), factor: yield* findSeries(factorId) };
    const { origin } = found.asset.provenance ?? {};
    if (origin !== found.factor.provenance?.origin) return yield* mixedOrigins(found.asset, found.factor);
    const loadedRate = findSeries("RF");
    const rate = !loadedRate.ok || loadedRate.value.provenance?.origin === origin ? loadedRate : mixedOrigins(found.asset, loadedRate.value);
    const [asset, factor] = treatment === "blanks-as-zero" ? withBlanksAsZero(found.asset, found.factor) : [found.asset, found.factor];
    const excess = yield* asExcess(asset, rate, isRaw ? "rf-kept" : treatment);

    // Rows are chosen on days, before months are made of them, so that asset and factor cover the same days.
    const rows = yield* alignSeries(excess, [factor], window);
    const { days } = rows;
    const rates = needsRates.has(treatment) ? ratesOf(rate, rows) : rows.asset;
    const resampled = resampler(treatment);
    const stock = resampled({ ...excess, days, values: treatedAsset(rows.asset, rates, treatment, found.asset.kind) });
    const market = resampled({ ...factor, ...shiftedFactor(days, treatedFactor(rows.others[0] ?? rows.asset, rates, treatment), treatment) });
    const fit = yield* treatment === "reversed" ? fitFactors(market, [stock]) : fitFactors(stock, [market]);
    return { fit, model: modelOf(fit, meanRate(rate, rows, resampled)) };
  });
}

function fitThreeFactors(findSeries: FindSeries, isRaw: boolean, assetId: string, marketId: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> {
  return attempt(function* () {
    const found = yield* findSeries(assetId);
    const factors = [yield* findSeries(marketId), yield* findSeries("SMB"), yield* findSeries("HML")];
    const other = factors.find(({ provenance }) => provenance?.origin !== found.provenance?.origin);
    if (other !== undefined) return yield* mixedOrigins(found, other);
    const asset = yield* asExcess(found, findSeries("RF"), isRaw ? "rf-kept" : "excess");
    const fit = yield* fitFactors(asset, factors, window);
    return { fit, model: modelOf(fit, Number.NaN) };
  });
}

/** Another convention, accepted beside the key: r and the rate compounded apart, from every day that is known, as /beta does it. */
function fitCompleteMonths(findSeries: FindSeries, assetId: string, factorId: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> {
  return attempt(function* () {
    const rate = yield* findSeries("RF");
    const market = findSeries("Mkt-RF");
    const request = { frequency: "monthly", market: market.ok ? market.value.days : null, rate } as const;
    const months = (id: string): Outcome<Series, EngineProblem | SeriesProblem> => {
      const own = findSeries(id, "monthly");
      const daily = findSeries(id, "daily");
      return own.ok || !daily.ok ? own : success(periodReturns(daily.value, request).series);
    };
    const rates = months("RF");
    const asset = yield* months(assetId);
    const excess = asset.kind === "total" ? yield* excessReturn(asset, yield* rates) : asset;
    const fit = yield* fitFactors(excess, [yield* months(factorId)], (yield* wholePeriodsWindow(window, "monthly", request.market)).window);
    return { fit, model: modelOf(fit, Number.NaN) };
  });
}

/** Over the regression's rows; NaN where there is no risk-free rate for them, so that no key is made of it. */
function meanRate(rate: Outcome<Series, EngineProblem | SeriesProblem>, { days, asset }: AlignedRows, resampled: (series: Series) => Series): number {
  if (!rate.ok) return Number.NaN;
  const rows = alignSeries({ ...rate.value, days, values: asset }, [rate.value]);
  if (!rows.ok) return Number.NaN;
  return mean(Array.from(resampled({ ...rate.value, days: rows.value.days, values: rows.value.others[0] ?? new Float64Array() }).values));
}

/** Both series on the days that either has, 0 where it has none: `fillna(0)`. */
function withBlanksAsZero(asset: Series, factor: Series): readonly [Series, Series] {
  const days = Int32Array.from(new Set([...asset.days, ...factor.days])).sort();
  const on = (series: Series): Series => {
    const values = new Map(Array.from(series.days, (day, row) => [day, series.values[row] ?? 0]));
    return { ...series, days, values: Float64Array.from(days, (day) => values.get(day) ?? 0) };
  };
  return [on(asset), on(factor)];
}

/** The rate on each of the rows, NaN where there is none. */
function ratesOf(rate: Outcome<Series, EngineProblem | SeriesProblem>, { days }: AlignedRows): Float64Array {
  const byDay = new Map(rate.ok ? Array.from(rate.value.days, (day, row) => [day, rate.value.values[row] ?? Number.NaN] as const) : []);
  return Float64Array.from(days, (day) => byDay.get(day) ?? Number.NaN);
}

function asExcess(asset: Series, rate: Outcome<Series, EngineProblem | SeriesProblem>, treatment: Treatment): Outcome<Series, EngineProblem | SeriesProblem> {
  const isTotal = asset.kind === "total";
  // Deliberately mislabelled, as the mistake is: the engine would refuse a total return.
  const asItIs: Series = { ...asset, kind: "excess" };
  if (treatment === "rf-put-back" || treatment === "rf-on-both") return success(asItIs);
  if (treatment === "rf-kept" || treatment === "rf-in-percent") return isTotal ? success(asItIs) : mistakeNotApplicable(asset);
  if (!isTotal) return success(asset);
  return rate.ok ? excessReturn(asset, rate.value) : rate;
}

function mixedOrigins(...series: readonly SourcedSeries[]): Outcome<never, SeriesProblem> {
  const of = (origin: string) => series.filter(({ provenance }) => provenance?.origin === origin).map(({ id }) => id);
  return failure({ kind: "mixed-origins", imported: of("imported"), simulated: of("simulated sample"), frequency: series[0]?.frequency ?? "daily" });
}

const mistakeNotApplicable = (asset: Series): Outcome<Series, EngineProblem | SeriesProblem> =>
  failure({ kind: "wrong-return-kind", series: asset.id, has: asset.kind, needs: "total" });
