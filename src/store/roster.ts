import { note } from "./courses.ts";
import { groupBy } from "./group-by.ts";
import type { RosterEntry, RosterRow } from "./records.ts";
import { rosterEntryOf } from "./rows.ts";
import { alone, atomically } from "./session.ts";
import type { Session } from "./session.ts";

/** Canvas' list of students, and who of them is who on the server. */
export interface Roster {
  /**
   * Replaces the list by a newer export; whoever was matched by Canvas' ID stays matched. Rows with an ID that came
   * before in the same list are left out.
   */
  import(
    guild: string,
    rows: readonly RosterRow[],
    done: { readonly by: string; readonly at: number },
  ): Promise<RosterChange>;
  /** In the order of the export. */
  entries(guild: string): Promise<readonly RosterEntry[]>;
  ofPerson(guild: string, person: string): Promise<RosterEntry | null>;
  /** Ties a row to a person, or to nobody (null); a person tied to another row moves. False: there is no such row. */
  match(
    guild: string,
    canvasId: string,
    person: string | null,
    done: { readonly by: string; readonly at: number },
  ): Promise<boolean>;
}

export interface RosterChange {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

/** Below SQLite's and PostgreSQL's limits of parameters in one statement. */
const rowsAtOnce = 500;

export function roster(session: Session): Roster {
  const { db } = session;
  return {
    import: (guild, rows, done) => importRoster(session, guild, rows, done),
    async entries(guild) {
      const rows = await db.selectFrom("roster").selectAll().where("guild", "=", guild).orderBy("position").execute();
      return rows.map(rosterEntryOf);
    },
    async ofPerson(guild, person) {
      const row = await db
        .selectFrom("roster")
        .selectAll()
        .where("guild", "=", guild)
        .where("person", "=", person)
        .executeTakeFirst();
      return row === undefined ? null : rosterEntryOf(row);
    },
    match: (guild, canvasId, person, { by, at }) =>
      atomically(session, [alone(`roster/${guild}`)], async (db) => {
        const row = db.selectFrom("roster").select("canvasId").where("guild", "=", guild).where("canvasId", "=", canvasId);
        if ((await row.executeTakeFirst()) === undefined) return false;
        if (person !== null) {
          await db
            .updateTable("roster")
            .set({ person: null })
            .where("guild", "=", guild)
            .where("person", "=", person)
            .execute();
        }
        await db
          .updateTable("roster")
          .set({ person })
          .where("guild", "=", guild)
          .where("canvasId", "=", canvasId)
          .execute();
        await note(db, { guild, at, actor: by, action: "roster match", person, details: { canvasId } });
        return true;
      }),
  };
}

async function importRoster(
  session: Session,
  guild: string,
  rows: readonly RosterRow[],
  { by, at }: { readonly by: string; readonly at: number },
): Promise<RosterChange> {
  return atomically(session, [alone(`roster/${guild}`)], async (db) => {
    const before = await db.selectFrom("roster").selectAll().where("guild", "=", guild).execute();
    const personOf = new Map(before.map(({ canvasId, person }) => [canvasId, person]));
    const wanted = [...groupBy(rows, ({ canvasId }) => canvasId).values()].flatMap((same) => same.slice(0, 1));
    const fresh = wanted.map((row, position) => ({ ...row, guild, position, person: personOf.get(row.canvasId) ?? null }));
    await db.deleteFrom("roster").where("guild", "=", guild).execute();
    for (let start = 0; start < fresh.length; start += rowsAtOnce) {
      await db.insertInto("roster").values(fresh.slice(start, start + rowsAtOnce)).execute();
    }
    const updated = fresh.filter(({ canvasId }) => personOf.has(canvasId)).length;
    const change = { added: fresh.length - updated, updated, removed: before.length - updated };
    await note(db, { guild, at, actor: by, action: "roster import", person: null, details: { ...change } });
    return change;
  });
}
