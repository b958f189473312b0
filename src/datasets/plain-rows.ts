import { dayNumber, monthEnd } from "./calendar.ts";
import type { DateForm } from "./calendar.ts";
import type { Body, Rows } from "./rows.ts";

const newline = 10;
const carriageReturn = 13;
const space = 32;
const comma = 44;
const minus = 45;
const point = 46;
const zero = 48;
const exponents = new Set(["e".charCodeAt(0), "E".charCodeAt(0)]);
const exponent = /[eE][+-]?\d+/y;

/** From here on a double no longer tells every integer from the next. */
const exactIntegers = 2 ** 53;

const powersOfTen = Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));

/**
 * Reads the rows of a regular file: unquoted cells, plain dates and decimals, comma after comma,
 * one row a line. At anything else it gives up and returns null, and `carefulRows` reads the same
 * text again to understand it or to name the fault: no row is ever guessed here.
 *
 * A decimal whose digits make an integer below 2⁵³ is that integer over a power of ten, both exact in
 * a double, so that one division rounds it correctly (Clinger, "How to Read Floating Point Numbers
 * Accurately", 1990); a longer one goes through Number.
 */
export function plainRows({ text, start, end, line, names }: Body): Rows | null {
  const width = names.length;
  const most = lineCount(text, start, end);
  const days = new Int32Array(most);
  const columns = names.map(() => new Float64Array(most));
  let form: DateForm | null = null;
  let previous = -Infinity;
  let rows = 0;
  let at = start;

  while (at < end) {
    while (text.charCodeAt(at) === space) at++;

    const dateStart = at;
    let digits = 0;
    let date = 0;
    for (let code = text.charCodeAt(at); at < end; code = text.charCodeAt(++at)) {
      if (code >= zero && code < zero + 10) {
        date = date * 10 + (code - zero);
        digits++;
      } else if (code !== minus || (at !== dateStart + 4 && at !== dateStart + 7)) break;
    }
    const dashes = at - dateStart - digits;
    const found = wholeDate(date, digits, dashes);
    if (found === null || found <= previous) return null;
    const foundForm = digits === 8 ? "day" : digits === 6 ? "month" : "year";
    if (form !== null && form !== foundForm) return null;
    form = foundForm;
    previous = found;
    days[rows] = found;

    for (let column = 0; column < width; column++) {
      while (text.charCodeAt(at) === space) at++;
      if (text.charCodeAt(at) !== comma || at >= end) return null;
      at++;
      while (text.charCodeAt(at) === space) at++;

      const cellStart = at;
      const negative = text.charCodeAt(at) === minus;
      if (negative) at++;
      let mantissa = 0;
      let cellDigits = 0;
      let pointAt = -1;
      for (let code = text.charCodeAt(at); at < end; code = text.charCodeAt(++at)) {
        if (code >= zero && code < zero + 10) {
          mantissa = mantissa * 10 + (code - zero);
          cellDigits++;
        } else if (code === point && pointAt < 0) pointAt = at;
        else break;
      }
      const decimals = pointAt < 0 ? 0 : at - pointAt - 1;
      const values = columns[column]!;
      const scientific = cellDigits > 0 && exponents.has(text.charCodeAt(at));
      if (scientific) {
        exponent.lastIndex = at;
        at += exponent.exec(text)?.[0].length ?? 0;
      }
      if (cellDigits === 0) {
        if (at !== cellStart) return null;
        values[rows] = NaN;
      } else if (!scientific && mantissa < exactIntegers && decimals <= 22) {
        const size = mantissa / powersOfTen[decimals]!;
        values[rows] = negative ? -size : size;
      } else {
        const value = Number(text.slice(cellStart, at));
        if (!Number.isFinite(value)) return null;
        values[rows] = value;
      }
    }

    while (text.charCodeAt(at) === space) at++;
    if (at < end && text.charCodeAt(at) === carriageReturn) at++;
    if (at < end && text.charCodeAt(at) !== newline) return null;
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

/** The day number of yyyymmdd, yyyymm or yyyy read as one integer, dashes allowed in the first only. */
function wholeDate(date: number, digits: number, dashes: number): number | null {
  if (digits === 8 && (dashes === 0 || dashes === 2)) {
    return dayNumber(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
  }
  if (digits === 6 && dashes === 0) return monthEnd(Math.floor(date / 100), date % 100);
  if (digits === 4 && dashes === 0) return dayNumber(date, 12, 31);
  return null;
}

function lineCount(text: string, start: number, end: number): number {
  let lines = 1;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
