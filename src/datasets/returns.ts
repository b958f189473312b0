import { success } from "../outcome.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult } from "./rows.ts";

/** No series of decimal returns moves 20 % in its usual period; one in percent does. */
const usualSizeOfPercent = 0.2;

/** Refuses returns that are written in percent, and returns that lose more than everything. */
export function checkReturns(rows: DatedRows, names: readonly string[]): ReadResult<DatedRows> {
  for (const [index, column] of rows.columns.entries()) {
    const name = names[index]!;
    const values = column.filter((value) => !Number.isNaN(value));
    const large = values.filter((value) => Math.abs(value) > usualSizeOfPercent);
    if (large.length > 0.5 * values.length) return readFailure("in-percent", null, name, String(large[0]));
    const impossible = column.findIndex((value) => value < -1);
    if (impossible >= 0) {
      return readFailure("not-a-return", rows.lineOf(impossible), name, String(column[impossible]));
    }
  }
  return success(rows);
}
