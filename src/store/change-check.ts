import { hasBegun } from "../check-stage.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { extendAccommodated } from "./accommodations.ts";
import { extensionBefore, extensionsBefore, marksBefore, noteChange } from "./check-changes.ts";
import { appendAudit } from "./courses.ts";
import { findCheck } from "./find-check.ts";
import { scheduleUpdate, updateLeaseMs } from "./result-updates.ts";
import type { AnswerProblem } from "./problem.ts";
import type { Json } from "./records.ts";
import type { Check, Extension } from "./check-records.ts";
import { exclusive, inTransaction } from "./session.ts";
import { voteScore, voteStage } from "../check-stage.ts";
import { itemText } from "./rows.ts";
import type { QueryRunner, Session } from "./session.ts";

/** Who did it, and when (epoch milliseconds). */
export interface Attribution {
  readonly by: string;
  readonly at: number;
}

/** Changes of a check by an instructor: each with its entry in the audit, and noted so that it can be taken back. */
export function extendCheck(session: Session, id: string, closesAt: number | null, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check extend", attribution, { closesAt }, async (db, check) => {
    if (check.voidedAt !== null) return withdrawn(check);
    await noteChange(db, id, "check extend", attribution);
    await db.updateTable("checks").set({ closesAt, closedAt: null, announcedAt: null, claimedUntil: null }).where("id", "=", id).execute();
    if (check.closedAt !== null) await scheduleUpdate(db, id, attribution.at + updateLeaseMs);
  });
}

/** A check that is scheduled is in no channel yet: whoever posts it goes by these times. */
export function rescheduleCheck(session: Session, id: string, times: { readonly opensAt: number; readonly closesAt: number }, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check reschedule", attribution, times, async (db, check) => {
    if (check.voidedAt !== null) return withdrawn(check);
    if (hasBegun(check, attribution.at)) return { kind: "check-has-begun", check: id };
    await noteChange(db, id, "check reschedule", attribution);
    await db.updateTable("checks").set({ ...times, remindedFor: null }).where("id", "=", id).execute();
    return undefined;
  });
}

export async function extendPerson(session: Session, id: string, extension: Extension): Promise<Outcome<Check, AnswerProblem>> {
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

/** Whether this call closed it. `late`: what becomes of students who have more time than the class. */
export async function closeCheck(session: Session, id: string, attribution: Attribution, leaseMs: number, late: "goes-on" | "ends"): Promise<Outcome<boolean, AnswerProblem>> {
  let isFirst = false;
  const closed = await changeCheck(session, id, "check close", attribution, late === "ends" ? { late } : {}, async (db, check) => {
    isFirst = check.closedAt === null;
    if (!isFirst) return false;
    const { at } = attribution;
    await noteChange(db, id, "check close", attribution, await extensionsBefore(db, id));
    await db.updateTable("checks").set({ closedAt: at, claimedUntil: at + leaseMs }).where("id", "=", id).execute();
    if (late === "ends") await db.updateTable("extensions").set({ closesAt: at }).where("checkId", "=", id).where("closesAt", ">", at).execute();
    else await extendAccommodated(db, { ...check, closedAt: at });
    return true;
  });
  return closed.ok ? success(isFirst) : closed;
}

/** Ends the time of students who have more than the class, of a check that has closed for it. */
export function endMoreTime(session: Session, id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check end time", attribution, {}, async (db) => {
    const { at } = attribution;
    const earlier = await extensionsBefore(db, id);
    if (!(earlier.extensions ?? []).some(({ closesAt }) => closesAt !== null && closesAt > at)) return false;
    await noteChange(db, id, "check end time", attribution, earlier);
    await db.updateTable("extensions").set({ closesAt: at }).where("checkId", "=", id).where("closesAt", ">", at).execute();
    return true;
  });
}

/** Marks and solution are the class's from then on, whatever else is open. */
export function releaseCheck(session: Session, id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check release", attribution, {}, async (db, check) => {
    if (check.releasedAt !== null) return false;
    await db.updateTable("checks").set({ releasedAt: attribution.at }).where("id", "=", id).execute();
    return true;
  });
}

export function voidCheck(session: Session, id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check void", attribution, {}, async (db, check) => {
    if (check.voidedAt !== null) return false;
    await noteChange(db, id, "check void", attribution);
    const closedAt = check.closedAt ?? attribution.at;
    await db.updateTable("checks").set({ voidedAt: attribution.at, closedAt }).where("id", "=", id).execute();
    return true;
  });
}

/** Ends the first vote, for the discussion; what was voted in it stays. */
export function endFirstVote(session: Session, id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check discuss", attribution, {}, async (db, check) => {
    const problem = roundProblem(check, "first");
    if (problem !== null) return problem;
    await noteChange(db, id, "check discuss", attribution);
    await db.updateTable("checks").set({ discussAt: attribution.at }).where("id", "=", id).execute();
  });
}

/** Opens the second vote. */
export function beginSecondVote(session: Session, id: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check revote", attribution, {}, async (db, check) => {
    const problem = roundProblem(check, "discussion");
    if (problem !== null) return problem;
    await noteChange(db, id, "check revote", attribution, await marksBefore(db, id));
    // From now on two rounds are held: the first vote alone is worth half of taking part, and nothing of being right.
    const score = check.vote?.counts === "participation" ? voteScore("participation", { round: 1, held: 2, mark: 0, votedInOther: false }) : 0;
    await db.updateTable("answers").set({ score }).where("item", "=", itemText({ kind: "check", check: id })).where("attempt", "=", 1).execute();
    await db.updateTable("checks").set({ secondAt: attribution.at }).where("id", "=", id).execute();
  });
}

/** Why a check that should be at a stage of its two rounds is not. */
function roundProblem(check: Check, expected: "first" | "discussion"): AnswerProblem | null {
  const { id, vote, voidedAt, closedAt } = check;
  if (vote?.rounds !== 2) return { kind: "no-such-round", check: id, stage: "no-vote" };
  if (voidedAt !== null) return withdrawn(check);
  if (closedAt !== null) return { kind: "no-such-round", check: id, stage: "closed" };
  const stage = voteStage(check);
  return stage === expected ? null : { kind: "no-such-round", check: id, stage };
}

export function correctCheck(session: Session, id: string, correction: Json, reason: string, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check correct", attribution, { correction, reason }, async (db, check) => {
    await noteChange(db, id, "check regrade", attribution, await marksBefore(db, id));
    const revision = check.revision + 1;
    const text = JSON.stringify(correction);
    await db
      .insertInto("corrections")
      .values({ checkId: id, revision, correction: text, reason, madeBy: attribution.by, madeAt: attribution.at })
      .execute();
    await db.updateTable("checks").set({ revision, correction: text }).where("id", "=", id).execute();
    if (check.closedAt !== null) await scheduleUpdate(db, id, attribution.at + updateLeaseMs);
  });
}

export function nameMistakes(session: Session, id: string, mistakes: Json, attribution: Attribution): Promise<Outcome<Check, AnswerProblem>> {
  return changeCheck(session, id, "check name", attribution, { mistakes }, async (db, check) => {
    await noteChange(db, id, "check name", attribution, await marksBefore(db, id));
    await db.updateTable("checks").set({ revision: check.revision + 1, namedMistakes: JSON.stringify(mistakes) }).where("id", "=", id).execute();
    if (check.closedAt !== null) await scheduleUpdate(db, id, attribution.at + updateLeaseMs);
  });
}

const withdrawn = ({ id, voidedAt, createdAt }: Check): AnswerProblem => ({ kind: "check-closed", check: id, closedAt: voidedAt ?? createdAt, voided: true });

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
