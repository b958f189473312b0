import { success } from "../outcome.ts";
import Papa from "papaparse";
import { parseDate } from "./parse-date.ts";
import { readFailure } from "./rows.ts";
import type { ReadResult } from "./rows.ts";

/** The column names of a table. */
export interface Header {
  readonly dateName: string;
  readonly names: readonly string[];
}

/** As in files: with blanks inside, which an id has as underscores. */
const columnName = /^[A-Za-z0-9.^_$/=-][A-Za-z0-9.^_$/= -]{0,31}$/;

/** Reads a header line: a name (or nothing) for the dates, then one name per series, all different. */
export function readHeader(text: string, line: number): ReadResult<Header> {
  const cells = (Papa.parse<string[]>(text, { delimiter: "," }).data[0] ?? []).map((cell) => cell.trim());
  const [dateName = "", ...names] = cells;
  if (names.length === 0) {
    return readFailure(/[;\t|]/.test(text) ? "wrong-delimiter" : "no-series", line, null, text);
  }
  if (parseDate(dateName) !== null) return readFailure("no-header", line, null, text);

  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (!columnName.test(name) || name.includes("..") || (name.includes("/") && !/^[A-Z]+\/[A-Z]$/.test(name))) return readFailure("bad-name", line, String(index + 2), name);
    if (seen.has(name.toLowerCase())) return readFailure("repeated-name", line, String(index + 2), name);
    seen.add(name.toLowerCase());
  }
  return success({ dateName: dateName === "" ? "1" : dateName, names });
}
