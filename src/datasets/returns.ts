import { success } from "../outcome.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, ReadResult } from "./rows.ts";

/** The typical decimal return is far below 20 % per period; in percent it is above. */
const usualSizeOfPercent = 0.2;

/** Refuses returns in percent, and returns below −100 %. */
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
