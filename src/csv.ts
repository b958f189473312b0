/**
 * Every table that leaves the program as comma-separated text is written here, by one rule (RFC 4180): rows end with
 * CRLF, cells are quoted where they must be, numbers stand at full precision, null is an empty cell.
 *
 * Only a cell of text can be a formula to a spreadsheet: one that begins with = + - @, their wide forms, a tab or a
 * line break gets an apostrophe in front, as OWASP advises, since names are typed by people. A negative number is no
 * formula, neither as a number nor as a text that prints one ("-5.303e+04").
 */
import Papa from "papaparse";

export type CsvCell = string | number | null;

type CsvRow = readonly CsvCell[];

export const csv = (header: readonly string[], rows: readonly CsvRow[]): string => linesOf([header, ...rows]);

/** Rows of a part: a few milliseconds of work. */
const rowsPerPart = 1000;

/** A table too long to be made at once: its parts, each made when it is taken. */
export function csvParts(header: readonly string[], length: number, row: (index: number) => CsvRow): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      yield linesOf([header]);
      for (let start = 0; start < length; start += rowsPerPart) {
        yield linesOf(Array.from({ length: Math.min(rowsPerPart, length - start) }, (_, index) => row(start + index)));
      }
    },
  };
}

const newline = "\r\n";
const formula = /^(?!-\d+(?:\.\d+)?(?:e[+-]\d+)?$)(?:\s*[=+\-−@＝＋－＠]|[\t\r\n])/u;

const linesOf = (rows: readonly CsvRow[]): string =>
  `${Papa.unparse(rows.map((row) => [...row]), { newline, escapeFormulae: formula })}${newline}`;
