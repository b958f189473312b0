import { sql } from "kysely";
import type { QueryRunner } from "./session.ts";
import type { PostsTable } from "./tables.ts";

/** What a message in a channel is for. */
const postPurposes = ["check", "results", "model-answer", "question", "update", "reminder", "closing", "unanswered"] as const;

export type PostPurpose = (typeof postPurposes)[number];

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

const prefixes: Readonly<Record<PostPurpose, string>> = { check: "c", results: "r", "model-answer": "m", question: "q", update: "u", reminder: "w", closing: "e", unanswered: "a" };

export const postId = ({ purpose, subject, round }: NewPost): string => [prefixes[purpose], subject, ...(round === "" ? [] : [round])].join("-");

/** Stores an intent, or counts another try of it, within a transaction. */
export async function postTry(db: QueryRunner, post: NewPost, at: number, leaseMs: number): Promise<PostsTable> {
  const { round, ...same } = post;
  const id = postId(post);
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

export function postOf({ nextAt, purpose, ...row }: PostsTable): Post {
  return { ...row, purpose: postPurposes.find((known) => known === purpose) ?? "results" };
}
