import type { StoreProblem } from "./problem.ts";
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { CamelCasePlugin, Kysely } from "kysely";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { RetryingSqliteDialect, busyTimeoutMs } from "./retrying-sqlite-dialect.ts";
import type { Session } from "./session.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import type { Tables } from "./tables.ts";

/** "fTA1": written into the file's header, so that another program's database is never taken for ours. */
const applicationId = 0x66544131;

/**
 * Opens a SQLite file, making it where there is none. What is already there is looked at before anything is written: a
 * file that is not a database, a damaged one, and another program's are refused untouched.
 *
 * A commit is on the disk before it returns (write-ahead log, synchronous = FULL): it survives `kill -9` and, as far as
 * the disk keeps its promises, a power cut.
 */
export function openSqlite(file: string): Outcome<Session, StoreProblem> {
  const where = path.resolve(file);
  let database: InstanceType<typeof Database> | undefined;
  try {
    mkdirSync(path.dirname(where), { recursive: true });
    if (existsSync(where) && !hasSqliteHeader(where)) {
      return failure({ kind: "store-damaged", where, fault: "not-a-database", detail: "" });
    }
    database = new Database(where, { timeout: busyTimeoutMs });
    const fault = faultOf(database);
    if (fault !== null) {
      database.close();
      return failure({ kind: "store-damaged", where, ...fault });
    }
    prepareFile(database);
  } catch (error) {
    database?.close();
    return sqliteFailure(where, error);
  }
  const db = new Kysely<Tables>({
    dialect: new RetryingSqliteDialect(database),
    plugins: [new CamelCasePlugin()],
  });
  return success({ db, backend: "sqlite", where });
}

type DatabaseFault = { readonly fault: "damaged" | "not-ours"; readonly detail: string };

function faultOf(database: Database.Database): DatabaseFault | null {
  const tables = rowsOf(database, "select name from sqlite_master where type = 'table' limit 3");
  if (tables.length > 0 && numberOf(database, "pragma application_id") !== applicationId) {
    return { fault: "not-ours", detail: tables.map((row) => String(row["name"])).join(", ") };
  }
  const found = String(rowsOf(database, "pragma quick_check(1)")[0]?.["quick_check"]);
  return found === "ok" ? null : { fault: "damaged", detail: found };
}

function prepareFile(database: Database.Database): void {
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
  if (numberOf(database, "pragma application_id") !== applicationId) {
    database.exec(`pragma application_id = ${applicationId}`);
  }
  // From here on the wait for another writer is ours (see `begin`): SQLite's own stops the whole process.
  database.exec("pragma busy_timeout = 0");
}

function rowsOf(database: Database.Database, query: string): readonly Record<string, unknown>[] {
  return database.prepare(query).all() as Record<string, unknown>[];
}

function numberOf(database: Database.Database, pragma: string): number {
  return Number(Object.values(rowsOf(database, pragma)[0] ?? {})[0]);
}

/** Whether the file is empty, which SQLite takes for a new one, or begins as its databases do. */
export function hasSqliteHeader(file: string): boolean {
  const stats = statSync(file);
  if (stats.isDirectory() || stats.size === 0) return stats.size === 0;
  const head = Buffer.alloc(16);
  const handle = openSync(file, "r");
  readSync(handle, head, 0, 16, 0);
  closeSync(handle);
  return head.toString("latin1") === "SQLite format 3\0";
}
