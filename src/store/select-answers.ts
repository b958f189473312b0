import { groupBy } from "./group-by.ts";
import type { Answer } from "./records.ts";
import { answerOf } from "./rows.ts";
import type { Queries } from "./session.ts";

/** Answers with their parts, oldest first. */
export async function selectAnswers(
  db: Queries,
  by: { readonly item?: string; readonly person?: string; readonly interaction?: string },
): Promise<readonly Answer[]> {
  let wanted = db.selectFrom("answers");
  if (by.item !== undefined) wanted = wanted.where("item", "=", by.item);
  if (by.person !== undefined) wanted = wanted.where("person", "=", by.person);
  if (by.interaction !== undefined) wanted = wanted.where("interaction", "=", by.interaction);
  const rows = await wanted.selectAll().orderBy("at").orderBy("id").execute();
  const parts = await db
    .selectFrom("answerParts")
    .selectAll()
    .where("answerId", "in", wanted.select("id"))
    .orderBy("answerId")
    .orderBy("position")
    .execute();
  const partsOf = groupBy(parts, (part) => part.answerId);
  return rows.map((row) => answerOf(row, partsOf.get(row.id) ?? []));
}
