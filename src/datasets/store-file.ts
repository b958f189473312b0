import type { FileProblem } from "./problem.ts";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";
import { fileStem, readProvenances, storedPaths } from "./local-folder.ts";
import type { FileProvenance } from "./local-folder.ts";
import { errorCode } from "./read-from-disk.ts";

interface StoreFileResult {
  /** When the replaced file of the same name was imported; null where there was none. */
  readonly replaced: string | null;
  /** The metadata of the other files in the folder, newest first. */
  readonly otherFiles: readonly FileProvenance[];
}

/**
 * Stores a checked file and its metadata in the local folder: first the bytes, then the metadata, each written
 * to a temporary file, flushed to the disk and renamed. Interrupted at any moment, the folder holds the state
 * before or the complete new file. The last older file of the same name stays (it gives the days that the newer one
 * lacks, and an undo brings it back); ones before that are removed where nothing of them is used any more.
 */
export function storeFile(folder: string, bytes: Uint8Array, provenance: FileProvenance): Outcome<StoreFileResult, FileProblem> {
  const existing = readProvenances(folder);
  if (!existing.ok) return existing;
  const key = ({ id, frequency }: FileProvenance["series"][number]): string => `${id.toLowerCase()} ${frequency}`;
  const own = new Set(provenance.series.map(key));
  // Months of a ticker take nothing's place where the file of that name has its days.
  const isOlder = ({ file, series }: FileProvenance) => file.toLowerCase() === provenance.file.toLowerCase() && series.some((one) => own.has(key(one)));
  const replacedFiles = existing.value.filter(isOlder);
  const otherFiles = existing.value.filter((other) => !isOlder(other) && fileStem(other) !== fileStem(provenance));
  try {
    makeFolder(folder);
    writeAtomically(join(folder, `${fileStem(provenance)}.csv`), bytes);
    writeAtomically(join(folder, `${fileStem(provenance)}.json`), `${JSON.stringify(provenance, null, 2)}\n`);
    // The newest one stays for an undo.
    for (const older of replacedFiles.slice(1)) {
      if (fileStem(older) !== fileStem(provenance) && isCoveredBy(older, provenance)) removeStored(folder, older);
    }
    return success({ replaced: replacedFiles[0]?.importedAt ?? null, otherFiles });
  } catch (error) {
    const code = errorCode(error);
    return failure({ kind: "bad-file", file: provenance.file, line: null, column: null, fault: "unwritable", found: code });
  }
}

/** Whether a newer file has all series of an older one, over all of its range: nothing of the older is used any more. */
function isCoveredBy(older: FileProvenance, newer: FileProvenance): boolean {
  return older.series.every((series) =>
    newer.series.some(
      ({ id, frequency, kind, first, last, rows }) =>
        id === series.id && frequency === series.frequency && kind === series.kind && first <= series.first && last >= series.last && rows >= series.rows,
    ),
  );
}

/** Removes a stored file: its metadata first, without which its bytes are ignored. */
export function removeStored(folder: string, provenance: FileProvenance): void {
  const paths = [...storedPaths(folder, provenance, "json"), ...storedPaths(folder, provenance, "csv")];
  for (const path of paths) rmSync(path, { force: true });
}

/** Writes a small file of its own into a folder, whole or not at all; the system's code where it can't be written. */
export function writeStored(folder: string, name: string, content: string): Outcome<null, string> {
  try {
    makeFolder(folder);
    writeAtomically(join(folder, name), content);
    return success(null);
  } catch (error) {
    return failure(errorCode(error));
  }
}

function writeAtomically(path: string, content: Uint8Array | string): void {
  const temporaryPath = `${path}.${process.pid}.part`;
  try {
    const handle = openSync(temporaryPath, "w");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    ownedLikeFolder(temporaryPath);
    renameSync(temporaryPath, path);
  } catch (error) {
    rmSync(temporaryPath, { force: true });
    throw error;
  }
}
