import { isoDay } from "../calendar.ts";

export interface Drawdown {
  /** Decimal: 0.25 is a quarter lost from the peak. */
  readonly depth: number;
  /** Day of the peak; null where the fall began with the first row, from the starting dollar. */
  readonly peak: string | null;
  readonly trough: string;
  /** The first day at or above the peak again; null where there was none. */
  readonly recovered: string | null;
}

/**
 * Every fall of compounded returns from a peak until the peak is reached again, the deepest first, of equal ones the
 * earlier; the starting dollar counts as a peak. A fall inside another is part of it. None where nothing was lost.
 * Checked against pandas.
 *
 * @example
 * ```ts
 * drawdowns(Int32Array.of(0, 1, 2), Float64Array.of(1, -0.5, 1)); // → [{ depth: 0.5, peak: "1970-01-01", trough: "1970-01-02", recovered: "1970-01-03" }]
 * ```
 */
export function drawdowns(days: Int32Array, returns: Float64Array): readonly Drawdown[] {
  const falls: Drawdown[] = [];
  const dayOf = (row: number): string => isoDay(days[row]!);
  let [wealth, peak, peakRow, depth, troughRow] = [1, 1, -1, 0, -1];
  const end = (recovered: string | null): void => {
    if (depth > 0) falls.push({ depth, peak: peakRow < 0 ? null : dayOf(peakRow), trough: dayOf(troughRow), recovered });
  };
  returns.forEach((value, row) => {
    wealth *= 1 + value;
    if (wealth >= peak) {
      end(dayOf(row));
      [peak, peakRow, depth] = [wealth, row, 0];
    } else if (1 - wealth / peak > depth) [depth, troughRow] = [1 - wealth / peak, row];
  });
  end(null);
  return falls.sort((one, other) => other.depth - one.depth);
}
