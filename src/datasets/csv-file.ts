import { isoDay } from "../calendar.ts";
import type { Frequency } from "../engine/series.ts";
import { attempt, success } from "../outcome.ts";
import type { Reading } from "../reading.ts";
import { columnContents, perYear, type ColumnContent } from "./column-content.ts";
import { annualRate, isRateFile, tickerOfFileName } from "./column-names.ts";
import { mixedUnits } from "./day-doubts.ts";
import type { FileContents, FileNote, FileSeries } from "./file-contents.ts";
import { fileSeries } from "./file-series.ts";
import { atPeriodEnds } from "./period-ends.ts";
import { returnsOfPrices, type PriceReturns } from "./prices.ts";
import { hasRules, type ReadOptions } from "./read-options.ts";
import { readTable, type Table, type TextSource } from "./read-table.ts";
import { checkReturns, codeAmongPrices } from "./returns.ts";
import type { AsideColumn } from "./set-aside.ts";
import { sparseStretch, type SparseStretch } from "./sparse-stretch.ts";
import { looksLikeYields } from "./value-evidence.ts";
import { weekNotes } from "./week-dates.ts";
import { readFailure } from "./rows.ts";
import type { DatedRows, FileText, ReadResult } from "./rows.ts";

/** The return kind cannot be inferred from values; for these two files the chapter states it. */
const courseFiles: readonly { readonly name: RegExp; readonly kind: "excess" | "total" }[] = [
  { name: /^FactorModels_data1\b.*\.csv$/i, kind: "excess" },
  { name: /^FactorModels_data2\b.*\.csv$/i, kind: "total" },
];

const periodNames = { daily: "day", weekly: "week", monthly: "month", annual: "year" } as const;

const utf8: TextSource = { encoding: "utf-8", sheet: null };

/**
 * Reads a table with dates and one or more series of returns or prices. Plain tables (commas, ISO dates, decimals,
 * one column per series) have parsers of their own; every other layout is read cell by cell.
 */
export function readCsvFile(file: string, fileText: FileText, options: ReadOptions = {}, source: TextSource = utf8): ReadResult<FileContents> {
  const courseKind = courseFiles.find(({ name }) => name.test(file))?.kind;
  const isCourse = options.kind === undefined && courseKind !== undefined;
  const allOptions = courseKind === undefined ? options : { ...options, kind: options.kind ?? courseKind };
  return attempt(function* () {
    const table = yield* readTable(file, fileText, allOptions, source);
    // AQR publishes zero-cost portfolios.
    const contents = yield* contentsOf(file, table, table.form === "AQR" ? { ...allOptions, kind: allOptions.kind ?? "excess" } : allOptions);
    const isPrices = contents.series.every(({ content }) => content === "prices");
    return { ...contents, layout: isCourse ? "course" : isPrices ? "prices" : "returns", vintage: null } as const;
  });
}

/** The series of a table: what each column is, returns made of prices, units made decimal. */
function contentsOf(file: string, { form, rows: read, columns, notes }: Table, options: ReadOptions): ReadResult<Omit<FileContents, "layout" | "vintage">> {
  return attempt(function* () {
    // Investing.com dates a week by the Sunday before it.
    const { rows, unfinished, weeks } = yield* atPeriodEnds(read, { asOf: options.asOf, weeks: options.weeks ?? (form === "Investing.com" ? "begin" : undefined) });
    const last = unfinished === null ? null : read.days[rows.days.length - 1]!;
    const fileTicker = columns.length === 1 ? tickerOfFileName(file) : null;
    const unknown = columns.map((column, index) => ({ ...column, fileTicker, isRateFile: columns.length === 1 && isRateFile(file), annualFile: columns.length === 1 ? annualRate(file.replace(/\.\w+$/u, "")) : null, values: rows.columns[index]! }));
    const { contents, aside } = yield* columnContents(unknown, rows.frequency, options);
    const isPrices = contents.every((one) => one === null || one.content === "prices");
    const series: FileSeries[] = [];
    const empty: string[] = [];
    const [holeNotes, logNotes]: [FileNote[], FileNote[]] = [[], []];
    for (const [index, content] of contents.entries()) {
      if (content === null) continue;
      const { name, reading } = columns[index]!;
      const { values, overGaps, holes, sparse = null } = yield* returnsOf(rows, index, name, content, options);
      const { field } = columns[index]!;
      if (content.content === "prices" && options.kind === "prices" && field === null && looksLikeYields(rows.columns[index]!)) logNotes.push({ kind: "perhaps-logs", series: content.id, volatility: volatility(values, rows.frequency) });
      if (holes > 0) holeNotes.push({ kind: "holes", series: content.id, count: holes });
      // Prices have no return on the first row of the file, which is therefore no blank.
      const from = isPrices ? 1 : 0;
      const parsed = fileSeries({
        id: content.id,
        kind: content.kind,
        frequency: rows.frequency,
        calendar: rows.days.subarray(from),
        column: values.subarray(from),
        reading: withSparse(datedReading(withDivisor(reading, content.divisor), { rows: rows.days.length, last, daysPastFriday: weeks?.daysPastFriday ?? 0 }), sparse),
        content: content.content,
        ...(overGaps === undefined ? {} : { overGaps }),
        ...(sparse === null ? {} : { sparse }),
        ...(content.content === "prices" ? { pricedSince: rows.days[rows.columns[index]!.findIndex((price) => !Number.isNaN(price))]! } : {}),
      });
      if (parsed === null) empty.push(name);
      else series.push(parsed);
    }
    if (series.length === 0) return yield* readFailure("no-rows", null, null, columns.map(({ name }) => name).join(", "));
    return { form, series, empty, notes: [...withAside(notes, aside), ...unitNotes(contents, columns), ...logNotes, ...holeNotes, ...weekNotes(weeks), ...(unfinished === null ? [] : [{ kind: "unfinished" as const, date: unfinished, period: periodNames[rows.frequency] }])] };
  });
}

