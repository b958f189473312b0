import type { StoreProblem } from "./problem.ts";
import { createHash } from "node:crypto";
import { closeSync, createReadStream, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import Database from "libsql";
import * as v from "valibot";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { ownedLikeFolder } from "../owned-like-folder.ts";
import { dumpEnd, lineHash } from "./dump.ts";
import { integrityFault } from "./integrity-fault.ts";
import { writeNewFile } from "./new-file.ts";
import { copySqlite, whereReadable } from "./sqlite-copy.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import type { RestoreResult } from "./restore.ts";
import { hasSqliteHeader, isEmptyFile } from "./sqlite.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";
import { verifyDump, type Verification } from "./verify.ts";
import { writeLines } from "./write-lines.ts";

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
  let last = "";
  const saved = await writeNewFile(to, async (temporaryFile) => {
    last = await writeLines(store.dump(), temporaryFile);
  });
  if (!saved.ok) return saved;
  const end = v.parse(v.pipe(json, dumpEnd), last);
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
    if (!v.is(dumpEnd, v.parse(json, line))) hash.add(line);
    newestAnswerAt = answeredAt(line, newestAnswerAt);
  }
  return { sha256: hash.digest(), newestAnswerAt };
}

/** The newest time of an answer, with one more line of a dump. */
export function answeredAt(line: string, before: number | null): number | null {
  const value = v.parse(json, line);
  return v.is(answerLine, value) ? Math.max(before ?? 0, value.row.at) : before;
}

/** The same for a SQLite file: a copy that can replace the file, with its SHA-256 in a file beside it. */
export async function backupSqlite(file: string, to: string): Promise<Outcome<Backup, StoreProblem>> {
  const source = path.resolve(file);
  if (!existsSync(source)) return failure({ kind: "store-missing", where: source });
  if (isEmptyFile(source)) return failure({ kind: "store-damaged", where: source, fault: "emptied", detail: "" });
  if (!hasSqliteHeader(source)) {
    return failure({ kind: "store-damaged", where: source, fault: "not-a-database", detail: "" });
  }
  try {
    return await whereReadable(source, (readable) => copyInto(source, readable, to));
  } catch (error) {
    // The system's own errors name the file that they are about.
    if (error instanceof Error && "path" in error) throw error;
    return sqliteFailure(source, error);
  }
}

/** `readable` is the source itself, or a copy of it. */
async function copyInto(source: string, readable: string, to: string): Promise<Outcome<Backup, StoreProblem>> {
  const damage = integrityFault(readable);
  if (damage !== null) return failure({ kind: "store-damaged", where: source, fault: "damaged", detail: damage });
  const saved = await writeNewFile(to, (temporaryFile) => {
    closeSync(openSync(temporaryFile, "wx", 0o600));
    const database = new Database(readable, { timeout: 10_000 });
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

/** Whether a backup has what tells that it is as it was saved: a SQLite file has it in a second file, which may be left behind. */
export const hasChecksum = (file: string): boolean => !existsSync(file) || !statSync(file).isFile() || isEmptyFile(file) || !hasSqliteHeader(file) || existsSync(`${file}.sha256`);

const fileHash = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Restores a backup of either kind into an empty store, all of it or nothing. The backup itself is only read. */
export const restoreStore = (store: Store, from: string): Promise<Outcome<RestoreResult, StoreProblem>> => withBackup(from, (lines) => store.restore(lines));

/** Reads a backup of either kind through, as a restore would. The backup itself is only read. */
export const verifyBackup = (file: string): Promise<Outcome<Verification, StoreProblem>> =>
  withBackup(file, (lines) => verifyDump(lines, path.resolve(file)));

/** Hands a backup's lines on: those of its file, or a SQLite file's as a dump of it would have them. */
async function withBackup<T>(from: string, work: (lines: AsyncIterable<string>) => Promise<Outcome<T, StoreProblem>>): Promise<Outcome<T, StoreProblem>> {
  const file = path.resolve(from);
  if (!existsSync(file)) return failure({ kind: "store-unreachable", where: file, reason: "cannot-open", detail: "" });
  if (!statSync(file).isFile()) return failure({ kind: "store-unreachable", where: file, reason: "cannot-open", detail: "it is a folder" });
  if (isEmptyFile(file)) return failure({ kind: "bad-dump", line: 1, fault: "not-a-dump", detail: "the file is empty" });
  try {
    return await (hasSqliteHeader(file) ? withSqliteBackup(file, work) : work(linesOf(file)));
  } catch (error) {
    // It may not be read, or there is no space for its copy.
    if (error instanceof Error && "code" in error && /^E[A-Z]+$/u.test(String(error.code))) return sqliteFailure(file, error);
    throw error;
  }
}

/** Opening a SQLite file may write to it and migrates it: a copy is opened. */
async function withSqliteBackup<T>(file: string, work: (lines: AsyncIterable<string>) => Promise<Outcome<T, StoreProblem>>): Promise<Outcome<T, StoreProblem>> {
  const noted = existsSync(`${file}.sha256`) ? readFileSync(`${file}.sha256`, "utf8").slice(0, 64) : null;
  if (noted !== null && noted !== fileHash(file)) return failure({ kind: "store-damaged", where: file, fault: "damaged", detail: "its SHA-256 is not the one in the file beside it" });
  const copy = copySqlite(file);
  try {
    const damage = integrityFault(copy.file);
    if (damage !== null) return failure({ kind: "store-damaged", where: file, fault: "damaged", detail: damage });
    const source = await openStore({ file: copy.file });
    if (!source.ok) return "where" in source.problem ? failure({ ...source.problem, where: file }) : source;
    try {
      return await work(source.value.dump());
    } finally {
      await source.value.close();
    }
  } finally {
    copy.remove();
  }
}

/** Begins to read when the first line is asked for: a readline interface made earlier emits lines while nobody listens. */
export async function* linesOf(source: string | Readable): AsyncGenerator<string, void, undefined> {
  const input = typeof source === "string" ? createReadStream(source) : source;
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } finally {
    input.destroy();
  }
}
