import { attempt, failure, success } from "../outcome.ts";
import type { Frequency } from "../engine/series.ts";
import { factorKind } from "./catalogue.ts";
import type { FileContents, FileNote, FileSeries } from "./file-contents.ts";
import { fileSeries } from "./file-series.ts";
import { atPeriodEnds, type FinishedRows } from "./period-ends.ts";
import type { ReadOptions } from "./read-options.ts";
import { readRows } from "./read-rows.ts";
import { readFailure } from "./rows.ts";
import type { FileFault, FileText, ReadResult } from "./rows.ts";
import { weekNotes } from "./week-dates.ts";
import { courseNames, frenchSections, headerLine, type Section, strayRow } from "./french-sections.ts";

/**
 * Files of Kenneth French's data library, in the layout they are published in: lines of description,
 * a header that starts with a comma, rows in percent with dates as yyyymmdd, yyyymm or yyyy, a blank
 * line, perhaps further sections (annual factors, another weighting, numbers of firms), a copyright line.
 *
 * Of several sections of one frequency the value-weighted returns are read, else the first: it is the library's main
 * one. `section` chooses another.
 */

/** Sections that are no returns. */
const notReturns = /number of firms|firm size|market cap|average of|sum of|breakpoints|characteristic/i;

/** Whether there is a header that starts with a comma, followed by French's kind of date (or at least his factors). */
export function isFrenchLayout(text: string): boolean {
  const head = withoutTrailingCommas(text.slice(0, 20_000));
  const match = headerLine.exec(head);
  if (match === null) return false;
  const names = match[0].split(",").map((name) => name.trim());
  const below = head.slice(match.index + match[0].length, match.index + match[0].length + 20).trimStart();
  const published = names.some((name) => factorKind(courseNames[name] ?? name) !== null);
  return strayRow.test(below) ? match.index > 0 || published : published && !/^\d{4}-/.test(below);
}

/** A spreadsheet pads every line of the file with commas up to the widest. */
const withoutTrailingCommas = (text: string): string => (/^,+\r?$/m.test(text) ? text.replaceAll(/,+(?=\r?$)/gm, "") : text);

/** Reads one section of each frequency. `kind` is needed where a column is not a published factor and no title says returns. */
export function readFrenchFile(file: string, fileText: FileText, options: ReadOptions = {}): ReadResult<FileContents> {
  const text = withoutTrailingCommas(fileText.text);
  const cleaned = text === fileText.text ? fileText : { bytes: Buffer.from(text, "latin1"), text };
  return attempt(function* () {
    const region = yield* regionOf(file, text, options);
    const found: Section[] = [];
    for (const outcome of frenchSections(cleaned)) found.push(yield* outcome);
    const chosen = yield* chosenSections(found, options);
    const series: FileSeries[] = [];
    const empty: string[] = [];
    const weekly: FileNote[] = [];
    for (const section of chosen) {
      const { rows, weeks } = yield* datedRows(section);
      weekly.push(...weekNotes(weeks));
      for (const [index, percents] of rows.columns.entries()) {
        const { id, name } = section.columns[index]!;
        const isReturns = /returns/i.test(section.title) && !notReturns.test(section.title);
        const kind = factorKind(id) ?? (options.kind === "excess" || options.kind === "total" ? options.kind : isReturns ? "total" : undefined);
        // Before the question for a kind, which no answer would make returns of it.
        if (notReturns.test(section.title)) return yield* readFailure("counts", section.headerLine, null, section.title);
        if (kind === undefined) return yield* readFailure("unknown-kind", section.headerLine, String(index + 2), name);
        const parsed = fileSeries({
          id: factorKind(id) === null || region === null ? id : `${region}_${id}`,
          kind,
          frequency: rows.frequency,
          calendar: rows.days,
          column: decimal(percents, section.isDecimal),
          reading: { form: "french", column: name, line: section.headerLine, rows: rows.days.length, isDecimal: section.isDecimal, ...(weeks?.daysPastFriday === 2 ? { daysPastFriday: 2 } : {}) },
          content: "returns",
        });
        if (parsed === null) empty.push(id);
        else series.push(parsed);
      }
    }
    const notes: FileNote[] = [
      ...weekly,
      ...(chosen.length === found.length ? [] : chosen.map(({ title }) => ({ kind: "section" as const, title, sections: found.length }))),
      ...(chosen.some((section) => section.isDecimal) ? [{ kind: "decimal" as const }] : []),
    ];
    return { layout: "french" as const, form: "French's library" as const, vintage: vintageOf(text), series, empty, notes };
  });
}

/** Rows with a day for a date are days, or weeks: the library has both. */
function datedRows({ body, frequency }: Section): ReadResult<Pick<FinishedRows, "rows" | "weeks">> {
  const read = readRows(body);
  if (!read.ok) return read;
  return frequency === "daily" && read.value.days.length > 2 ? atPeriodEnds(read.value) : success({ rows: { ...read.value, frequency }, weeks: null });
}

/** The library's two codes for a missing value as blanks; percent as decimals. */
function decimal(numbers: Float64Array, isDecimal: boolean): Float64Array {
  const values = new Float64Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    values[row] = number === -99.99 || number === -999 ? NaN : isDecimal ? number : number / 100;
  }
  return values;
}

function chosenSections(found: readonly Section[], { section: asked }: ReadOptions): ReadResult<readonly Section[]> {
  const isAsked = ({ title }: Section, index: number) => asked === undefined || asked === String(index + 1) || title.toLowerCase().includes(asked.toLowerCase());
  const candidates = found.filter(isAsked);
  if (candidates.length === 0) return readFailure("needs-section", null, null, found.map(({ title }, index) => `${String(index + 1)} ${title}`).join("; "));
  const chosen = new Map<Frequency, Section>();
  for (const candidate of [...candidates].sort((one, other) => sectionRank(one) - sectionRank(other))) {
    if (!chosen.has(candidate.frequency)) chosen.set(candidate.frequency, candidate);
  }
  return success(found.filter((section) => chosen.get(section.frequency) === section));
}

const sectionRank = ({ title }: Section): number => (notReturns.test(title) ? 2 : /equal.?weight/i.test(title) ? 1 : 0);

/**
 * The region of factors that are not those of the US: by the file's name; null for the US, whose files are made of CRSP.
 * A file of Bloomberg data is another region's, and which one must be said.
 */
function regionOf(file: string, text: string, options: ReadOptions): ReadResult<string | null> {
  if (options.region !== undefined) return success(options.region === "US" ? null : options.region);
  const named = /^(Developed_ex_US|Developed|Europe|Japan|Asia_Pacific_ex_Japan|North_America|Emerging)(?:_Markets)?_/iu.exec(file)?.[1];
  if (named !== undefined) return success(named);
  const fault: Omit<FileFault, "found"> = { fault: "needs-region", line: null, column: null };
  return /\bBloomberg\b/iu.test(text.slice(0, 2_000)) ? failure({ ...fault, found: file }) : success(null);
}

/** "202604 CRSP" of "This file was created by using the 202604 CRSP database." */
function vintageOf(text: string): string | null {
  return /(\d{6}) (?:CRSP|Bloomberg)/.exec(text.slice(0, 2_000))?.[0] ?? null;
}
