import type { Check } from "./check-records.ts";
import { checkOf } from "./rows.ts";
import type { QueryRunner } from "./session.ts";

/** The checks of a server, or of all, that the class, or a student with an extension, may still answer. */
export async function openChecks(db: QueryRunner, guild: string | null, at: number): Promise<readonly Check[]> {
  const checks = db.selectFrom("checks").selectAll();
  const rows = await (guild === null ? checks : checks.where("guild", "=", guild))
    .where("voidedAt", "is", null)
    .where((where) => where.or([where("opensAt", "<=", at), where("message", "is not", null)]))
    .where((where) =>
      where.or([
        where.and([
          where("closedAt", "is", null),
          where.or([where("closesAt", "is", null), where("closesAt", ">", at)]),
        ]),
        where.exists(
          where
            .selectFrom("extensions")
            .select("person")
            .whereRef("checkId", "=", "checks.id")
            .where("extensions.closesAt", ">", at),
        ),
      ]),
    )
    .orderBy("opensAt")
    .orderBy("id")
    .execute();
  return rows.map(checkOf);
}
