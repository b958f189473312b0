import { appendAudit } from "./courses.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

/** What a course's staff say of one matter: its exam, its office hours. */
export interface CourseFact {
  /** By the name that the program has for the matter. */
  readonly topic: string;
  readonly answer: string;
  readonly by: string;
  readonly at: number;
}

interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** Answers to what only a course's staff know. */
export interface CourseFacts {
  find(guild: string, topic: string): Promise<CourseFact | null>;
  list(guild: string): Promise<readonly CourseFact[]>;
  /** Puts an answer in the place of the one before. */
  set(guild: string, topic: string, answer: string, attribution: Attribution): Promise<void>;
  /** Whether there was one. */
  remove(guild: string, topic: string, attribution: Attribution): Promise<boolean>;
}

export function courseFacts(session: Session): CourseFacts {
  const { db } = session;
  return {
    async find(guild, topic) {
      const row = await db.selectFrom("courseFacts").selectAll().where("guild", "=", guild).where("topic", "=", topic).executeTakeFirst();
      return row === undefined ? null : factOf(row);
    },
    async list(guild) {
      return (await db.selectFrom("courseFacts").selectAll().where("guild", "=", guild).orderBy("topic").execute()).map(factOf);
    },
    set: (guild, topic, answer, { by, at }) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        const row = { guild, topic, answer, setBy: by, setAt: at };
        await db
          .insertInto("courseFacts")
          .values(row)
          .onConflict((conflict) => conflict.columns(["guild", "topic"]).doUpdateSet(row))
          .execute();
        await appendAudit(db, { guild, at, actor: by, action: "course faq", person: null, details: { topic, answer } });
      }),
    remove: (guild, topic, { by, at }) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        const gone = await db.deleteFrom("courseFacts").where("guild", "=", guild).where("topic", "=", topic).returning("topic").execute();
        if (gone.length > 0) await appendAudit(db, { guild, at, actor: by, action: "course faq", person: null, details: { topic, removed: true } });
        return gone.length > 0;
      }),
  };
}

interface FactRow {
  readonly topic: string;
  readonly answer: string;
  readonly setBy: string;
  readonly setAt: number;
}

const factOf = ({ topic, answer, setBy, setAt }: FactRow): CourseFact => ({ topic, answer, by: setBy, at: setAt });
