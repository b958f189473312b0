import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { refusal } from "./sqlite.ts";

/**
 * Copies a SQLite store, as it is at one moment, into a new file, while the bot goes on writing to it. The copy is made
 * beside its place and moved there when it is whole and on the disk; an existing file is never written over.
 */
export function backupSqlite(file: string, to: string): Outcome<{ readonly file: string }> {
  const where = path.resolve(to);
  if (existsSync(where)) return failure({ kind: "backup-exists", where });
  const source = path.resolve(file);
  if (!existsSync(source)) {
    return failure({ kind: "store-unreachable", where: source, reason: "cannot-open", detail: "" });
  }
  const unfinished = `${where}.${process.pid}.unfinished`;
  let database: InstanceType<typeof Database> | undefined;
  try {
    mkdirSync(path.dirname(where), { recursive: true });
    database = new Database(source, { timeout: 10_000 });
    database.prepare("vacuum into ?").run(unfinished);
    onDisk(unfinished);
    renameSync(unfinished, where);
    onDisk(path.dirname(where));
    return success({ file: where });
  } catch (error) {
    rmSync(unfinished, { force: true });
    return refusal(source, error);
  } finally {
    database?.close();
  }
}

/** Windows cannot open a folder to flush it, and does not need to. */
function onDisk(place: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(place, "r");
  fsyncSync(handle);
  closeSync(handle);
}
