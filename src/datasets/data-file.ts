import type { FileProblem } from "./problem.ts";
import { createHash } from "node:crypto";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readCsvFile } from "./csv-file.ts";
import type { ContentKind, DataFile, FileContents } from "./file-contents.ts";
import { isFrenchLayout, readFrenchFile } from "./french-file.ts";
import { readFailure, toFileText } from "./rows.ts";
import type { ReadResult } from "./rows.ts";

/**
 * Reads the bytes of a data file into series of decimal returns.
 *
 * Three layouts are detected: French's library by its header, the course's two files by their names,
 * prices by their values (nearly all above 0 and not small). Any other table of returns needs `content`,
 * since excess and total returns cannot be distinguished by their values.
 */
export function readDataFile(file: string, bytes: Uint8Array, content?: ContentKind): Outcome<DataFile, FileProblem> {
  const read = readContents(file, bytes, content);
  if (!read.ok) return failure({ kind: "bad-file", file, ...read.problem });
  return success({ file, sha256: createHash("sha256").update(bytes).digest("hex"), ...read.value });
}

function readContents(file: string, bytes: Uint8Array, content: ContentKind | undefined): ReadResult<FileContents> {
  if (bytes.includes(0)) return readFailure("binary", null, null, "");
  const decodedText = toFileText(bytes);
  if (decodedText.text.trim() === "") return readFailure("empty", null, null, "");
  return isFrenchLayout(decodedText.text) ? readFrenchFile(decodedText, content) : readCsvFile(file, decodedText, content);
}
