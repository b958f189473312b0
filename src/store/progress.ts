import type { Progress } from "./answer-records.ts";
import { progressOf } from "./rows.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import type { ProgressTable } from "./check-tables.ts";

/** A person's work on a variant of an item; the item as `itemText` writes it. */
interface ProgressKey {
  readonly item: string;
  readonly person: string;
  readonly variant: string;
}

async function progressRow(db: QueryRunner, key: ProgressKey): Promise<ProgressTable> {
  const row = await db
    .selectFrom("progress")
    .selectAll()
    .where("item", "=", key.item)
    .where("person", "=", key.person)
    .where("variant", "=", key.variant)
    .executeTakeFirst();
  return row ?? { ...key, hints: 0, twinAt: null, gaveUpAt: null, touchedAt: 0 };
}

export const findProgress = async (db: QueryRunner, key: ProgressKey): Promise<Progress> =>
  progressOf(await progressRow(db, key));

/** Updates a person's progress, creating its row if there is none. */
export async function updateProgress(
  session: Session,
  key: ProgressKey,
  at: number,
  update: (row: ProgressTable) => Partial<ProgressTable>,
): Promise<Progress> {
  return inTransaction(session, [exclusive(`person/${key.person}`)], async (db) => {
    const before = await progressRow(db, key);
    const row = { ...before, ...update(before), touchedAt: at };
    await db
      .insertInto("progress")
      .values(row)
      .onConflict((conflict) => conflict.columns(["item", "person", "variant"]).doUpdateSet(row))
      .execute();
    return progressOf(row);
  });
}
