import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownedLikeFolder } from "../owned-like-folder.ts";

/** "2026-09-07T12-00-00": sorts by time and is valid on every file system. */
export const timestampForFileName = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");

const namedByTime = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.jsonl$/u;

/** Removes all but the newest `keep` backups that were named by their time. Returns the removed. */
export function rotateBackups(folder: string, keep: number): readonly string[] {
  const old = readdirSync(folder).filter((name) => namedByTime.test(name)).sort().slice(0, -keep);
  for (const name of old) rmSync(join(folder, name));
  return old;
}

const recordOf = (folder: string): string => join(folder, "last-backup");

/** Notes that a backup was made, wherever it went: the doctor tells its age. */
export function noteBackup(localFolder: string, at: number): void {
  mkdirSync(localFolder, { recursive: true, mode: 0o700 });
  writeFileSync(recordOf(localFolder), `${new Date(at).toISOString()}\n`, { mode: 0o600 });
  ownedLikeFolder(recordOf(localFolder));
}

/** Epoch milliseconds of the last backup; null where none was noted. */
export function lastBackupAt(localFolder: string): number | null {
  if (!existsSync(recordOf(localFolder))) return null;
  const at = Date.parse(readFileSync(recordOf(localFolder), "utf8").trim());
  return Number.isNaN(at) ? null : at;
}
