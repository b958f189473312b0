import { groupBy } from "./group-by.ts";
import type { Answer } from "./answer-records.ts";
import { answerOf } from "./rows.ts";
import type { QueryRunner } from "./session.ts";

/** Answers with their parts, oldest first. */
export async function selectAnswers(
  db: QueryRunner,
  filter: { readonly item?: string; readonly person?: string; readonly interaction?: string },
): Promise<readonly Answer[]> {
  let query = db.selectFrom("answers");
  if (filter.item !== undefined) query = query.where("item", "=", filter.item);
  if (filter.person !== undefined) query = query.where("person", "=", filter.person);
  if (filter.interaction !== undefined) query = query.where("interaction", "=", filter.interaction);
  const rows = await query.selectAll().orderBy("at").orderBy("id").execute();
  const parts = await db
    .selectFrom("answerParts")
    .selectAll()
    .where("answerId", "in", query.select("id"))
    .orderBy("answerId")
    .orderBy("position")
    .execute();
  const partsOf = groupBy(parts, (part) => part.answerId);
  return rows.map((row) => answerOf(row, partsOf.get(row.id) ?? []));
}
