import { createHash } from "node:crypto";
import type { Series } from "../engine/series.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readCsvFile } from "./csv-file.ts";
import { isFrenchLayout, readFrenchFile } from "./french-file.ts";
import { faulty } from "./rows.ts";
import type { Read } from "./rows.ts";

/** What the numbers of a file are: returns over the risk-free rate, total returns, or price levels. */
export type Content = "excess" | "total" | "prices";

/** A series as one file holds it, before it is known how the file came here. */
export interface FileSeries extends Series {
  /** Blank rows between the first and the last observation. */
  readonly blanks: number;
  /** Blank rows before the first observation: the time before a listing. */
  readonly blanksBefore: number;
  /** Blank rows after the last observation. */
  readonly blanksAfter: number;
}

/** What a file holds, by one of the layouts the course uses. */
export interface FileContents {
  readonly layout: "course" | "french" | "prices" | "returns";
  /** What the file says of its own edition ("202604 CRSP"), where it says it. */
  readonly vintage: string | null;
  readonly series: readonly FileSeries[];
  /** Columns without a single return. */
  readonly empty: readonly string[];
}

export interface DataFile extends FileContents {
  /** The name without its folder. */
  readonly file: string;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads the bytes of a data file into series of decimal returns.
 *
 * Three layouts are known by themselves: French's library by its header, the course's two files by
 * their names, prices by their values (nearly all above 0 and not small). Any other table of returns
 * needs `content`, since excess and total returns cannot be told apart by looking at them.
 */
export function readDataFile(file: string, bytes: Uint8Array, content?: Content): Outcome<DataFile> {
  const read = readContents(file, bytes, content);
  if (!read.ok) return failure({ kind: "bad-file", file, ...read.fault });
  return success({ file, sha256: createHash("sha256").update(bytes).digest("hex"), ...read.value });
}

function readContents(file: string, bytes: Uint8Array, content: Content | undefined): Read<FileContents> {
  if (bytes.includes(0)) return faulty("binary", null, null, "");
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const unmarked = marked ? bytes.subarray(3) : bytes;
  const text = Buffer.from(unmarked.buffer, unmarked.byteOffset, unmarked.length).toString("latin1");
  if (text.trim() === "") return faulty("empty", null, null, "");
  const whole = { bytes: unmarked, text };
  return isFrenchLayout(text) ? readFrenchFile(whole, content) : readCsvFile(file, whole, content);
}
