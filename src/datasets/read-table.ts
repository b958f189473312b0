import { attempt, success } from "../outcome.ts";
import type { Encoding, Reading } from "../reading.ts";
import type { UnknownColumn } from "./column-content.ts";
import { cleanId, fieldOf } from "./column-names.ts";
import type { FileNote } from "./file-contents.ts";
import { findTable } from "./find-table.ts";
import { gridOf } from "./grid.ts";
import { readHeader, type Header } from "./header.ts";
import { parseRowsFast } from "./parse-rows-fast.ts";
import { parseRowsStrict } from "./parse-rows-strict.ts";
import { readCells } from "./read-cells.ts";
import { hasRules, type ReadOptions } from "./read-options.ts";
import { decodeSlice, readFailure } from "./rows.ts";
import type { FileFault, FileText, ReadResult, Rows, TableBody } from "./rows.ts";
import { asideReason } from "./set-aside.ts";
import type { TableForm } from "./series-column.ts";
import { tableColumns } from "./table-columns.ts";
import { tickerFields } from "./ticker-fields.ts";

/** How a file's text was stored. */
export interface TextSource {
  readonly encoding: Encoding;
  /** The sheet of an Excel file. */
  readonly sheet: string | null;
}

/** Rows, and what is known of each column before its values are looked at. */
export interface Table {
  readonly form: TableForm;
  readonly rows: Rows;
  readonly isNewestFirst: boolean;
  readonly columns: readonly (Omit<UnknownColumn, "values"> & { readonly reading: Reading })[];
  readonly notes: readonly FileNote[];
}

/** By the fast parser where it takes the file, else cell by cell; a plain table's fault is named by the strict parser. */
export function readTable(file: string, fileText: FileText, options: ReadOptions, source: TextSource): ReadResult<Table> {
  const { bytes, text } = fileText;
  const leadingBlankLines = /^[ \t\r]*\n(?:[ \t\r]*\n)*/.exec(text)?.[0] ?? "";
  const line = 1 + leadingBlankLines.split("\n").length - 1;
  const lineEnd = text.indexOf("\n", leadingBlankLines.length);
  const start = lineEnd < 0 ? text.length : lineEnd + 1;
  const headerText = decodeSlice(fileText, leadingBlankLines.length, start).trim();
  const header = readHeader(headerText, line);
  const isPlain = header.ok && !needsCells(header.value, options) && source.encoding === "utf-8" && source.sheet === null && (options.missing ?? []).length === 0;
  const body = header.ok ? { bytes, text, start, end: text.length, line: line + 1, ...header.value } : null;
  const fast = isPlain && body ? parseRowsFast(body) : null;
  if (body && fast !== null) return success(plainTable(body, fast, options));

  const byCells = readByCells(file, fileText, options, source);
  if (byCells.ok || isQuestion(byCells.problem)) return byCells;
  if (!header.ok) {
    const isElsewhere = byCells.problem.fault.endsWith("-name") && byCells.problem.line !== header.problem.line;
    return generalFaults.includes(byCells.problem.fault) && !isElsewhere ? header : byCells;
  }
  if (!isPlain || body === null) return byCells;
  const strict = parseRowsStrict(body);
  return strict.ok ? success(plainTable(body, strict.value, options)) : strict;
}

/** Faults of a file in which no table was found: what its header lacks says more. */
const generalFaults: readonly FileFault["fault"][] = ["no-rows", "no-header", "bad-name", "repeated-name", "no-series"];

/** Faults that ask for one more word. */
const isQuestion = ({ fault }: FileFault): boolean => ["ambiguous-dates", "needs-name", "needs-column", "needs-kind", "mixed-percent"].includes(fault);

/** Whether a header names a vendor's fields, a ticker's column or a year's, so that its columns are not simply series. */
function needsCells({ dateName, names }: Header, options: ReadOptions): boolean {
  if (options.column !== undefined || (names.length === 1 && options.as !== undefined)) return true;
  if (/^(?:year|permno|ticker|symbol)$/i.test(dateName)) return true;
  if (tickerFields(names) !== null || (hasRules(options, 2) && names.some((name) => asideReason(name) !== null))) return true;
  const fields = names.map(fieldOf);
  return fields.some((field) => field === "adjusted" || field === "ticker" || field === "date") || fields.every((field) => field !== null);
}

/** ISO dates and a name are read as pandas reads them; other dates by their format. */
function plainTable({ dateName, names, text, start, line }: TableBody, rows: Rows, { as }: ReadOptions): Table {
  const firstDate = text.slice(start, text.indexOf(",", start)).trim();
  const format = { 4: "%Y", 6: "%Y%m", 8: "%Y%m%d" }[firstDate.length];
  const reading = (column: string, index: number): Reading =>
    format === undefined
      ? { form: "plain", column, dates: dateName === "1" ? "" : dateName, rows: null, divisor: 1 }
      : {
          ...{ form: "cells", encoding: "utf-8", sheet: null, delimiter: ",", skip: line - 1, rows: rows.days.length },
          ...{ dates: { columns: [0], format, part: "all" }, until: null, column: index + 1, ticker: null, decimal: ".", missing: [], divisor: 1, absolute: false },
        };
  const columns = names.map((name, index) => ({
    id: names.length === 1 && as !== undefined ? as : cleanId(name),
    name,
    field: null,
    isPercent: false,
    reading: reading(name, index),
  }));
  return { form: "table", rows, isNewestFirst: false, columns, notes: [] };
}

function readByCells(file: string, { bytes }: FileText, options: ReadOptions, source: TextSource): ReadResult<Table> {
  return attempt(function* () {
    const grid = gridOf(new TextDecoder().decode(bytes));
    const found = yield* findTable(grid);
    const named = yield* tableColumns(file, found, options);
    yield* checkIds(named.columns.map(({ id }) => id), found.headers[0]!.line, named.columns.map(({ column }) => column));
    const { cells, isNewestFirst, ...rows } = yield* readCells(grid, found, named, options, source);
    const hasAdjusted = cells.some(({ field }) => field === "adjusted");
    const byFile: readonly FileNote[] = named.isNamedByFile ? named.columns.map(({ id }) => ({ kind: "named-by-file", series: id })) : [];
    const columnNotes = cells.flatMap(({ id, field, codes, negatives }): FileNote[] => [
      ...Object.entries(codes).map(([code, count]) => ({ kind: "codes" as const, series: id, code, count })),
      ...(negatives > 0 ? [{ kind: "bid-ask" as const, series: id, count: negatives }] : []),
      ...(field === "close" && !hasAdjusted && named.form !== "yfinance" ? [{ kind: "plain-close" as const, series: id }] : []),
    ]);
    const aside: readonly FileNote[] = named.aside === undefined ? [] : [{ kind: "set-aside", columns: named.aside }];
    const events: readonly FileNote[] = found.events === 0 ? [] : [{ kind: "events", count: found.events }];
    return { form: named.form, rows, isNewestFirst, columns: cells, notes: [...aside, ...events, ...byFile, ...columnNotes] };
  });
}

const seriesId = /^[A-Za-z0-9.^_=-]{1,32}$/;

function checkIds(ids: readonly string[], line: number, columns: readonly number[]): ReadResult<null> {
  if (ids.length === 0) return readFailure("no-series", line, null, "");
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    const column = String((columns[index] ?? 0) + 1);
    if (!seriesId.test(id)) return readFailure("bad-name", line, column, id);
    if (seen.has(id.toLowerCase())) return readFailure("repeated-name", line, column, id);
    seen.add(id.toLowerCase());
  }
  return success(null);
}
