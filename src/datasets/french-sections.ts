import { failure, success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import type { DatePrecision } from "./parse-date.ts";
import { parseDate } from "./parse-date.ts";
import { factorKind } from "./catalogue.ts";
import { cleanId } from "./column-names.ts";
import { readHeader } from "./header.ts";
import { readRows } from "./read-rows.ts";
import { decodeSlice, readFailure } from "./rows.ts";
import type { TableBody, FileText, ReadResult } from "./rows.ts";
import { sizeOf } from "./value-evidence.ts";

export const headerLine = /^,[^\r\n]*/m;

const sectionEnd = /\n[ \t]*\r?(?=\n)|\n(?=Copyright)/g;

export const strayRow = /^ *\d{4}(\d{2}){0,2} *,/m;

const frequencyOf: Readonly<Record<DatePrecision, Frequency>> = { day: "daily", month: "monthly", year: "annual" };

export const courseNames: Readonly<Record<string, string>> = { Mom: "MOM", WML: "MOM", UMD: "MOM" };

export interface Section {
  /** The line of text above, "" where there is none. */
  readonly title: string;
  readonly headerLine: number;
  readonly frequency: Frequency;
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly body: TableBody;
  /** Somebody divided by 100 already. */
  readonly isDecimal: boolean;
}

/** The sections of a file, in its order; the first fault ends them. */
export function* frenchSections(fileText: FileText): Generator<ReadResult<Section>> {
  const { bytes, text } = fileText;
  let offset = 0;
  let line = 1;
  for (let match = headerLine.exec(text); match !== null; match = headerLine.exec(text.slice(offset))) {
    const headerStart = offset + match.index;
    const start = headerStart + match[0].length + (text[headerStart + match[0].length] === "\r" ? 2 : 1);
    line += newlines(text.slice(offset, headerStart));
    const header = readHeader(decodeSlice(fileText, headerStart, headerStart + match[0].length), line);
    if (!header.ok) {
      yield header;
      return;
    }
    sectionEnd.lastIndex = start - 1;
    const sectionBreak = sectionEnd.exec(text);
    const end = sectionBreak === null ? text.length : sectionBreak.index + 1;
    const { dateName, names } = header.value;
    const body: TableBody = { bytes, text, start, end, line: line + 1, dateName, names };
    yield sectionOf(body, titleAbove(text.slice(offset, headerStart)), line);

    line += newlines(text.slice(headerStart, end));
    const stray = rowOutsideSection(text, end, line);
    if (stray !== null) {
      yield stray;
      return;
    }
    offset = end;
  }
}

function sectionOf(body: TableBody, title: string, headerLine: number): ReadResult<Section> {
  const firstRow = body.text.slice(body.start, body.end).split("\n", 1)[0] ?? "";
  const precision = parseDate((firstRow.split(",")[0] ?? "").trim())?.precision;
  if (precision === undefined) {
    // The parser of rows says what is wrong with it.
    const rows = readRows(body);
    return rows.ok ? readFailure("no-rows", headerLine, null, "") : failure(rows.problem);
  }
  const columns = publishedIds(body.names);
  return success({ title, headerLine, frequency: frequencyOf[precision], columns, body, isDecimal: isDecimal(columns, body) });
}

/** Mkt-RF in percent has a typical day of 0.5 and a typical month of 3; below a tenth of that it is decimal. */
function isDecimal(columns: Section["columns"], body: TableBody): boolean {
  const market = columns.findIndex(({ id }) => id !== "RF" && factorKind(id) !== null);
  if (market < 0) return false;
  // The beginning is enough, and half the time of a long file.
  let end = body.start;
  for (let row = 0; row < 250 && end >= 0 && end < body.end; row++) end = body.text.indexOf("\n", end + 1);
  const rows = readRows({ ...body, end: end < 0 ? body.end : Math.min(end + 1, body.end) });
  if (!rows.ok || rows.value.days.length < 20) return false;
  return sizeOf(rows.value.columns[market]!) < { day: 0.05, month: 0.2, year: 0.9 }[rows.value.datePrecision];
}

const titleAbove = (text: string): string => text.split("\n").map((line) => line.trim()).filter((line) => line !== "").at(-1) ?? "";

/** A problem for rows that follow a blank line without a header: else a blank line inside a section would lose the rest. */
function rowOutsideSection(text: string, end: number, line: number): ReadResult<never> | null {
  const next = headerLine.exec(text.slice(end));
  const between = text.slice(end, next === null ? text.length : end + next.index);
  const stray = strayRow.exec(between);
  if (stray === null) return null;
  return readFailure("no-header", line + newlines(between.slice(0, stray.index)), null, stray[0]);
}

/** The ids of a header: Mom is MOM in the course, and SMB beside RMW is the 5-factor file's own SMB. */
function publishedIds(names: readonly string[]): Section["columns"] {
  const isFiveFactorFile = names.includes("RMW");
  return names.map((name) => ({ name, id: name === "SMB" && isFiveFactorFile ? "SMB5" : (courseNames[name] ?? cleanId(name)) }));
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}
