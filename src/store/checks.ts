import { sql } from "kysely";

import type { AnswerProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { appendAudit } from "./courses.ts";
import { extensionBefore, latestChange, marksBefore, noteChange, undoChange, type CheckChange, type UndoneChange } from "./check-changes.ts";
import { deleteChecks } from "./delete-checks.ts";
import { claimDue } from "./due-checks.ts";
import { scheduleUpdate, updateLeaseMs } from "./posts.ts";
import { openChecks } from "./open-checks.ts";
import type { Check, Correction, Extension, Json, NewCheck } from "./records.ts";
import { checkOf, jsonOf } from "./rows.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

/** Who did it, and when (epoch milliseconds). */
interface Attribution {
  readonly by: string;
  readonly at: number;
}

/**
 * The life of a check: created, posted, answered, closed, announced. Times are parameters, never read from a clock here.
 * Every change by an instructor is written to the audit in the same transaction.
 */
export interface Checks {
  create(check: NewCheck): Promise<Check>;
  /** The same, unless the channel was asked the same since then: then that check, with nothing created. */
  createUnlessRepeated(check: NewCheck, since: number): Promise<{ readonly created: boolean; readonly check: Check }>;
  find(id: string): Promise<Check | null>;
  /** Newest first. */
  list(guild: string, limit: number): Promise<readonly Check[]>;
  /** Checks that somebody may still answer at that time, students with extensions included; their keys are hidden. */
  listOpen(guild: string, at: number): Promise<readonly Check[]>;
  /** The same of every course. */
  listOpenAnywhere(at: number): Promise<readonly Check[]>;
  /** Takes away a check that never was in its channel: no message and no answer of it is known. Returns whether it was one. */
  removeUnposted(id: string, at: number): Promise<boolean>;
  /** Sets a new closing time for everybody; a closed check opens again. */
  extend(id: string, closesAt: number | null, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** Sets one student's own closing time and extra attempts, replacing an earlier extension. Works after the check has closed. */
  extendPerson(id: string, extension: Extension): Promise<Outcome<Check, AnswerProblem>>;
  extensions(id: string): Promise<readonly Extension[]>;
  /**
   * Returns true for the one call that closed it; its results are then due. That caller has `leaseMs` to announce them
   * before `claimDue` gives them to another; 0, if not given: they are anybody's at once.
   */
  close(id: string, attribution: Attribution, leaseMs?: number): Promise<Outcome<boolean, AnswerProblem>>;
  /** Gives everybody full marks and takes no more answers. */
  void(id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /**
   * Closes checks past their closing time and returns every closed check whose results are not announced. Each is leased
   * to one caller for `leaseMs`; if it is not announced by then, another caller can claim it.
   */
  claimDue(at: number, leaseMs: number): Promise<readonly Check[]>;
  /** Of a check that is still closed. */
  markAnnounced(id: string, at: number): Promise<void>;
  /** Stores a corrected key or tolerance. Answers marked before are outdated from then on: see `answers.regrade`. */
  correct(id: string, correction: Json, reason: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  corrections(id: string): Promise<readonly Correction[]>;
  /** Stores the mistakes that instructors named from the answers; answers marked before are outdated from then on. */
  nameMistakes(id: string, mistakes: Json, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>>;
  /** The newest change that can be taken back; null where there is none. */
  latestChange(id: string): Promise<CheckChange | null>;
  /** Takes the newest change back within 24 hours; `change` is the one that is meant, null whichever is the newest. */
  undo(id: string, change: string | null, attribution: Attribution): Promise<Outcome<UndoneChange, AnswerProblem>>;
}

const idAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

export function checks(session: Session): Checks {
  const { db } = session;
  return {
    create: (check) => inTransaction(session, [], (db) => create(db, check)),
    createUnlessRepeated: (check, since) =>
      inTransaction(session, [exclusive(`channel/${check.channel}`)], async (db) => {
        const earlier = await findRepeated(db, check, since);
        return earlier === null ? { created: true, check: await create(db, check) } : { created: false, check: earlier };
      }),
    find: (id) => findCheck(db, id),
    async list(guild, limit) {
      const rows = await db
        .selectFrom("checks")
        .selectAll()
        .where("guild", "=", guild)
        .orderBy("createdAt", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(checkOf);
    },
    listOpen: (guild, at) => openChecks(db, guild, at),
    listOpenAnywhere: (at) => openChecks(db, null, at),
    removeUnposted: (id, at) => removeUnposted(session, id, at),
    extend: (id, closesAt, attribution) =>
      changeCheck(session, id, "check extend", attribution, { closesAt }, async (db, check) => {
        if (check.voidedAt !== null) return withdrawn(check);
        await noteChange(db, id, "check extend", attribution);
        await db
          .updateTable("checks")
          .set({ closesAt, closedAt: null, announcedAt: null, claimedUntil: null })
          .where("id", "=", id)
          .execute();
        if (check.closedAt !== null) await scheduleUpdate(db, id, attribution.at + updateLeaseMs);
      }),
    extendPerson: (id, extension) => extendPerson(session, id, extension),
    async extensions(id) {
      const rows = await db.selectFrom("extensions").selectAll().where("checkId", "=", id).orderBy("grantedAt").execute();
      return rows.map(({ person, closesAt, attempts, grantedBy, grantedAt }) => ({
        person,
        closesAt,
        attempts,
        by: grantedBy,
        at: grantedAt,
      }));
    },
    async close(id, attribution, leaseMs = 0) {
      let isFirst = false;
      const closed = await changeCheck(session, id, "check close", attribution, {}, async (db, check) => {
        isFirst = check.closedAt === null;
        if (isFirst) await noteChange(db, id, "check close", attribution);
        if (isFirst) await db.updateTable("checks").set({ closedAt: attribution.at, claimedUntil: attribution.at + leaseMs }).where("id", "=", id).execute();
        return isFirst;
      });
      return closed.ok ? success(isFirst) : closed;
    },
    void: (id, attribution) =>
      changeCheck(session, id, "check void", attribution, {}, async (db, check) => {
        if (check.voidedAt !== null) return false;
        await noteChange(db, id, "check void", attribution);
        const closedAt = check.closedAt ?? attribution.at;
        await db.updateTable("checks").set({ voidedAt: attribution.at, closedAt }).where("id", "=", id).execute();
        return true;
      }),
    claimDue: (at, leaseMs) => claimDue(session, at, leaseMs),
    async markAnnounced(id, at) {
      await db.updateTable("checks").set({ announcedAt: at, claimedUntil: null }).where("id", "=", id).where("closedAt", "is not", null).execute();
    },
    correct: (id, correction, reason, attribution) =>
      changeCheck(session, id, "check correct", attribution, { correction, reason }, async (db, check) => {
        await noteChange(db, id, "check regrade", attribution, await marksBefore(db, id));
        const revision = check.revision + 1;
        const text = JSON.stringify(correction);
        await db
          .insertInto("corrections")
          .values({ checkId: id, revision, correction: text, reason, madeBy: attribution.by, madeAt: attribution.at })
          .execute();
        await db.updateTable("checks").set({ revision, correction: text }).where("id", "=", id).execute();
      }),
    nameMistakes: (id, mistakes, attribution) =>
      changeCheck(session, id, "check name", attribution, { mistakes }, async (db, check) => {
        await noteChange(db, id, "check name", attribution, await marksBefore(db, id));
        await db.updateTable("checks").set({ revision: check.revision + 1, namedMistakes: JSON.stringify(mistakes) }).where("id", "=", id).execute();
      }),
    latestChange: (id) => latestChange(db, id),
    undo: (id, change, attribution) => undoChange(session, id, change, attribution),
    async corrections(id) {
      const rows = await db.selectFrom("corrections").selectAll().where("checkId", "=", id).orderBy("revision").execute();
      return rows.map(({ revision, correction, reason, madeBy, madeAt }) => ({
        revision,
        correction: jsonOf(correction),
        reason,
        by: madeBy,
        at: madeAt,
      }));
    },
  };
}

export async function findCheck(db: QueryRunner, id: string): Promise<Check | null> {
  const row = await db.selectFrom("checks").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : checkOf(row);
}

async function findRepeated(db: QueryRunner, { channel, exercise, question, variants }: NewCheck, since: number): Promise<Check | null> {
  const rows = await db
    .selectFrom("checks")
    .selectAll()
    .where("channel", "=", channel)
    .where("createdAt", ">=", since)
    .where("voidedAt", "is", null)
    .where("variants", "=", variants ? 1 : 0)
    .orderBy("createdAt", "desc")
    .execute();
  const asked = question === null ? null : JSON.stringify(question);
  const same = rows.find((row) => row.exercise === exercise && row.question === asked);
  return same === undefined ? null : checkOf(same);
}

async function create(db: QueryRunner, check: NewCheck): Promise<Check> {
  const { by, at, question, variants, hints, credit, ...same } = check;
  const row = {
    ...same,
    id: randomText(6, idAlphabet),
    question: question === null ? null : JSON.stringify(question),
    variants: variants ? (1 as const) : (0 as const),
    hints: hints ? (1 as const) : (0 as const),
    credit: credit === null ? null : JSON.stringify(credit),
    namedMistakes: null,
    message: null,
    correction: null,
    revision: 0,
    createdBy: by,
    createdAt: at,
    closedAt: null,
    voidedAt: null,
    claimedUntil: null,
    announcedAt: null,
  };
  await db.insertInto("checks").values(row).execute();
  const details = { check: row.id, title: row.title };
  await appendAudit(db, { guild: row.guild, at, actor: by, action: "check create", person: null, details });
  return checkOf(row);
}

/** Changes one check under an exclusive lock, with an entry in the audit if anything changed. */
async function changeCheck(
  session: Session,
  id: string,
  action: string,
  attribution: Attribution & { readonly person?: string },
  details: Readonly<Record<string, Json>>,
  work: (db: QueryRunner, check: Check) => Promise<boolean | undefined | AnswerProblem> | Promise<void>,
): Promise<Outcome<Check, AnswerProblem>> {
  return inTransaction(session, [exclusive(`check/${id}`)], async (db) => {
    const check = await findCheck(db, id);
    if (check === null) return failure({ kind: "unknown-check", asked: id });
    const done = await work(db, check);
    if (typeof done === "object") return failure(done);
    if (done !== false) {
      const { guild } = check;
      const person = attribution.person ?? null;
      await appendAudit(db, { guild, at: attribution.at, actor: attribution.by, action, person, details: { check: id, ...details } });
    }
    return success((await findCheck(db, id)) ?? check);
  });
}

const withdrawn = ({ id, voidedAt, createdAt }: Check): AnswerProblem => ({ kind: "check-closed", check: id, closedAt: voidedAt ?? createdAt, voided: true });

async function extendPerson(session: Session, id: string, extension: Extension): Promise<Outcome<Check, AnswerProblem>> {
  const { person, closesAt, attempts, by, at } = extension;
  const row = { checkId: id, person, closesAt, attempts, grantedBy: by, grantedAt: at };
  return changeCheck(session, id, "check extend person", { by, at, person }, { closesAt, attempts }, async (db, check) => {
    if (check.voidedAt !== null) return withdrawn(check);
    await noteChange(db, id, "check extend person", { by, at }, await extensionBefore(db, id, person));
    await db
      .insertInto("extensions")
      .values(row)
      .onConflict((conflict) => conflict.columns(["checkId", "person"]).doUpdateSet(row))
      .execute();
    if (check.closedAt !== null) await scheduleUpdate(db, id, at + updateLeaseMs);
  });
}

async function removeUnposted(session: Session, id: string, at: number): Promise<boolean> {
  return inTransaction(session, [exclusive(`check/${id}`)], async (db) => {
    const removed = await db
      .selectFrom("checks")
      .select(["guild", "title", "createdBy"])
      .where("id", "=", id)
      .where("message", "is", null)
      .where(sql<boolean>`not exists (select 1 from answers where answers.item = 'check/' || checks.id)`)
      .executeTakeFirst();
    if (removed === undefined) return false;
    await deleteChecks(db, sql<{ id: string }>`select id from checks where id = ${id}`);
    const { guild, title, createdBy } = removed;
    await appendAudit(db, { guild, at, actor: createdBy, action: "check not posted", person: null, details: { check: id, title } });
    return true;
  });
}
