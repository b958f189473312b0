import { postOf, postTry, type Post } from "./post.ts";
import { inTransaction, randomText } from "./session.ts";
import type { Session } from "./session.ts";
import type { AnswerRemindersTable } from "./tables.ts";

/** A direct message to somebody who has not answered a check, which its instructor asked for. */
export interface AnswerReminder {
  /** Also the subject of its message: it names nobody. */
  readonly id: string;
  readonly check: string;
  readonly person: string;
  readonly at: number;
}

/** What became of a wish to remind people. */
interface AskedReminders {
  /** To be written to now. */
  readonly asked: number;
  /** Written to before about this check: nobody is twice. */
  readonly before: number;
  /** Take no such messages. */
  readonly stopped: number;
}

/** Direct messages to those who have not answered a check, once a check and person, and to nobody who stopped them. */
export interface AnswerReminders {
  ask(check: string, people: readonly string[], at: number): Promise<AskedReminders>;
  find(id: string): Promise<AnswerReminder | null>;
  /** Those whose message was not begun, the oldest first. */
  pending(most: number): Promise<readonly AnswerReminder[]>;
  /** Stores the message as an intent, leased to the caller; null where another process did so before, or its person stopped them. */
  begin(reminder: AnswerReminder, channel: string, times: { readonly at: number; readonly leaseMs: number }): Promise<Post | null>;
  /** Nothing is to be sent any more; that it was asked for stays. */
  settle(id: string, at: number): Promise<void>;
  /** Whether it changed anything. */
  stop(person: string, at: number): Promise<boolean>;
  allow(person: string): Promise<boolean>;
}

export function answerReminders(session: Session): AnswerReminders {
  const { db } = session;
  return {
    ask: (check, people, at) =>
      inTransaction(session, [], async (db) => {
        const stopped = new Set((await db.selectFrom("answerReminderStops").select("person").execute()).map(({ person }) => person));
        const wanted = [...new Set(people)].filter((person) => !stopped.has(person));
        let asked = 0;
        for (const person of wanted) {
          const row = await db
            .insertInto("answerReminders")
            .values({ id: randomText(14, "0123456789abcdefghijklmnopqrstuvwxyz"), checkId: check, person, at, begunAt: null })
            .onConflict((conflict) => conflict.columns(["checkId", "person"]).doNothing())
            .returning("id")
            .executeTakeFirst();
          if (row !== undefined) asked += 1;
        }
        return { asked, before: wanted.length - asked, stopped: people.filter((person) => stopped.has(person)).length };
      }),
    async find(id) {
      const row = await db.selectFrom("answerReminders").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : reminderOf(row);
    },
    async pending(most) {
      const rows = await db.selectFrom("answerReminders").selectAll().where("begunAt", "is", null).orderBy("at").orderBy("id").limit(most).execute();
      return rows.map(reminderOf);
    },
    begin: ({ id }, channel, { at, leaseMs }) =>
      inTransaction(session, [], async (db) => {
        const taken = await db.updateTable("answerReminders").set({ begunAt: at }).where("id", "=", id).where("begunAt", "is", null).returning("id").executeTakeFirst();
        if (taken === undefined) return null;
        return postOf(await postTry(db, { purpose: "unanswered", subject: id, round: "", guild: "", channel }, at, leaseMs));
      }),
    async settle(id, at) {
      await db.updateTable("answerReminders").set({ begunAt: at }).where("id", "=", id).where("begunAt", "is", null).execute();
    },
    stop: (person, at) =>
      inTransaction(session, [], async (db) => {
        const row = await db.insertInto("answerReminderStops").values({ person, at }).onConflict((conflict) => conflict.column("person").doNothing()).returning("person").executeTakeFirst();
        // What was not sent yet never is.
        const unsent = await db.selectFrom("answerReminders").select("id").where("person", "=", person).execute();
        await db.updateTable("answerReminders").set({ begunAt: at }).where("person", "=", person).where("begunAt", "is", null).execute();
        for (const { id } of unsent) await db.deleteFrom("posts").where("subject", "=", id).where("message", "is", null).execute();
        return row !== undefined;
      }),
    async allow(person) {
      const row = await db.deleteFrom("answerReminderStops").where("person", "=", person).returning("person").executeTakeFirst();
      return row !== undefined;
    },
  };
}

const reminderOf = ({ checkId, begunAt: _, ...reminder }: AnswerRemindersTable): AnswerReminder => ({ ...reminder, check: checkId });
