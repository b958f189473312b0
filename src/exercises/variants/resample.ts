import { dateOf, tradingDaysPerMonth, monthsPerYear } from "../../calendar.ts";
import { compoundToMonths } from "../../engine/compound.ts";
import type { Series } from "../../engine/series.ts";

/** Ways of making longer periods of days. Only `monthly` is right, where months are asked for. */
export type PeriodTreatment =
  | "monthly"
  /** The last day's return of each month as if it were the month's: what `resample("M").last()` makes of returns. */
  | "month-end-days"
  /** The first day's, in the same way. */
  | "month-first-days"
  | "monthly-sum"
  | "monthly-mean"
  /** `pct_change` of month-end prices: the first month has no price before it. */
  | "first-month-lost"
  | "weekly"
  | "quarterly"
  /** Compounded over each 21 days that follow one another. */
  | "overlapping-months";

/** What makes a treatment's periods of a daily series; the series itself where the treatment is of another kind. */
export function resampler(treatment: string): (series: Series) => Series {
  switch (treatment) {
    case "monthly":
      return compoundToMonths;
    case "first-month-lost":
      return (series) => withoutFirst(compoundToMonths(series));
    case "month-end-days":
      return (series) => grouped(series, month, (values) => values.at(-1) ?? Number.NaN);
    case "month-first-days":
      return (series) => grouped(series, month, ([first]) => first ?? Number.NaN);
    case "monthly-sum":
      return (series) => grouped(series, month, sumOf);
    case "monthly-mean":
      return (series) => grouped(series, month, (values) => sumOf(values) / values.length);
    case "weekly":
      return (series) => grouped(series, week, compounded);
    case "quarterly":
      return (series) => grouped(series, quarter, compounded);
    case "overlapping-months":
      return overlapping;
    default:
      return (series) => series;
  }
}

const month = (day: number): number => dateOf(day).getUTCFullYear() * monthsPerYear + dateOf(day).getUTCMonth();
const quarter = (day: number): number => Math.floor(month(day) / 3);
/** Weeks end on Friday; day 0, 1 January 1970, was a Thursday. */
const week = (day: number): number => Math.floor((day + 5) / 7);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const compounded = (values: readonly number[]): number => values.reduce((growth, value) => growth * (1 + value), 1) - 1;

function grouped(series: Series, periodOf: (day: number) => number, valueOf: (values: readonly number[]) => number): Series {
  const periods = new Map<number, { readonly values: number[]; last: number }>();
  series.days.forEach((day, row) => {
    const period = periods.get(periodOf(day)) ?? { values: [], last: day };
    period.values.push(series.values[row] ?? Number.NaN);
    period.last = day;
    periods.set(periodOf(day), period);
  });
  const rows = [...periods.values()];
  return {
    ...series,
    frequency: "monthly",
    days: Int32Array.from(rows, ({ last }) => last),
    values: Float64Array.from(rows, ({ values }) => valueOf(values)),
  };
}

function overlapping(series: Series): Series {
  const logs = Array.from(series.values, Math.log1p);
  const ends = Array.from(logs.keys()).slice(tradingDaysPerMonth - 1);
  let sum = sumOf(logs.slice(0, tradingDaysPerMonth - 1));
  const values = ends.map((row) => {
    sum += (logs[row] ?? 0) - (logs[row - tradingDaysPerMonth] ?? 0);
    return Math.expm1(sum);
  });
  return { ...series, frequency: "monthly", days: series.days.slice(tradingDaysPerMonth - 1), values: Float64Array.from(values) };
}

const withoutFirst = (series: Series): Series => ({ ...series, days: series.days.slice(1), values: series.values.slice(1) });
