import type { FileProblem } from "../datasets/problem.ts";
import { readText } from "../decode-text.ts";
import { failure, success, type Outcome } from "../outcome.ts";

/** A file somebody uploaded: where Discord keeps it. */
export interface UploadedFile {
  readonly filename: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** The text of an uploaded file. Error: `bad-file` with `not-text` where it is none, as a workbook is. */
export function uploadedText({ filename }: Pick<UploadedFile, "filename">, bytes: Uint8Array): Outcome<string, FileProblem> {
  const text = readText(bytes);
  return text === null ? failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "not-text", found: "" }) : success(text);
}
