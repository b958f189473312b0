import { sql } from "kysely";
import { postId, postOf, type Post } from "./post.ts";
import { inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import type { PostsTable } from "./tables.ts";

/** What the class was shown of a check's results, and when it is to be brought up to date: at most one update of a check is due. */
export interface ResultUpdates {
  /** Every message that shows the class a check's results or model answer, newest first. */
  published(check: string): Promise<readonly Post[]>;
  /** Checks whose published results no longer say what they should. */
  dueUpdates(at: number): Promise<readonly string[]>;
  /** Whether a check's published results are to be brought up to date; if so, leased to the caller until the time returned. */
  leaseUpdate(check: string, at: number, leaseMs: number): Promise<number | null>;
  /** Ends an update; with a time, it is due again then. One that was asked for since the lease stays as it is. */
  finishUpdate(check: string, leasedUntil: number, nextAt: number | null): Promise<void>;
  /** Asks for an update at that time, where results are published. */
  scheduleUpdate(check: string, nextAt: number): Promise<void>;
}

export function resultUpdates(session: Session): ResultUpdates {
  const { db } = session;
  return {
    async published(check) {
      return (await publishedOf(db, check)).map(postOf);
    },
    async dueUpdates(at) {
      const rows = await db.selectFrom("posts").select("subject").where("purpose", "=", "update").where("nextAt", "<=", at).execute();
      return rows.map(({ subject }) => subject);
    },
    async leaseUpdate(check, at, leaseMs) {
      const row = await db.updateTable("posts").set({ tries: sql`tries + 1`, nextAt: at + leaseMs }).where("id", "=", updateOf(check)).returning("nextAt").executeTakeFirst();
      return row?.nextAt ?? null;
    },
    async finishUpdate(check, leasedUntil, nextAt) {
      if (nextAt === null) await db.deleteFrom("posts").where("id", "=", updateOf(check)).where("nextAt", "=", leasedUntil).execute();
      else await db.updateTable("posts").set({ nextAt }).where("id", "=", updateOf(check)).where("nextAt", "=", leasedUntil).execute();
    },
    scheduleUpdate: (check, nextAt) => inTransaction(session, [], (db) => scheduleUpdate(db, check, nextAt)),
  };
}

const updateOf = (check: string): string => postId({ purpose: "update", subject: check, round: "", guild: "", channel: "" });

const publishedOf = (db: QueryRunner, check: string): Promise<PostsTable[]> =>
  db
    .selectFrom("posts")
    .selectAll()
    .where("subject", "=", check)
    .where("purpose", "in", ["results", "model-answer"])
    .where("message", "is not", null)
    .orderBy("postedAt", "desc")
    .execute();

/** In the transaction of what makes published results untrue, so that they are brought up to date whatever fails after it. */
export async function scheduleUpdate(db: QueryRunner, check: string, nextAt: number): Promise<void> {
  const [newest] = await publishedOf(db, check);
  if (newest === undefined) return;
  const { guild, channel } = newest;
  await db
    .insertInto("posts")
    .values({ id: updateOf(check), purpose: "update", subject: check, guild, channel, createdAt: nextAt, tries: 0, nextAt, message: null, postedAt: null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ nextAt }))
    .execute();
}

/** How long whoever changed a check has, to bring its results up to date, before anybody else does. */
export const updateLeaseMs = 30_000;
