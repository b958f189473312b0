import { setTimeout } from "node:timers/promises";
import { SqliteAdapter, SqliteDialect, SqliteDriver } from "kysely";
import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryResult,
  SqliteDatabase,
  SqliteStatement,
  TransactionSettings,
} from "kysely";
import type Database from "libsql";

import { ProblemError } from "../outcome.ts";
import type { StoreProblem } from "./problem.ts";
import { asUndone } from "./session.ts";

/** How long to wait for another process that is writing to the same file. */
export const busyTimeoutMs = 10_000;

/** Throws for a boolean parameter, a bug of ours: inside libsql it would panic and end the whole process. */
function rejectBooleans(database: Database.Database): SqliteDatabase {
  const withoutBoolean = (parameters: readonly unknown[]): unknown[] => {
    if (parameters.some((value) => typeof value === "boolean")) throw new TypeError("a boolean reached SQLite: use 1 or 0");
    return [...parameters];
  };
  return {
    close: () => checkpointAndClose(database),
    prepare(query): SqliteStatement {
      const statement = database.prepare(query);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...withoutBoolean(parameters)),
        run: (parameters) => statement.run(...withoutBoolean(parameters)),
        iterate: (parameters) => statement.iterate(...withoutBoolean(parameters)),
      };
    },
  };
}

/** Moves the write-ahead log into the file before closing, so that a copy of the file alone is complete. */
function checkpointAndClose(database: Database.Database): void {
  try {
    database.exec("pragma wal_checkpoint(truncate)");
  } catch {
    // Nothing is lost: the log remains beside the file, and the next start reads it.
  }
  database.close();
}

/**
 * Kysely's SQLite dialect over libsql, with fixes for three failures under load, and for a file that was taken away:
 * SQLite goes on writing into what nobody can open any more. `isInPlace` says whether the path still leads to the file.
 */
export class RetryingSqliteDialect extends SqliteDialect {
  readonly #database: GuardedDatabase;

  constructor(database: Database.Database, isInPlace: () => boolean) {
    super({ database: rejectBooleans(database) });
    this.#database = { database, isInPlace };
  }

  override createDriver(): Driver {
    return new RetryingSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

interface GuardedDatabase {
  readonly database: Database.Database;
  readonly isInPlace: () => boolean;
}

class RetryingSqliteDriver extends SqliteDriver {
  readonly #guarded: GuardedDatabase;

  constructor(guarded: GuardedDatabase) {
    super({ database: rejectBooleans(guarded.database) });
    this.#guarded = guarded;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RetryingConnection(await super.acquireConnection(), this.#guarded);
  }

  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await begin(this.#guarded, settings?.accessMode === "read only" ? "begin" : "begin immediate");
  }

  override commitTransaction(): Promise<void> {
    return Promise.resolve().then(() => {
      try {
        return asStoreProblem(() => void this.#guarded.database.exec("commit"));
      } catch (error) {
        // A log that had no space for its last page holds no commit; one that could not be flushed may hold it.
        throw isRefused(error) ? asUndone(error) : error;
      }
    });
  }

  /** Nothing to do where the failure has ended the transaction already; a `rollback` then would hide its reason. */
  override rollbackTransaction(): Promise<void> {
    rollBack(this.#guarded.database);
    return Promise.resolve();
  }
}

/** Wraps a write outside a transaction in one, so that `begin` is the only statement that has to wait. */
class RetryingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #guarded: GuardedDatabase;

  constructor(connection: DatabaseConnection, guarded: GuardedDatabase) {
    this.#connection = connection;
    this.#guarded = guarded;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { database } = this.#guarded;
    if (database.inTransaction || /^\s*(select|pragma)/i.test(query.sql)) {
      // Kysely's connection throws before it returns a promise.
      return asStoreProblem(() => this.#connection.executeQuery<Row>(query));
    }
    await begin(this.#guarded, "begin immediate");
    try {
      const result = await this.#connection.executeQuery<Row>(query);
      database.exec("commit");
      return result;
    } catch (error) {
      rollBack(database);
      return throwStoreProblem(error);
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunk: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunk);
  }
}

/**
 * Begins a transaction, waiting for a writing process without blocking the event loop. A transaction that may write
 * takes the write lock at once: taking it later can fail half-way.
 *
 * Beware: it must use `exec`, not a prepared statement. In libsql a statement that met a lock stays in progress until
 * it is garbage-collected, and until then no transaction of the connection can commit.
 */
async function begin({ database, isInPlace }: GuardedDatabase, statement: "begin" | "begin immediate"): Promise<void> {
  if (!isInPlace()) throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "gone" }, "SQLite's file was moved, deleted or replaced");
  const deadline = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      database.exec(statement);
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throwStoreProblem(error);
      await setTimeout(1 + Math.random() * 9);
    }
  }
}

/** Rolls back, unless the failure (a full disk, for example) has already ended the transaction. */
function rollBack(database: Database.Database): void {
  if (database.inTransaction) database.exec("rollback");
}

function asStoreProblem<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    return throwStoreProblem(error);
  }
}

/** A full disk, a disk that became read-only or a lock of another program is the host's affair and passes: a problem, no bug. */
function throwStoreProblem(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/BUSY|LOCKED/u.test(code)) throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "locked" }, "SQLite's file is locked", { cause: error });
  if (/FULL|IOERR/u.test(code)) throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "full" }, "SQLite can't write", { cause: error });
  if (/READONLY|CANTOPEN|PERM|AUTH/u.test(code)) throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "read-only" }, "SQLite's file takes no changes", { cause: error });
  throw error;
}

/** By SQLite itself, before the commit was on the disk: full, or locked. */
const isRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.cause instanceof Error && "code" in error.cause && /^SQLITE_(?:FULL|BUSY|LOCKED)/u.test(String(error.cause.code));

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** SQLite's table changes are transactional, so a migration that is killed half-way is rolled back. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
