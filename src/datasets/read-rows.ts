import { success } from "../outcome.ts";
import { parseRowsStrict } from "./parse-rows-strict.ts";
import { parseRowsFast } from "./parse-rows-fast.ts";
import type { TableBody, ReadResult, Rows } from "./rows.ts";

/** The rows of a table, by the fast parser if it accepts the text, otherwise by the strict one. */
export function readRows(body: TableBody): ReadResult<Rows> {
  const rows = parseRowsFast(body);
  return rows === null ? parseRowsStrict(body) : success(rows);
}
