import type { FileProblem } from "./problem.ts";
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { readPapers, stem } from "./local-folder.ts";
import type { Papers } from "./local-folder.ts";
import { codeOf } from "./read-from-disk.ts";

export interface Stored {
  /** When an older file of the same name was imported, which is gone now; null where none was. */
  readonly replaced: string | null;
  /** The papers of the other files in the folder, the newest first. */
  readonly before: readonly Papers[];
}

/**
 * Puts a checked file and its papers into the local folder. The bytes come first and the papers last,
 * each written beside its place, flushed to the disk and renamed: cut off at any moment, the folder
 * holds what it held before, or the new file whole. An older file of the same name goes at the end.
 */
export function storeFile(folder: string, bytes: Uint8Array, papers: Papers): Outcome<Stored, FileProblem> {
  const known = readPapers(folder);
  if (!known.ok) return known;
  const sameName = ({ file }: Papers) => file.toLowerCase() === papers.file.toLowerCase();
  const older = known.value.filter(sameName);
  const before = known.value.filter((one) => !sameName(one) && one.sha256 !== papers.sha256);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, `${stem(papers.sha256)}.csv`), bytes);
    writeWhole(join(folder, `${stem(papers.sha256)}.json`), `${JSON.stringify(papers, null, 2)}\n`);
    for (const { sha256 } of older) {
      if (sha256 === papers.sha256) continue;
      rmSync(join(folder, `${stem(sha256)}.json`), { force: true });
      rmSync(join(folder, `${stem(sha256)}.csv`), { force: true });
    }
    return success({ replaced: older[0]?.importedAt ?? null, before });
  } catch (error) {
    const found = codeOf(error);
    return failure({ kind: "bad-file", file: papers.file, line: null, column: null, fault: "unwritable", found });
  }
}

function writeWhole(path: string, content: Uint8Array | string): void {
  const beside = `${path}.${process.pid}.part`;
  try {
    const handle = openSync(beside, "w");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
