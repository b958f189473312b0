import { sql } from "kysely";
import { migrations } from "./migrations.ts";
import type { QueryRunner } from "./session.ts";

/** The migrations that a database has had, in their order; null where this program has made no tables there. */
export async function appliedMigrations(db: QueryRunner): Promise<readonly string[] | null> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === "kysely_migration")) return null;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The first migration in the database that this version does not have. */
export async function newerMigration(db: QueryRunner): Promise<string | null> {
  return (await appliedMigrations(db))?.find((name) => !(name in migrations)) ?? null;
}
