import type { Check } from "./check-records.ts";
import { checkOf } from "./rows.ts";
import type { QueryRunner } from "./session.ts";

export async function findCheck(db: QueryRunner, id: string): Promise<Check | null> {
  const row = await db.selectFrom("checks").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : checkOf(row);
}
