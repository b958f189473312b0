import { dateOf } from "../../calendar.ts";
import type { Series } from "../../engine/series.ts";

/**
 * The last day's return of each month, as if it were the month's: what `resample("M").last()` makes of
 * returns, and a mistake that is worth recognising.
 */
export function monthEndDays(series: Series): Series {
  const lastRows = Array.from(series.days.keys()).filter(
    (row) => row + 1 === series.days.length || monthOf(series.days[row]!) !== monthOf(series.days[row + 1]!),
  );
  return {
    ...series,
    frequency: "monthly",
    days: Int32Array.from(lastRows, (row) => series.days[row]!),
    values: Float64Array.from(lastRows, (row) => series.values[row]!),
  };
}

const monthOf = (day: number): number => {
  const date = dateOf(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
