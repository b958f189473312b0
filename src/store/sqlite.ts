import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { CamelCasePlugin, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult, SqliteDatabase, SqliteStatement, TransactionSettings } from "kysely";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** "fTA1": written into the file's header, so that another program's database is never taken for ours. */
const applicationId = 0x66544131;
const patienceMs = 10_000;

/**
 * Opens a SQLite file, making it where there is none. What is already there is looked at before anything is written: a
 * file that is not a database, a damaged one, and another program's are refused untouched.
 *
 * A commit is on the disk before it returns (write-ahead log, synchronous = FULL): it survives `kill -9` and, as far as
 * the disk keeps its promises, a power cut.
 */
export function openSqlite(file: string): Outcome<Session> {
  const where = path.resolve(file);
  let database: InstanceType<typeof Database> | undefined;
  try {
    mkdirSync(path.dirname(where), { recursive: true });
    if (existsSync(where) && !startsLikeSqlite(where)) {
      return failure({ kind: "store-damaged", where, fault: "not-a-database", detail: "" });
    }
    database = new Database(where, { timeout: patienceMs });
    const fault = faultOf(database);
    if (fault !== null) {
      database.close();
      return failure({ kind: "store-damaged", where, ...fault });
    }
    prepareFile(database);
  } catch (error) {
    database?.close();
    return refusal(where, error);
  }
  const db = new Kysely<Tables>({
    dialect: new CarefulSqliteDialect(database),
    plugins: [new CamelCasePlugin()],
  });
  return success({ db, backend: "sqlite", where });
}

type Fault = { readonly fault: "damaged" | "not-ours"; readonly detail: string };

function faultOf(database: Database.Database): Fault | null {
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

function startsLikeSqlite(file: string): boolean {
  if (statSync(file).isDirectory() || statSync(file).size === 0) return statSync(file).size === 0;
  const head = Buffer.alloc(16);
  const handle = openSync(file, "r");
  readSync(handle, head, 0, 16, 0);
  closeSync(handle);
  return head.toString("latin1") === "SQLite format 3\0";
}

/** libsql gives a code with what SQLite says, and only a sentence with the code in it where opening itself failed. */
export function refusal(where: string, error: unknown): ReturnType<typeof failure> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (/NOTADB|CORRUPT/.test(code)) {
    const fault = code.includes("NOTADB") ? "not-a-database" : "damaged";
    return failure({ kind: "store-damaged", where, fault, detail });
  }
  const reason = /READONLY|EROFS/.test(code)
    ? "read-only"
    : /EACCES|EPERM/.test(code)
      ? "not-authorised"
      : /CANTOPEN|ENOTDIR|ENOENT|EEXIST/.test(code) || /ConnectionFailed/.test(detail)
        ? "cannot-open"
        : /BUSY|LOCKED/.test(code)
          ? "busy"
          : "other";
  return failure({ kind: "store-unreachable", where, reason, detail });
}

/** A boolean as a parameter ends the whole process inside libsql (a panic), so it is stopped here, as a bug of ours. */
function withoutBooleans(database: Database.Database): SqliteDatabase {
  const plain = (parameters: readonly unknown[]): unknown[] => {
    if (parameters.some((value) => typeof value === "boolean")) throw new TypeError("a boolean reached SQLite: use 1 or 0");
    return [...parameters];
  };
  return {
    close: () => closeTidily(database),
    prepare(query): SqliteStatement {
      const statement = database.prepare(query);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...plain(parameters)),
        run: (parameters) => statement.run(...plain(parameters)),
        iterate: (parameters) => statement.iterate(...plain(parameters)),
      };
    },
  };
}

/** Moves the write-ahead log into the file first, so that a copy of the file alone is whole. */
function closeTidily(database: Database.Database): void {
  try {
    database.exec("pragma wal_checkpoint(truncate)");
  } catch {
    // Not lost: the log stays beside the file, and the next start reads it.
  }
  database.close();
}

class CarefulSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: withoutBooleans(database) });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new CarefulSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new CarefulSqliteAdapter();
  }
}

class CarefulSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: withoutBooleans(database) });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new CarefulConnection(await super.acquireConnection(), this.#database);
  }

  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await begin(this.#database, settings?.accessMode === "read only" ? "begin" : "begin immediate");
  }
}

/** A write outside a transaction becomes one of its own, so that `begin` is the only statement that has to wait. */
class CarefulConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #database: Database.Database;

  constructor(connection: DatabaseConnection, database: Database.Database) {
    this.#connection = connection;
    this.#database = database;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#database.inTransaction || /^\s*(select|pragma)/i.test(query.sql)) {
      return this.#connection.executeQuery<Row>(query);
    }
    await begin(this.#database, "begin immediate");
    try {
      const result = await this.#connection.executeQuery<Row>(query);
      this.#database.exec("commit");
      return result;
    } catch (error) {
      rollBack(this.#database);
      throw error;
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunk: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunk);
  }
}

/**
 * Begins a transaction, waiting for another process that writes to the file without keeping this one from its other
 * work. One that may write takes the write lock at once: asking for it later can fail half-way.
 *
 * Beware: by `exec`, not by a prepared statement. libsql leaves a statement that met a lock in progress until it is
 * garbage, and until then no transaction of the connection can commit.
 */
async function begin(database: Database.Database, statement: "begin" | "begin immediate"): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      database.exec(statement);
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await setTimeout(1 + Math.random() * 9);
    }
  }
}

/** Some failures, a full disk for one, have ended the transaction already. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec("rollback");
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** SQLite rolls table changes back like any other, so a migration that is killed half-way never happened. */
class CarefulSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
