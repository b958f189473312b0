import type { StoreProblem } from "./problem.ts";
import { existsSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { failure, success } from "../outcome.ts";
import type { Failure, Outcome } from "../outcome.ts";
import { migrate, migrationFailure, newerStoreFailure } from "./migrate.ts";
import { newestMigration } from "./migrations.ts";
import { appliedMigrations, newerMigration } from "./schema-version.ts";
import type { Session } from "./session.ts";
import { openSqlite } from "./sqlite.ts";
import { copySqlite, isOnReadOnlyDisk, type SqliteCopy } from "./sqlite-copy.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import { storeOf, type Store } from "./store.ts";

/**
 * A SQLite file, created if it does not exist, or the address of a PostgreSQL database with the folder for the backup
 * that is made before its tables are changed.
 */
export type StoreAddress = { readonly file: string } | { readonly url: string; readonly backups?: string };

interface OpenOptions {
  /** None is made. Errors: also `store-missing`. */
  readonly mustExist?: boolean;
  /** false: an older version's tables stay as they are; only `dump`, `counts` and `version` are to be used then. */
  readonly migrates?: boolean;
}

/** Opens the store and migrates its tables. Nothing is written to a database that is refused. */
export async function openStore(address: StoreAddress, { mustExist = false, migrates = true }: OpenOptions = {}): Promise<Outcome<Store, StoreProblem>> {
  if (mustExist && "file" in address) {
    const absence = sqliteAbsence(address.file);
    if (absence !== null) return absence;
    if (!migrates && isOnReadOnlyDisk(address.file)) return openCopy(address.file);
  }
  const isNew = "file" in address && !existsSync(address.file);
  const opened = await openSession(address, { mustExist, migrates });
  if (mustExist && !migrates && "file" in address && isWithoutSpace(opened)) return openCopy(address.file);
  // A file without tables would be taken for a store that was emptied when there is space again.
  if (!opened.ok && isNew && "reason" in opened.problem && opened.problem.reason === "full") removeStore(address.file);
  return opened;
}

/** Null where the file is there. What may not be looked at is not absent. */
function sqliteAbsence(file: string): Failure<StoreProblem> | null {
  const where = path.resolve(file);
  try {
    statSync(where);
    return null;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    return code === "ENOENT" || code === "ENOTDIR" ? failure({ kind: "store-missing", where }) : sqliteFailure(where, error);
  }
}

/** SQLite could not make its index beside the file, so no other program has the file open. */
const isWithoutSpace = (opened: Outcome<Store, StoreProblem>): boolean =>
  !opened.ok && opened.problem.kind === "store-unreachable" && (opened.problem.reason === "full" || opened.problem.reason === "io-error");

/** To be read alone, where SQLite itself can't open the file. */
async function openCopy(file: string): Promise<Outcome<Store, StoreProblem>> {
  const where = path.resolve(file);
  let copy: SqliteCopy;
  try {
    copy = copySqlite(where);
  } catch (error) {
    return sqliteFailure(where, error);
  }
  const opened = await openSession({ file: copy.file }, { mustExist: true, migrates: false });
  if (!opened.ok) {
    copy.remove();
    return "where" in opened.problem ? failure({ ...opened.problem, where }) : opened;
  }
  const close = async (): Promise<void> => {
    await opened.value.close();
    copy.remove();
  };
  return success({ ...opened.value, where, close });
}

/** PostgreSQL's driver is loaded where it is used: a start without it is sooner by it. */
async function openSession(address: StoreAddress, options: Required<OpenOptions>): Promise<Outcome<Store, StoreProblem>> {
  const opened = "file" in address ? openSqlite(address.file) : await (await import("./postgres.ts")).openPostgres(address.url);
  if (!opened.ok) return opened;
  const session = opened.value;
  const prepared = await prepareTables(session, address, options).catch((error: unknown) => migrationFailure(session, error));
  if (prepared.ok) return success(storeOf(session, prepared.value));
  await session.close();
  return prepared;
}

/** Removes a SQLite file with its log, of a store that was made for nothing. */
export function removeStore(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
}

/** The version of the tables, as they are then. */
async function prepareTables(session: Session, address: StoreAddress, { mustExist, migrates }: Required<OpenOptions>): Promise<Outcome<string, StoreProblem>> {
  const applied = await appliedMigrations(session.db);
  if (mustExist && applied === null) return failure({ kind: "store-missing", where: session.where });
  if (!migrates) {
    const newer = await newerMigration(session.db);
    return newer === null ? success(applied?.at(-1) ?? "") : newerStoreFailure(session, newer);
  }
  const migrated = await migrate(session, "url" in address ? (address.backups ?? null) : null);
  return migrated.ok ? success(newestMigration) : migrated;
}
