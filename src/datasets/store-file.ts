import type { FileProblem } from "./problem.ts";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readProvenances, fileStem } from "./local-folder.ts";
import type { FileProvenance } from "./local-folder.ts";
import { errorCode } from "./read-from-disk.ts";

export interface StoreFileResult {
  /** When the replaced file of the same name was imported; null where there was none. */
  readonly replaced: string | null;
  /** The metadata of the other files in the folder, newest first. */
  readonly otherFiles: readonly FileProvenance[];
}

/**
 * Stores a checked file and its metadata in the local folder: first the bytes, then the metadata, each written
 * to a temporary file, flushed to the disk and renamed. Interrupted at any moment, the folder holds the state
 * before or the complete new file. An older file of the same name is removed last.
 */
export function storeFile(folder: string, bytes: Uint8Array, provenance: FileProvenance): Outcome<StoreFileResult, FileProblem> {
  const existing = readProvenances(folder);
  if (!existing.ok) return existing;
  const hasSameName = ({ file }: FileProvenance) => file.toLowerCase() === provenance.file.toLowerCase();
  const replacedFiles = existing.value.filter(hasSameName);
  const otherFiles = existing.value.filter((other) => !hasSameName(other) && other.sha256 !== provenance.sha256);
  try {
    mkdirSync(folder, { recursive: true });
    writeAtomically(join(folder, `${fileStem(provenance.sha256)}.csv`), bytes);
    writeAtomically(join(folder, `${fileStem(provenance.sha256)}.json`), `${JSON.stringify(provenance, null, 2)}\n`);
    for (const { sha256 } of replacedFiles) {
      if (sha256 === provenance.sha256) continue;
      rmSync(join(folder, `${fileStem(sha256)}.json`), { force: true });
      rmSync(join(folder, `${fileStem(sha256)}.csv`), { force: true });
    }
    return success({ replaced: replacedFiles[0]?.importedAt ?? null, otherFiles });
  } catch (error) {
    const code = errorCode(error);
    return failure({ kind: "bad-file", file: provenance.file, line: null, column: null, fault: "unwritable", found: code });
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
    renameSync(temporaryPath, path);
  } catch (error) {
    rmSync(temporaryPath, { force: true });
    throw error;
  }
}
