import { sql } from "kysely";
import { appendAudit } from "./courses.ts";
import { deleteChecks } from "./delete-checks.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import { saveTerm, termOf } from "./terms.ts";

/** The actor of the audit's entries that nobody asked for. */
const program = "factor-ta";

/** What of a course is older than a time. */
export interface OldRows {
  /** Closed by then for everybody, and not answered since, with all that belongs to them. */
  readonly checks: number;
  /** To these checks, and to practice until then. */
  readonly answers: number;
  /** To the staff. */
  readonly questions: number;
  /** Of the roster, where the course was closed by then. */
  readonly students: number;
}

/** What is to be deleted, and since when that has been said. Epoch milliseconds. */
interface Announced {
  readonly upTo: number;
  readonly at: number;
}

/** Deleting what a course has kept for long enough: said in advance, and written to the audit. */
export interface Retention {
  /** Every course with something stored. */
  courses(): Promise<readonly string[]>;
  old(guild: string, upTo: number): Promise<OldRows>;
  announced(guild: string): Promise<Announced | null>;
  announce(guild: string, announced: Announced, rows: OldRows): Promise<void>;
  /** Takes an announcement back: what was announced stays. */
  withdraw(guild: string, at: number): Promise<void>;
  /** Deletes what was announced, and no more; null where nothing was, or where more was than is older than `dueUpTo`. */
  deleteAnnounced(guild: string, due: { readonly upTo: number; readonly at: number }): Promise<OldRows | null>;
  /** Who is to be told where a course has no channel for its staff: who posted its newest check, or else changed it last. */
  lastInstructor(guild: string): Promise<string | null>;
  /** Practice outside any course; resolves to the number of answers. */
  deleteOutside(upTo: number): Promise<number>;
}

export function retention(session: Session): Retention {
  const { db } = session;
  return {
    async courses() {
      const { rows } = await sql<{ guild: string }>`
        select guild from checks union select guild from questions union select guild from roster union select guild from audit
        union select guild from answers where guild is not null order by guild`.execute(db);
      return rows.map(({ guild }) => guild);
    },
    old: (guild, upTo) => oldRows(db, guild, upTo),
    announced: (guild) => announcedOf(db, guild),
    announce: (guild, { upTo, at }, rows) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        await saveTerm(db, { ...(await termOf(db, guild)), deleteUpTo: upTo, announcedAt: at });
        await appendAudit(db, { guild, at, actor: program, action: "retention announced", person: null, details: { upTo, ...rows } });
      }),
    withdraw: (guild, at) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        const announced = await announcedOf(db, guild);
        if (announced === null) return;
        await saveTerm(db, { ...(await termOf(db, guild)), deleteUpTo: null, announcedAt: null });
        await appendAudit(db, { guild, at, actor: program, action: "retention withdrawn", person: null, details: { upTo: announced.upTo } });
      }),
    deleteAnnounced: (guild, { upTo: dueUpTo, at }) =>
      inTransaction(session, [exclusive(`course/${guild}`)], async (db) => {
        const announced = await announcedOf(db, guild);
        if (announced === null || announced.upTo > dueUpTo) return null;
        const rows = await oldRows(db, guild, announced.upTo);
        await deleteOld(db, guild, announced.upTo);
        await saveTerm(db, { ...(await termOf(db, guild)), deleteUpTo: null, announcedAt: null });
        await appendAudit(db, { guild, at, actor: program, action: "retention", person: null, details: { upTo: announced.upTo, ...rows } });
        return rows;
      }),
    async lastInstructor(guild) {
      const check = await db.selectFrom("checks").select("createdBy as person").where("guild", "=", guild).orderBy("createdAt", "desc").limit(1).executeTakeFirst();
      const action = await db.selectFrom("audit").select("actor as person").where("guild", "=", guild).where("actor", "!=", program).where("action", "in", ["course setup", "course close", "course reopen"]).orderBy("at", "desc").limit(1).executeTakeFirst();
      return (check ?? action)?.person ?? null;
    },
    deleteOutside: (upTo) =>
      inTransaction(session, [], async (db) => {
        const outside = sql`guild is null and item like 'practice/%' and at <= ${upTo}`;
        await sql`delete from answer_parts where answer_id in (select id from answers where ${outside})`.execute(db);
        const { numAffectedRows } = await sql`delete from answers where ${outside}`.execute(db);
        await sql`delete from progress where item like 'practice/%' and touched_at <= ${upTo}`.execute(db);
        return Number(numAffectedRows ?? 0);
      }),
  };
}

async function announcedOf(db: QueryRunner, guild: string): Promise<Announced | null> {
  const { deleteUpTo, announcedAt } = await termOf(db, guild);
  return deleteUpTo === null || announcedAt === null ? null : { upTo: deleteUpTo, at: announcedAt };
}

/**
 * A check that nobody closed and that has no closing time is open, however old; so is one that a single student has
 * more time for, and one that was answered since.
 */
const oldChecks = (guild: string, upTo: number) =>
  sql<{ id: string }>`
    select id from checks where guild = ${guild} and coalesce(closed_at, closes_at) <= ${upTo}
      and not exists (select 1 from extensions where extensions.check_id = checks.id and extensions.closes_at > ${upTo})
      and not exists (select 1 from answers where answers.item = 'check/' || checks.id and answers.at > ${upTo})`;

async function oldRows(db: QueryRunner, guild: string, upTo: number): Promise<OldRows> {
  const closed = (await termOf(db, guild)).closedAt;
  const counted = async (query: ReturnType<typeof sql<{ found: number | string }>>): Promise<number> => Number((await query.execute(db)).rows[0]?.found ?? 0);
  return {
    checks: await counted(sql`select count(*) as found from (${oldChecks(guild, upTo)}) as old`),
    answers: await counted(sql`
      select count(*) as found from answers
      where item in (select 'check/' || old.id from (${oldChecks(guild, upTo)}) as old) or (guild = ${guild} and item like 'practice/%' and at <= ${upTo})`),
    questions: await counted(sql`select count(*) as found from questions where guild = ${guild} and asked_at <= ${upTo}`),
    students: closed === null || closed > upTo ? 0 : await counted(sql`select count(*) as found from roster where guild = ${guild}`),
  };
}

async function deleteOld(db: QueryRunner, guild: string, upTo: number): Promise<void> {
  await deleteChecks(db, oldChecks(guild, upTo));
  const practised = sql`guild = ${guild} and item like 'practice/%' and at <= ${upTo}`;
  await sql`delete from answer_parts where answer_id in (select id from answers where ${practised})`.execute(db);
  await sql`delete from answers where ${practised}`.execute(db);
  await sql`delete from posts where subject in (select id from questions where guild = ${guild} and asked_at <= ${upTo})`.execute(db);
  await sql`delete from questions where guild = ${guild} and asked_at <= ${upTo}`.execute(db);
  const closed = (await termOf(db, guild)).closedAt;
  if (closed !== null && closed <= upTo) {
    await sql`delete from roster where guild = ${guild}`.execute(db);
    await sql`delete from accommodations where guild = ${guild}`.execute(db);
  }
  await sql`delete from unclear_questions where guild = ${guild} and last_at <= ${upTo}`.execute(db);
  await sql`delete from audit where guild = ${guild} and at <= ${upTo}`.execute(db);
}
