import { dayNumber, monthEnd } from "../calendar.ts";
import type { DateForm } from "./written-date.ts";
import type { Body, Rows } from "./rows.ts";

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

/** From here on a double no longer tells every integer from the next. */
const exactIntegers = 2 ** 53;

/** What a reading function returns in the place of a result, where the text is not plain. */
const notPlain = -Infinity;

const forms: Readonly<Record<number, DateForm>> = { 4: "year", 6: "month", 8: "day", 10: "day" };

/**
 * Reads the rows of a regular file: unquoted cells, plain dates and decimals, comma after comma,
 * one row a line. At anything else it gives up and returns null, and `carefulRows` reads the same
 * bytes again to understand them or to name the fault: no row is ever guessed here.
 */
export function plainRows({ bytes, text, start, end, line, names }: Body): Rows | null {
  const most = lineCount(bytes, start, end);
  const days = new Int32Array(most);
  const columns = names.map(() => new Float64Array(most));
  let form: DateForm | null = null;
  let previous = -Infinity;
  let rows = 0;
  let at = start;

  while (at < end) {
    const dateStart = afterSpaces(bytes, at);
    at = bytes.indexOf(comma, dateStart);
    const written = forms[at - dateStart];
    if (at > end || written === undefined || (form !== null && form !== written)) return null;
    const day = dayAt(bytes, dateStart, at);
    if (!(day > previous)) return null;
    form = written;
    previous = day;
    days[rows] = day;

    for (const values of columns) {
      if (bytes[at] !== comma || at >= end) return null;
      at = readCell(bytes, text, at + 1, values, rows);
      if (at === notPlain) return null;
    }
    if (bytes[at] === carriageReturn) at++;
    if (at < end && bytes[at] !== newline) return null;
    at++;
    rows++;
  }

  if (form === null) return null;
  return {
    form,
    days: days.subarray(0, rows),
    columns: columns.map((values) => values.subarray(0, rows)),
    lineOf: (row) => line + row,
  };
}

/**
 * Puts the number of a cell into its row and returns the place after the cell.
 *
 * A decimal whose digits make an integer below 2⁵³ is that integer over a power of ten, both exact in
 * a double, so that one division rounds it correctly (Clinger, "How to Read Floating Point Numbers
 * Accurately", 1990); a longer one goes through Number.
 */
function readCell(bytes: Uint8Array, text: string, from: number, values: Float64Array, row: number): number {
  const start = afterSpaces(bytes, from);
  const negative = bytes[start] === minus;
  const first = negative ? start + 1 : start;
  let at = first;
  let mantissa = 0;
  let pointAt = -1;
  let code = bytes[at]!;
  while ((code >= zero && code < zero + 10) || (code === point && pointAt < 0)) {
    if (code === point) pointAt = at;
    else mantissa = mantissa * 10 + (code - zero);
    code = bytes[++at]!;
  }

  const decimals = pointAt < 0 ? 0 : at - pointAt - 1;
  const digits = at - first - (pointAt < 0 ? 0 : 1);
  if (digits === 0) {
    if (at !== start) return notPlain;
    values[row] = NaN;
  } else if (mantissa < exactIntegers && decimals <= 22 && code !== smallE && code !== capitalE) {
    const size = mantissa / powersOfTen[decimals]!;
    values[row] = negative ? -size : size;
  } else {
    exponent.lastIndex = at;
    at += exponent.exec(text)?.[0].length ?? 0;
    const value = Number(text.slice(start, at));
    if (!Number.isFinite(value)) return notPlain;
    values[row] = value;
  }
  return afterSpaces(bytes, at);
}

/** The day number of yyyy-mm-dd, yyyymmdd, yyyymm or yyyy. */
function dayAt(bytes: Uint8Array, start: number, end: number): number {
  const dashed = end - start === 10;
  if (dashed && (bytes[start + 4] !== minus || bytes[start + 7] !== minus)) return notPlain;
  const year = integerAt(bytes, start, start + 4);
  if (end - start === 4) return dayNumber(year, 12, 31) ?? notPlain;
  const month = integerAt(bytes, dashed ? start + 5 : start + 4, dashed ? start + 7 : start + 6);
  if (end - start === 6) return monthEnd(year, month) ?? notPlain;
  return dayNumber(year, month, integerAt(bytes, end - 2, end)) ?? notPlain;
}

function integerAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - zero;
    if (digit < 0 || digit > 9) return notPlain;
    value = value * 10 + digit;
  }
  return value;
}

function afterSpaces(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === space) at++;
  return at;
}

function lineCount(bytes: Uint8Array, start: number, end: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(newline, start); at >= 0 && at < end; at = bytes.indexOf(newline, at + 1)) lines++;
  return lines;
}
