import { regradesOf } from "./check-changes.ts";
import type { Correction } from "./check-records.ts";
import { jsonOf } from "./rows.ts";
import type { QueryRunner } from "./session.ts";

/** The corrections of a check with what each came after, oldest first. Of one that an earlier version made, nobody noted that: it came after the one before. */
export async function corrections(db: QueryRunner, check: string): Promise<readonly Correction[]> {
  const rows = await db.selectFrom("corrections").selectAll().where("checkId", "=", check).orderBy("revision").execute();
  const noted = [...(await regradesOf(db, check))];
  return rows.map(({ revision, correction, reason, madeBy, madeAt }, index) => {
    const at = noted.findIndex((change) => change.at === madeAt);
    const [change] = at < 0 ? [] : noted.splice(at, 1);
    const earlier = change === undefined ? (rows[index - 1]?.correction ?? null) : change.earlier;
    return { revision, correction: jsonOf(correction), earlier: jsonOf(earlier), undoneAt: change?.undoneAt ?? null, reason, by: madeBy, at: madeAt };
  });
}
