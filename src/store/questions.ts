import { appendAudit } from "./courses.ts";
import type { NewQuestion, Question } from "./records.ts";
import { exclusive, inTransaction, newId } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** Questions to the class staff, anonymous to the class. */
export interface Questions {
  /** With `since`, the same words of the same person in the same channel from then on, not yet answered, are the same question, which is returned. */
  ask(question: NewQuestion, since?: number): Promise<Question>;
  /** The question that these words of a person would be, if they asked it since then; null where it is new. */
  repeated(question: Omit<NewQuestion, "at">, since: number): Promise<Question | null>;
  find(id: string): Promise<Question | null>;
  /** Takes away a question that never was in its channel. */
  removeUnposted(id: string): Promise<void>;
  /** Not yet answered, oldest first. */
  listUnanswered(guild: string): Promise<readonly Question[]>;
  /** Only the first answer is recorded; null where there is no such question. */
  markAnswered(id: string, attribution: Attribution): Promise<Question | null>;
  markPinned(id: string, attribution: Attribution): Promise<Question | null>;
  /** When somebody asked since then, oldest first: for the rate. */
  timesOf(asker: string, since: number): Promise<readonly number[]>;
  /** The asker, for writing to them privately; never to be shown. Null where there is no such question, or its asker's record was deleted. */
  askerToTell(id: string): Promise<string | null>;
  markTold(id: string, at: number): Promise<void>;
  /** The asker, for staff; each use is written to the audit. Null where there is no such question. */
  revealAsker(id: string, attribution: Attribution): Promise<string | null>;
}

const publicColumns = [
  "id",
  "guild",
  "channel",
  "text",
  "askedAt",
  "staffChannel",
  "staffMessage",
  "answeredBy",
  "answeredAt",
  "pinnedBy",
  "pinnedAt",
  "toldAt",
] as const;

export function questions(session: Session): Questions {
  const { db } = session;
  return {
    ask: ({ at, ...question }, since) =>
      inTransaction(session, since === undefined ? [] : [exclusive(`question/${question.asker}`)], async (db) => {
        const same = since === undefined ? null : await repeated(db, question, since);
        return same ?? (await db.insertInto("questions").values({ ...question, id: newId(at), askedAt: at }).returning(publicColumns).executeTakeFirstOrThrow());
      }),
    repeated: (question, since) => repeated(db, question, since),
    find: (id) => find(db, id),
    async removeUnposted(id) {
      await db.deleteFrom("questions").where("id", "=", id).where("staffMessage", "is", null).execute();
    },
    listUnanswered: (guild) =>
      db
        .selectFrom("questions")
        .select(publicColumns)
        .where("guild", "=", guild)
        .where("answeredAt", "is", null)
        .orderBy("askedAt")
        .orderBy("id")
        .execute(),
    async markAnswered(id, { by, at }) {
      await db
        .updateTable("questions")
        .set({ answeredBy: by, answeredAt: at })
        .where("id", "=", id)
        .where("answeredAt", "is", null)
        .execute();
      return find(db, id);
    },
    async markPinned(id, { by, at }) {
      await db
        .updateTable("questions")
        .set({ pinnedBy: by, pinnedAt: at })
        .where("id", "=", id)
        .where("pinnedAt", "is", null)
        .execute();
      return find(db, id);
    },
    async timesOf(asker, since) {
      const rows = await db.selectFrom("questions").select("askedAt").where("asker", "=", asker).where("askedAt", ">", since).orderBy("askedAt").execute();
      return rows.map(({ askedAt }) => askedAt);
    },
    async askerToTell(id) {
      const row = await db.selectFrom("questions").select("asker").where("id", "=", id).executeTakeFirst();
      return row === undefined || row.asker.startsWith("gone-") ? null : row.asker;
    },
    async markTold(id, at) {
      await db.updateTable("questions").set({ toldAt: at }).where("id", "=", id).execute();
    },
    revealAsker: (id, { by, at }) =>
      inTransaction(session, [], async (db) => {
        const row = await db.selectFrom("questions").select(["guild", "asker"]).where("id", "=", id).executeTakeFirst();
        if (row === undefined) return null;
        const { guild, asker } = row;
        await appendAudit(db, { guild, at, actor: by, action: "question asker", person: asker, details: { question: id } });
        return asker;
      }),
  };
}

async function repeated(db: QueryRunner, { guild, channel, asker, text }: Omit<NewQuestion, "at">, since: number): Promise<Question | null> {
  const same = db.selectFrom("questions").select(publicColumns).where("asker", "=", asker).where("guild", "=", guild).where("channel", "=", channel).where("text", "=", text);
  return (await same.where("askedAt", ">", since).where("answeredAt", "is", null).orderBy("askedAt", "desc").limit(1).executeTakeFirst()) ?? null;
}

async function find(db: QueryRunner, id: string): Promise<Question | null> {
  return (await db.selectFrom("questions").select(publicColumns).where("id", "=", id).executeTakeFirst()) ?? null;
}
