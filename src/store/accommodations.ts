import { appendAudit } from "./courses.ts";
import type { Check } from "./check-records.ts";
import { itemText, verdictText } from "./rows.ts";
import { inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

/** A student who has more time at every check of a course. */
interface Accommodation {
  readonly person: string;
  /** Times the class's time, like 1.5. */
  readonly factor: number;
  readonly by: string;
  readonly at: number;
}

/** Said once per student; it holds for every check that closes from then on, but for votes, which a class takes together. */
export interface Accommodations {
  /** 1: the class's own time, as before. */
  set(guild: string, accommodation: Accommodation): Promise<void>;
  list(guild: string): Promise<readonly Accommodation[]>;
}

export function accommodations(session: Session): Accommodations {
  const { db } = session;
  return {
    set: (guild, { person, factor, by, at }) =>
      inTransaction(session, [], async (db) => {
        await db.deleteFrom("accommodations").where("guild", "=", guild).where("person", "=", person).execute();
        if (factor !== 1) await db.insertInto("accommodations").values({ guild, person, factor, grantedBy: by, grantedAt: at }).execute();
        await appendAudit(db, { guild, at, actor: by, action: "roster time", person, details: { factor } });
      }),
    async list(guild) {
      const rows = await db.selectFrom("accommodations").selectAll().where("guild", "=", guild).orderBy("grantedAt").orderBy("person").execute();
      return rows.map(({ person, factor, grantedBy, grantedAt }) => ({ person, factor, by: grantedBy, at: grantedAt }));
    },
  };
}

/**
 * When a check ends for somebody with so many times the class's time; null while the class's own end is not known. Closed
 * sooner than was said, it leaves them the time that was promised.
 */
function endWith(factor: number, { opensAt, closesAt, closedAt, vote }: Pick<Check, "opensAt" | "closesAt" | "closedAt" | "vote">): number | null {
  const end = closesAt ?? closedAt;
  return end === null || vote !== null ? null : Math.round(opensAt + factor * (end - opensAt));
}

/** One person's own end of a check, where they have more time; null where not. */
export async function accommodatedEnd(db: QueryRunner, check: Check, person: string): Promise<number | null> {
  const row = await db.selectFrom("accommodations").select("factor").where("guild", "=", check.guild).where("person", "=", person).executeTakeFirst();
  return row === undefined ? null : endWith(row.factor, check);
}

/**
 * When a check closes for the class, who has more time gets it as an extension: from then on it is one like any other, for
 * keys that stay hidden, solutions that are kept back, and lists. A longer one that they have already stays.
 */
export async function extendAccommodated(db: QueryRunner, check: Check): Promise<void> {
  const { id, guild, closedAt } = check;
  if (closedAt === null || check.voidedAt !== null) return;
  const rows = await db.selectFrom("accommodations").selectAll().where("guild", "=", guild).execute();
  for (const { person, factor, grantedBy } of rows) {
    const closesAt = endWith(factor, check);
    if (closesAt === null || closesAt <= closedAt) continue;
    const own = await db.selectFrom("extensions").select("closesAt").where("checkId", "=", id).where("person", "=", person).executeTakeFirst();
    if (own === undefined) await db.insertInto("extensions").values({ checkId: id, person, closesAt, attempts: 0, grantedBy, grantedAt: closedAt }).execute();
    else if ((own.closesAt ?? 0) < closesAt) await db.updateTable("extensions").set({ closesAt }).where("checkId", "=", id).where("person", "=", person).execute();
  }
}

/** Who may still answer a check that closes for the class at that time, has not finished with full marks, and until when. */
export async function lateAnswerers(db: QueryRunner, check: Check, at: number): Promise<readonly LateAnswerer[]> {
  const closed = { ...check, closedAt: check.closedAt ?? at };
  const extensions = await db.selectFrom("extensions").select(["person", "closesAt"]).where("checkId", "=", check.id).execute();
  const accommodated = check.closedAt === null ? await db.selectFrom("accommodations").select(["person", "factor"]).where("guild", "=", check.guild).execute() : [];
  const ends = new Map<string, number>();
  const note = (person: string, closesAt: number | null): void => {
    if (closesAt !== null && closesAt > at) ends.set(person, Math.max(closesAt, ends.get(person) ?? 0));
  };
  for (const { person, closesAt } of extensions) note(person, closesAt);
  for (const { person, factor } of accommodated) note(person, endWith(factor, closed));
  // Full marks can't become more, since the best answer counts: who has them has finished. Of votes the last one counts.
  const right = check.vote !== null ? [] : await db.selectFrom("answers").select("person").where("item", "=", itemText({ kind: "check", check: check.id })).where("verdict", "=", verdictText("correct")).where("attempt", "is not", null).execute();
  for (const { person } of right) ends.delete(person);
  return [...ends].map(([person, closesAt]) => ({ person, closesAt }));
}

export interface LateAnswerer {
  readonly person: string;
  readonly closesAt: number;
}
