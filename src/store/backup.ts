import type { StoreProblem } from "./problem.ts";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { RestoreResult } from "./restore.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import { hasSqliteHeader } from "./sqlite.ts";
import { openStore } from "./store.ts";
import type { Store } from "./store.ts";

/**
 * Saves a consistent snapshot of a store into a new file while the bot goes on writing: lines of JSON, which can be
 * restored into either kind of database.
 */
export async function backupStore(store: Store, to: string): Promise<Outcome<{ readonly file: string }, StoreProblem>> {
  return writeNewFile(to, async (temporaryFile) => {
    const handle = openSync(temporaryFile, "wx");
    try {
      for await (const line of store.dump()) writeSync(handle, `${line}\n`);
    } finally {
      closeSync(handle);
    }
  });
}

/** The same for a SQLite file: a copy that can replace the file. */
export async function backupSqlite(file: string, to: string): Promise<Outcome<{ readonly file: string }, StoreProblem>> {
  const source = path.resolve(file);
  if (!existsSync(source)) {
    return failure({ kind: "store-unreachable", where: source, reason: "cannot-open", detail: "" });
  }
  if (!hasSqliteHeader(source)) {
    return failure({ kind: "store-damaged", where: source, fault: "not-a-database", detail: "" });
  }
  return writeNewFile(to, (temporaryFile) => {
    const database = new Database(source, { timeout: 10_000 });
    try {
      database.prepare("vacuum into ?").run(temporaryFile);
    } finally {
      database.close();
    }
  });
}

/** Restores a backup of either kind into an empty store, all of it or nothing. */
export async function restoreStore(store: Store, from: string): Promise<Outcome<RestoreResult, StoreProblem>> {
  const file = path.resolve(from);
  if (!existsSync(file)) return failure({ kind: "store-unreachable", where: file, reason: "cannot-open", detail: "" });
  if (!hasSqliteHeader(file)) return restoreLines(store, file);
  const source = await openStore({ file });
  if (!source.ok) return source;
  const restored = await store.restore(source.value.dump());
  await source.value.close();
  return restored;
}

/** A store that takes nothing reads nothing: the file is opened before and closed after, whatever comes of it. */
async function restoreLines(store: Store, file: string): Promise<Outcome<RestoreResult, StoreProblem>> {
  const input = createReadStream(file, { fd: openSync(file, "r") });
  try {
    return await store.restore(createInterface({ input, crlfDelay: Infinity }));
  } finally {
    input.destroy();
  }
}

/**
 * Writes to a temporary file beside the target, flushes it and renames it. An existing file is never overwritten.
 */
async function writeNewFile(
  to: string,
  write: (temporaryFile: string) => void | Promise<void>,
): Promise<Outcome<{ readonly file: string }, StoreProblem>> {
  const where = path.resolve(to);
  if (existsSync(where)) return failure({ kind: "backup-exists", where });
  const temporaryFile = `${where}.${process.pid}.unfinished`;
  try {
    mkdirSync(path.dirname(where), { recursive: true });
    await write(temporaryFile);
    flushToDisk(temporaryFile);
    renameSync(temporaryFile, where);
    flushToDisk(path.dirname(where));
    return success({ file: where });
  } catch (error) {
    rmSync(temporaryFile, { force: true });
    return sqliteFailure(where, error);
  }
}

/** Windows cannot open a folder to flush it, and does not need to. */
function flushToDisk(target: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(target, "r");
  fsyncSync(handle);
  closeSync(handle);
}
