import { sql } from "kysely";
import { postId, postOf, postTry, type NewPost, type Post, type PostPurpose } from "./post.ts";
import { resultUpdates, type ResultUpdates } from "./result-updates.ts";
import { inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

/**
 * Messages in channels, each an intent that is stored before Discord is asked and confirmed after: what is not confirmed
 * is looked for, and tried again, until it is in the channel once or is given up.
 */
export interface Posts extends ResultUpdates {
  /** Stores the intent, or counts another try of it, and leases it to the caller. A confirmed one is returned as it is. */
  begin(post: NewPost, at: number, leaseMs: number): Promise<Post>;
  /** Records the message, also with the check or the question. */
  confirm(id: string, message: string, at: number): Promise<void>;
  remove(id: string): Promise<void>;
  /** The newest confirmed one. */
  latest(subject: string, purpose: PostPurpose): Promise<Post | null>;
  /**
   * Whether a check's message may be brought up to date now: of all processes one may, once in `leaseMs`. False where the
   * message is not in its channel.
   */
  leaseCount(check: string, at: number, leaseMs: number): Promise<boolean>;
  /** The intents of checks whose opening time has come, stored and leased to this caller alone. */
  beginDue(at: number, leaseMs: number): Promise<readonly Post[]>;
  /** Those that nobody is trying now, leased to the caller. */
  claimPending(at: number, leaseMs: number): Promise<readonly Post[]>;
  /** Checks without answers and questions, made before that time, whose program ended before it began to post them. */
  unbegun(before: number): Promise<readonly NewPost[]>;
}

export function posts(session: Session): Posts {
  const { db } = session;
  return {
    begin: (post, at, leaseMs) => inTransaction(session, [], async (db) => postOf(await postTry(db, post, at, leaseMs))),
    confirm: (id, message, at) =>
      inTransaction(session, [], async (db) => {
        const row = await db.updateTable("posts").set({ message, postedAt: at, nextAt: at }).where("id", "=", id).returningAll().executeTakeFirst();
        if (row?.purpose === "check") await db.updateTable("checks").set({ message }).where("id", "=", row.subject).execute();
        if (row?.purpose === "question") {
          await db.updateTable("questions").set({ staffChannel: row.channel, staffMessage: message }).where("id", "=", row.subject).execute();
        }
      }),
    async remove(id) {
      await db.deleteFrom("posts").where("id", "=", id).execute();
    },
    async latest(subject, purpose) {
      const row = await db
        .selectFrom("posts")
        .selectAll()
        .where("subject", "=", subject)
        .where("purpose", "=", purpose)
        .where("message", "is not", null)
        .orderBy("postedAt", "desc")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : postOf(row);
    },
    async leaseCount(check, at, leaseMs) {
      const leased = await db
        .updateTable("posts")
        .set({ nextAt: at + leaseMs })
        .where("id", "=", postId({ purpose: "check", subject: check, round: "", guild: "", channel: "" }))
        .where("message", "is not", null)
        // A clock that was set back must not leave one waiting for hours.
        .where((where) => where.or([where("nextAt", "<=", at), where("nextAt", ">", at + 60_000)]))
        .returning("id")
        .executeTakeFirst();
      return leased !== undefined;
    },
    async beginDue(at, leaseMs) {
      const rows = await db
        .selectFrom("checks")
        .select(["id", "guild", "channel"])
        .where("message", "is", null)
        .where("voidedAt", "is", null)
        .where("opensAt", "<=", at)
        .whereRef("opensAt", ">", "createdAt")
        .where(sql<boolean>`not exists (select 1 from posts where posts.subject = checks.id and posts.purpose = 'check')`)
        .execute();
      const begun: Post[] = [];
      for (const { id: subject, guild, channel } of rows) {
        const id = postId({ purpose: "check", subject, round: "", guild, channel });
        const row = await db
          .insertInto("posts")
          .values({ id, purpose: "check", subject, guild, channel, createdAt: at, tries: 1, nextAt: at + leaseMs, message: null, postedAt: null })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .returningAll()
          .executeTakeFirst();
        if (row !== undefined) begun.push(postOf(row));
      }
      return begun;
    },
    ...resultUpdates(session),
    async claimPending(at, leaseMs) {
      const rows = await db
        .updateTable("posts")
        .set({ tries: sql`tries + 1`, nextAt: at + leaseMs })
        .where("message", "is", null)
        .where("purpose", "!=", "update")
        // A clock that was set back must not leave one waiting for hours.
        .where((where) => where.or([where("nextAt", "<=", at), where("nextAt", ">", at + 3_600_000)]))
        .returningAll()
        .execute();
      return rows.map(postOf);
    },
    async unbegun(before) {
      const checks = await db
        .selectFrom("checks")
        .select(["id", "guild", "channel"])
        .where("message", "is", null)
        .where("opensAt", "<", before)
        .where(sql<boolean>`not exists (select 1 from posts where posts.subject = checks.id and posts.purpose = 'check')`)
        .where(sql<boolean>`not exists (select 1 from answers where answers.item = 'check/' || checks.id)`)
        .execute();
      const questions = await db
        .selectFrom("questions")
        .select(["id", "guild", "channel"])
        .where("staffMessage", "is", null)
        .where("askedAt", "<", before)
        .where(sql<boolean>`not exists (select 1 from posts where posts.subject = questions.id and posts.purpose = 'question')`)
        .execute();
      const newPost = (purpose: PostPurpose) => ({ id, ...same }: { readonly id: string; readonly guild: string; readonly channel: string }): NewPost => ({ ...same, purpose, subject: id, round: "" });
      return [...checks.map(newPost("check")), ...questions.map(newPost("question"))];
    },
  };
}
