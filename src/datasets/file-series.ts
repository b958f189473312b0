import { isoDay } from "../calendar.ts";
import type { Frequency, ReturnsOverGaps, Series } from "../engine/series.ts";
import type { Reading } from "../reading.ts";
import type { FileSeries } from "./file-contents.ts";
import type { SparseStretch } from "./sparse-stretch.ts";

/** A column of a file and the days of its rows; NaN where it is blank. */
interface SeriesCells {
  readonly id: string;
  readonly kind: Series["kind"];
  readonly frequency: Frequency;
  readonly calendar: Int32Array;
  readonly column: Float64Array;
  readonly reading: Reading;
  readonly content: FileSeries["content"];
  readonly overGaps?: ReturnsOverGaps;
  readonly pricedSince?: number;
  readonly sparse?: SparseStretch;
}

/**
 * A column as a series: blanks are dropped and counted. Null where the column holds no observation.
 */
export function fileSeries({ calendar, column, overGaps, ...facts }: SeriesCells): FileSeries | null {
  let first = 0;
  while (first < column.length && Number.isNaN(column[first])) first++;
  if (first === column.length) return null;
  let last = column.length - 1;
  while (Number.isNaN(column[last])) last--;
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
    ...facts,
    // Of a column without blanks the arrays are full.
    days: rows === days.length ? days : days.slice(0, rows),
    values: rows === values.length ? values : values.slice(0, rows),
    ...(overGaps !== undefined && overGaps.days.length > 0 ? { overGaps } : {}),
    blanks: last - first + 1 - rows,
    blanksBefore: first,
    blanksAfter: column.length - 1 - last,
    calendar: { first: isoDay(calendar[0]!), last: isoDay(calendar.at(-1)!) },
  };
}
