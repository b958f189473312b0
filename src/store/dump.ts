import { newestMigration } from "./migrations.ts";
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
  posts: ["id"],
};

export const tableNames = Object.keys(primaryKeys) as readonly (keyof Tables)[];

/** The first line identifies a dump, the last has its number of rows; between them is one row per line. */
export interface DumpHeader {
  readonly dump: "factor-ta";
  readonly version: string;
}

export interface DumpEnd {
  readonly end: true;
  readonly rows: number;
}

const batchSize = 1000;

/** A consistent snapshot of the whole store as lines of JSON, without line ends. */
export async function* dump(session: Session): AsyncGenerator<string, void, undefined> {
  const transaction = session.db.startTransaction().setAccessMode("read only");
  const db = await (session.backend === "postgres" ? transaction.setIsolationLevel("repeatable read") : transaction).execute();
  try {
    const header: DumpHeader = { dump: "factor-ta", version: newestMigration };
    yield JSON.stringify(header);
    let rows = 0;
    for (const table of tableNames) {
      for (let start = 0; ; start += batchSize) {
        let query = db.selectFrom(table).selectAll().limit(batchSize).offset(start);
        for (const column of primaryKeys[table]) query = query.orderBy(db.dynamic.ref(column));
        const batch = await query.execute();
        for (const row of batch) yield JSON.stringify({ table, row });
        rows += batch.length;
        if (batch.length < batchSize) break;
      }
    }
    const end: DumpEnd = { end: true, rows };
    yield JSON.stringify(end);
  } finally {
    await db.rollback().execute();
  }
}
