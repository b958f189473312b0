import { sql } from "kysely";

import { extendAccommodated } from "./accommodations.ts";
import type { Check } from "./check-records.ts";
import { checkOf } from "./rows.ts";
import { exclusive, inTransaction, acquireLock } from "./session.ts";
import type { Session } from "./session.ts";

const wasSeen = sql<boolean>`(checks.message is not null or exists (select 1 from answers where answers.item = 'check/' || checks.id))`;

/** How many checks should have been announced by that time: see `Checks.overdue`. */
export async function overdue({ db }: Session, at: number): Promise<number> {
  const { count } = await db
    .selectFrom("checks")
    .select(({ fn }) => fn.countAll().as("count"))
    .where("announcedAt", "is", null)
    .where("voidedAt", "is", null)
    .where(wasSeen)
    .where((where) => where.or([where("closedAt", "<=", at), where.and([where("closedAt", "is", null), where("closesAt", "<=", at)])]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Closes checks past their closing time, and leases each closed and unannounced check to one caller: see `Checks.claimDue`. */
export async function claimDue(session: Session, at: number, leaseMs: number): Promise<readonly Check[]> {
  return inTransaction(session, [exclusive("checks/due")], async (db) => {
    const due = await db
      .selectFrom("checks")
      .selectAll()
      .where("announcedAt", "is", null)
      .where("voidedAt", "is", null)
      // A check that was never posted is not closed but taken away: see Posts.
      .where(wasSeen)
      .where((where) => where.or([where("closedAt", "is not", null), where("closesAt", "<=", at)]))
      .where((where) => where.or([where("claimedUntil", "is", null), where("claimedUntil", "<=", at)]))
      .orderBy("closesAt")
      .orderBy("id")
      .execute();
    const claimed: Check[] = [];
    for (const row of due) {
      // Waits for answers that are being stored, so that the announced results include them.
      await acquireLock(session, db, exclusive(`check/${row.id}`));
      const closedAt = row.closedAt ?? row.closesAt ?? at;
      const claimedRow = await db
        .updateTable("checks")
        .set({ closedAt, claimedUntil: at + leaseMs })
        .where("id", "=", row.id)
        .where("announcedAt", "is", null)
        .where((where) => where.or([where("closedAt", "is not", null), where("closesAt", "<=", at)]))
        .returningAll()
        .executeTakeFirst();
      if (claimedRow === undefined) continue;
      const claimedCheck = checkOf(claimedRow);
      if (row.closedAt === null) await extendAccommodated(db, claimedCheck);
      claimed.push(claimedCheck);
    }
    return claimed;
  });
}
