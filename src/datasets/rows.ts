import { failure } from "../outcome.ts";
import type { Failure, Outcome } from "../outcome.ts";
import type { FileProblem } from "./problem.ts";
import type { Frequency } from "../engine/series.ts";
import type { DatePrecision } from "./parse-date.ts";

/** The body of a table: one date and `columns` numbers per row, dates strictly increasing. */
export interface Rows {
  readonly datePrecision: DatePrecision;
  readonly days: Int32Array;
  /** One array per column, as long as `days`; NaN where the cell was blank. */
  readonly columns: readonly Float64Array[];
  /** The file's line number of a row. */
  lineOf(row: number): number;
}

/** Rows with a known frequency: days unchanged, months and years at their last day. */
export interface DatedRows extends Rows {
  readonly frequency: Frequency;
}

/** A file's bytes, and the same bytes decoded as latin1, so that indexes are the same in both. */
export interface FileText {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** A part of a file that consists of rows. */
export interface TableBody extends FileText {
  readonly start: number;
  readonly end: number;
  /** The line number of the body's first line. */
  readonly line: number;
  /** The header's names: the date column's, then one per series. */
  readonly dateName: string;
  readonly names: readonly string[];
}

/** A problem of a file, without the file's name. */
export type FileFault = Omit<FileProblem, "kind" | "file">;

export type ReadResult<T> = Outcome<T, FileFault>;

/** A failed reading; the offending text is cut to fit a message. */
export function readFailure(
  fault: FileProblem["fault"],
  line: number | null,
  column: string | null,
  text: string,
): Failure<FileFault> {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return failure({ fault, line, column, found: shown });
}

/** A rate whose unit is to be said, with the units that make a rate of it. */
export const unitFailure = (column: string, found: string, units: NonNullable<FileProblem["units"]>): Failure<FileFault> => failure({ fault: "needs-unit", line: null, column, found, units });

/** A file's text without a byte order mark, and with line ends that end in a line feed (an old Mac's do not). */
export function toFileText(rawBytes: Uint8Array): FileText {
  const hasByteOrderMark = rawBytes[0] === 0xef && rawBytes[1] === 0xbb && rawBytes[2] === 0xbf;
  const withoutMark = hasByteOrderMark ? rawBytes.subarray(3) : rawBytes;
  const bytes = withoutMark.includes(10) ? withoutMark : withoutMark.map((byte) => (byte === 13 ? 10 : byte));
  return { bytes, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1") };
}

/** The UTF-8 text of a part of a file. */
export function decodeSlice({ bytes }: FileText, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
