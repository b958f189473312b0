import { success } from "../outcome.ts";
import { cleanId, fieldOf, tickerOfFileName } from "./column-names.ts";
import { isDateLike } from "./date-cells.ts";
import type { FoundTable } from "./find-table.ts";
import type { GridLine } from "./grid.ts";
import { hasRules, type ReadOptions } from "./read-options.ts";
import { asideReason, type AsideColumn } from "./set-aside.ts";
import { tickerFields } from "./ticker-fields.ts";
import { readFailure } from "./rows.ts";
import { bestField, priceField, type Columns, type NamedColumn, type TableForm } from "./series-column.ts";
import { flattenedColumns, longColumns, multiIndexColumns } from "./ticker-columns.ts";

/** The series of a table: a vendor's file of one ticker is one series, never Open to Volume; ratios beside prices are left out. */
export function tableColumns(file: string, table: FoundTable, options: ReadOptions): Columns {
  if (table.headers.length === 3) return multiIndexColumns(table, options);
  const all = namedColumns(table);
  if (tickerFields(all.map(({ name }) => name)) !== null) return columnsOf(file, table, all, options);
  const asideOf = (isLeft: (column: NamedColumn) => boolean): readonly AsideColumn[] =>
    !hasRules(options, 2) || options.column !== undefined
      ? []
      : all.flatMap((column) => {
          const reason = isLeft(column) ? asideReason(column.name) : null;
          return reason === null || (reason === "either" && options.kind === "prices") ? [] : [{ name: column.name, reason }];
        });
  const isIn = (aside: readonly AsideColumn[], { name }: NamedColumn): boolean => aside.some((one) => one.name === name);
  const unknown = asideOf(({ field }) => field === null);
  const rest = all.filter((column) => !isIn(unknown, column));
  if (rest.length === 0) return columnsOf(file, table, all, options);
  // A vendor's own volume says nothing new of one ticker's file; beside tickers it is named.
  const isOfTickers = rest.some(({ field }) => field === null);
  const aside = isOfTickers ? asideOf(({ field }) => field === null || field === "other") : unknown;
  const kept = isOfTickers ? all.filter((column) => !isIn(aside, column)) : rest;
  const columns = columnsOf(file, table, kept.length === 0 ? rest : kept, options);
  return columns.ok && aside.length > 0 ? success({ ...columns.value, aside }) : columns;
}

function namedColumns(table: FoundTable): readonly (NamedColumn & { readonly isText: boolean })[] {
  const header = table.headers[0]!;
  const dateColumns = table.hasMonthColumn ? [table.dateColumn, table.dateColumn + 1] : [table.dateColumn];
  return header.cells.flatMap((name, column) => {
    if (dateColumns.includes(column)) return [];
    const cells = table.rows.map(({ cells: row }) => row[column] ?? "");
    const isUnnamed = name === "" || /^Unnamed: \d+$/u.test(name);
    if (isUnnamed && (cells.every((cell) => cell === "") || isCounter(cells))) return [];
    return [{ name: name.replace(/^<(.*)>$/u, "$1"), column, field: fieldOf(name), isText: cells.some((cell) => /^[A-Z^][A-Z0-9.^-]+$/iu.test(cell) && !/^(?:nan?|null|none|inf|n\/a)$/iu.test(cell)) }];
  });
}

