import { attempt, success, type Outcome } from "../outcome.ts";
import type { CellsReading, Encoding } from "../reading.ts";
import { cellNumber, decimalMark } from "./cell-number.ts";
import { readDates } from "./date-cells.ts";
import type { FoundTable } from "./find-table.ts";
import type { Grid, GridLine } from "./grid.ts";
import type { ReadOptions } from "./read-options.ts";
import { readFailure, type FileFault, type Rows } from "./rows.ts";
import type { SeriesColumn, TableColumns } from "./series-column.ts";

/** A column's numbers and what its cells say of them. */
interface CellColumn extends SeriesColumn {
  readonly reading: CellsReading;
  /** Every number carries a percent sign. */
  readonly isPercent: boolean;
  /** Cells with a letter for a missing value, as CRSP writes them, by the letter. */
  readonly codes: Readonly<Record<string, number>>;
  /** Prices with CRSP's minus, which is taken off. */
  readonly negatives: number;
}

interface CellTable extends Rows {
  readonly isNewestFirst: boolean;
  readonly cells: readonly CellColumn[];
}

/** CRSP's letters in place of a return: no price, a first price, off the exchange, suspended. */
const crspCode = /^[ABCSPT]$/u;

/** The rows of a table whose columns are known, read cell by cell: dates of any form, numbers with either mark. */
export function readCells(
  grid: Grid,
  table: FoundTable,
  { columns, tickerColumn }: TableColumns,
  options: ReadOptions,
  file: { readonly encoding: Encoding; readonly sheet: string | null },
): Outcome<CellTable, FileFault> {
  return attempt(function* () {
    const width = table.headers[0]!.cells.length;
    const needed = Math.max(table.dateColumn, tickerColumn ?? 0, ...columns.map(({ column }) => column));
    for (const { line, cells } of table.rows) {
      const isLong = cells.slice(width).some((cell) => cell !== "");
      if (isLong || cells.length <= needed) return yield* readFailure("wrong-width", line, null, cells.join(grid.delimiter));
    }
    const dateName = table.headers.at(-1)!.cells[table.dateColumn] ?? "";
    const dates = yield* datesOf(table, dateName, options);
    const used = new Set(columns.map(({ column }) => column));
    const decimal = decimalMark(cellsOf(table.rows, used), grid.delimiter);
    const calendar = tickerColumn === null ? yield* sortedCalendar(dates.days, table, dateName) : longCalendar(dates.days);

    const read: { readonly values: Float64Array; readonly cell: CellColumn }[] = [];
    for (const one of columns) {
      const values = new Float64Array(calendar.days.length).fill(NaN);
      const codes: Record<string, number> = {};
      const isCrspPrice = /^(?:dly|mth)?prc$/iu.test(one.name);
      let [percents, numbers, negatives, firstPercent] = [0, 0, 0, 0];
      for (const [row, { line, cells }] of table.rows.entries()) {
        if (tickerColumn !== null && cells[tickerColumn] !== one.ticker) continue;
        const text = cells[one.column] ?? "";
        const value = crspCode.test(text) ? NaN : cellNumber(text, decimal);
        if (value === null) return yield* readFailure(faultOf(text), line, one.name === "" ? String(one.column + 1) : one.name, text);
        if (crspCode.test(text)) codes[text] = (codes[text] ?? 0) + 1;
        const at = calendar.rowOf(row);
        if (!Number.isNaN(values[at]!)) return yield* readFailure("repeated-date", line, dateName, cells[table.dateColumn] ?? "");
        if (Number.isNaN(value)) continue;
        numbers++;
        if (text.endsWith("%") && percents++ === 0) firstPercent = line;
        const isMissing = (options.missing ?? []).includes(value);
        if (isCrspPrice && !isMissing && value < 0) negatives++;
        values[at] = isMissing ? NaN : isCrspPrice ? Math.abs(value) : value;
      }
      if (percents > 0 && percents < numbers) return yield* readFailure("mixed-percent", firstPercent, one.name, "%");
      read.push({
        values,
        cell: {
          ...one,
          codes,
          negatives,
          isPercent: percents > 0,
          reading: {
            form: "cells",
            ...file,
            delimiter: grid.delimiter,
            skip: table.rows[0]!.line - 1,
            rows: table.lineCount,
            dates: {
              columns: table.hasMonthColumn ? [table.dateColumn, table.dateColumn + 1] : [table.dateColumn],
              ...dates.cells,
              // pandas puts a midnight behind the dates of a sheet.
              ...(file.sheet !== null && dates.cells.format === "%Y-%m-%d" ? { part: "ten" as const } : {}),
            },
            until: null,
            column: one.column,
            ticker: tickerColumn === null || one.ticker === null ? null : { column: tickerColumn, is: one.ticker },
            decimal,
            missing: options.missing ?? [],
            divisor: percents > 0 ? 100 : 1,
            absolute: negatives > 0,
          },
        },
      });
    }
    return {
      datePrecision: dates.precision,
      days: calendar.days,
      columns: read.map(({ values, cell }) => (cell.isPercent ? values.map((value) => value / 100) : values)),
      cells: read.map(({ cell }) => cell),
      isNewestFirst: calendar.isNewestFirst,
      lineOf: (row: number) => table.rows[calendar.sourceOf(row)]?.line ?? table.rows[0]!.line,
    };
  });
}

