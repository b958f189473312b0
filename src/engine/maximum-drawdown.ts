import { isoDay } from "../calendar.ts";

export interface Drawdown {
  /** Decimal: 0.25 is a quarter lost from the peak; 0 without any loss. */
  readonly depth: number;
  /** Day of the peak; null where the fall began with the first row, from the starting dollar. */
  readonly peak: string | null;
  readonly trough: string;
  /** null where the peak was not reached again. */
  readonly recovered: string | null;
}

/**
 * The largest fall of compounded returns from a peak; the starting dollar counts as a peak.
 *
 * @example
 * ```ts
 * maximumDrawdown(Int32Array.of(0, 1, 2), Float64Array.of(1, -0.5, 1)); // → { depth: 0.5, peak: "1970-01-01", trough: "1970-01-02", recovered: "1970-01-03" }
 * ```
 */
export function maximumDrawdown(days: Int32Array, returns: Float64Array): Drawdown {
  let wealth = 1;
  let peak = 1;
  let peakRow = -1;
  let deepest = { depth: 0, wealth: 1, peakRow: -1, troughRow: 0 };
  returns.forEach((value, row) => {
    wealth *= 1 + value;
    if (wealth >= peak) {
      peak = wealth;
      peakRow = row;
    }
    const depth = 1 - wealth / peak;
    if (depth > deepest.depth) deepest = { depth, wealth: peak, peakRow, troughRow: row };
  });
  const recovery = deepest.depth === 0 ? deepest.troughRow : rowReaching(deepest.wealth, deepest.troughRow, returns);
  return {
    depth: deepest.depth,
    peak: deepest.peakRow < 0 ? null : isoDay(days[deepest.peakRow]!),
    trough: isoDay(days[deepest.troughRow]!),
    recovered: recovery === null ? null : isoDay(days[recovery]!),
  };
}

function rowReaching(target: number, after: number, returns: Float64Array): number | null {
  let wealth = 1;
  for (let row = 0; row < returns.length; row++) {
    wealth *= 1 + returns[row]!;
    if (row > after && wealth >= target) return row;
  }
  return null;
}
