/**
 * Moments of series on the rows that all of them have: mean, volatility, Sharpe ratio, drawdown, shape, and how they go
 * together. Means × periods per year, standard deviations (n − 1) × its root; skew and kurtosis are the population's,
 * as statsmodels prints them (3 for a normal). The standard error of a mean is σ/√n, and σ a year σ·√252, of rows that
 * are not correlated: a rate, or a series with a lag-1 autocorrelation above one half, has neither; on 16 rows chance alone gives one half
 * (two standard errors, 2/√n), so such a series takes more. Intervals of
 * correlations: correlation-interval.ts.
 */
import { ratioForFewRows } from "./ratio-few-rows.ts";
import { isoDay } from "../calendar.ts";
import { attempt, failure, success, type Outcome } from "../outcome.ts";
import { alignSeries, type Window } from "./align-series.ts";
import { correlationInterval, stretches } from "./correlation-interval.ts";
import type { Sample } from "./factor-fit.ts";
import type { Drawdown } from "./drawdowns.ts";
import type { SampledEstimate } from "./influence-estimate.ts";
import { maximumDrawdown } from "./maximum-drawdown.ts";
import { meanEstimate } from "./mean-inference.ts";
import { correlation, covariance, mean, standardDeviation } from "./moments.ts";
import type { EngineProblem } from "./problem.ts";
import { rowsNeeded } from "./robust-fit.ts";
import { sharpeDifference, type SharpeDifference } from "./sharpe-difference.ts";
import { sharpeInference, type RatioInference } from "./sharpe-inference.ts";
import { periodsPerYear, type Series } from "./series.ts";

export interface SeriesMoments {
  readonly id: string;
  readonly kind: Series["kind"];
  /** Decimal per period. */
  readonly mean: number;
  /** null where neighbouring rows go together. */
  readonly standardErrorOfMean: number | null;
  /** The mean with errors that count lags where rows are many; null where neighbouring rows go together. */
  readonly meanEstimate: SampledEstimate | null;
  readonly volatility: number;
  readonly meanAnnual: number;
  /** null where neighbouring rows go together. */
  readonly volatilityAnnual: number | null;
  /** Of each row with the one before; null of a constant. */
  readonly autocorrelation: number | null;
  /** Do neighbouring rows go together far more than chance gives? */
  readonly lingers: boolean;
  /** Per year; null for a rate, and where the series never moves. */
  readonly sharpe: number | null;
  /** Its interval (sharpe-inference.ts): null without a ratio, and below 8 rows. */
  readonly sharpeInterval: RatioInference | null;
  readonly skew: number;
  readonly kurtosis: number;
  readonly lowest: { readonly value: number; readonly day: string };
  readonly highest: { readonly value: number; readonly day: string };
  readonly maximumDrawdown: Drawdown;
}

/** Two series beside each other. */
export interface PairMoments {
  readonly ids: readonly [string, string];
  readonly correlation: number;
  /** 95%, of correlation-interval.ts. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Decimal per period, and per year. */
  readonly covariance: number;
  readonly covarianceAnnual: number;
}

export interface SeriesDescription {
  readonly series: readonly SeriesMoments[];
  readonly pairs: readonly PairMoments[];
  /** Whether the ratios of two series differ, first less second (sharpe-difference.ts); null of others, and where that can't be tested. */
  readonly sharpeGap: SharpeDifference | null;
  /** Into how many the rows are cut for the intervals of correlations. */
  readonly stretches: number;
  readonly sample: Sample;
}

/** Neighbouring rows that go together more than this are one level, seen again and again. */
const mostAutocorrelation = 0.5;
/** Chance gives that much, 1.96/√n and a little, with so few rows. */
const fewestRowsOfLevel = 17;
const fewestRows = 3;

const lingers = (autocorrelation: number | null, rows: number): boolean => autocorrelation !== null && autocorrelation > mostAutocorrelation && rows >= fewestRowsOfLevel;

interface DescriptionRequest extends Window {
  /** The series as they compound, where that is on more days than those of the rows: in the same order. */
  readonly paths?: readonly [Series, ...Series[]];
}

