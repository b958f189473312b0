import { success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import type { DateForm } from "./written-date.ts";
import { factorKind } from "./catalogue.ts";
import type { Content, FileContents, FileSeries } from "./file-contents.ts";
import { fileSeries } from "./file-series.ts";
import { readHeader } from "./header.ts";
import { readRows } from "./read-rows.ts";
import { decoded, faulty } from "./rows.ts";
import type { Body, FileText, Read } from "./rows.ts";

/**
 * Files of Kenneth French's data library, in the layout they are published in: lines of description,
 * a header that starts with a comma, rows in percent with dates as yyyymmdd, yyyymm or yyyy, a blank
 * line, perhaps a second section (annual factors, another weighting), a copyright line.
 *
 * Percent becomes decimal here and nowhere else. Of several sections of one frequency the first is
 * read: the library puts its main one there.
 */

const headerLine = /^,[^\r\n]*/m;
const sectionEnd = /\n[ \t]*\r?(?=\n)|\n(?=Copyright)/g;
const strayRow = /^ *\d{4}(\d{2}){0,2} *,/m;
const frequencyOf: Readonly<Record<DateForm, Frequency>> = { day: "daily", month: "monthly", year: "annual" };
const renamed: Readonly<Record<string, string>> = { Mom: "MOM" };

/** Is there a header that starts with a comma, and under it French's kind of date (or at least his factors)? */
export function isFrenchLayout(text: string): boolean {
  const match = headerLine.exec(text.slice(0, 20_000));
  if (match === null) return false;
  const names = namesIn(match[0]);
  const below = text.slice(match.index + match[0].length, match.index + match[0].length + 20).trimStart();
  const published = names.some((name) => factorKind(renamed[name] ?? name) !== null);
  return strayRow.test(below) ? match.index > 0 || published : published && !/^\d{4}-/.test(below);
}

/** Reads the first section of each frequency. `content` is asked for where a column is no published factor. */
export function readFrenchFile(whole: FileText, content?: Content): Read<FileContents> {
  const series: FileSeries[] = [];
  const empty: string[] = [];
  const read = new Set<Frequency>();

  for (const section of sections(whole)) {
    if (!section.ok) return section;
    const rows = readRows(section.value);
    if (!rows.ok) return rows;
    const frequency = frequencyOf[rows.value.form];
    if (read.has(frequency)) continue;
    read.add(frequency);

    for (const [index, percents] of rows.value.columns.entries()) {
      const id = section.value.names[index]!;
      const kind = factorKind(id) ?? (content === "prices" ? undefined : content);
      if (kind === undefined) return faulty("unknown-kind", section.value.line - 1, String(index + 2), id);
      const found = fileSeries(id, kind, frequency, rows.value.days, decimals(percents));
      if (found === null) empty.push(id);
      else series.push(found);
    }
  }
  return success({ layout: "french", vintage: vintageOf(whole.text), series, empty });
}

/** Percent as decimals; the library's two codes for a missing value as blanks. */
function decimals(percents: Float64Array): Float64Array {
  const values = new Float64Array(percents.length);
  for (let row = 0; row < percents.length; row++) {
    const percent = percents[row]!;
    values[row] = percent === -99.99 || percent === -999 ? NaN : percent / 100;
  }
  return values;
}

function* sections(whole: FileText): Generator<Read<Body>> {
  const { bytes, text } = whole;
  let at = 0;
  let line = 1;
  for (let match = headerLine.exec(text); match !== null; match = headerLine.exec(text.slice(at))) {
    const headerAt = at + match.index;
    const start = headerAt + match[0].length + (text[headerAt + match[0].length] === "\r" ? 2 : 1);
    line += newlines(text.slice(at, headerAt));
    const header = readHeader(decoded(whole, headerAt, headerAt + match[0].length), line);
    if (!header.ok) {
      yield header;
      return;
    }

    sectionEnd.lastIndex = start - 1;
    const found = sectionEnd.exec(text);
    const end = found === null ? text.length : found.index + 1;
    yield success({ bytes, text, start, end, line: line + 1, ...published(header.value) });

    line += newlines(text.slice(headerAt, end));
    const stray = lostRow(text, end, line);
    if (stray !== null) {
      yield stray;
      return;
    }
    at = end;
  }
}

/** Rows under a blank line belong to no header: a blank line in the middle of a section would lose the rest. */
function lostRow(text: string, end: number, line: number): Read<never> | null {
  const next = headerLine.exec(text.slice(end));
  const between = text.slice(end, next === null ? text.length : end + next.index);
  const stray = strayRow.exec(between);
  if (stray === null) return null;
  return faulty("no-header", line + newlines(between.slice(0, stray.index)), null, stray[0]);
}

/** The ids of a header: Mom is MOM in the course, and SMB beside RMW is the 5-factor file's own SMB. */
function published({ dateName, names }: { dateName: string; names: readonly string[] }) {
  const five = names.includes("RMW");
  const id = (name: string) => (name === "SMB" && five ? "SMB5" : (renamed[name] ?? name));
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
