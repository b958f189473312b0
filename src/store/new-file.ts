import type { StoreProblem } from "./problem.ts";
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

/**
 * Writes to a temporary file beside the target, flushes it and renames it. An existing file is never overwritten.
 */
export async function writeNewFile(
  to: string,
  write: (temporaryFile: string) => void | Promise<void>,
): Promise<Outcome<{ readonly file: string }, StoreProblem>> {
  const where = path.resolve(to);
  if (existsSync(where)) return failure({ kind: "backup-exists", where });
  const temporaryFile = `${where}.${process.pid}.unfinished`;
  try {
    makeFolder(path.dirname(where));
    await write(temporaryFile);
    ownedLikeFolder(temporaryFile);
    flushToDisk(temporaryFile);
    renameSync(temporaryFile, where);
    flushToDisk(path.dirname(where));
    return success({ file: where });
  } catch (error) {
    removeIfThere(temporaryFile);
    return sqliteFailure(where, error);
  }
}

/** Where the folder itself is none, there is nothing to remove, and that is no news. */
function removeIfThere(file: string): void {
  if (existsSync(file)) rmSync(file);
}

/** Windows cannot open a folder to flush it, and does not need to. */
function flushToDisk(target: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(target, "r");
  fsyncSync(handle);
  closeSync(handle);
}
