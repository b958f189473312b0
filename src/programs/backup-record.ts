import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { ownedLikeFolder } from "../owned-like-folder.ts";
import { dumpEnd } from "../store/dump.ts";

/** "2026-09-07T12-00-00": sorts by time and is valid on every file system. */
export const timestampForFileName = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");

const namedByTime = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.jsonl$/u;

interface Rotation {
  readonly removed: readonly string[];
  /** Older than those to keep, and kept, since these hold nothing. */
  readonly spared: readonly string[];
}

export const nothingRotated: Rotation = { removed: [], spared: [] };

/**
 * Removes all but the newest `keep` backups that were named by their time. Backups of an empty store don't count: after
 * a store was lost, or begun anew by mistake, they would push out the ones that can still be restored.
 */
export function rotateBackups(folder: string, keep: number): Rotation {
  const all = readdirSync(folder).filter((name) => namedByTime.test(name)).sort();
  const newest = all.slice(-keep);
  const withRows = all.filter((name) => holdsRows(join(folder, name))).slice(-keep);
  const removed = all.filter((name) => !newest.includes(name) && !withRows.includes(name));
  for (const name of removed) rmSync(join(folder, name));
  return { removed, spared: withRows.filter((name) => !newest.includes(name)) };
}

/** More than a store has from its first start on; a file without counts is taken for one that does. */
function holdsRows(file: string): boolean {
  const end = v.safeParse(v.pipe(v.string(), v.parseJson(), dumpEnd), lastLine(file));
  return !end.success || courseRows(end.output.counts) > 0;
}

/** Rows by table, those of the program's own settings left out. */
export const courseRows = (counts: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [table, rows]) => sum + (table === "settings" ? 0 : rows), 0);

function lastLine(file: string): string {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const tail = Buffer.alloc(Math.min(size, 4096));
    readSync(handle, tail, 0, tail.length, size - tail.length);
    return tail.toString("utf8").trimEnd().split("\n").at(-1) ?? "";
  } finally {
    closeSync(handle);
  }
}

const recordOf = (folder: string): string => join(folder, "last-backup");

/**
 * Notes that a backup was made, wherever it went: the doctor tells its age. Returns the system's message where the folder
 * does not take it, of a full disk say: the backup, on another one, is whole all the same.
 */
export function noteBackup(localFolder: string, at: number): string | null {
  const unfinished = `${recordOf(localFolder)}.${String(process.pid)}.unfinished`;
  try {
    mkdirSync(localFolder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, `${new Date(at).toISOString()}\n`, { mode: 0o600 });
    ownedLikeFolder(unfinished);
    renameSync(unfinished, recordOf(localFolder));
    return null;
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished);
    return error instanceof Error ? error.message : String(error);
  }
}

/** Epoch milliseconds of the last backup; null where none was noted. */
export function lastBackupAt(localFolder: string): number | null {
  if (!existsSync(recordOf(localFolder))) return null;
  const at = Date.parse(readFileSync(recordOf(localFolder), "utf8").trim());
  return Number.isNaN(at) ? null : at;
}
