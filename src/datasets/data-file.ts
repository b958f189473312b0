import type { FileProblem } from "./problem.ts";
import { createHash } from "node:crypto";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readCsvFile } from "./csv-file.ts";
import { withDateAdvice } from "./date-advice.ts";
import { decodeText } from "../decode-text.ts";
import type { DataFile, FileContents } from "./file-contents.ts";
import { isFrenchLayout, readFrenchFile } from "./french-file.ts";
import type { ReadOptions } from "./read-options.ts";
import { readFailure, toFileText } from "./rows.ts";
import type { ReadResult } from "./rows.ts";

/**
 * Reads the bytes of a data file into series of decimal returns.
 *
 * French's library is known by its header, the course's two files by their names; every other table by its columns'
 * names and values (`csv-file.ts`). What neither decides is a problem that asks for the option which would.
 */
export function readDataFile(file: string, bytes: Uint8Array, options: ReadOptions = {}): Outcome<DataFile, FileProblem> {
  const read = readContents(file, bytes, options);
  if (!read.ok) {
    const { bytes: decoded } = decodeText(bytes) ?? { bytes: null };
    return failure({ kind: "bad-file", file, ...(decoded === null ? read.problem : withDateAdvice(read.problem, new TextDecoder().decode(decoded.subarray(0, 20_000)))) });
  }
  return success({ file, sha256: createHash("sha256").update(bytes).digest("hex"), ...read.value });
}

function readContents(file: string, bytes: Uint8Array, options: ReadOptions): ReadResult<FileContents> {
  const decoded = decodeText(bytes);
  if (decoded === null) return readFailure("binary", null, null, "");
  const fileText = toFileText(decoded.bytes);
  if (fileText.text.trim() === "") return readFailure("empty", null, null, "");
  // Of a workbook, the section is the sheet that the bytes are of.
  const isWorkbook = /\.xlsx$/iu.test(file);
  const { section = "", ...said } = options;
  if (isWorkbook && !isFrenchLayout(fileText.text)) return readCsvFile(file, fileText, said, { encoding: decoded.encoding, sheet: section });
  if (isFrenchLayout(fileText.text)) return readFrenchFile(file, fileText, isWorkbook ? said : options);
  return readCsvFile(file, fileText, options, { encoding: decoded.encoding, sheet: null });
}
