import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A copy of a SQLite file with its log, in a folder of its own for temporary files. */
export interface SqliteCopy {
  readonly file: string;
  remove(): void;
}

/** SQLite may write to a file that it only reads: where it can't, or must not, a copy is opened. Nobody may write meanwhile. */
export function copySqlite(file: string): SqliteCopy {
  const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-copy-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = path.join(folder, path.basename(file));
    for (const end of ["", "-wal"]) if (existsSync(file + end)) copyFileSync(file + end, copy + end);
    return { file: copy, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Whether the disk takes no changes from anybody, as Linux leaves it after an error of the disk. */
export function isOnReadOnlyDisk(file: string): boolean {
  try {
    accessSync(path.dirname(file), constants.W_OK);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EROFS";
  }
}

/**
 * Reads a SQLite file: itself, or a copy of it where its disk takes no changes or has no space for the index that SQLite
 * keeps beside a file it reads. Nobody can write to it then.
 */
export async function whereReadable<T>(file: string, read: (file: string) => T | Promise<T>): Promise<T> {
  if (!isOnReadOnlyDisk(file)) {
    try {
      return await read(file);
    } catch (error) {
      if (!isWithoutSpace(error)) throw error;
    }
  }
  const copy = copySqlite(file);
  try {
    return await read(copy.file);
  } finally {
    copy.remove();
  }
}

/** Of opening: SQLite's index beside the file could not be made. */
const isWithoutSpace = (error: unknown): boolean => error instanceof Error && "code" in error && /SQLITE_(?:FULL|IOERR)/u.test(String(error.code));
