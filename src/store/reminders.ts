import { postOf, postTry, type Post } from "./post.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { Session } from "./session.ts";
import type { RemindersTable } from "./tables.ts";
import { msPerDay } from "../calendar.ts";

/** A weekly reminder by direct message, which somebody asked for. */
export interface Reminder {
  /** Also the subject of its messages: it names nobody. */
  readonly id: string;
  readonly person: string;
  readonly since: number;
  /** When the next one is due. */
  readonly nextAt: number;
}

/** Reminders that people asked for. Who did not ask has no row, and is sent nothing. */
export interface Reminders {
  /** Null where the person has none, or where theirs was ended. */
  of(person: string): Promise<Reminder | null>;
  find(id: string): Promise<Reminder | null>;
  /** Begins one, or leaves the one that there is as it is. */
  start(person: string, at: number, nextAt: number): Promise<Reminder>;
  /** Takes it away, with the messages that were not sent yet; whether there was one. */
  stop(person: string): Promise<boolean>;
  /** Ends one whose messages can't be delivered: its person is told when they next look. */
  end(id: string, at: number): Promise<void>;
  /** Whether a person's reminder was ended and they have not been told; they have after this call. */
  takeEnded(person: string): Promise<boolean>;
  due(at: number): Promise<readonly Reminder[]>;
  /** Puts it off without a message. */
  putOff(id: string, nextAt: number): Promise<void>;
  /**
   * Stores the message of this week as an intent, leased to the caller, together with the time of the next one; null where
   * another process did so before, or the reminder was stopped.
   */
  begin(reminder: Reminder, channel: string, times: { readonly at: number; readonly nextAt: number; readonly leaseMs: number }): Promise<Post | null>;
}


export function reminders(session: Session): Reminders {
  const { db } = session;
  return {
    async of(person) {
      const row = await db.selectFrom("reminders").selectAll().where("person", "=", person).where("endedAt", "is", null).executeTakeFirst();
      return row === undefined ? null : reminderOf(row);
    },
    async find(id) {
      const row = await db.selectFrom("reminders").selectAll().where("id", "=", id).where("endedAt", "is", null).executeTakeFirst();
      return row === undefined ? null : reminderOf(row);
    },
    start: (person, at, nextAt) =>
      inTransaction(session, [exclusive(`person/${person}`)], async (db) => {
        const known = await db.selectFrom("reminders").selectAll().where("person", "=", person).executeTakeFirst();
        if (known?.endedAt === null) return reminderOf(known);
        await db.deleteFrom("reminders").where("person", "=", person).execute();
        const row = { id: randomText(14, "0123456789abcdefghijklmnopqrstuvwxyz"), person, since: at, nextAt, endedAt: null };
        await db.insertInto("reminders").values(row).execute();
        return reminderOf(row);
      }),
    stop: (person) =>
      inTransaction(session, [exclusive(`person/${person}`)], async (db) => {
        const gone = await db.deleteFrom("reminders").where("person", "=", person).returning(["id", "endedAt"]).execute();
        for (const { id } of gone) await db.deleteFrom("posts").where("subject", "=", id).execute();
        return gone.some(({ endedAt }) => endedAt === null);
      }),
    async end(id, at) {
      await db.updateTable("reminders").set({ endedAt: at }).where("id", "=", id).execute();
    },
    async takeEnded(person) {
      const gone = await db.deleteFrom("reminders").where("person", "=", person).where("endedAt", "is not", null).returning("id").execute();
      return gone.length > 0;
    },
    async due(at) {
      const rows = await db.selectFrom("reminders").selectAll().where("endedAt", "is", null).where("nextAt", "<=", at).orderBy("nextAt").execute();
      return rows.map(reminderOf);
    },
    async putOff(id, nextAt) {
      await db.updateTable("reminders").set({ nextAt }).where("id", "=", id).execute();
    },
    begin: ({ id, nextAt: due }, channel, { at, nextAt, leaseMs }) =>
      inTransaction(session, [], async (db) => {
        const taken = await db.updateTable("reminders").set({ nextAt }).where("id", "=", id).where("nextAt", "=", due).where("endedAt", "is", null).returning("id").executeTakeFirst();
        if (taken === undefined) return null;
        // Those of earlier weeks are done with.
        await db.deleteFrom("posts").where("subject", "=", id).execute();
        return postOf(await postTry(db, { purpose: "reminder", subject: id, round: Math.floor(at / msPerDay).toString(36), guild: "", channel }, at, leaseMs));
      }),
  };
}

const reminderOf = ({ endedAt, ...reminder }: RemindersTable): Reminder => reminder;
