import { appendAudit } from "./courses.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import type { TermsTable } from "./tables.ts";

interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** The end of a course's term. */
export interface Terms {
  /** When the course was closed, in epoch milliseconds; null while it is open. */
  closedAt(guild: string): Promise<number | null>;
  /** Returns whether this call closed it. */
  close(guild: string, attribution: Attribution): Promise<boolean>;
  /** Returns whether it had been closed. */
  reopen(guild: string, attribution: Attribution): Promise<boolean>;
}

export function terms(session: Session): Terms {
  const set = (guild: string, closedAt: number | null, action: string, { by, at }: Attribution): Promise<boolean> =>
    inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
      const term = await termOf(db, guild);
      if ((term.closedAt === null) === (closedAt === null)) return false;
      await saveTerm(db, { ...term, closedAt });
      await appendAudit(db, { guild, at, actor: by, action, person: null, details: {} });
      return true;
    });
  return {
    closedAt: async (guild) => (await termOf(session.db, guild)).closedAt,
    close: (guild, attribution) => set(guild, attribution.at, "course close", attribution),
    reopen: (guild, attribution) => set(guild, null, "course reopen", attribution),
  };
}

export async function termOf(db: QueryRunner, guild: string): Promise<TermsTable> {
  const row = await db.selectFrom("terms").selectAll().where("guild", "=", guild).executeTakeFirst();
  return row ?? { guild, closedAt: null, deleteUpTo: null, announcedAt: null };
}

export async function saveTerm(db: QueryRunner, row: TermsTable): Promise<void> {
  await db
    .insertInto("terms")
    .values(row)
    .onConflict((conflict) => conflict.column("guild").doUpdateSet(row))
    .execute();
}
