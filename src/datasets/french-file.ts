import { attempt, success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import type { DatePrecision } from "./parse-date.ts";
import { factorKind } from "./catalogue.ts";
import type { ContentKind, FileContents, FileSeries } from "./file-contents.ts";
import { fileSeries } from "./file-series.ts";
import { readHeader } from "./header.ts";
import { readRows } from "./read-rows.ts";
import { decodeSlice, readFailure } from "./rows.ts";
import type { TableBody, FileText, ReadResult } from "./rows.ts";

/**
 * Files of Kenneth French's data library, in the layout they are published in: lines of description,
 * a header that starts with a comma, rows in percent with dates as yyyymmdd, yyyymm or yyyy, a blank
 * line, perhaps a second section (annual factors, another weighting), a copyright line.
 *
 * This is the only place where percent becomes decimal. Of several sections of one frequency the first is
 * read: it is the library's main one.
 */

const headerLine = /^,[^\r\n]*/m;
const sectionEnd = /\n[ \t]*\r?(?=\n)|\n(?=Copyright)/g;
const strayRow = /^ *\d{4}(\d{2}){0,2} *,/m;
const frequencyOf: Readonly<Record<DatePrecision, Frequency>> = { day: "daily", month: "monthly", year: "annual" };
const courseNames: Readonly<Record<string, string>> = { Mom: "MOM" };

/** Whether there is a header that starts with a comma, followed by French's kind of date (or at least his factors). */
export function isFrenchLayout(text: string): boolean {
  const match = headerLine.exec(text.slice(0, 20_000));
  if (match === null) return false;
  const names = namesIn(match[0]);
  const below = text.slice(match.index + match[0].length, match.index + match[0].length + 20).trimStart();
  const published = names.some((name) => factorKind(courseNames[name] ?? name) !== null);
  return strayRow.test(below) ? match.index > 0 || published : published && !/^\d{4}-/.test(below);
}

/** Reads the first section of each frequency. `content` is needed where a column is not a published factor. */
export function readFrenchFile(fileText: FileText, content?: ContentKind): ReadResult<FileContents> {
  const series: FileSeries[] = [];
  const empty: string[] = [];
  const read = new Set<Frequency>();

  return attempt(function* () {
    for (const outcome of sections(fileText)) {
      const section = yield* outcome;
      const rows = yield* readRows(section);
      const frequency = frequencyOf[rows.datePrecision];
      if (read.has(frequency)) continue;
      read.add(frequency);

      for (const [index, percents] of rows.columns.entries()) {
        const id = section.names[index]!;
        const kind = factorKind(id) ?? (content === "prices" ? undefined : content);
        if (kind === undefined) return yield* readFailure("unknown-kind", section.line - 1, String(index + 2), id);
        const parsed = fileSeries(id, kind, frequency, rows.days, percentToDecimal(percents));
        if (parsed === null) empty.push(id);
        else series.push(parsed);
      }
    }
    return { layout: "french" as const, vintage: vintageOf(fileText.text), series, empty };
  });
}

/** Percent as decimals; the library's two codes for a missing value as blanks. */
function percentToDecimal(percents: Float64Array): Float64Array {
  const values = new Float64Array(percents.length);
  for (let row = 0; row < percents.length; row++) {
    const percent = percents[row]!;
    values[row] = percent === -99.99 || percent === -999 ? NaN : percent / 100;
  }
  return values;
}

function* sections(fileText: FileText): Generator<ReadResult<TableBody>> {
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
    yield success({ bytes, text, start, end, line: line + 1, ...publishedHeader(header.value) });

    line += newlines(text.slice(headerStart, end));
    const stray = rowOutsideSection(text, end, line);
    if (stray !== null) {
      yield stray;
      return;
    }
    offset = end;
  }
}

/** A problem for rows that follow a blank line without a header: else a blank line inside a section would lose the rest. */
function rowOutsideSection(text: string, end: number, line: number): ReadResult<never> | null {
  const next = headerLine.exec(text.slice(end));
  const between = text.slice(end, next === null ? text.length : end + next.index);
  const stray = strayRow.exec(between);
  if (stray === null) return null;
  return readFailure("no-header", line + newlines(between.slice(0, stray.index)), null, stray[0]);
}

/** The ids of a header: Mom is MOM in the course, and SMB beside RMW is the 5-factor file's own SMB. */
function publishedHeader({ dateName, names }: { dateName: string; names: readonly string[] }) {
  const isFiveFactorFile = names.includes("RMW");
  const id = (name: string) => (name === "SMB" && isFiveFactorFile ? "SMB5" : (courseNames[name] ?? name));
  return { dateName, names: names.map(id) };
}

/** "202604 CRSP" of "This file was created by using the 202604 CRSP database." */
function vintageOf(text: string): string | null {
  return /(\d{6}) CRSP/.exec(text.slice(0, 2_000))?.[0] ?? null;
}

function namesIn(header: string): string[] {
  return header.split(",").map((name) => name.trim());
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}