/** On the rows that all have. Errors: those of `alignSeries`, and `too-few-rows` below three. */
export const describeSeries = (all: readonly [Series, ...Series[]], { paths = all, ...window }: DescriptionRequest = {}): Outcome<SeriesDescription, EngineProblem> =>
  attempt(function* () {
    const aligned = yield* rowsOf(all, window);
    const { days, sample } = aligned;
    if (days.length < fewestRows) yield* failure<EngineProblem>({ kind: "too-few-rows", rows: days.length, needed: fewestRows, series: all.map(({ id }) => id) });
    const wealth = paths === all ? aligned : yield* rowsOf(paths, { from: sample.first, to: sample.last });
    return momentsOf(all, aligned, wealth);
  });

interface SeriesRows {
  readonly days: Int32Array;
  readonly columns: readonly Float64Array[];
  readonly sample: Sample;
}

function rowsOf([first, ...others]: readonly [Series, ...Series[]], window: Window): Outcome<SeriesRows, EngineProblem> {
  const aligned = alignSeries(first, others, window);
  if (!aligned.ok) return aligned;
  const { days, asset, others: columns, sample } = aligned.value;
  return success({ days, columns: [asset, ...columns], sample });
}

function momentsOf(all: readonly [Series, ...Series[]], rows: SeriesRows, wealth: SeriesRows): SeriesDescription {
  const { sample } = rows;
  const [first] = all;
  const periods = periodsPerYear[first.frequency];
  // Lags are counted where rows are many, as beside a fit (performance-inference.ts).
  const method = rowsNeeded(sample) !== null ? "iid" : "hac";
  const series = all.map((one, index): SeriesMoments => {
    const values = rows.columns[index] ?? new Float64Array();
    const average = mean(values);
    const volatility = standardDeviation(values);
    const autocorrelation = volatility === 0 ? null : correlation(values.subarray(1), values.subarray(0, -1));
    const ratio = sharpeInference({ returns: values, days: rows.days, sample }, { method });
    const inferred = meanEstimate("mean", { returns: values, days: rows.days, sample }, { covariance: method === "hac" ? "hac" : "classical" });
    const isLevel = one.kind === "rate" || lingers(autocorrelation, values.length);
    const [second, third, fourth] = [2, 3, 4].map((power) => values.reduce((sum, value) => sum + (value - average) ** power, 0) / values.length);
    let [low, high] = [0, 0];
    values.forEach((value, row) => {
      if (value < (values[low] ?? 0)) low = row;
      if (value > (values[high] ?? 0)) high = row;
    });
    return {
      id: one.id,
      kind: one.kind,
      mean: average,
      standardErrorOfMean: isLevel ? null : volatility / Math.sqrt(values.length),
      meanEstimate: isLevel || !inferred.ok ? null : inferred.value,
      volatility,
      meanAnnual: average * periods,
      volatilityAnnual: isLevel ? null : volatility * Math.sqrt(periods),
      autocorrelation,
      lingers: lingers(autocorrelation, values.length),
      sharpe: isLevel || volatility === 0 ? null : (average / volatility) * Math.sqrt(periods),
      sharpeInterval: isLevel || !ratio.ok ? null : ratioForFewRows(ratio.value, 1),
      skew: (third ?? 0) / (second ?? 1) ** 1.5,
      kurtosis: (fourth ?? 0) / (second ?? 1) ** 2,
      lowest: { value: values[low] ?? 0, day: isoDay(rows.days[low] ?? 0) },
      highest: { value: values[high] ?? 0, day: isoDay(rows.days[high] ?? 0) },
      maximumDrawdown: maximumDrawdown(wealth.days, wealth.columns[index] ?? new Float64Array()),
    };
  });
  const pairs = all.flatMap((one, index) =>
    all.slice(index + 1).map((other, offset): PairMoments => {
      const [a, b] = [rows.columns[index] ?? new Float64Array(), rows.columns[index + 1 + offset] ?? new Float64Array()];
      return {
        ids: [one.id, other.id],
        correlation: correlation(a, b),
        interval: correlationInterval(a, b, sample.frequency),
        covariance: covariance(a, b),
        covarianceAnnual: covariance(a, b) * periods,
      };
    }),
  );
  const [firstColumn, secondColumn, ...further] = rows.columns.slice(0, all.length);
  const isRatioOfTwo = firstColumn !== undefined && secondColumn !== undefined && further.length === 0 && series.every(({ sharpe }) => sharpe !== null);
  const gap = isRatioOfTwo ? sharpeDifference({ returns: firstColumn, days: rows.days, sample }, secondColumn) : null;
  return { series, pairs, sharpeGap: gap?.ok === true ? gap.value : null, stretches: stretches(rows.days.length), sample };
}
