import { alone, atomically, newId } from "./session.ts";
import type { Queries, Session } from "./session.ts";
import { jsonOf } from "./rows.ts";
import type { Action, CourseSettings } from "./records.ts";

/** A course is a server on Discord: its settings, and the record of what its instructors did. */
export interface Courses {
  /** The settings; the defaults where nothing was set up. */
  settings(guild: string): Promise<CourseSettings>;
  /** Changes the settings that are named, leaves the others. */
  setUp(
    guild: string,
    changes: Partial<Omit<CourseSettings, "guild">>,
    done: { readonly by: string; readonly at: number },
  ): Promise<CourseSettings>;
  /** Notes an action that the store does not see by itself: a preview, an export. */
  note(action: Action): Promise<void>;
  /** The latest actions, newest first. */
  audit(guild: string, limit: number): Promise<readonly Action[]>;
}

export function courses(session: Session): Courses {
  const { db } = session;
  return {
    settings: (guild) => settingsOf(db, guild),
    setUp: (guild, changes, { by, at }) =>
      atomically(session, [alone(`course/${guild}`)], async (db) => {
        const settings = { ...(await settingsOf(db, guild)), ...changes, guild };
        const row = { ...settings, hideKeys: settings.hideKeys ? (1 as const) : (0 as const) };
        await db
          .insertInto("courses")
          .values(row)
          .onConflict((conflict) => conflict.column("guild").doUpdateSet(row))
          .execute();
        await note(db, { guild, at, actor: by, action: "course setup", person: null, details: { ...changes } });
        return settings;
      }),
    note: (action) => note(db, action),
    async audit(guild, limit) {
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

async function settingsOf(db: Queries, guild: string): Promise<CourseSettings> {
  const row = await db.selectFrom("courses").selectAll().where("guild", "=", guild).executeTakeFirst();
  if (row !== undefined) return { ...row, hideKeys: row.hideKeys === 1 };
  return { guild, instructorRole: null, staffChannel: null, classChannel: null, hideKeys: true };
}

/** Adds a line to the record of instructors' actions, within the transaction that does the thing itself. */
export async function note(db: Queries, action: Action): Promise<void> {
  await db
    .insertInto("audit")
    .values({ ...action, id: newId(action.at), details: JSON.stringify(action.details) })
    .execute();
}
