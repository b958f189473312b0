import type { StoreProblem } from "./problem.ts";
import { sql } from "kysely";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { primaryKeys, tableNames } from "./dump.ts";
import { DumpError, dumpError, dumpRows } from "./read-dump.ts";
import { relations } from "./relations.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

export interface RestoreResult {
  readonly rows: number;
}

/**
 * Restores a dump in one transaction: an invalid line, or a truncated dump, leaves the store unchanged. A dump of an
 * older version is accepted: newer columns get their migration's default.
 */
export async function restore(
  session: Session,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<Outcome<RestoreResult, StoreProblem>> {
  try {
    return await inTransaction(session, [exclusive("restore")], async (db) => {
      const usedTable = await firstUsedTable(db);
      if (usedTable !== null) throw new DumpError({ kind: "store-not-empty", where: session.where, table: usedTable });
      // Created by opening the store; the dump has its own, from which the variants were drawn.
      await db.deleteFrom("settings").execute();
      return success({ rows: await insertLines(db, lines, session.where) });
    });
  } catch (error) {
    if (error instanceof DumpError) return failure(error.problem);
    throw error;
  }
}

async function firstUsedTable(db: QueryRunner): Promise<string | null> {
  for (const table of tableNames) {
    if (table === "settings") continue;
    const row = await db.selectFrom(table).select(db.dynamic.ref(primaryKeys[table][0] ?? "")).limit(1).executeTakeFirst();
    if (row !== undefined) return table;
  }
  return null;
}

async function insertLines(
  db: QueryRunner,
  lines: Iterable<string> | AsyncIterable<string>,
  where: string,
): Promise<number> {
  let [rows, last] = [0, 0];
  for await (const { line, table, row } of dumpRows(lines, where)) {
    try {
      await db.insertInto(table).values(row).execute();
    } catch (error) {
      throw dumpError(line, "does-not-fit", error instanceof Error ? error.message : String(error));
    }
    [rows, last] = [rows + 1, line];
  }
  const orphan = await firstOrphan(db);
  if (orphan !== null) throw dumpError(last + 1, "orphaned", orphan);
  return rows;
}

/** A row whose parent is not there: the tables have no foreign keys, so a dump with lines taken out would fit. */
async function firstOrphan(db: QueryRunner): Promise<string | null> {
  for (const { table, column, prefix, parent } of relations.filter(({ essential }) => essential)) {
    const { rows } = await sql<{ found: string }>`
      select ${sql.ref(column)} as found from ${sql.table(table)}
      where ${sql.ref(column)} like ${`${prefix}%`} and substr(${sql.ref(column)}, ${sql.lit(prefix.length + 1)}) not in (select id from ${sql.table(parent)}) limit 1`.execute(db);
    const found = rows[0]?.found;
    if (found !== undefined) return found;
  }
  return null;
}