/** Per year; blanks are NaN. */
function volatility(returns: Float64Array, frequency: Frequency): number {
  const known = returns.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return Math.sqrt((known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)) * perYear[frequency]);
}

const withSparse = (reading: Reading, sparse: SparseStretch | null): Reading => (sparse === null || reading.form === "french" ? reading : { ...reading, sparse: { first: isoDay(sparse.first), last: isoDay(sparse.last) } });

const withDivisor = (reading: Reading, divisor: number): Reading =>
  reading.form === "french" || divisor === 1 ? reading : { ...reading, divisor: divisor * reading.divisor };

/** The columns that are left out, in one note. */
function withAside(notes: readonly FileNote[], aside: readonly AsideColumn[]): readonly FileNote[] {
  const columns = [...notes.flatMap((note) => (note.kind === "set-aside" ? note.columns : [])), ...aside];
  return columns.length === 0 ? notes : [...notes.filter(({ kind }) => kind !== "set-aside"), { kind: "set-aside", columns }];
}

/** What was divided, grouped by the divisor; cells with a percent sign say it themselves. */
function unitNotes(contents: readonly (ColumnContent | null)[], columns: Table["columns"]): readonly FileNote[] {
  const divided = contents.flatMap((content, index) => (content === null ? [] : [{ id: content.id, divisor: (columns[index]?.isPercent === true ? 100 : 1) * content.divisor }]));
  return [...new Set(divided.map(({ divisor }) => divisor))]
    .filter((divisor) => divisor !== 1)
    .map((divisor) => ({ kind: "divided", divisor, series: divided.filter((one) => one.divisor === divisor).map(({ id }) => id) }));
}

/** What the dates of a whole table add to the reading of a column: where an unfinished period begins, and what weeks are dated by. */
function datedReading(reading: Reading, { rows, last, daysPastFriday }: { readonly rows: number; readonly last: number | null; readonly daysPastFriday: 0 | 2 }): Reading {
  const weeks = daysPastFriday === 0 ? {} : { daysPastFriday };
  if (reading.form === "french" || last === null) return { ...reading, ...weeks };
  return reading.form === "plain" ? { ...reading, ...weeks, rows } : { ...reading, ...weeks, until: isoDay(last) };
}

function returnsOf(rows: DatedRows, index: number, name: string, { content, divisor, kind }: ColumnContent, options: ReadOptions): ReadResult<PriceReturns & { readonly sparse?: SparseStretch | null }> {
  const column = rows.columns[index]!;
  if (content === "prices") {
    const invalidRow = firstNotAbove0(column);
    if (invalidRow >= 0) return readFailure("not-a-price", rows.lineOf(invalidRow), name, String(column[invalidRow]));
    const codeRow = hasRules(options, 4) && options.accept !== true ? codeAmongPrices(column) : -1;
    if (codeRow >= 0) return readFailure("missing-code", rows.lineOf(codeRow), name, String(column[codeRow]));
    const sparse = rows.frequency === "daily" && hasRules(options, 4) ? sparseStretch(pricedDays(rows.days, column)) : null;
    return success({ ...returnsOfPrices(rows.days, column, rows.frequency, sparse), sparse });
  }
  const values = divisor === 1 ? column : column.map((value) => value / divisor);
  const checked = kind === "rate" ? success(null) : checkReturns(values, rows, name);
  if (checked.ok) return success({ values, holes: 0 });
  // Percent in a part of the column says more than the first of its numbers below −100%.
  const mixed = mixedUnits(rows.days, values);
  return mixed === null ? checked : readFailure("mixed-units", null, name, mixed);
}

/** The days themselves where no price is blank. */
function pricedDays(days: Int32Array, prices: Float64Array): Int32Array {
  for (const price of prices) if (Number.isNaN(price)) return days.filter((_, row) => !Number.isNaN(prices[row]));
  return days;
}

/** The row of the first price of 0 or below; −1 where there is none. */
function firstNotAbove0(prices: Float64Array): number {
  for (let row = 0; row < prices.length; row++) if (prices[row]! <= 0) return row;
  return -1;
}
