/** Daily simple returns compounded to months and years: (1 + r₁)(1 + r₂)… − 1, column by column. */
import { dateOf } from "./calendar.ts";
import type { Column } from "./columns.ts";

export interface Compounded {
  /** 196307 for a month, 1964 for a year. */
  readonly periods: readonly number[];
  readonly values: Column;
}

export function byMonth(days: readonly number[], returns: Column): Compounded {
  return compounded(days.map(monthOf), returns);
}

/** Whole calendar years only, from months. */
export function byYear(months: Compounded): Compounded {
  const complete = compounded(months.periods.map(yearOf), months.values);
  const count = (year: number): number => months.periods.filter((month) => yearOf(month) === year).length;
  const kept = [...complete.periods.keys()].filter((row) => count(complete.periods[row]!) === 12);
  return {
    periods: kept.map((row) => complete.periods[row]!),
    values: Float64Array.from(kept, (row) => complete.values[row]!),
  };
}

function compounded(periodOfRow: readonly number[], returns: Column): Compounded {
  const growth = new Map<number, number>();
  for (const [row, period] of periodOfRow.entries())
    growth.set(period, (growth.get(period) ?? 1) * (1 + returns[row]!));
  return {
    periods: [...growth.keys()],
    values: Float64Array.from(growth.values(), (value) => value - 1),
  };
}

function monthOf(day: number): number {
  const { year, month } = dateOf(day);
  return year * 100 + month;
}

function yearOf(month: number): number {
  return Math.floor(month / 100);
}
