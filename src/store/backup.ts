import type { StoreProblem } from "./problem.ts";
import { createHash } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import Database from "libsql";
import * as v from "valibot";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";
import { dumpEnd, lineHash } from "./dump.ts";
import type { RestoreResult } from "./restore.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import { hasSqliteHeader, isEmptyFile } from "./sqlite.ts";
import { openStore } from "./store.ts";
import type { Store } from "./store.ts";

/** A backup that was read back after it was written. */
export interface Backup {
  readonly file: string;
  readonly checks: number;
  readonly answers: number;
  /** Epoch milliseconds; null where there is none. */
  readonly newestAnswerAt: number | null;
  readonly sha256: string;
}

/**
 * Saves a consistent snapshot of a store into a new file while the bot goes on writing: lines of JSON, which can be
 * restored into either kind of database. Its last line has the counts and the SHA-256 of the others.
 */
export async function backupStore(store: Store, to: string): Promise<Outcome<Backup, StoreProblem>> {
  let written = "";
  const saved = await writeNewFile(to, async (temporaryFile) => {
    const handle = openSync(temporaryFile, "wx", 0o600);
    try {
      for await (const line of store.dump()) {
        writeSync(handle, `${line}\n`);
        written = line;
      }
    } finally {
      closeSync(handle);
    }
  });
  if (!saved.ok) return saved;
  const end = v.parse(v.pipe(json, dumpEnd), written);
  const { sha256, newestAnswerAt } = await readBack(saved.value.file);
  if (sha256 !== end.sha256) {
    return failure({ kind: "bad-dump", line: end.rows + 2, fault: "tampered", detail: "" });
  }
  return success({ file: saved.value.file, checks: end.counts["checks"] ?? 0, answers: end.counts["answers"] ?? 0, newestAnswerAt, sha256 });
}

const json = v.pipe(v.string(), v.parseJson());
const answerLine = v.object({ table: v.literal("answers"), row: v.object({ at: v.number() }) });

async function readBack(file: string): Promise<Pick<Backup, "sha256" | "newestAnswerAt">> {
  const hash = lineHash();
  let newestAnswerAt: number | null = null;
  for await (const line of linesOf(file)) {
    const value = v.parse(json, line);
    if (!v.is(dumpEnd, value)) hash.add(line);
    if (v.is(answerLine, value)) newestAnswerAt = Math.max(newestAnswerAt ?? 0, value.row.at);
  }
  return { sha256: hash.digest(), newestAnswerAt };
}

/** The same for a SQLite file: a copy that can replace the file, with its SHA-256 in a file beside it. */
export async function backupSqlite(file: string, to: string): Promise<Outcome<Backup, StoreProblem>> {
  const source = path.resolve(file);
  if (!existsSync(source)) return failure({ kind: "store-missing", where: source });
  if (isEmptyFile(source)) return failure({ kind: "store-damaged", where: source, fault: "emptied", detail: "" });
  if (!hasSqliteHeader(source)) {
    return failure({ kind: "store-damaged", where: source, fault: "not-a-database", detail: "" });
  }
  const damage = integrityFault(source);
  if (damage !== null) return failure({ kind: "store-damaged", where: source, fault: "damaged", detail: damage });
  const saved = await writeNewFile(to, (temporaryFile) => {
    closeSync(openSync(temporaryFile, "wx", 0o600));
    const database = new Database(source, { timeout: 10_000 });
    try {
      database.prepare("vacuum into ?").run(temporaryFile);
    } finally {
      database.close();
    }
  });
  if (!saved.ok) return saved;
  const where = saved.value.file;
  const fault = integrityFault(where);
  if (fault !== null) return failure({ kind: "store-damaged", where, fault: "damaged", detail: fault });
  const sha256 = fileHash(where);
  writeFileSync(`${where}.sha256`, `${sha256}  ${path.basename(where)}\n`, { mode: 0o600 });
  ownedLikeFolder(`${where}.sha256`);
  return success({ file: where, ...countsOf(where), sha256 });
}

/** What SQLite finds wrong with a whole file; null where nothing is. */
function integrityFault(file: string): string | null {
  const database = new Database(file, { timeout: 10_000 });
  try {
    const verdict = String(Object.values(database.prepare("pragma integrity_check(1)").all()[0] as Record<string, unknown>)[0]);
    return verdict === "ok" ? null : verdict;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.close();
  }
}

function countsOf(file: string): Pick<Backup, "checks" | "answers" | "newestAnswerAt"> {
  const database = new Database(file, { timeout: 10_000 });
  try {
    const query = "select (select count(*) from checks) as checks, (select count(*) from answers) as answers, (select max(at) from answers) as newest";
    const { checks, answers, newest } = database.prepare(query).all()[0] as { checks: number; answers: number; newest: number | null };
    return { checks, answers, newestAnswerAt: newest };
  } finally {
    database.close();
  }
}

const fileHash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Restores a backup of either kind into an empty store, all of it or nothing. The backup itself is only read. */
export async function restoreStore(store: Store, from: string): Promise<Outcome<RestoreResult, StoreProblem>> {
  const file = path.resolve(from);
  if (!existsSync(file)) return failure({ kind: "store-unreachable", where: file, reason: "cannot-open", detail: "" });
  if (!statSync(file).isFile()) return failure({ kind: "store-unreachable", where: file, reason: "cannot-open", detail: "it is a folder" });
  if (isEmptyFile(file)) return failure({ kind: "bad-dump", line: 1, fault: "not-a-dump", detail: "the file is empty" });
  if (!hasSqliteHeader(file)) return store.restore(linesOf(file));
  return restoreSqlite(store, file);
}

/** Opening a SQLite file may write to it and migrates it: a copy is opened. */
async function restoreSqlite(store: Store, file: string): Promise<Outcome<RestoreResult, StoreProblem>> {
  const noted = existsSync(`${file}.sha256`) ? readFileSync(`${file}.sha256`, "utf8").slice(0, 64) : null;
  if (noted !== null && noted !== fileHash(file)) return failure({ kind: "store-damaged", where: file, fault: "damaged", detail: "its SHA-256 is not the one in the file beside it" });
  const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-restore-"));
  try {
    const copy = path.join(folder, path.basename(file));
    copyFileSync(file, copy);
    for (const log of ["-wal", "-shm"]) if (existsSync(file + log)) copyFileSync(file + log, copy + log);
    const source = await openStore({ file: copy });
    if (!source.ok) return "where" in source.problem ? failure({ ...source.problem, where: file }) : source;
    try {
      return await store.restore(source.value.dump());
    } finally {
      await source.value.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Begins to read when the first line is asked for: a readline interface made earlier emits lines while nobody listens. */
async function* linesOf(file: string): AsyncGenerator<string, void, undefined> {
  const input = createReadStream(file);
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
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
    makeFolder(path.dirname(where));
    await write(temporaryFile);
    ownedLikeFolder(temporaryFile);
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
