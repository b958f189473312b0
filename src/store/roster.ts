import { setImmediate as nextTurn } from "node:timers/promises";
import * as v from "valibot";
import { appendAudit } from "./courses.ts";
import { groupBy } from "./group-by.ts";
import type { RosterEntry, RosterRow } from "./records.ts";
import { rosterEntryOf } from "./rows.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

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

export interface RosterProposal {
  readonly canvasId: string;
  readonly person: string;
}

/** Why a code claims no row. */
type ClaimResult = "claimed" | "unknown-code" | "taken" | "other-row";

interface RosterChange {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  /** Of those added, how many were there before and have their match again. */
  readonly restored: number;
}

/** Without letters and digits that are taken for each other. */
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

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
    const added = uniqueRows.filter(({ canvasId }) => !heldOf.has(canvasId)).map(({ canvasId }) => canvasId);
    const listedIds = new Set(uniqueRows.map(({ canvasId }) => canvasId));
    const listed = before.filter(({ canvasId }) => listedIds.has(canvasId));
    const restored = await earlierMatches(db, guild, added, new Set(listed.map(({ person }) => person)));
    const newRows = uniqueRows.map((row, position) => ({ ...row, guild, position, ...(heldOf.get(row.canvasId) ?? { ...unheld, person: restored.get(row.canvasId) ?? null }) }));
    await db.deleteFrom("roster").where("guild", "=", guild).execute();
    for (let start = 0; start < newRows.length; start += batchSize) {
      await db.insertInto("roster").values(newRows.slice(start, start + batchSize)).execute();
      // SQLite writes in the thread that answers everybody.
      await nextTurn();
    }
    const updated = newRows.filter(({ canvasId }) => heldOf.has(canvasId)).length;
    const change = { added: newRows.length - updated, updated, removed: before.length - updated, restored: restored.size };
    await appendAudit(db, { guild, at, actor: by, action: "roster import", person: null, details: { ...change } });
    return change;
  });
}

const matchActions = ["roster match", "roster confirm", "roster claim"];

/** Whom rows were last matched with that an earlier list had, by the audit; who has another row now, or was deleted, has none. */
async function earlierMatches(db: QueryRunner, guild: string, canvasIds: readonly string[], taken: ReadonlySet<string | null>): Promise<ReadonlyMap<string, string>> {
  const matches = new Map<string, string>();
  if (canvasIds.length === 0) return matches;
  const entries = await db
    .selectFrom("audit")
    .select(["person", "details"])
    .where("guild", "=", guild)
    .where("action", "in", matchActions)
    .where("person", "is not", null)
    .where("person", "not like", "gone-%")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
  const wanted = new Set(canvasIds);
  const settled = new Set<string | null>(taken);
  const seen = new Set<string>();
  for (const { person, details } of entries) {
    const known = v.safeParse(matchedRow, JSON.parse(details));
    if (!known.success || person === null) continue;
    const { canvasId } = known.output;
    // The newest match of a person, and of a row, is the one that held.
    if (wanted.has(canvasId) && !seen.has(canvasId) && !settled.has(person)) matches.set(canvasId, person);
    seen.add(canvasId);
    settled.add(person);
  }
  return matches;
}

const matchedRow = v.object({ canvasId: v.string() });
