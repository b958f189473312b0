import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { isoDay } from "../calendar.ts";
import { parseDate } from "./parse-date.ts";
import type { FileProblem } from "./problem.ts";
import { nameOf } from "./catalogue.ts";
import { readDataFile } from "./data-file.ts";
import type { DataSeries, Provenance } from "./datasets.ts";
import type { FileSeries } from "./file-contents.ts";
import { readHeader } from "./header.ts";
import { readFailure } from "./rows.ts";
import type { ReadResult } from "./rows.ts";

/** The sample's stocks: a wide table of daily total returns, most of which a class never uses. */
export const stocksFile = "simulated_stocks.csv";

/**
 * The series of the stocks' file. The hash, the header and the first and last date are read at once; the numbers
 * of all columns when any series' days or values are first read.
 *
 * That first read throws where the file can't be read or has changed since: the file is part of the program, and a
 * test reads it whole.
 */
export function openStocksFile(path: string): Outcome<readonly DataSeries[], FileProblem> {
  const file = basename(path);
  const bytes = readFileSync(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const outline = readOutline(bytes);
  if (!outline.ok) return failure({ kind: "bad-file", file, ...outline.problem });
  const { names, calendar } = outline.value;
  const provenance: Provenance = { origin: "simulated sample", file, sha256, vintage: null, layout: "returns" };

  let numbers: ReadonlyMap<string, FileSeries> | undefined;
  const numbersOf = (id: string): FileSeries => {
    const numbered = (numbers ??= readNumbers(path, sha256)).get(id);
    if (numbered === undefined) throw new Error(`${file}: the column ${id} has no returns`);
    return numbered;
  };
  return success(
    names.map((id) => ({
      id,
      name: nameOf(id),
      kind: "total",
      frequency: "daily",
      provenance,
      reading: { form: "plain", column: id, dates: "date", rows: null, divisor: 1 },
      earlier: [],
      calendar,
      get days() {
        return numbersOf(id).days;
      },
      get values() {
        return numbersOf(id).values;
      },
      get blanks() {
        return numbersOf(id).blanks;
      },
    })),
  );
}

/** The names and dates from the first two lines and the last one. */
interface Outline extends Pick<DataSeries, "calendar"> {
  readonly names: readonly string[];
}

function readOutline(bytes: Buffer): ReadResult<Outline> {
  const header = readHeader(lineAt(bytes, 0).trim(), 1);
  if (!header.ok) return header;
  const first = dateOf(lineAt(bytes, bytes.indexOf(newline) + 1));
  const last = dateOf(lineAt(bytes, bytes.lastIndexOf(newline, -2) + 1));
  if (first === null || last === null) return readFailure("no-rows", null, null, header.value.names.join(", "));
  return success({ names: header.value.names, calendar: { first, last } });
}

const newline = 10;

function lineAt(bytes: Buffer, start: number): string {
  const end = bytes.indexOf(newline, start);
  return bytes.toString("latin1", start, end < 0 ? bytes.length : end);
}

function dateOf(line: string): string | null {
  const written = parseDate(line.split(",")[0]!);
  return written === null ? null : isoDay(written.day);
}

function readNumbers(path: string, sha256: string): ReadonlyMap<string, FileSeries> {
  const file = basename(path);
  const read = readDataFile(file, readFileSync(path), { kind: "total" });
  if (!read.ok) throw new Error(`${file} can't be read: ${JSON.stringify(read.problem)}`);
  if (read.value.sha256 !== sha256) throw new Error(`${file} is another one than at the start`);
  return new Map(read.value.series.map((column) => [column.id, column]));
}
