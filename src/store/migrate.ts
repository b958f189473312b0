import type { StoreProblem } from "./problem.ts";
import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Migrator } from "kysely";
import Database from "libsql";

import { failure, ProblemError, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { ownedLikeFolder } from "../owned-like-folder.ts";
import { dump } from "./dump.ts";
import { migrations, newestMigration } from "./migrations.ts";
import { writeNewFile } from "./new-file.ts";
import { busyTimeoutMs } from "./retrying-sqlite-dialect.ts";
import { appliedMigrations, newerMigration } from "./schema-version.ts";
import type { QueryRunner, Session } from "./session.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import { writeLines } from "./write-lines.ts";

/**
 * Migrates the tables to this version, in one transaction, under a lock: processes that start at the same time take
 * turns, and all but the first have nothing to do. The database of a newer version is refused unchanged. Of an older one
 * what was in it is kept first: a copy beside a SQLite file, a backup of PostgreSQL in the folder named.
 */
export async function migrate(session: Session, backupFolder: string | null = null): Promise<Outcome<null, StoreProblem>> {
  try {
    const newer = await newerMigration(session.db);
    if (newer !== null) return newerStoreFailure(session, newer);
    if (await isOlder(session.db)) {
      const kept = await keepOlder(session, backupFolder);
      if (!kept.ok) return kept;
    }
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
  const applied = await appliedMigrations(db);
  return applied !== null && applied.length > 0 && !applied.includes(newestMigration);
}

/** What was in the tables before they are changed, for the way back to the older program. */
async function keepOlder(session: Session, backupFolder: string | null): Promise<Outcome<null, StoreProblem>> {
  if (session.backend === "sqlite") saveBeforeMigration(session.where);
  else if (backupFolder !== null) {
    const file = path.join(backupFolder, `before-${newestMigration}-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.jsonl`);
    const saved = await writeNewFile(file, async (unfinished) => {
      await writeLines(dump(session), unfinished);
    });
    if (!saved.ok) return saved;
  }
  return success(null);
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

export function newerStoreFailure(session: Session, found: string): Outcome<never, StoreProblem> {
  return failure({ kind: "store-newer", where: session.where, found, known: newestMigration });
}

/** Why the tables of an opened database can't be looked at or changed. */
export function migrationFailure(session: Session, thrown: unknown): Outcome<never, StoreProblem> {
  // What is "try again" for a running bot is at its start the database's own words.
  const error = thrown instanceof ProblemError && thrown.cause !== undefined ? thrown.cause : thrown;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  const { where } = session;
  const tableExists = code === "42P07";
  if (tableExists) return failure({ kind: "store-damaged", where, fault: "not-ours", detail });
  if (code === "42501") return failure({ kind: "store-unreachable", where, reason: "no-rights", detail });
  if (code === "25006") return failure({ kind: "store-unreachable", where, reason: "takes-no-changes", detail });
  if (code.startsWith("SQLITE_") || (session.backend === "sqlite" && /^E[A-Z]+$/u.test(code))) return sqliteFailure(where, error);
  if (thrown instanceof ProblemError) return failure((thrown as ProblemError<StoreProblem>).problem);
  throw error;
}
