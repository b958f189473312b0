import { appendAudit } from "./courses.ts";
import type { NewQuestion, Question } from "./records.ts";
import { inTransaction, newId } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** Questions to the class staff, anonymous to the class. */
export interface Questions {
  ask(question: NewQuestion): Promise<Question>;
  find(id: string): Promise<Question | null>;
  /** Takes away a question that never was in its channel. */
  removeUnposted(id: string): Promise<void>;
  /** Not yet answered, oldest first. */
  listUnanswered(guild: string): Promise<readonly Question[]>;
  /** Only the first answer is recorded; null where there is no such question. */
  markAnswered(id: string, attribution: Attribution): Promise<Question | null>;
  markPinned(id: string, attribution: Attribution): Promise<Question | null>;
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
] as const;

export function questions(session: Session): Questions {
  const { db } = session;
  return {
    async ask({ at, ...question }) {
      const id = newId(at);
      return db
        .insertInto("questions")
        .values({ ...question, id, askedAt: at })
        .returning(publicColumns)
        .executeTakeFirstOrThrow();
    },
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

async function find(db: QueryRunner, id: string): Promise<Question | null> {
  return (await db.selectFrom("questions").select(publicColumns).where("id", "=", id).executeTakeFirst()) ?? null;
}
