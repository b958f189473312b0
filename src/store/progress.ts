import type { Progress } from "./records.ts";
import { progressOf } from "./rows.ts";
import { alone, atomically } from "./session.ts";
import type { Queries, Session } from "./session.ts";
import type { ProgressTable } from "./tables.ts";

/** Whose work on which variant of what: an item as `itemText` writes it. */
export interface ProgressKey {
  readonly item: string;
  readonly person: string;
  readonly variant: string;
}

async function progressRow(db: Queries, key: ProgressKey): Promise<ProgressTable> {
  const row = await db
    .selectFrom("progress")
    .selectAll()
    .where("item", "=", key.item)
    .where("person", "=", key.person)
    .where("variant", "=", key.variant)
    .executeTakeFirst();
  return row ?? { ...key, hints: 0, twinAt: null, gaveUpAt: null, touchedAt: 0 };
}

export const progressAt = async (db: Queries, key: ProgressKey): Promise<Progress> =>
  progressOf(await progressRow(db, key));

/** Takes one step in a person's work, the first one too. */
export async function advance(
  session: Session,
  key: ProgressKey,
  at: number,
  step: (row: ProgressTable) => Partial<ProgressTable>,
): Promise<Progress> {
  return atomically(session, [alone(`person/${key.person}`)], async (db) => {
    const before = await progressRow(db, key);
    const row = { ...before, ...step(before), touchedAt: at };
    await db
      .insertInto("progress")
      .values(row)
      .onConflict((conflict) => conflict.columns(["item", "person", "variant"]).doUpdateSet(row))
      .execute();
    return progressOf(row);
  });
}
