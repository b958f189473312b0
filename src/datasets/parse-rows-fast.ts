import { dayNumber, monthEnd, monthsPerYear } from "../calendar.ts";
import type { DatePrecision } from "./parse-date.ts";
import type { TableBody, Rows } from "./rows.ts";

const newline = 10;
const carriageReturn = 13;
const space = 32;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const capitalE = 69;
const smallE = 101;

const exponent = /[eE][+-]?\d+/y;
const powersOfTen = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/** From here on doubles no longer represent every integer. */
const exactIntegerLimit = 2 ** 53;

/** Returned by the cell parsers in place of an index, where the text is not in the plain form. */
const notParsed = -Infinity;

const precisionByLength: Readonly<Record<number, DatePrecision>> = { 4: "year", 6: "month", 8: "day", 10: "day" };

/**
 * Reads the rows of a regular file: unquoted cells, plain dates and decimals, separated by commas, one row
 * per line. For anything else it returns null, and `parseRowsStrict` reads the same bytes again to accept
 * them or to name the fault: this parser never guesses.
 */
export function parseRowsFast({ bytes, text, start, end, line, names }: TableBody): Rows | null {
  const maxRows = lineCount(bytes, start, end);
  const days = new Int32Array(maxRows);
  const columns = names.map(() => new Float64Array(maxRows));
  let precision: DatePrecision | null = null;
  let previous = -Infinity;
  let rows = 0;
  let offset = start;

  while (offset < end) {
    const dateStart = skipSpaces(bytes, offset);
    offset = bytes.indexOf(comma, dateStart);
    const parsedPrecision = precisionByLength[offset - dateStart];
    if (offset > end || parsedPrecision === undefined || (precision !== null && precision !== parsedPrecision)) return null;
    const day = parseDay(bytes, dateStart, offset);
    if (!(day > previous)) return null;
    precision = parsedPrecision;
    previous = day;
    days[rows] = day;

    for (const values of columns) {
      if (bytes[offset] !== comma || offset >= end) return null;
      offset = parseCell(bytes, text, offset + 1, values, rows);
      if (offset === notParsed) return null;
    }
    if (bytes[offset] === carriageReturn) offset++;
    if (offset < end && bytes[offset] !== newline) return null;
    offset++;
    rows++;
  }

  if (precision === null) return null;
  return {
    datePrecision: precision,
    days: days.subarray(0, rows),
    columns: columns.map((values) => values.subarray(0, rows)),
    lineOf: (row) => line + row,
  };
}

/**
 * Parses the number of a cell into its row and returns the index after the cell.
 *
 * A decimal whose digits form an integer below 2⁵³ is that integer over a power of ten, both exact in
 * a double, so one division rounds it correctly (Clinger, "How to Read Floating Point Numbers
 * Accurately", 1990); a longer one uses Number.
 */
function parseCell(bytes: Uint8Array, text: string, from: number, values: Float64Array, row: number): number {
  const start = skipSpaces(bytes, from);
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  let offset = first;
  let mantissa = 0;
  let pointOffset = -1;
  let code = bytes[offset]!;
  while ((code >= zero && code < zero + 10) || (code === point && pointOffset < 0)) {
    if (code === point) pointOffset = offset;
    else mantissa = mantissa * 10 + (code - zero);
    code = bytes[++offset]!;
  }

  const decimals = pointOffset < 0 ? 0 : offset - pointOffset - 1;
  const digits = offset - first - (pointOffset < 0 ? 0 : 1);
  if (digits === 0) {
    if (offset !== start) return notParsed;
    values[row] = NaN;
  } else if (mantissa < exactIntegerLimit && decimals <= 22 && code !== smallE && code !== capitalE) {
    const magnitude = mantissa / powersOfTen[decimals]!;
    values[row] = negative ? -magnitude : magnitude;
  } else {
    exponent.lastIndex = offset;
    offset += exponent.exec(text)?.[0].length ?? 0;
    const value = Number(text.slice(start, offset));
    if (!Number.isFinite(value)) return notParsed;
    values[row] = value;
  }
  return skipSpaces(bytes, offset);
}

/** The day number of yyyy-mm-dd, yyyymmdd, yyyymm or yyyy. */
function parseDay(bytes: Uint8Array, start: number, end: number): number {
  const dashed = end - start === 10;
  if (dashed && (bytes[start + 4] !== minus || bytes[start + 7] !== minus)) return notParsed;
  const year = parseInteger(bytes, start, start + 4);
  if (end - start === 4) return dayNumber(year, monthsPerYear, 31) ?? notParsed;
  const month = parseInteger(bytes, dashed ? start + 5 : start + 4, dashed ? start + 7 : start + 6);
  if (end - start === 6) return monthEnd(year, month) ?? notParsed;
  return dayNumber(year, month, parseInteger(bytes, end - 2, end)) ?? notParsed;
}

function parseInteger(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let offset = start; offset < end; offset++) {
    const digit = bytes[offset]! - zero;
    if (digit < 0 || digit > 9) return notParsed;
    value = value * 10 + digit;
  }
  return value;
}

function skipSpaces(bytes: Uint8Array, from: number): number {
  let offset = from;
  while (bytes[offset] === space) offset++;
  return offset;
}

function lineCount(bytes: Uint8Array, start: number, end: number): number {
  let lines = 1;
  for (let offset = bytes.indexOf(newline, start); offset >= 0 && offset < end; offset = bytes.indexOf(newline, offset + 1)) lines++;
  return lines;
}
