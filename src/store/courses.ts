import { exclusive, inTransaction, newId } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import { jsonOf } from "./rows.ts";
import type { Action, CourseSettings } from "./records.ts";

/** A course is a server on Discord: its settings, and the audit of its instructors' actions. */
export interface Courses {
  /** The settings; the defaults before the first setup. */
  settings(guild: string): Promise<CourseSettings>;
  /** Changes only the settings in `changes`. */
  updateSettings(
    guild: string,
    changes: Partial<Omit<CourseSettings, "guild">>,
    attribution: { readonly by: string; readonly at: number },
  ): Promise<CourseSettings>;
  /** Whether a person has answered, asked or been matched with a student there. */
  knows(guild: string, person: string): Promise<boolean>;
  /** Records an action that changes nothing in the store: a preview, an export. */
  appendAudit(action: Action): Promise<void>;
  /** The latest actions, newest first. */
  listAudit(guild: string, limit: number): Promise<readonly Action[]>;
}

export function courses(session: Session): Courses {
  const { db } = session;
  return {
    settings: (guild) => settingsOf(db, guild),
    updateSettings: (guild, changes, { by, at }) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        const settings = { ...(await settingsOf(db, guild)), ...changes, guild };
        const row = { ...settings, hideKeys: flagOf(settings.hideKeys), keepQuestions: flagOf(settings.keepQuestions), closingReminders: flagOf(settings.closingReminders) };
        await db
          .insertInto("courses")
          .values(row)
          .onConflict((conflict) => conflict.column("guild").doUpdateSet(row))
          .execute();
        await appendAudit(db, { guild, at, actor: by, action: "course setup", person: null, details: { ...changes } });
        return settings;
      }),
    async knows(guild, person) {
      const answered = db.selectFrom("answers").select("id").where("guild", "=", guild).where("person", "=", person).limit(1);
      const matched = db.selectFrom("roster").select("canvasId").where("guild", "=", guild).where("person", "=", person).limit(1);
      const asked = db.selectFrom("questions").select("id").where("guild", "=", guild).where("asker", "=", person).limit(1);
      for (const query of [matched, answered, asked]) if ((await query.executeTakeFirst()) !== undefined) return true;
      return false;
    },
    appendAudit: (action) => appendAudit(db, action),
    async listAudit(guild, limit) {
      const rows = await db
        .selectFrom("audit")
        .selectAll()
        .where("guild", "=", guild)
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(limit)
        .execute();
      return rows.map(({ id, details, ...same }) => ({ ...same, details: jsonOf(details) }));
    },
  };
}

async function settingsOf(db: QueryRunner, guild: string): Promise<CourseSettings> {
  const row = await db.selectFrom("courses").selectAll().where("guild", "=", guild).executeTakeFirst();
  if (row !== undefined) return { ...row, hideKeys: row.hideKeys === 1, keepQuestions: row.keepQuestions === 1, closingReminders: row.closingReminders === 1 };
  return { guild, instructorRole: null, staffChannel: null, classChannel: null, hideKeys: true, timeZone: null, keepQuestions: false, closingReminders: true };
}

const flagOf = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** Adds an entry to the audit, within the transaction of the action itself. */
export async function appendAudit(db: QueryRunner, action: Action): Promise<void> {
  await db
    .insertInto("audit")
    .values({ ...action, id: newId(action.at), details: JSON.stringify(action.details) })
    .execute();
}
