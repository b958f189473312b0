/**
 * One regression of a variant, or of a refit mistake: the series are chosen, made excess returns (or not), cut to the
 * rows they share in the window, resampled, and fitted by the engine.
 */
import { mean } from "simple-statistics";
import type { EngineProblem, SeriesProblem } from "../../engine/problem.ts";
import { alignSeries } from "../../engine/align-series.ts";
import type { AlignedRows } from "../../engine/align-series.ts";
import { compoundToMonths } from "../../engine/compound.ts";
import { excessReturn } from "../../engine/excess-return.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { fitFactors } from "../../engine/fit-factors.ts";
import { periodReturns } from "../../engine/period-returns.ts";
import type { Frequency, Series } from "../../engine/series.ts";
import { attempt, failure, success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { modelOf } from "./model.ts";
import type { Model } from "./model.ts";
import { monthEndDays } from "./month-end-days.ts";
import type { YearWindow } from "./variant.ts";

/** A loaded series: market data and the simulated sample never meet in one regression. */
export interface SourcedSeries extends Series {
  readonly provenance?: { readonly origin: "simulated sample" | "imported" };
}

/** The series of that id; daily where there is a daily one. */
export type FindSeries = (id: string, frequency?: Frequency) => Outcome<SourcedSeries, EngineProblem | SeriesProblem>;

/** What is done to the data before the regression; only `excess` and, where it is asked for, `monthly` are right. */
export type Treatment = "excess" | "monthly" | "complete-months" | "reversed" | "rf-twice" | "rf-kept" | "month-end-days";

export interface PairFit {
  readonly fit: FactorFit;
  readonly model: Model;
}

/** Errors: those of `find`, `excessReturn` and `fitFactors`. */
export function fitPair(findSeries: FindSeries, treatment: Treatment, assetId: string, factorId: string, window: YearWindow): Outcome<PairFit, EngineProblem | SeriesProblem> {
  if (treatment === "complete-months") return fitCompleteMonths(findSeries, assetId, factorId, window);
  return attempt(function* () {
    const asset = yield* findSeries(assetId);
    const factor = yield* findSeries(factorId);
    if (asset.provenance?.origin !== factor.provenance?.origin) return yield* mixedOrigins(asset, factor);
    const loadedRate = findSeries("RF");
    const isOfOneOrigin = !loadedRate.ok || loadedRate.value.provenance?.origin === asset.provenance?.origin;
    const rate = isOfOneOrigin ? loadedRate : mixedOrigins(asset, loadedRate.value);
    const treated = yield* applyTreatment(asset, rate, treatment);

    // Rows are chosen on days, before months are made of them, so that asset and factor cover the same days.
    const rows = yield* alignSeries(treated, [factor], window);
    const { days } = rows;
    const resampled = resampler(treatment);
    const stock = resampled({ ...treated, days, values: rows.asset });
    const market = resampled({ ...factor, days, values: rows.others[0]! });
    const fit = yield* treatment === "reversed" ? fitFactors(market, [stock]) : fitFactors(stock, [market]);
    return { fit, model: modelOf(fit, meanRate(rate, rows, resampled)) };
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
    const fit = yield* fitFactors(excess, [yield* months(factorId)], window);
    return { fit, model: modelOf(fit, Number.NaN) };
  });
}

/** Over the regression's rows; NaN where there is no risk-free rate for them, so that no key is made of it. */
function meanRate(rate: Outcome<Series, EngineProblem | SeriesProblem>, { days, asset }: AlignedRows, resampled: (series: Series) => Series): number {
  if (!rate.ok) return Number.NaN;
  const rows = alignSeries({ ...rate.value, days, values: asset }, [rate.value]);
  if (!rows.ok) return Number.NaN;
  return mean(Array.from(resampled({ ...rate.value, days: rows.value.days, values: rows.value.others[0]! }).values));
}

function applyTreatment(asset: Series, rate: Outcome<Series, EngineProblem | SeriesProblem>, treatment: Treatment): Outcome<Series, EngineProblem | SeriesProblem> {
  const isTotal = asset.kind === "total";
  if (treatment === "rf-kept") {
    // Deliberately mislabelled, as the mistake is: the engine would refuse a total return.
    return isTotal ? success({ ...asset, kind: "excess" }) : mistakeNotApplicable(asset);
  }
  if (!isTotal && treatment !== "rf-twice") return success(asset);
  if (!rate.ok) return rate;
  const excess = isTotal ? excessReturn(asset, rate.value) : success(asset);
  if (!excess.ok || treatment !== "rf-twice") return excess;
  return excessReturn({ ...excess.value, kind: "total" }, rate.value);
}

function mixedOrigins(...series: readonly SourcedSeries[]): Outcome<never, SeriesProblem> {
  const of = (origin: string) => series.filter(({ provenance }) => provenance?.origin === origin).map(({ id }) => id);
  return failure({ kind: "mixed-origins", imported: of("imported"), simulated: of("simulated sample"), frequency: series[0]?.frequency ?? "daily" });
}

const mistakeNotApplicable = (asset: Series): Outcome<Series, EngineProblem | SeriesProblem> =>
  failure({ kind: "wrong-return-kind", series: asset.id, has: asset.kind, needs: "total" });

function resampler(treatment: Treatment): (series: Series) => Series {
  if (treatment === "monthly") return compoundToMonths;
  if (treatment === "month-end-days") return monthEndDays;
  return (series) => series;
}
