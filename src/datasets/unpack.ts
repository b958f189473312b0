import type { FileProblem } from "./problem.ts";
import { gunzipSync } from "node:zlib";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { isWorkbook, sheetAsCsv } from "./excel-sheet.ts";
import { zipMembers } from "./zip-members.ts";

/** A file's bytes and its name. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Of a workbook with several sheets: which one was read, and the names of all. */
export interface UnpackedFile extends NamedBytes {
  readonly sheet?: { readonly name: string; readonly all: readonly string[] };
}

/** Far above any data file of a course; a larger file is refused before it is read. */
export const maxFileBytes = 64 * 1024 * 1024;

/** "300 MB", rounded up, so that a file just above the limit does not seem allowed. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

/**
 * The data file inside a zip (French's library has one CSV per zip) or a gzip, or a sheet of an Excel workbook as CSV;
 * any other file unchanged. Members are checked by their stated size and CRC.
 * The unpacked size is checked before unpacking, with the same limit as a file's size.
 */
export function unpack(file: NamedBytes, maxBytes = maxFileBytes, sheetAsked?: string): Outcome<UnpackedFile, FileProblem> {
  const { bytes } = file;
  const name = withoutFolder(file.name);
  const refuse = (fault: FileProblem["fault"], found: string) =>
    failure({ kind: "bad-file", file: name, line: null, column: null, fault, found });
  if (bytes.length > maxBytes) return refuse("too-large", megabytes(bytes.length));

  const startsWith = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);
  if (startsWith(0x1f, 0x8b)) {
    try {
      return success({ name: name.replace(/\.gz$/i, ""), bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) });
    } catch (error) {
      const tooLarge = error instanceof RangeError;
      return tooLarge ? refuse("too-large", `more than ${megabytes(maxBytes)}`) : refuse("bad-archive", "its gzip data is damaged");
    }
  }
  if (!startsWith(0x50, 0x4b)) {
    return /\.(zip|gz)$/i.test(name) ? refuse("bad-archive", "it is no archive at all") : success({ name, bytes });
  }

  const all = zipMembers(bytes);
  if (all === null) return refuse("bad-archive", "its zip data is damaged");
  if (isWorkbook(all)) {
    const total = all.reduce((sum, { size }) => sum + size, 0);
    if (total > maxBytes) return refuse("too-large", megabytes(total));
    const sheet = sheetAsCsv(all, sheetAsked);
    if (!sheet.ok) return refuse(sheet.problem.fault, sheet.problem.found);
    const { bytes: csv, name: read, sheets } = sheet.value;
    return success({ name, bytes: csv, ...(sheets.length > 1 || sheetAsked !== undefined ? { sheet: { name: read, all: sheets } } : {}) });
  }
  const members = all.filter((member) => /\.(csv|txt)$/i.test(member.name));
  const [member] = members;
  if (member === undefined) return refuse("bad-archive", "it holds no CSV file");
  if (members.length > 1) return refuse("bad-archive", `it holds ${members.length} CSV files, and one is expected`);
  if (member.size > maxBytes) return refuse("too-large", megabytes(member.size));
  const unzipped = member.read();
  if (!unzipped.ok) return refuse("bad-archive", "its zip data is damaged");
  return success({ name: withoutFolder(member.name), bytes: unzipped.value });
}

/** The last component of a path, which may use either system's separators. */
function withoutFolder(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}
