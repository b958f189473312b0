import { appendAudit } from "./courses.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { Session } from "./session.ts";

/** What was asked and not understood, once for all that have the same words; who asked is not kept. */
interface UnclearQuestion {
  readonly id: string;
  /** The words of the course in it, in the order of the alphabet. */
  readonly words: string;
  /** The newest as it was typed; null where the course does not keep that. */
  readonly text: string | null;
  readonly asked: number;
  readonly lastAt: number;
  /** What the staff attached: "lesson:beta", "faq:exam"; null before that. */
  readonly attached: string | null;
}

interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** Questions that nothing here answered, for the course's staff. */
export interface UnclearQuestions {
  /** Counts one more. A course keeps so many: the longest unasked goes first, and what the staff attached stays. */
  count(guild: string, question: { readonly words: string; readonly text: string | null; readonly at: number }): Promise<void>;
  find(guild: string, id: string): Promise<UnclearQuestion | null>;
  /** What the staff attached to these words; null where they did not. */
  attachedTo(guild: string, words: string): Promise<string | null>;
  /** Without an answer, most asked first. */
  list(guild: string, limit: number): Promise<readonly UnclearQuestion[]>;
  /** Null where there is no such question. */
  attach(guild: string, id: string, attached: string | null, attribution: Attribution): Promise<UnclearQuestion | null>;
}

const mostKept = 500;

export function unclearQuestions(session: Session): UnclearQuestions {
  const { db } = session;
  const columns = ["id", "words", "text", "asked", "lastAt", "attached"] as const;
  return {
    count: (guild, { words, text, at }) =>
      inTransaction(session, [exclusive(`unclear/${guild}`)], async (db) => {
        const known = await db.selectFrom("unclearQuestions").select(["id", "asked"]).where("guild", "=", guild).where("words", "=", words).executeTakeFirst();
        if (known !== undefined) {
          await db.updateTable("unclearQuestions").set({ asked: known.asked + 1, lastAt: at, text }).where("id", "=", known.id).execute();
          return;
        }
        const kept = await db.selectFrom("unclearQuestions").select("id").where("guild", "=", guild).where("attached", "is", null).orderBy("lastAt", "desc").offset(mostKept - 1).limit(mostKept).execute();
        for (const { id } of kept) await db.deleteFrom("unclearQuestions").where("id", "=", id).execute();
        await db.insertInto("unclearQuestions").values({ id: randomText(14, "0123456789abcdefghijklmnopqrstuvwxyz"), guild, words, text, asked: 1, lastAt: at, attached: null }).execute();
      }),
    async find(guild, id) {
      return (await db.selectFrom("unclearQuestions").select(columns).where("guild", "=", guild).where("id", "=", id).executeTakeFirst()) ?? null;
    },
    async attachedTo(guild, words) {
      return (await db.selectFrom("unclearQuestions").select("attached").where("guild", "=", guild).where("words", "=", words).executeTakeFirst())?.attached ?? null;
    },
    list: (guild, limit) =>
      db.selectFrom("unclearQuestions").select(columns).where("guild", "=", guild).where("attached", "is", null).orderBy("asked", "desc").orderBy("lastAt", "desc").orderBy("id").limit(limit).execute(),
    attach: (guild, id, attached, { by, at }) =>
      inTransaction(session, [exclusive(`unclear/${guild}`)], async (db) => {
        const row = await db.updateTable("unclearQuestions").set({ attached }).where("guild", "=", guild).where("id", "=", id).returning(columns).executeTakeFirst();
        if (row === undefined) return null;
        await appendAudit(db, { guild, at, actor: by, action: "course unanswered", person: null, details: { words: row.words, attached } });
        return row;
      }),
  };
}