function datesOf(table: FoundTable, name: string, { dates: order }: ReadOptions) {
  const texts = table.rows.map(({ cells }) => {
    const date = cells[table.dateColumn] ?? "";
    return table.hasMonthColumn ? `${date}-${(cells[table.dateColumn + 1] ?? "").padStart(2, "0")}` : date;
  });
  const read = readDates(texts, order);
  if (read.ok) return success(read.value);
  if (read.problem.kind === "ambiguous") return readFailure("ambiguous-dates", null, name, texts[0] ?? "");
  const { row } = read.problem;
  return readFailure("unreadable-date", table.rows[row]?.line ?? null, name, texts[row] ?? "");
}

interface Calendar {
  readonly isNewestFirst: boolean;
  readonly days: Int32Array;
  /** The row of the calendar that a line of the file belongs to. */
  rowOf(fileRow: number): number;
  sourceOf(row: number): number;
}

/** Rows by date as they stand, or newest first. */
function sortedCalendar(days: readonly number[], table: FoundTable, dateName: string): Outcome<Calendar, FileFault> {
  const isNewestFirst = days.length > 1 && days.every((day, row) => row === 0 || day < days[row - 1]!);
  const last = days.length - 1;
  const index = (row: number): number => (isNewestFirst ? last - row : row);
  if (!isNewestFirst) {
    const seen = new Set<number>();
    for (const [row, day] of days.entries()) {
      const { line, cells } = table.rows[row]!;
      if (row > 0 && day <= days[row - 1]!) return readFailure(seen.has(day) ? "repeated-date" : "unsorted", line, dateName, cells[table.dateColumn] ?? "");
      seen.add(day);
    }
  }
  return success({ isNewestFirst, days: Int32Array.from(days, (_, row) => days[index(row)]!), rowOf: index, sourceOf: index });
}

/** Every day that any ticker has, in order. */
function longCalendar(days: readonly number[]): Calendar {
  const distinct = Int32Array.from(new Set(days)).sort();
  const rows = new Map([...distinct].map((day, row) => [day, row]));
  const firstLines = new Map<number, number>();
  for (const [row, day] of days.entries()) if (!firstLines.has(day)) firstLines.set(day, row);
  return { isNewestFirst: false, days: distinct, rowOf: (fileRow) => rows.get(days[fileRow]!)!, sourceOf: (row) => firstLines.get(distinct[row]!) ?? 0 };
}

function* cellsOf(rows: readonly GridLine[], columns: ReadonlySet<number>): Generator<string> {
  for (const { cells } of rows) for (const column of columns) yield cells[column] ?? "";
}

function faultOf(text: string): FileFault["fault"] {
  if (/^[+-]?inf(?:inity)?$/iu.test(text) || (text.length < 40 && /^[+-]?\d+(?:\.\d+)?e\d+$/iu.test(text))) return "not-finite";
  return text.length < 40 && /^[+-]?\d[\d. ]*,\d+$/u.test(text) ? "decimal-comma" : "not-a-number";
}
