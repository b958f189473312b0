import { appendAudit } from "./courses.ts";
import { groupBy } from "./group-by.ts";
import type { RosterEntry, RosterRow } from "./records.ts";
import { rosterEntryOf } from "./rows.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { Session } from "./session.ts";

/** Canvas' list of students, matched with the server's members. */
export interface Roster {
  /**
   * Replaces the list by a newer export; matches are retained by Canvas' ID. Rows that repeat an ID of the same list
   * are dropped.
   */
  import(
    guild: string,
    rows: readonly RosterRow[],
    attribution: { readonly by: string; readonly at: number },
  ): Promise<RosterChange>;
  /** In the order of the export. */
  entries(guild: string): Promise<readonly RosterEntry[]>;
  ofPerson(guild: string, person: string): Promise<RosterEntry | null>;
  /** Matches a row with a person, or with nobody (null), moving a person matched with another row. False: no such row. */
  match(
    guild: string,
    canvasId: string,
    person: string | null,
    attribution: { readonly by: string; readonly at: number },
  ): Promise<boolean>;
}

export interface RosterChange {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

const unheld = { person: null, proposedPerson: null, claimCode: null };

/** Below SQLite's and PostgreSQL's limits for the parameters of one statement. */
const batchSize = 500;

export function roster(session: Session): Roster {
  const { db } = session;
  return {
    import: (guild, rows, attribution) => importRoster(session, guild, rows, attribution),
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
      inTransaction(session, [exclusive(`roster/${guild}`)], async (db) => {
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
        await appendAudit(db, { guild, at, actor: by, action: "roster match", person, details: { canvasId } });
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
  return inTransaction(session, [exclusive(`roster/${guild}`)], async (db) => {
    const before = await db.selectFrom("roster").selectAll().where("guild", "=", guild).execute();
    const heldOf = new Map(before.map(({ canvasId, person, proposedPerson, claimCode }) => [canvasId, { person, proposedPerson, claimCode }]));
    const uniqueRows = [...groupBy(rows, ({ canvasId }) => canvasId).values()].flatMap((same) => same.slice(0, 1));
    const newRows = uniqueRows.map((row, position) => ({ ...row, guild, position, ...(heldOf.get(row.canvasId) ?? unheld) }));
    await db.deleteFrom("roster").where("guild", "=", guild).execute();
    for (let start = 0; start < newRows.length; start += batchSize) {
      await db.insertInto("roster").values(newRows.slice(start, start + batchSize)).execute();
    }
    const updated = newRows.filter(({ canvasId }) => heldOf.has(canvasId)).length;
    const change = { added: newRows.length - updated, updated, removed: before.length - updated };
    await appendAudit(db, { guild, at, actor: by, action: "roster import", person: null, details: { ...change } });
    return change;
  });
}
