import type { StoreProblem } from "./problem.ts";
import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { Migrator, sql } from "kysely";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { ownedLikeFolder } from "../owned-like-folder.ts";
import { migrations, newestMigration } from "./migrations.ts";
import { busyTimeoutMs } from "./retrying-sqlite-dialect.ts";
import type { QueryRunner, Session } from "./session.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

/**
 * Migrates the tables to this version, in one transaction, under a lock: processes that start at the same time take
 * turns, and all but the first have nothing to do. The database of a newer version is refused unchanged; of an older one
 * in a SQLite file a copy is kept beside it, for the way back to the older program.
 */
export async function migrate(session: Session): Promise<Outcome<null, StoreProblem>> {
  try {
    const newer = await newerMigration(session.db);
    if (newer !== null) return newerStoreFailure(session, newer);
    if (session.backend === "sqlite" && (await isOlder(session.db))) saveBeforeMigration(session.where);
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

/** Whether its tables are an older version's. */
async function isOlder(db: QueryRunner): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.length > 0 && !rows.some(({ name }) => name === newestMigration);
}

/** A whole copy by SQLite itself, in a connection of its own: a copy of the file alone would lack the log's rows. */
function saveBeforeMigration(where: string): void {
  const copy = `${where}.before-${newestMigration}`;
  if (existsSync(copy)) return;
  const unfinished = `${copy}.${String(process.pid)}.unfinished`;
  rmSync(unfinished, { force: true });
  closeSync(openSync(unfinished, "wx", 0o600));
  ownedLikeFolder(unfinished);
  const database = new Database(where, { timeout: busyTimeoutMs });
  try {
    database.prepare("vacuum into ?").run(unfinished);
  } finally {
    database.close();
  }
  renameSync(unfinished, copy);
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
  if (code.startsWith("SQLITE_") || (session.backend === "sqlite" && /^E[A-Z]+$/u.test(code))) return sqliteFailure(where, error);
  throw error;
}
