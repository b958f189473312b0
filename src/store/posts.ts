import { sql } from "kysely";
import { inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import type { PostsTable } from "./tables.ts";

/** What a message in a channel is for. */
const postPurposes = ["check", "results", "model-answer", "question", "update", "reminder", "closing", "unanswered"] as const;

type PostPurpose = (typeof postPurposes)[number];

export interface NewPost {
  readonly purpose: PostPurpose;
  /** The id of the check, the question or the reminder. */
  readonly subject: string;
  /** Tells a later message of the same purpose apart: a check that was closed, reopened and closed again. */
  readonly round: string;
  readonly guild: string;
  readonly channel: string;
}

/** A message that is to be in a channel exactly once. */
export interface Post extends Omit<NewPost, "round"> {
  /** At most 25 characters: the nonce by which Discord recognises a second try. */
  readonly id: string;
  readonly createdAt: number;
  /** How often it was tried; from the second time on an earlier try may have reached the channel. */
  readonly tries: number;
  /** Null until Discord has confirmed it. */
  readonly message: string | null;
  /** When Discord confirmed it. */
  readonly postedAt: number | null;
}

/**
 * Messages in channels, each an intent that is stored before Discord is asked and confirmed after: what is not confirmed
 * is looked for, and tried again, until it is in the channel once or is given up.
 */
export interface Posts {
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
  /** Those that nobody is trying now, leased to the caller. */
  claimPending(at: number, leaseMs: number): Promise<readonly Post[]>;
  /** Checks without answers and questions, made before that time, whose program ended before it began to post them. */
  unbegun(before: number): Promise<readonly NewPost[]>;
}

const prefixes: Readonly<Record<PostPurpose, string>> = { check: "c", results: "r", "model-answer": "m", question: "q", update: "u", reminder: "w", closing: "e", unanswered: "a" };

const idOf = ({ purpose, subject, round }: NewPost): string => [prefixes[purpose], subject, ...(round === "" ? [] : [round])].join("-");

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
        .where("id", "=", idOf({ purpose: "check", subject: check, round: "", guild: "", channel: "" }))
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
        const id = idOf({ purpose: "check", subject, round: "", guild, channel });
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

/** Stores an intent, or counts another try of it, within a transaction. */
export async function postTry(db: QueryRunner, post: NewPost, at: number, leaseMs: number): Promise<PostsTable> {
  const { round, ...same } = post;
  const id = idOf(post);
  await db
    .insertInto("posts")
    .values({ ...same, id, createdAt: at, tries: 0, nextAt: at, message: null, postedAt: null })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await db
    .updateTable("posts")
    .set({ tries: sql`tries + 1`, nextAt: at + leaseMs })
    .where("id", "=", id)
    .where("message", "is", null)
    .execute();
  return db.selectFrom("posts").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

const updateOf = (check: string): string => idOf({ purpose: "update", subject: check, round: "", guild: "", channel: "" });

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

export function postOf({ nextAt, purpose, ...row }: PostsTable): Post {
  return { ...row, purpose: postPurposes.find((known) => known === purpose) ?? "results" };
}
