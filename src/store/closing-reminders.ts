import { postOf, postTry, type Post } from "./post.ts";
import { inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

const hourMs = 3_600_000;

const usualLead = 2 * hourMs;
const longLead = 24 * hourMs;

/**
 * How long before its end a check's class is reminded: two hours, of one that is open for two days or more a day. Null
 * where it is open for less than six hours, as in a lecture, and where it was reminded of nearly the same end before.
 */
function reminderLead({ opensAt, closesAt, remindedFor }: { readonly opensAt: number; readonly closesAt: number; readonly remindedFor: number | null }): number | null {
  const openMs = closesAt - opensAt;
  if (openMs < 6 * hourMs) return null;
  if (remindedFor !== null) return closesAt - remindedFor >= 2 * usualLead ? usualLead : null;
  return openMs >= 48 * hourMs ? longLead : usualLead;
}

/**
 * Stores, for each check that closes soon, the intent of one message in its channel. Of which end its class was
 * reminded is noted in the same transaction, so that it is said once for each. Courses may turn it off.
 */
export async function beginClosingReminders(session: Session, at: number, leaseMs: number): Promise<readonly Post[]> {
  const candidates = await session.db
    .selectFrom("checks")
    .select(["id", "guild", "channel", "opensAt", "closesAt", "remindedFor"])
    .where("message", "is not", null)
    .where("closedAt", "is", null)
    .where("voidedAt", "is", null)
    .where("opensAt", "<=", at)
    .where("closesAt", ">", at)
    .where("closesAt", "<=", at + longLead)
    .where((where) => where.not(where.exists(where.selectFrom("courses").select("guild").whereRef("courses.guild", "=", "checks.guild").where("closingReminders", "=", 0))))
    .execute();
  const begun: Post[] = [];
  for (const { id, guild, channel, opensAt, closesAt, remindedFor } of candidates) {
    const lead = closesAt === null ? null : reminderLead({ opensAt, closesAt, remindedFor });
    if (closesAt === null || lead === null || closesAt - lead > at) continue;
    const post = await inTransaction(session, [], async (db) => {
      const taken = await db
        .updateTable("checks")
        .set({ remindedFor: closesAt })
        .where("id", "=", id)
        .where("closesAt", "=", closesAt)
        .where("closedAt", "is", null)
        .where("voidedAt", "is", null)
        .where((where) => (remindedFor === null ? where("remindedFor", "is", null) : where("remindedFor", "=", remindedFor)))
        .returning("id")
        .executeTakeFirst();
      return taken === undefined ? null : postOf(await postTry(db, { purpose: "closing", subject: id, round: closesAt.toString(36), guild, channel }, at, leaseMs));
    });
    if (post !== null) begun.push(post);
  }
  return begun;
}
