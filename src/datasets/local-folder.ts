import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readDataFile } from "./data-file.ts";
import type { Content, DataFile } from "./data-file.ts";

/**
 * The folder of imported files. Each stands there as `<start of its sha256>.csv` beside its papers,
 * `<start of its sha256>.json`: nobody's text becomes a path, and a file without papers is the rest of
 * an import that was cut off and does not count.
 */

/** What is kept of an imported file beside its bytes. */
export interface Papers {
  readonly file: string;
  readonly sha256: string;
  /** What the importer said the numbers are; null where the file told. */
  readonly content: Content | null;
  /** ISO date and time (UTC). */
  readonly importedAt: string;
}

export interface LocalFile extends DataFile {
  readonly importedAt: string;
}

export const stem = (sha256: string): string => sha256.slice(0, 16);

/** The papers of every imported file, the newest first. */
export function readPapers(folder: string): readonly Papers[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.json$/.test(name));
  } catch {
    return [];
  }
  return names
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Papers)
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));
}

/** Every imported file, the newest first; a problem where one is no longer what was imported. */
export function readLocalFolder(folder: string): Outcome<readonly LocalFile[]> {
  const files: LocalFile[] = [];
  for (const { file, sha256, content, importedAt } of readPapers(folder)) {
    const changed = (found: string) =>
      failure({ kind: "bad-file", file, line: null, column: null, fault: "changed-since-import", found });
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(folder, `${stem(sha256)}.csv`));
    } catch {
      return changed("");
    }
    const read = readDataFile(file, bytes, content ?? undefined);
    if (!read.ok) return read;
    if (read.value.sha256 !== sha256) return changed(read.value.sha256);
    files.push({ ...read.value, importedAt });
  }
  return success(files);
}