function columnsOf(file: string, table: FoundTable, named: ReturnType<typeof namedColumns>, options: ReadOptions): Columns {
  const header = table.headers[0]!;
  if (options.column !== undefined) return chosenColumn(file, header, named, options.column, options);

  const ticker = named.find(({ field, isText }) => field === "ticker" && isText) ?? named.find(({ name, field }) => field === "ticker" && /^permno$/iu.test(name));
  if (ticker !== undefined) return longColumns(header, table.rows, ticker.column, named.filter(({ column }) => column !== ticker.column), options);

  // Tables side by side, each with dates of its own: whose the second price is, nothing says.
  const beside = named.find(({ field, column }) => field === "date" && isDateLike(table.rows[0]?.cells[column] ?? ""));
  const prices = named.flatMap(({ field, name }) => (field === "close" || field === "adjusted" ? [name] : []));
  if (beside !== undefined && new Set(prices).size < prices.length) {
    return readFailure("repeated-name", header.line, String(beside.column + 1), beside.name);
  }

  const byTicker = tickerFields(named.map(({ name }) => name));
  if (byTicker !== null) return flattenedColumns(named, byTicker, options);

  const isOneTicker = named.length > 0 && named.every(({ field }) => field !== null) && named.some(({ field }) => field === "adjusted" || field === "close" || field === "return");
  if (isOneTicker) {
    const best = bestField(named)!;
    return oneSeries(file, header, best, vendorOf(named.map(({ name }) => name)), options);
  }
  const fields = named.filter(({ field }) => field === "adjusted" || field === "ticker");
  if (fields.length > 0) return readFailure("bad-name", header.line, String(fields[0]!.column + 1), fields[0]!.name);
  const form: TableForm = named.some(({ name }) => /^R_(?:ROE|IA|EG)$/iu.test(name)) ? "q-factors" : /\bAQR\b/u.test(table.preamble) ? "AQR" : "table";
  const sheet = form === "AQR" ? aqrSheet(table.preamble) : "";
  const isSingle = named.length === 1 && options.as !== undefined;
  return success({
    form,
    tickerColumn: null,
    columns: named.map(({ name, column }) => ({ id: isSingle ? options.as! : `${cleanId(name)}${sheet}`, name, column, ticker: null, field: null })),
  });
}

/** AQR's sheets have the same countries as columns: "_BAB" of the sheet "Betting Against Beta"; "" of one that is not known. */
function aqrSheet(preamble: string): string {
  const found = /(?<BAB>Betting Against Beta|\bBAB\b)|(?<QMJ>Quality Minus Junk|\bQMJ\b)|(?<DEVIL>HML Devil|Devil in HML)|(?<TSMOM>Time.Series Momentum|\bTSMOM\b)/iu.exec(preamble)?.groups;
  const name = Object.keys(found ?? {}).find((sheet) => found?.[sheet] !== undefined);
  return name === undefined ? "" : `_${name}`;
}

/** 0, 1, 2, …: the row numbers that pandas writes. */
const isCounter = (cells: readonly string[]): boolean => cells.every((cell, row) => Number(cell) === row + Number(cells[0] === "1"));

function oneSeries(file: string, header: GridLine, { name, column, field }: NamedColumn, form: TableForm, options: ReadOptions): Columns {
  const id = options.as ?? tickerOfFileName(file);
  if (id === null) return readFailure("needs-name", header.line, null, name);
  return success({ form, tickerColumn: null, columns: [{ id, name, column, ticker: null, field: priceField(field) }], ...(options.as === undefined ? { isNamedByFile: true } : {}) });
}

function chosenColumn(file: string, header: GridLine, named: readonly NamedColumn[], asked: string, options: ReadOptions): Columns {
  const found = named.find(({ name }) => name.toLowerCase() === asked.toLowerCase());
  if (found === undefined) return readFailure("needs-column", header.line, null, named.map(({ name }) => name).join(", "));
  const isField = found.field !== null;
  return oneSeries(file, header, found, "table", { ...options, as: options.as ?? (isField ? undefined : cleanId(found.name)) });
}

function vendorOf(names: readonly string[]): TableForm {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^Close\/Last$/iu)) return "Nasdaq";
  if (has(/^Change ?%$/iu) && has(/^Vol\.?$/iu)) return "Investing.com";
  if (has(/^adjusted_close$/iu)) return "Alpha Vantage";
  if (has(/^divCash$/iu)) return "Tiingo";
  return "one ticker's prices";
}
