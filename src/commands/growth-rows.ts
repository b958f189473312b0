import { dayOfIso } from "../calendar.ts";
import type { Datasets, DataSeries } from "../datasets/datasets.ts";
import { alignSeries } from "../engine/align-series.ts";
import { growth } from "../engine/growth.ts";
import { withoutDays } from "../engine/without-days.ts";
import type { FitRows, Sample } from "../engine/factor-fit.ts";
import type { DaySpan } from "../engine/series.ts";
import { all, attempt, type Outcome } from "../outcome.ts";
import type { Growth } from "../render/charts/growth-lines.ts";
import type { CompoundedPeriods, SeriesProvenance } from "../render/recipe.ts";
import type { OneAssetFit } from "./analysis-fit.ts";
import type { InputProblem } from "./analysis-inputs.ts";
import { completeDailyExcess } from "./excess-returns.ts";

interface GrowthRows extends Pick<FitRows, "days" | "asset"> {
  readonly growth: Growth;
  /** Days that the growth lacks, and days that it has beyond the regression's rows. */
  readonly compounded: readonly CompoundedPeriods[];
  /** The regression's, and those that days were filled from. */
  readonly sources: readonly SeriesProvenance[];
}

/**
 * The growth of a dollar, unhedged and hedged. A regression leaves out a day that is blank for one of its series; a
 * path of wealth that does so is another path. So daily rows are completed where another file has the day.
 */
export function growthRows({ fit, model, settings, inputs }: OneAssetFit, ticker: DataSeries, datasets: Datasets): Outcome<GrowthRows, InputProblem> {
  return attempt(function* () {
    const hedgedBy = (columns: readonly Float64Array[], asset: Float64Array): Float64Array =>
      asset.map((value, row) => fit.betas.reduce((left, beta, place) => left - beta.value * (columns[place]?.[row] ?? Number.NaN), value));
    const growthOf = ({ days, asset, factors }: Pick<FitRows, "days" | "asset"> & { readonly factors: readonly Float64Array[] }): Growth => ({ days, unhedged: growth(asset), hedged: growth(hedgedBy(factors, asset)) });
    if (settings.frequency !== "daily") return { ...fit.rows, growth: growthOf(fit.rows), compounded: [], sources: inputs.sources };

    const { first, last } = fit.sample;
    const completed = yield* all([ticker, ...model.factors].map((series) => completeDailyExcess(series, datasets)));
    const [asset, ...factors] = completed.map(({ series }) => withoutDays(series, settings.without));
    if (asset === undefined) throw new RangeError("a dollar grows in an asset");
    const rows = yield* alignSeries(asset, factors, { from: first, to: last });
    const compounded = completed.flatMap((one) => one.compounded).map((periods) => insideSample(periods, fit.sample, settings.without));
    return { days: rows.days, asset: rows.asset, growth: growthOf({ ...rows, factors: rows.others }), compounded, sources: completed.flatMap(({ sources }) => sources) };
  });
}

/** The days of a daily path that are missing or filled between a sample's ends, but for those that were to be left out. */
export function insideSample(periods: CompoundedPeriods, { first, last }: Pick<Sample, "first" | "last">, without: readonly DaySpan[]): CompoundedPeriods {
  const isExcluded = (day: number): boolean => without.some((span) => day >= dayOfIso(span.first) && day <= dayOfIso(span.last));
  const isInside = (day: number): boolean => day >= dayOfIso(first) && day <= dayOfIso(last) && !isExcluded(day);
  return { ...periods, missing: periods.missing.filter(isInside), filled: periods.filled.filter(isInside) };
}
