import { failure, success } from "../outcome.ts";
import Papa from "papaparse";
import { parseDate } from "./parse-date.ts";
import type { DatePrecision } from "./parse-date.ts";
import { decodeSlice, readFailure } from "./rows.ts";
import type { TableBody, FileFault, ReadResult, Rows } from "./rows.ts";

const blank = /^(|\.|na|n\/a|#n\/a|nan|null|none)$/i;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?[\d. ]*,\d+$/;
const yearLast = /^\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})\b/;
const infinite = /^[+-]?inf(inity)?$/i;

/**
 * Reads rows that may have quotes, spaces, exponents or words for a blank, and names the first fault by
 * line and column. The slow and thorough counterpart of `parseRowsFast`.
 */
export function parseRowsStrict(body: TableBody): ReadResult<Rows> {
  const { start, end, line, dateName, names } = body;
  const days: number[] = [];
  const lines: number[] = [];
  const columns: number[][] = names.map(() => []);
  const state: { form: DatePrecision | null; fault: FileFault | null } = { form: null, fault: null };
  let lineNumber = line;

  const readRow = (cells: readonly string[]): ReadResult<null> => {
    const expected = names.length + 1;
    if (cells.length !== expected) return wrongWidth(cells, expected, lineNumber);

    const dateText = cells[0]!;
    const date = parseDate(dateText);
    if (date === null) {
      return readFailure(yearLast.test(dateText) ? "day-first-date" : "unreadable-date", lineNumber, dateName, dateText);
    }
    if (state.form !== null && date.precision !== state.form) return readFailure("unreadable-date", lineNumber, dateName, dateText);
    state.form = date.precision;
    const previous = days.at(-1);
    if (previous !== undefined && date.day <= previous) {
      return readFailure(days.includes(date.day) ? "repeated-date" : "unsorted", lineNumber, dateName, dateText);
    }

    for (const [index, name] of names.entries()) {
      const cell = parseCell(cells[index + 1]!, lineNumber, name);
      if (!cell.ok) return cell;
      columns[index]!.push(cell.value);
    }
    days.push(date.day);
    lines.push(lineNumber);
    return success(null);
  };

  Papa.parse<string[]>(decodeSlice(body, start, end), {
    delimiter: ",",
    step: ({ data, errors }, parser) => {
      const cells = data.map((cell) => cell.trim());
      const read: ReadResult<null> =
        errors.length > 0
          ? readFailure("bad-quotes", lineNumber, null, cells.join(","))
          : cells.every((cell) => cell === "")
            ? success(null)
            : readRow(cells);
      if (!read.ok) {
        state.fault = read.problem;
        parser.abort();
      }
      lineNumber += 1 + data.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    },
  });

  if (state.fault !== null) return failure(state.fault);
  if (state.form === null) return readFailure("no-rows", null, null, "");
  return success({
    datePrecision: state.form,
    days: Int32Array.from(days),
    columns: columns.map((values) => Float64Array.from(values)),
    lineOf: (row) => lines[row] ?? line,
  });
}

/** The number in a cell, NaN for a blank. */
function parseCell(text: string, line: number, column: string): ReadResult<number> {
  if (blank.test(text)) return success(NaN);
  if (infinite.test(text)) return readFailure("not-finite", line, column, text);
  if (decimal.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? success(value) : readFailure("not-finite", line, column, text);
  }
  return readFailure(decimalComma.test(text) ? "decimal-comma" : "not-a-number", line, column, text);
}

/** Names the fault of a row of the wrong width. Unquoted decimal commas give twice the cells, all of them integers. */
function wrongWidth(cells: readonly string[], expected: number, line: number): ReadResult<never> {
  const row = cells.join(",");
  const onlyWholeNumbers = cells.slice(1).every((cell) => /^[+-]?\d+$/.test(cell));
  if (cells.length === 2 * expected - 1 && onlyWholeNumbers) return readFailure("decimal-comma", line, null, row);
  const delimited = cells.length === 1 && /[;\t|]/.test(row);
  return readFailure(delimited ? "wrong-delimiter" : "wrong-width", line, null, row);
}
