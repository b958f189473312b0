import { isoDay } from "../calendar.ts";
import type { Frequency, ReturnsOverGaps, Series } from "../engine/series.ts";
import type { FileSeries } from "./file-contents.ts";

/**
 * A column as a series: blanks are dropped and counted. Null where the column holds no observation.
 */
export function fileSeries(
  id: string,
  kind: Series["kind"],
  frequency: Frequency,
  calendar: Int32Array,
  column: Float64Array,
  overGaps?: ReturnsOverGaps,
): FileSeries | null {
  const first = column.findIndex((value) => !Number.isNaN(value));
  if (first < 0) return null;
  const last = column.findLastIndex((value) => !Number.isNaN(value));
  const days = new Int32Array(last - first + 1);
  const values = new Float64Array(last - first + 1);
  let rows = 0;
  for (let row = first; row <= last; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    days[rows] = calendar[row]!;
    values[rows] = value;
    rows++;
  }
  return {
    id,
    kind,
    frequency,
    days: days.slice(0, rows),
    values: values.slice(0, rows),
    ...(overGaps !== undefined && overGaps.days.length > 0 ? { overGaps } : {}),
    blanks: last - first + 1 - rows,
    blanksBefore: first,
    blanksAfter: column.length - 1 - last,
    calendar: { first: isoDay(calendar[0]!), last: isoDay(calendar.at(-1)!) },
  };
}
