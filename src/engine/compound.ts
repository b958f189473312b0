import { monthEndOf, weekEndOf, yearEndOf } from "../calendar.ts";
import type { Frequency, LongFrequency, Series } from "./series.ts";

/** The last calendar day of the period that a day lies in. */
export const periodEndOf: Readonly<Record<Frequency, (day: number) => number>> = { daily: (day) => day, weekly: weekEndOf, monthly: monthEndOf, annual: yearEndOf };

/**
 * Compounds simple returns to months: Π(1 + r) − 1 over the rows of each month.
 *
 * A month is dated at its last calendar day, whatever its last row, as in pandas' `resample("M")`.
 * Incomplete months at either end are included, as in pandas: a window can cut them off. A month without rows gives
 * none. Days that are missing inside a month are left out of its product: `periodReturns` fills or reports them.
 *
 * Excess returns are compounded like any other return: what 1 dollar of the zero-cost position, rolled
 * daily, earns in the month. That is what pandas makes of the course's file as it is. It is not the compounded total
 * return minus the compounded rate, which `compoundOverRate` gives.
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
  return compound(series, "monthly");
}

/** As `compoundToMonths`, to weeks dated at their Friday, to months, or to calendar years dated at 31 December. */
export function compound<S extends Series>(series: S, frequency: LongFrequency): S {
  return compoundOverRate(series, new Float64Array(series.values.length), frequency);
}

/**
 * Excess returns over a week, month or year as a fund has them: Π(1 + r) − Π(1 + rf) over its rows, where r is the excess
 * return plus the rate of the day. `rate` has an entry per row of the series, 0 where the rate is not known.
 *
 * @example
 * ```ts
 * const daily = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(0, 1), values: Float64Array.of(0.5, 0.5) } as const;
 * compoundOverRate(daily, Float64Array.of(0.5, 0.5), "monthly").values[0]; // → 1.75
 * ```
 */
export function compoundOverRate<S extends Series>(series: S, rate: Float64Array, frequency: LongFrequency): S {
  const endOf = periodEndOf[frequency];
  const days: number[] = [];
  const values: number[] = [];
  let end = -Infinity;
  let growth = 0;
  let rateGrowth = 0;
  series.days.forEach((day, row) => {
    if (day > end) {
      if (end > -Infinity) values.push(growth - rateGrowth);
      end = endOf(day);
      days.push(end);
      growth = 0;
      rateGrowth = 0;
    }
    const riskFree = rate[row]!;
    const value = series.values[row]! + riskFree;
    growth += value + growth * value;
    rateGrowth += riskFree + rateGrowth * riskFree;
  });
  if (end > -Infinity) values.push(growth - rateGrowth);
  return { ...series, frequency, days: Int32Array.from(days), values: Float64Array.from(values) };
}
