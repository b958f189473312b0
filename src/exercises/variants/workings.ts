import { alignSeries } from "../../engine/align-series.ts";
import type { AlignedRows } from "../../engine/align-series.ts";
import { compoundToMonths } from "../../engine/compound.ts";
import { excessReturn } from "../../engine/excess-return.ts";
import type { FactorFit } from "../../engine/factor-fit.ts";
import { fitFactors } from "../../engine/fit-factors.ts";
import { mean } from "../../engine/moments.ts";
import type { Frequency, Series } from "../../engine/series.ts";
import { success } from "../../outcome.ts";
import type { Outcome } from "../../outcome.ts";
import { monthEndDays } from "./month-end-days.ts";
import { modelOf, withBeta } from "./model.ts";
import type { Model } from "./model.ts";
import { allRows } from "./variant.ts";
import type { Variant, YearWindow } from "./variant.ts";

/** The series of that id; daily where there is a daily one. */
export type FindSeries = (id: string, frequency?: Frequency) => Outcome<Series>;

/** Everything the engine works out for one variant. */
export interface Workings {
  readonly variant: Variant;
  /** The variant's own regression, for the engine's further steps. */
  readonly fit: FactorFit;
  readonly model: Model;
  /** The risk-free rate a day; null where none is loaded. */
  readonly rate: Series | null;
  /** Of monthly returns, compounded from the days of the same rows. */
  readonly monthly: Model | null;
  /** Of the stock it is compared with, on the same window. */
  readonly other: Model | null;
  /** The model that a wrong turn leads to; null where this variant has no such turn. */
  readonly turn: (turn: WrongTurn) => Model | null;
}

/** Wrong turns before the last formula: other data, or another number in β's place. */
export const wrongTurns = [
  "other-ticker",
  "whole-sample",
  "rf-twice",
  "rf-kept",
  "monthly-data",
  "month-end-days",
  "reversed-regression",
  "other-reversed",
  "reversed-beta",
  "beta-one",
  "beta-correlation",
  "other-beta",
] as const;

export type WrongTurn = (typeof wrongTurns)[number];

/**
 * Works variants out on the series that `find` knows; what several variants share is fitted once.
 *
 * Errors: those of `find`, `excessReturn` and `fitFactors`, for the variant's own pair. Where only a wrong
 * turn's data is missing, the turn is null.
 */
export function workingsOn(find: FindSeries): (variant: Variant) => Outcome<Workings> {
  const fits = new Map<string, Outcome<Fitted>>();
  const fitOnce = (treatment: Treatment, asset: string, factor: string, window: YearWindow): Outcome<Fitted> => {
    const place = [treatment, asset, factor, window.id, window.from ?? "", window.to ?? ""].join("|");
    const known = fits.get(place) ?? fitPair(find, treatment, asset, factor, window);
    fits.set(place, known);
    return known;
  };

  return (variant) => {
    const { asset, factor, window, other } = variant;
    const fitted = fitOnce("excess", asset, factor, window);
    if (!fitted.ok) return fitted;
    const { fit, model: right } = fitted.value;
    const rate = find("RF");
    const own = (treatment: Treatment): Model | null => valueOf(fitOnce(treatment, asset, factor, window));
    const others = (treatment: Treatment): Model | null =>
      other === null ? null : valueOf(fitOnce(treatment, other.asset, other.factor, window));
    const turn = (wrong: WrongTurn): Model | null => {
      switch (wrong) {
        case "other-ticker":
          return others("excess");
        case "other-beta":
          return replaceBeta(right, others("excess")?.beta);
        case "other-reversed":
          return others("reversed");
        case "whole-sample":
          return window.from === undefined && window.to === undefined ? null : valueOf(fitOnce("excess", asset, factor, allRows));
        case "rf-twice":
          return own("rf-twice");
        case "rf-kept":
          return own("rf-kept");
        case "monthly-data":
          return own("monthly");
        case "month-end-days":
          return own("month-end-days");
        case "reversed-regression":
          return own("reversed");
        case "reversed-beta":
          return withBeta(right, right.rSquared / right.beta);
        case "beta-one":
          return withBeta(right, 1);
        case "beta-correlation":
          return withBeta(right, right.correlation);
      }
    };
    return success({
      variant,
      fit,
      model: right,
      rate: rate.ok ? rate.value : null,
      get monthly() {
        return own("monthly");
      },
      get other() {
        return others("excess");
      },
      turn,
    });
  };
}

/** What is done to the data before the regression; only `excess` and, where it is asked for, `monthly` are right. */
type Treatment = "excess" | "monthly" | "reversed" | "rf-twice" | "rf-kept" | "month-end-days";

interface Fitted {
  readonly fit: FactorFit;
  readonly model: Model;
}

const valueOf = (fitted: Outcome<Fitted>): Model | null => (fitted.ok ? fitted.value.model : null);

const replaceBeta = (model: Model, beta: number | undefined): Model | null =>
  beta === undefined ? null : withBeta(model, beta);

function fitPair(find: FindSeries, treatment: Treatment, assetId: string, factorId: string, window: YearWindow): Outcome<Fitted> {
  const asset = find(assetId);
  if (!asset.ok) return asset;
  const factor = find(factorId);
  if (!factor.ok) return factor;
  const rate = find("RF");
  const treated = treat(asset.value, rate, treatment);
  if (!treated.ok) return treated;

  // Rows are chosen on days, before months are made of them, so that asset and factor cover the same days.
  const rows = alignSeries(treated.value, [factor.value], window);
  if (!rows.ok) return rows;
  const { days } = rows.value;
  const resampled = resample(treatment);
  const stock = resampled({ ...treated.value, days, values: rows.value.asset });
  const market = resampled({ ...factor.value, days, values: rows.value.others[0]! });
  const fit = treatment === "reversed" ? fitFactors(market, [stock]) : fitFactors(stock, [market]);
  if (!fit.ok) return fit;
  return success({ fit: fit.value, model: modelOf(fit.value, meanRate(rate, rows.value, resampled)) });
}

/** Over the regression's rows; NaN where there is no risk-free rate for them, so that no key is made of it. */
function meanRate(rate: Outcome<Series>, { days, asset }: AlignedRows, resampled: (series: Series) => Series): number {
  if (!rate.ok) return Number.NaN;
  const rows = alignSeries({ ...rate.value, days, values: asset }, [rate.value]);
  if (!rows.ok) return Number.NaN;
  return mean(resampled({ ...rate.value, days: rows.value.days, values: rows.value.others[0]! }).values);
}

function treat(asset: Series, rate: Outcome<Series>, treatment: Treatment): Outcome<Series> {
  const isTotal = asset.kind === "total";
  if (treatment === "rf-kept") {
    // Deliberately mislabelled, as the mistake is: the engine would refuse a total return.
    return isTotal ? success({ ...asset, kind: "excess" }) : notThisMistake(asset);
  }
  if (!isTotal && treatment !== "rf-twice") return success(asset);
  if (!rate.ok) return rate;
  const once = isTotal ? excessReturn(asset, rate.value) : success(asset);
  if (!once.ok || treatment !== "rf-twice") return once;
  return excessReturn({ ...once.value, kind: "total" }, rate.value);
}

const notThisMistake = (asset: Series): Outcome<Series> => ({
  ok: false,
  problem: { kind: "wrong-return-kind", series: asset.id, has: asset.kind, needs: "total" },
});

function resample(treatment: Treatment): (series: Series) => Series {
  if (treatment === "monthly") return compoundToMonths;
  if (treatment === "month-end-days") return monthEndDays;
  return (series) => series;
}
