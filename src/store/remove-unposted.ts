import { sql } from "kysely";
import { appendAudit } from "./courses.ts";
import { deleteChecks } from "./delete-checks.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

export async function removeUnposted(session: Session, id: string, at: number): Promise<boolean> {
  return inTransaction(session, [exclusive(`check/${id}`)], async (db) => {
    const removed = await db
      .selectFrom("checks")
      .select(["guild", "title", "createdBy"])
      .where("id", "=", id)
      .where("message", "is", null)
      .where(sql<boolean>`not exists (select 1 from answers where answers.item = 'check/' || checks.id)`)
      .executeTakeFirst();
    if (removed === undefined) return false;
    await deleteChecks(db, sql<{ id: string }>`select id from checks where id = ${id}`);
    const { guild, title, createdBy } = removed;
    await appendAudit(db, { guild, at, actor: createdBy, action: "check not posted", person: null, details: { check: id, title } });
    return true;
  });
}
