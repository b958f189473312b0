import { msPerDay } from "../calendar.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { latestWithBefore, type Attribution, type Before, type CheckChange } from "./check-changes.ts";
import { findCheck } from "./find-check.ts";
import { appendAudit } from "./courses.ts";
import { scheduleUpdate, updateLeaseMs } from "./result-updates.ts";
import type { AnswerProblem } from "./problem.ts";
import type { Check } from "./check-records.ts";
import { checkOf, itemText } from "./rows.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import { termOf } from "./terms.ts";

/** How long a change of a check can be taken back. */
const undoableMs = msPerDay;

export interface UndoneChange {
  readonly check: Check;
  readonly action: string;
}

/** The change that `undoChange` would take back, or why it would not. */
export async function findUndoable(db: QueryRunner, check: string, change: string | null, at: number): Promise<Outcome<CheckChange, AnswerProblem>> {
  const found = await undoable(db, check, change, at);
  return found.ok ? success(found.value.change) : found;
}

async function undoable(db: QueryRunner, check: string, change: string | null, at: number): Promise<Outcome<{ readonly change: CheckChange; readonly before: Before }, AnswerProblem>> {
  const refused = (reason: "nothing" | "not-the-newest" | "too-old" | "time-over" | "course-closed" | "has-begun") => failure({ kind: "cannot-undo" as const, check, reason });
  const found = await latestWithBefore(db, check);
  if (found === null) return refused("nothing");
  const { change: latest, before: earlier } = found;
  if (change !== null && latest.id !== change) return refused("not-the-newest");
  if (at - latest.at > undoableMs) return refused("too-old");
  // It would close again at once, and its results be posted a second time.
  if (latest.action === "check close" && earlier.check.closesAt !== null && earlier.check.closesAt <= at) return refused("time-over");
  // It is in its channel by now.
  if (latest.action === "check reschedule" && (await findCheck(db, check))?.message !== null) return refused("has-begun");
  const { guild } = await db.selectFrom("checks").select("guild").where("id", "=", check).executeTakeFirstOrThrow();
  if (opensCheck(earlier, at) && (await termOf(db, guild)).closedAt !== null) return refused("course-closed");
  return success(found);
}

/**
 * Takes back the newest change of a check. `change` is the one that is meant: a button pressed late, or twice, does not
 * take back another. Answers that came after a corrected key keep their marks: they are marked again by the caller.
 */
export async function undoChange(session: Session, check: string, change: string | null, { by, at }: Attribution): Promise<Outcome<UndoneChange, AnswerProblem>> {
  return inTransaction(session, [exclusive(`check/${check}`)], async (db) => {
    const found = await undoable(db, check, change, at);
    if (!found.ok) return found;
    const { change: latest, before: earlier } = found.value;
    const { closedAt } = await db.selectFrom("checks").select("closedAt").where("id", "=", check).executeTakeFirstOrThrow();
    await takeBack(db, check, earlier);
    // What was voted in a round that is taken back is no vote.
    if (latest.action === "check revote") await db.updateTable("answers").set({ attempt: null, score: 0 }).where("item", "=", itemText({ kind: "check", check })).where("attempt", "=", 2).execute();
    if (closedAt !== null || earlier.check.closedAt !== null) await scheduleUpdate(db, check, at + updateLeaseMs);
    await db.updateTable("checkChanges").set({ undoneAt: at, undoneBy: by }).where("id", "=", latest.id).execute();
    const restored = checkOf(await db.selectFrom("checks").selectAll().where("id", "=", check).executeTakeFirstOrThrow());
    const details = { check, change: latest.id, action: latest.action };
    await appendAudit(db, { guild: restored.guild, at, actor: by, action: "check undo", person: earlier.extension?.person ?? null, details });
    return success({ check: restored, action: latest.action });
  });
}

/** Whether the class, or the student of a changed extension, could answer again. */
function opensCheck({ check: { closedAt, closesAt, voidedAt }, extension, extensions = [] }: Before, at: number): boolean {
  if (voidedAt !== null) return false;
  return (closedAt === null && (closesAt === null || closesAt > at)) || (extension?.row?.closesAt ?? 0) > at || extensions.some((row) => (row.closesAt ?? 0) > at);
}

async function takeBack(db: QueryRunner, check: string, { check: columns, extension, extensions, answers }: Before): Promise<void> {
  // The revision goes on: an answer marked under what is taken back is marked again before it is stored.
  await db
    .updateTable("checks")
    .set((row) => ({ ...columns, claimedUntil: null, revision: row("revision", "+", 1) }))
    .where("id", "=", check)
    .execute();
  if (extensions !== undefined) {
    await db.deleteFrom("extensions").where("checkId", "=", check).execute();
    for (const row of extensions) await db.insertInto("extensions").values({ ...row, checkId: check }).execute();
  }
  if (extension !== null) {
    const { person, row } = extension;
    await db.deleteFrom("extensions").where("checkId", "=", check).where("person", "=", person).execute();
    if (row !== null) await db.insertInto("extensions").values({ ...row, checkId: check, person }).execute();
  }
  for (const { row, parts } of answers) {
    const { id, ...marks } = row;
    await db.updateTable("answers").set(marks).where("id", "=", id).execute();
    for (const { answerId, position, ...part } of parts) {
      await db.updateTable("answerParts").set(part).where("answerId", "=", answerId).where("position", "=", position).execute();
    }
  }
}
