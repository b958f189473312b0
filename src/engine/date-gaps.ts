import type { Frequency } from "./series.ts";

/**
 * Days from one row to the next without a gap. Exchanges close for weekends and holidays, in September
 * 2001 for a week: 7. A month or year is 31 or 366.
 */
export const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, weekly: 7, monthly: 31, annual: 366 };

/**
 * The rows before which rows are missing: where another run of rows begins that follow each other; none without a gap.
 *
 * @example
 * ```ts
 * runStarts(Int32Array.of(1, 2, 5, 20, 21, 40), "daily"); // → [3, 5]
 * ```
 */
export function runStarts(days: Int32Array, frequency: Frequency): readonly number[] {
  const starts: number[] = [];
  for (let row = 1; row < days.length; row++) if (days[row]! - days[row - 1]! > longestStep[frequency]) starts.push(row);
  return starts;
}

/**
 * A column in which no lag reaches from one run into another: so many zeros stand before each run but the first. The moving
 * sums and the products of its rows are then those of each run by itself, added; the column itself where nothing parts it.
 *
 * @example
 * ```ts
 * [...runsApart(Float64Array.of(1, 2, 3), [2], 2)]; // → [1, 2, 0, 0, 3]
 * ```
 */
export function runsApart(column: Float64Array, starts: readonly number[], lags: number): Float64Array {
  if (starts.length === 0 || lags === 0) return column;
  const apart = new Float64Array(column.length + starts.length * lags);
  let from = 0;
  [...starts, column.length].forEach((end, run) => {
    apart.set(column.subarray(from, end), from + run * lags);
    from = end;
  });
  return apart;
}
