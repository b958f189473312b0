import type { StoreProblem } from "./problem.ts";
import { sql } from "kysely";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { lineHash, primaryKeys, tableNames } from "./dump.ts";
import { migrations, newestMigration } from "./migrations.ts";
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
      if (usedTable !== null) throw new RestoreError({ kind: "store-not-empty", where: session.where, table: usedTable });
      // Created by opening the store; the dump has its own, from which the variants were drawn.
      await db.deleteFrom("settings").execute();
      return success({ rows: await insertLines(db, lines, session.where) });
    });
  } catch (error) {
    if (error instanceof RestoreError) return failure(error.problem);
    throw error;
  }
}

/** Carries a problem out of the transaction, which the throw rolls back. */
class RestoreError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

type DumpFault = Extract<StoreProblem, { kind: "bad-dump" }>["fault"];

const dumpError = (line: number, fault: DumpFault, detail: string): RestoreError =>
  new RestoreError({ kind: "bad-dump", line, fault, detail: detail.slice(0, 200) });

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
  let number = 0;
  let rows = 0;
  let endLine: Line | null = null;
  const hash = lineHash();
  for await (const text of lines) {
    number += 1;
    if (text.trim() === "") continue;
    if (endLine !== null) throw dumpError(number, "not-a-row", text);
    const line = lineOf(text, number);
    if (line["end"] !== true) hash.add(text);
    if (number === 1) checkHeader(line, where);
    else if (line["end"] === true) endLine = line;
    else {
      await insert(db, line, number, text);
      rows += 1;
    }
  }
  if (number === 0) throw dumpError(1, "not-a-dump", "");
  if (endLine?.["rows"] !== rows) throw dumpError(number, "cut-short", `${rows} rows`);
  // A dump of 0.1.0 has no checksum.
  if (endLine["sha256"] !== undefined && endLine["sha256"] !== hash.digest()) throw dumpError(number, "tampered", "");
  if (rows === 0) throw dumpError(number, "empty", "");
  const orphan = await firstOrphan(db);
  if (orphan !== null) throw dumpError(number, "orphaned", orphan);
  return rows;
}

/** A row whose parent is not there: the tables have no foreign keys, so a dump with lines taken out would fit. */
async function firstOrphan(db: QueryRunner): Promise<string | null> {
  const orphans = [
    sql<{ found: string }>`select answer_id as found from answer_parts where answer_id not in (select id from answers) limit 1`,
    sql<{ found: string }>`select item as found from answers where item like 'check/%' and substr(item, 7) not in (select id from checks) limit 1`,
    sql<{ found: string }>`select check_id as found from corrections where check_id not in (select id from checks) limit 1`,
    sql<{ found: string }>`select check_id as found from extensions where check_id not in (select id from checks) limit 1`,
  ];
  for (const query of orphans) {
    const found = (await query.execute(db)).rows[0]?.found;
    if (found !== undefined) return found;
  }
  return null;
}

type Line = Readonly<Record<string, unknown>>;

const isLine = (value: unknown): value is Line => typeof value === "object" && value !== null && !Array.isArray(value);

function lineOf(text: string, number: number): Line {
  try {
    const value: unknown = JSON.parse(text);
    if (isLine(value)) return value;
  } catch {
    // Reported below, with the line's number.
  }
  throw dumpError(number, number === 1 ? "not-a-dump" : "not-a-row", text);
}

function checkHeader({ dump, version }: Line, where: string): void {
  if (dump !== "factor-ta" || typeof version !== "string") throw dumpError(1, "not-a-dump", "");
  if (!(version in migrations)) throw new RestoreError({ kind: "store-newer", where, found: version, known: newestMigration });
}

async function insert(db: QueryRunner, { table, row }: Line, number: number, text: string): Promise<void> {
  const name = tableNames.find((known) => known === table);
  if (name === undefined || !isLine(row)) throw dumpError(number, "not-a-row", text);
  if (!Object.values(row).every(isSqlValue)) throw dumpError(number, "does-not-fit", text);
  try {
    await db.insertInto(name).values(row).execute();
  } catch (error) {
    throw dumpError(number, "does-not-fit", error instanceof Error ? error.message : String(error));
  }
}

const isSqlValue = (value: unknown): boolean => value === null || typeof value === "string" || typeof value === "number";
