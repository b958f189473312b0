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

/** How long to wait for another process that writes to the same file. */
export const busyTimeoutMs = 10_000;

/** A boolean as a parameter ends the whole process inside libsql (a panic), so it is stopped here, as a bug of ours. */
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

/** Moves the write-ahead log into the file first, so that a copy of the file alone is whole. */
function checkpointAndClose(database: Database.Database): void {
  try {
    database.exec("pragma wal_checkpoint(truncate)");
  } catch {
    // Not lost: the log stays beside the file, and the next start reads it.
  }
  database.close();
}

/** Kysely's SQLite over libsql, with the three things that would otherwise go wrong under load seen to. */
export class RetryingSqliteDialect extends SqliteDialect {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: rejectBooleans(database) });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new RetryingSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalDdlAdapter();
  }
}

class RetryingSqliteDriver extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    super({ database: rejectBooleans(database) });
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new RetryingConnection(await super.acquireConnection(), this.#database);
  }

  override async beginTransaction(_: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    await begin(this.#database, settings?.accessMode === "read only" ? "begin" : "begin immediate");
  }
}

/** A write outside a transaction becomes one of its own, so that `begin` is the only statement that has to wait. */
class RetryingConnection implements DatabaseConnection {
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
  const deadline = performance.now() + busyTimeoutMs;
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
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
