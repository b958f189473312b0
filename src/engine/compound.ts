import { dateOf, msPerDay } from "../calendar.ts";
import type { Frequency, Series } from "./series.ts";

/**
 * Compounds simple returns to months: Π(1 + r) − 1 over the rows of each month.
 *
 * A month is dated at its last calendar day, whatever its last row, as in pandas' `resample("M")`.
 * Incomplete months at either end are included, as in pandas: the engine does not know the exchange's
 * calendar, and a window can cut them off. A month without rows gives none.
 *
 * Excess returns are compounded like any other return: what 1 dollar of the zero-cost position, rolled
 * daily, earns in the month. That is not the compounded total return minus the compounded rate; compound
 * both and call `excessReturn` where that is meant.
 *
 * The product is taken as Σ log1p(r) would be, without the logarithms: g ← g + r + g·r keeps small
 * returns from being rounded against 1.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(0, 1, 31), values: Float64Array.of(0.5, 0.5, 0.25) } as const;
 * const monthly = compoundToMonths(daily);
 * [...monthly.values]; // → [1.25, 0.25]
 * isoDay(monthly.days[0]!); // → "1970-01-31"
 * ```
 */
export function compoundToMonths<S extends Series>(series: S): S {
  return compound(series, "monthly", (date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
}

/** As `compoundToMonths`, to calendar years dated at 31 December. */
export function compoundToYears<S extends Series>(series: S): S {
  return compound(series, "annual", (date) => Date.UTC(date.getUTCFullYear(), 11, 31));
}

function compound<S extends Series>(series: S, frequency: Frequency, endOfPeriod: (date: Date) => number): S {
  const days: number[] = [];
  const values: number[] = [];
  let end = -Infinity;
  let growth = 0;
  series.days.forEach((day, row) => {
    if (day > end) {
      if (end > -Infinity) values.push(growth);
      end = endOfPeriod(dateOf(day)) / msPerDay;
      days.push(end);
      growth = 0;
    }
    const value = series.values[row]!;
    growth += value + growth * value;
  });
  if (end > -Infinity) values.push(growth);
  return { ...series, frequency, days: Int32Array.from(days), values: Float64Array.from(values) };
}
