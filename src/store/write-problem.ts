import type { StoreProblem } from "./problem.ts";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { migrationFailure } from "./migrate.ts";
import { appliedMigrations } from "./schema-version.ts";
import { openSqlite } from "./sqlite.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import type { StoreAddress } from "./open-store.ts";

/** More than a write that is rolled back can keep in SQLite's memory: some of it goes to the disk. */
const probeBytes = 200_000;

/**
 * Why the store does not take what a bot writes, null where it does: by one write that is rolled back, where there are
 * tables, else by making one (PostgreSQL), or by the rights of the folder in which a SQLite file would be made.
 */
export async function writeProblem(address: StoreAddress): Promise<StoreProblem | null> {
  if ("file" in address && !existsSync(address.file)) return folderProblem(address.file);
  const opened = "file" in address ? openSqlite(address.file) : await (await import("./postgres.ts")).openPostgres(address.url);
  if (!opened.ok) return opened.problem;
  const session = opened.value;
  try {
    const isNew = (await appliedMigrations(session.db)) === null;
    if (session.backend === "sqlite") await sql`pragma cache_size = 10`.execute(session.db);
    const transaction = await session.db.startTransaction().execute();
    try {
      if (isNew) await sql`create table factor_ta_write_probe (id integer)`.execute(transaction);
      else await transaction.insertInto("settings").values({ name: "write-probe", value: "x".repeat(probeBytes) }).execute();
    } finally {
      await transaction.rollback().execute();
    }
    return null;
  } catch (error) {
    const failed = migrationFailure(session, error);
    return failed.ok ? null : failed.problem;
  } finally {
    await session.close();
  }
}

/** Of a file that is to be made: the nearest folder that is there must take it. */
function folderProblem(file: string): StoreProblem | null {
  let folder = path.dirname(path.resolve(file));
  while (!existsSync(folder) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return sqliteFailure(path.resolve(file), error).problem;
  }
}
