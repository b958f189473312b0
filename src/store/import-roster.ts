import { setImmediate as nextTurn } from "node:timers/promises";
import * as v from "valibot";
import { appendAudit } from "./courses.ts";
import { groupBy } from "./group-by.ts";
import type { RosterRow } from "./records.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

export interface RosterChange {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  /** Of those added, how many were there before and have their match again. */
  readonly restored: number;
}

const unheld = { person: null, proposedPerson: null, claimCode: null };

/** Below SQLite's and PostgreSQL's limits for the parameters of one statement. */
const batchSize = 500;

export async function importRoster(
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
