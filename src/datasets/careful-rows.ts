import { success } from "../outcome.ts";
import Papa from "papaparse";
import { readDate } from "./written-date.ts";
import type { DateForm } from "./written-date.ts";
import { decoded, faulty } from "./rows.ts";
import type { Body, Fault, Read, Rows } from "./rows.ts";

const blank = /^(|\.|na|n\/a|#n\/a|nan|null|none)$/i;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const decimalComma = /^[+-]?[\d. ]*,\d+$/;
const yearLast = /^\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})\b/;
const infinite = /^[+-]?inf(inity)?$/i;

/**
 * Reads rows that may be quoted, spaced, written with exponents or words for a blank, and names the
 * first fault it meets by line and column. The slow and thorough twin of `plainRows`.
 */
export function carefulRows(body: Body): Read<Rows> {
  const { start, end, line, dateName, names } = body;
  const days: number[] = [];
  const lines: number[] = [];
  const columns: number[][] = names.map(() => []);
  const met: { form: DateForm | null; fault: Fault | null } = { form: null, fault: null };
  let at = line;

  const readRow = (cells: readonly string[]): Read<null> => {
    const expected = names.length + 1;
    if (cells.length !== expected) return wrongWidth(cells, expected, at);

    const dateText = cells[0]!;
    const date = readDate(dateText);
    if (date === null) {
      return faulty(yearLast.test(dateText) ? "day-first-date" : "unreadable-date", at, dateName, dateText);
    }
    if (met.form !== null && date.form !== met.form) return faulty("unreadable-date", at, dateName, dateText);
    met.form = date.form;
    const previous = days.at(-1);
    if (previous !== undefined && date.day <= previous) {
      return faulty(days.includes(date.day) ? "repeated-date" : "unsorted", at, dateName, dateText);
    }

    for (const [index, name] of names.entries()) {
      const cell = readCell(cells[index + 1]!, at, name);
      if (!cell.ok) return cell;
      columns[index]!.push(cell.value);
    }
    days.push(date.day);
    lines.push(at);
    return success(null);
  };

  Papa.parse<string[]>(decoded(body, start, end), {
    delimiter: ",",
    step: ({ data, errors }, parser) => {
      const cells = data.map((cell) => cell.trim());
      const read: Read<null> =
        errors.length > 0
          ? faulty("bad-quotes", at, null, cells.join(","))
          : cells.every((cell) => cell === "")
            ? success(null)
            : readRow(cells);
      if (!read.ok) {
        met.fault = read.fault;
        parser.abort();
      }
      at += 1 + data.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    },
  });

  if (met.fault !== null) return { ok: false, fault: met.fault };
  if (met.form === null) return faulty("no-rows", null, null, "");
  return {
    ok: true,
    value: {
      form: met.form,
      days: Int32Array.from(days),
      columns: columns.map((values) => Float64Array.from(values)),
      lineOf: (row) => lines[row] ?? line,
    },
  };
}

/** The number in a cell, NaN for a blank. */
function readCell(text: string, line: number, column: string): Read<number> {
  if (blank.test(text)) return success(NaN);
  if (infinite.test(text)) return faulty("not-finite", line, column, text);
  if (decimal.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? success(value) : faulty("not-finite", line, column, text);
  }
  return faulty(decimalComma.test(text) ? "decimal-comma" : "not-a-number", line, column, text);
}

/** A row with unquoted decimal commas has twice the cells, and all of them whole numbers. */
function wrongWidth(cells: readonly string[], expected: number, line: number): Read<never> {
  const row = cells.join(",");
  const halves = cells.slice(1).every((cell) => /^[+-]?\d+$/.test(cell));
  if (cells.length === 2 * expected - 1 && halves) return faulty("decimal-comma", line, null, row);
  const delimited = cells.length === 1 && /[;\t|]/.test(row);
  return faulty(delimited ? "wrong-delimiter" : "wrong-width", line, null, row);
}
