import type { StoreProblem } from "./problem.ts";
import { createHash } from "node:crypto";
import * as v from "valibot";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { countName } from "./model-requests.ts";
import { DumpError, dumpRows, type DumpRow } from "./read-dump.ts";
import { relations } from "./relations.ts";
import { rowSchemas } from "./row-schemas.ts";
import type { Tables } from "./tables.ts";

/** What all rows of a store or of a backup came to. */
export interface Verification {
  readonly rows: number;
  /** By table, the tables with rows alone. */
  readonly counts: Readonly<Record<string, number>>;
  /** Epoch milliseconds; null where there is none. */
  readonly newestAnswerAt: number | null;
  /** Equal for the same rows, in whichever database and order; without the health endpoint's own row. */
  readonly fingerprint: string;
  readonly faults: readonly RowFault[];
}

/** Rows of one table with the same fault. */
export interface RowFault {
  /** orphan: what it belongs to is missing; unreadable: a column holds what no version writes. */
  readonly kind: "orphan" | "unreadable";
  readonly table: string;
  readonly column: string;
  readonly rows: number;
  /** The first of them: its key, or what is in the column. */
  readonly example: string;
}

/**
 * Reads every row of a dump: are they those that were saved (its counts and SHA-256), can each be read, and is there what
 * each belongs to. Problems: those of a dump that can't be restored.
 */
export async function verifyDump(lines: Iterable<string> | AsyncIterable<string>, where: string): Promise<Outcome<Verification, StoreProblem>> {
  const counts: Record<string, number> = {};
  const ids = { answers: new Set<string>(), checks: new Set<string>() };
  const references = relations.map(() => new Map<string, number>());
  const unreadable = new Map<string, RowFault>();
  let [rows, newestAnswerAt, sum] = [0, null as number | null, 0n];
  try {
    for await (const dumped of dumpRows(lines, where)) {
      const { table, row } = dumped;
      rows += 1;
      counts[table] = (counts[table] ?? 0) + 1;
      const fault = unreadableColumn(dumped);
      if (fault !== null) addFault(unreadable, { ...fault, kind: "unreadable", table, rows: 1 });
      if (table === "answers" || table === "checks") ids[table].add(String(row["id"]));
      if (table === "answers" && typeof row["at"] === "number") newestAnswerAt = Math.max(newestAnswerAt ?? 0, row["at"]);
      noteReferences(dumped, references);
      if (!isPassingRow(dumped)) sum = (sum + rowHash(table, row)) % modulus;
    }
  } catch (error) {
    if (error instanceof DumpError) return failure(error.problem);
    throw error;
  }
  const orphans = relations.flatMap(({ table, column, parent }, index): readonly RowFault[] => {
    const missing = [...(references[index] ?? [])].filter(([id]) => !ids[parent].has(id));
    const [first] = missing;
    return first === undefined ? [] : [{ kind: "orphan", table, column, rows: missing.reduce((all, [, more]) => all + more, 0), example: first[0] }];
  });
  return success({ rows, counts, newestAnswerAt, fingerprint: sum.toString(16).padStart(64, "0"), faults: [...orphans, ...unreadable.values()] });
}

function noteReferences({ table, row }: DumpRow, references: readonly Map<string, number>[]): void {
  for (const [index, relation] of relations.entries()) {
    const value = String(row[relation.column]);
    if (relation.table !== table || !value.startsWith(relation.prefix)) continue;
    const id = value.slice(relation.prefix.length);
    references[index]?.set(id, (references[index].get(id) ?? 0) + 1);
  }
}

function unreadableColumn({ table, row }: DumpRow): Pick<RowFault, "column" | "example"> | null {
  const read = v.safeParse(rowSchemas[table], row);
  if (read.success) return null;
  const column = v.getDotPath(read.issues[0]) ?? "";
  return { column, example: column in row ? JSON.stringify(row[column]).slice(0, 60) : "nothing" };
}

function addFault(faults: Map<string, RowFault>, fault: RowFault): void {
  const key = `${fault.table} ${fault.column}`;
  const earlier = faults.get(key);
  faults.set(key, earlier === undefined ? fault : { ...earlier, rows: earlier.rows + 1 });
}

/** Written at every look at the health endpoint, or with a question to the hosted model: no part of what is kept. */
const isPassingRow = ({ table, row }: DumpRow): boolean => table === "settings" && (row["name"] === "health" || String(row["name"]).startsWith(countName));

const modulus = 2n ** 256n;

/** Summed, so that the order of rows does not count: two servers may sort text differently. */
function rowHash(table: keyof Tables, row: DumpRow["row"]): bigint {
  const columns = Object.keys(row).sort().map((name) => [name, row[name]]);
  return BigInt(`0x${createHash("sha256").update(JSON.stringify([table, columns])).digest("hex")}`);
}
