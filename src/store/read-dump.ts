import type { StoreProblem } from "./problem.ts";
import { lineHash, tableNames } from "./dump.ts";
import { migrations, newestMigration } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** One row of a dump. */
export interface DumpRow {
  /** Of the line in the dump, from 1. */
  readonly line: number;
  readonly text: string;
  readonly table: keyof Tables;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** Carries a problem out of a loop or a transaction, which the throw rolls back. */
export class DumpError extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

type DumpFault = Extract<StoreProblem, { kind: "bad-dump" }>["fault"];

export const dumpError = (line: number, fault: DumpFault, detail: string): DumpError =>
  new DumpError({ kind: "bad-dump", line, fault, detail: detail.slice(0, 200) });

/**
 * The rows of a dump in its order. Throws DumpError at the line that is none, and at the end where lines are missing or
 * are not those that were saved.
 */
export async function* dumpRows(
  lines: Iterable<string> | AsyncIterable<string>,
  where: string,
): AsyncGenerator<DumpRow, void, undefined> {
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
      yield rowOf(line, number, text);
      rows += 1;
    }
  }
  if (number === 0) throw dumpError(1, "not-a-dump", "");
  if (endLine?.["rows"] !== rows) throw dumpError(number, "cut-short", `${rows} rows`);
  // A dump of 0.1.0 has no checksum.
  if (endLine["sha256"] !== undefined && endLine["sha256"] !== hash.digest()) throw dumpError(number, "tampered", "");
  if (rows === 0) throw dumpError(number, "empty", "");
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
  if (!(version in migrations)) throw new DumpError({ kind: "store-newer", where, found: version, known: newestMigration });
}

function rowOf({ table, row }: Line, line: number, text: string): DumpRow {
  const name = tableNames.find((known) => known === table);
  if (name === undefined || !isLine(row)) throw dumpError(line, "not-a-row", text);
  if (!isSqlRow(row)) throw dumpError(line, "does-not-fit", text);
  return { line, text, table: name, row };
}

const isSqlRow = (row: Line): row is DumpRow["row"] =>
  Object.values(row).every((value) => value === null || typeof value === "string" || typeof value === "number");
