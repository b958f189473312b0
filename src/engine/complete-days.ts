import { median } from "simple-statistics";
import { alignSeries } from "./align-series.ts";
import type { Series } from "./series.ts";

/** Returns of the same asset from two files differ by rounding and by the bill rate that was subtracted: 0.1 %. */
const largestDifference = 1e-3;

interface CompleteDays {
  readonly series: Series;
  /** The days that were added. */
  readonly filled: Int32Array;
}

/**
 * A daily excess return with its blank days filled from the asset's total returns less the rate, where both are known.
 * The course's file has no return on the bond market's holidays, 13 October 2008 among them, on which SPY rose by a
 * seventh; a file of prices has one.
 *
 * Nothing is filled unless the two agree, on the days that both have and on the days right after the blank ones: there
 * a return over the gap would count the blank day twice.
 *
 * @example
 * ```ts
 * const days = Int32Array.of(1, 2, 3);
 * const totals = { id: "SPY", kind: "total", frequency: "daily", days, values: Float64Array.of(0.5, 0.25, 0.5) } as const;
 * const rate = { id: "RF", kind: "rate", frequency: "daily", days, values: new Float64Array(3) } as const;
 * const excess = { id: "SPY", kind: "excess", frequency: "daily", days: Int32Array.of(1, 3), values: Float64Array.of(0.5, 0.5), totals } as const;
 * [...completeDays(excess, rate).series.values]; // → [0.5, 0.25, 0.5]
 * ```
 */
export function completeDays(excess: Series, rate: Series | null): CompleteDays {
  const unchanged = { series: excess, filled: new Int32Array() };
  const [first, last] = [excess.days[0], excess.days.at(-1)];
  if (excess.totals === undefined || rate === null || first === undefined || last === undefined) return unchanged;
  const rows = alignSeries(excess.totals, [rate]);
  if (!rows.ok) return unchanged;
  const own = new Map(Array.from(excess.days, (day, row) => [day, excess.values[row]!]));
  const added = new Map<number, number>();
  const differences: number[] = [];
  const afterBlank: number[] = [];
  let isAfterBlank = false;
  rows.value.days.forEach((day, row) => {
    if (day < first || day > last) return;
    const value = rows.value.asset[row]! - rows.value.others[0]![row]!;
    const known = own.get(day);
    if (known === undefined) added.set(day, value);
    else {
      const difference = Math.abs(value - known);
      differences.push(difference);
      if (isAfterBlank) afterBlank.push(difference);
    }
    isAfterBlank = known === undefined;
  });
  const agree = (sample: readonly number[]): boolean => sample.length > 0 && median(sample) <= largestDifference;
  if (added.size === 0 || !agree(differences) || !agree(afterBlank)) return unchanged;
  const all = [...own, ...added].sort(([a], [b]) => a - b);
  const days = Int32Array.from(all, ([day]) => day);
  return { series: { ...excess, days, values: Float64Array.from(all, ([, value]) => value) }, filled: Int32Array.from(added.keys()) };
}
