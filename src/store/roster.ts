import { appendAudit } from "./courses.ts";
import type { RosterEntry, RosterRow } from "./records.ts";
import { rosterEntryOf } from "./rows.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { Session } from "./session.ts";
import { importRoster, type RosterChange } from "./import-roster.ts";

/** Canvas' list of students, matched with the server's members. */
export interface Roster {
  /**
   * Replaces the list by a newer export; matches are retained by Canvas' ID, and come back with an ID that was gone. Rows
   * that repeat an ID of the same list are dropped.
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
  /** Replaces what was found by name and is to be confirmed. */
  propose(guild: string, proposals: readonly RosterProposal[]): Promise<void>;
  /**
   * Confirms exactly these proposals, where they are still what was proposed and neither row nor person is matched
   * meanwhile; resolves to how many.
   */
  confirm(guild: string, proposals: readonly RosterProposal[], attribution: { readonly by: string; readonly at: number }): Promise<number>;
  /** Gives every row without a match a code that claims it; rows that have one keep it. */
  issueCodes(guild: string, attribution: { readonly by: string; readonly at: number }): Promise<readonly RosterEntry[]>;
  /** Matches the row of a code with whoever has it; each code works once. */
  claim(guild: string, code: string, person: string, at: number): Promise<ClaimResult>;
}

interface RosterProposal {
  readonly canvasId: string;
  readonly person: string;
}

/** Why a code claims no row. */
type ClaimResult = "claimed" | "unknown-code" | "taken" | "other-row";

/** Without letters and digits that are taken for each other. */
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

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
    propose: (guild, proposals) =>
      inTransaction(session, [exclusive(`roster/${guild}`)], async (db) => {
        await db.updateTable("roster").set({ proposedPerson: null }).where("guild", "=", guild).execute();
        for (const { canvasId, person } of proposals) {
          await db.updateTable("roster").set({ proposedPerson: person }).where("guild", "=", guild).where("canvasId", "=", canvasId).where("person", "is", null).execute();
        }
      }),
    confirm: (guild, proposals, { by, at }) =>
      inTransaction(session, [exclusive(`roster/${guild}`)], async (db) => {
        let confirmed = 0;
        for (const { canvasId, person } of proposals) {
          const isMatched = await db.selectFrom("roster").select("canvasId").where("guild", "=", guild).where("person", "=", person).executeTakeFirst();
          if (isMatched !== undefined) continue;
          const [row] = await db
            .updateTable("roster")
            .set({ person, proposedPerson: null, claimCode: null })
            .where("guild", "=", guild)
            .where("canvasId", "=", canvasId)
            .where("person", "is", null)
            .where("proposedPerson", "=", person)
            .returning("canvasId")
            .execute();
          if (row === undefined) continue;
          confirmed += 1;
          await appendAudit(db, { guild, at, actor: by, action: "roster confirm", person, details: { canvasId } });
        }
        return confirmed;
      }),
    issueCodes: (guild, { by, at }) =>
      inTransaction(session, [exclusive(`roster/${guild}`)], async (db) => {
        const rows = await db.selectFrom("roster").select("canvasId").where("guild", "=", guild).where("person", "is", null).where("claimCode", "is", null).execute();
        for (const { canvasId } of rows) {
          await db.updateTable("roster").set({ claimCode: randomText(8, codeAlphabet) }).where("guild", "=", guild).where("canvasId", "=", canvasId).execute();
        }
        await appendAudit(db, { guild, at, actor: by, action: "roster codes", person: null, details: { issued: rows.length } });
        const all = await db.selectFrom("roster").selectAll().where("guild", "=", guild).orderBy("position").execute();
        return all.map(rosterEntryOf);
      }),
    claim: (guild, code, person, at) =>
      inTransaction(session, [exclusive(`roster/${guild}`)], async (db): Promise<ClaimResult> => {
        const row = await db.selectFrom("roster").select(["canvasId", "person"]).where("guild", "=", guild).where("claimCode", "=", code).executeTakeFirst();
        if (row === undefined) return "unknown-code";
        if (row.person !== null) return row.person === person ? "claimed" : "taken";
        const other = await db.selectFrom("roster").select("canvasId").where("guild", "=", guild).where("person", "=", person).executeTakeFirst();
        if (other !== undefined) return "other-row";
        await db.updateTable("roster").set({ person, proposedPerson: null, claimCode: null }).where("guild", "=", guild).where("canvasId", "=", row.canvasId).execute();
        await appendAudit(db, { guild, at, actor: person, action: "roster claim", person, details: { canvasId: row.canvasId } });
        return "claimed";
      }),
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
          .set({ person, proposedPerson: null, claimCode: null })
          .where("guild", "=", guild)
          .where("canvasId", "=", canvasId)
          .execute();
        await appendAudit(db, { guild, at, actor: by, action: "roster match", person, details: { canvasId } });
        return true;
      }),
  };
}
