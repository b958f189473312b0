import { createHash } from "node:crypto";
import * as v from "valibot";
import { appliedMigrations } from "./schema-version.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

/** Every table with its key's columns, which give the order of its rows in a dump. */
export const primaryKeys: { readonly [Table in keyof Tables]: readonly (keyof Tables[Table] & string)[] } = {
  settings: ["name"],
  courses: ["guild"],
  checks: ["id"],
  corrections: ["checkId", "revision"],
  extensions: ["checkId", "person"],
  answers: ["id"],
  answerParts: ["answerId", "position"],
  progress: ["item", "person", "variant"],
  roster: ["guild", "canvasId"],
  questions: ["id"],
  audit: ["id"],
  checkChanges: ["id"],
  keptGrades: ["checkId", "holder"],
  forgetRequests: ["person", "checkId"],
  posts: ["id"],
  terms: ["guild"],
  drafts: ["id"],
  accommodations: ["guild", "person"],
  reminders: ["id"],
  answerReminders: ["id"],
  answerReminderStops: ["person"],
  courseFacts: ["guild", "topic"],
  unclearQuestions: ["id"],
};

export const tableNames = Object.keys(primaryKeys) as readonly (keyof Tables)[];

/** The first line identifies a dump; between it and the last is one row per line. */
interface DumpHeader {
  readonly dump: "factor-ta";
  readonly version: string;
}

/** The last line: what all lines before it must come to. Dumps of 0.1.0 have the number of rows alone. */
export const dumpEnd = v.object({
  end: v.literal(true),
  rows: v.number(),
  counts: v.record(v.string(), v.number()),
  /** SHA-256 of the lines before it, each with its line end. */
  sha256: v.string(),
});

/** The SHA-256 of lines as they come. */
export function lineHash(): { add(line: string): void; digest(): string } {
  const hash = createHash("sha256");
  return {
    add: (line) => void hash.update(line).update("\n"),
    digest: () => hash.digest("hex"),
  };
}

const batchSize = 1000;

/** As the database writes it: "answer_parts". */
export const columnCase = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A consistent snapshot of the whole store as lines of JSON, without line ends: of the version that its tables have. */
export async function* dump(session: Session): AsyncGenerator<string, void, undefined> {
  const transaction = session.db.startTransaction().setAccessMode("read only");
  const db = await (session.backend === "postgres" ? transaction.setIsolationLevel("repeatable read") : transaction).execute();
  const hash = lineHash();
  const hashed = (value: object): string => {
    const line = JSON.stringify(value);
    hash.add(line);
    return line;
  };
  try {
    const header: DumpHeader = { dump: "factor-ta", version: (await appliedMigrations(db))?.at(-1) ?? "" };
    const present = new Set((await db.introspection.getTables()).map(({ name }) => name));
    yield hashed(header);
    let rows = 0;
    const counts: Record<string, number> = {};
    for (const table of tableNames) {
      if (!present.has(columnCase(table))) continue;
      for (let start = 0; ; start += batchSize) {
        let query = db.selectFrom(table).selectAll().limit(batchSize).offset(start);
        for (const column of primaryKeys[table]) query = query.orderBy(db.dynamic.ref(column));
        const batch = await query.execute();
        for (const row of batch) yield hashed({ table, row });
        rows += batch.length;
        counts[table] = (counts[table] ?? 0) + batch.length;
        if (batch.length < batchSize) break;
      }
    }
    const end: v.InferOutput<typeof dumpEnd> = { end: true, rows, counts, sha256: hash.digest() };
    yield JSON.stringify(end);
  } finally {
    await db.rollback().execute();
  }
}
