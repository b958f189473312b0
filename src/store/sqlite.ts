import type { StoreProblem } from "./problem.ts";
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { CamelCasePlugin, Kysely } from "kysely";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";
import { columnCase, tableNames } from "./dump.ts";
import { RetryingSqliteDialect, busyTimeoutMs } from "./retrying-sqlite-dialect.ts";
import type { Session } from "./session.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import type { Tables } from "./tables.ts";

/** "fTA1", SQLite's application_id in the file's header, so that another program's database is never used as ours. */
const applicationId = 0x66544131;

/**
 * Opens a SQLite file, creating it if it does not exist. An existing file is checked before anything is written: a file
 * that is not a database, a damaged one, and another program's are refused unchanged.
 *
 * A commit is on the disk before it returns (write-ahead log, synchronous = FULL): it survives `kill -9` and, if the
 * disk honours flushes, a power cut.
 */
export function openSqlite(file: string): Outcome<Session, StoreProblem> {
  const where = path.resolve(file);
  let database: InstanceType<typeof Database> | undefined;
  try {
    makeFolder(path.dirname(where));
    if (existsSync(where) && isEmptyFile(where)) return failure({ kind: "store-damaged", where, fault: "emptied", detail: "" });
    // SQLite gives its log and its index the rights of the file.
    if (!existsSync(where)) {
      closeSync(openSync(where, "a", 0o600));
      ownedLikeFolder(where);
    }
    if (!hasSqliteHeader(where)) {
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
  const opened = identityOf(where);
  const db = new Kysely<Tables>({
    dialect: new RetryingSqliteDialect(database, () => opened !== null && identityOf(where) === opened),
    plugins: [new CamelCasePlugin()],
  });
  return success({
    db,
    backend: "sqlite",
    where,
    // A write: a full disk still gives, and so does a file that was deleted.
    async ping() {
      const value = String(Date.now());
      await db
        .insertInto("settings")
        .values({ name: "health", value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
      const present = new Set((await db.introspection.getTables()).map(({ name }) => name));
      const missing = tableNames.map(columnCase).filter((table) => !present.has(table));
      if (missing.length > 0) throw new Error(`without its table ${missing.join(", ")}`);
    },
    close: () => db.destroy(),
  });
}

type DatabaseFault = { readonly fault: "damaged" | "not-ours"; readonly detail: string };

function faultOf(database: Database.Database): DatabaseFault | null {
  const tables = rowsOf(database, "select name from sqlite_master where type = 'table' limit 3");
  if (tables.length > 0 && numberOf(database, "pragma application_id") !== applicationId) {
    return { fault: "not-ours", detail: tables.map((row) => String(row["name"])).join(", ") };
  }
  const verdict = String(rowsOf(database, "pragma quick_check(1)")[0]?.["quick_check"]);
  return verdict === "ok" ? null : { fault: "damaged", detail: verdict };
}

function prepareFile(database: Database.Database): void {
  database.exec("pragma journal_mode = wal");
  database.exec("pragma synchronous = full");
  // What was deleted is overwritten, in the file and not only in its index.
  database.exec("pragma secure_delete = on");
  if (numberOf(database, "pragma application_id") !== applicationId) {
    database.exec(`pragma application_id = ${applicationId}`);
  }
  // From here on `begin` waits for other writers itself: SQLite's own wait blocks the whole process.
  database.exec("pragma busy_timeout = 0");
}

function rowsOf(database: Database.Database, query: string): readonly Record<string, unknown>[] {
  return database.prepare(query).all() as Record<string, unknown>[];
}

function numberOf(database: Database.Database, pragma: string): number {
  return Number(Object.values(rowsOf(database, pragma)[0] ?? {})[0]);
}

/** Which file a path leads to; null where it leads to none. */
function identityOf(file: string): string | null {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${String(stats.dev)}:${String(stats.ino)}`;
}

export const isEmptyFile = (file: string): boolean => statSync(file).isFile() && statSync(file).size === 0;

/** Whether the file is empty, which SQLite treats as new, or begins with SQLite's header. */
export function hasSqliteHeader(file: string): boolean {
  const stats = statSync(file);
  if (stats.isDirectory() || stats.size === 0) return stats.size === 0;
  const head = Buffer.alloc(16);
  const handle = openSync(file, "r");
  readSync(handle, head, 0, 16, 0);
  closeSync(handle);
  return head.toString("latin1") === "SQLite format 3\0";
}
