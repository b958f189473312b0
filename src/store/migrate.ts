import type { StoreProblem } from "./problem.ts";
import { Migrator, sql } from "kysely";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { migrations, newestMigration } from "./migrations.ts";
import type { QueryRunner, Session } from "./session.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

/**
 * Migrates the tables to this version, in one transaction, under a lock: processes that start at the same time take
 * turns, and all but the first have nothing to do. The database of a newer version is refused unchanged.
 */
export async function migrate(session: Session): Promise<Outcome<null, StoreProblem>> {
  try {
    const newer = await newerMigration(session.db);
    if (newer !== null) return newerStoreFailure(session, newer);
    const { error } = await new Migrator({
      db: session.db,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    }).migrateToLatest();
    if (error === undefined) return success(null);
    // A process of a newer version may have migrated it since the check above.
    const newerMeanwhile = await newerMigration(session.db);
    if (newerMeanwhile !== null) return newerStoreFailure(session, newerMeanwhile);
    return migrationFailure(session, error);
  } catch (error) {
    return migrationFailure(session, error);
  }
}

/** Whether this program has made its tables there. */
export async function hasTables({ db }: Session): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some((table) => table.name === "kysely_migration");
}

/** The first migration in the database that this version does not have. */
async function newerMigration(db: QueryRunner): Promise<string | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return null;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.find(({ name }) => !(name in migrations))?.name ?? null;
}

function newerStoreFailure(session: Session, found: string): Outcome<null, StoreProblem> {
  return failure({ kind: "store-newer", where: session.where, found, known: newestMigration });
}

function migrationFailure(session: Session, error: unknown): Outcome<null, StoreProblem> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  const { where } = session;
  const tableExists = code === "42P07";
  const mayNotCreate = code === "42501" || code === "25006";
  if (tableExists) return failure({ kind: "store-damaged", where, fault: "not-ours", detail });
  if (mayNotCreate) return failure({ kind: "store-unreachable", where, reason: "read-only", detail });
  if (code.startsWith("SQLITE_")) return sqliteFailure(where, error);
  throw error;
}
