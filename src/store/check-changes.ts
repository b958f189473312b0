import * as v from "valibot";
import { msPerDay } from "../calendar.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { appendAudit } from "./courses.ts";
import { scheduleUpdate, updateLeaseMs } from "./result-updates.ts";
import type { AnswerProblem } from "./problem.ts";
import type { Check } from "./records.ts";
import { checkOf, itemText } from "./rows.ts";
import { exclusive, inTransaction, newId } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import { termOf } from "./terms.ts";

/** How long a change of a check can be taken back. */
const undoableMs = msPerDay;

/** What an instructor changed of a check that can be taken back. */
export interface CheckChange {
  readonly id: string;
  readonly check: string;
  readonly action: string;
  readonly by: string;
  readonly at: number;
  /** When the class's time ended, or would have, before the change. */
  readonly earlier: Pick<Check, "closesAt" | "closedAt" | "voidedAt">;
  /** The student whose own time it was about; null where it was the class's. */
  readonly person: string | null;
}

/** Who did it, and when (epoch milliseconds). */
interface Attribution {
  readonly by: string;
  readonly at: number;
}

const nullableNumber = v.nullable(v.number());
const nullableText = v.nullable(v.string());

/** What a change is taken back to: the check's own columns, one student's extension, the marks of the answers. */
const before = v.object({
  check: v.object({
    closesAt: nullableNumber,
    closedAt: nullableNumber,
    voidedAt: nullableNumber,
    announcedAt: nullableNumber,
    correction: nullableText,
    namedMistakes: nullableText,
    // A change that an earlier version noted says nothing of votes.
    discussAt: v.exactOptional(nullableNumber),
    secondAt: v.exactOptional(nullableNumber),
  }),
  extension: v.nullable(
    v.object({ person: v.string(), row: v.nullable(v.object({ closesAt: nullableNumber, attempts: v.number(), grantedBy: v.string(), grantedAt: v.number() })) }),
  ),
  // All of a check's extensions, of a change that makes or ends several.
  extensions: v.exactOptional(v.array(v.object({ person: v.string(), closesAt: nullableNumber, attempts: v.number(), grantedBy: v.string(), grantedAt: v.number() }))),
  answers: v.array(
    v.object({
      row: v.object({ id: v.string(), verdict: v.string(), score: v.number(), originalVerdict: nullableText, originalScore: nullableNumber }),
      parts: v.array(
        v.object({ answerId: v.string(), position: v.number(), quantity: v.string(), value: nullableNumber, expected: nullableNumber, verdict: v.string(), diagnoses: v.string() }),
      ),
    }),
  ),
});

type Before = v.InferOutput<typeof before>;

const nothingElse = { extension: null, answers: [] };

/** Notes what a change is about to overwrite; to be called in its transaction, before it. */
export async function noteChange(
  db: QueryRunner,
  check: string,
  action: string,
  { by, at }: Attribution,
  rest: Pick<Before, "extension" | "extensions" | "answers"> = nothingElse,
): Promise<void> {
  const row = await db
    .selectFrom("checks")
    .select(["closesAt", "closedAt", "voidedAt", "announcedAt", "correction", "namedMistakes", "discussAt", "secondAt"])
    .where("id", "=", check)
    .executeTakeFirstOrThrow();
  const text: Before = { check: row, ...rest };
  await db
    .insertInto("checkChanges")
    .values({ id: newId(at), checkId: check, action, actor: by, at, before: JSON.stringify(text), undoneAt: null, undoneBy: null })
    .execute();
}

/** A student's extension as it is. */
export async function extensionBefore(db: QueryRunner, check: string, person: string): Promise<Pick<Before, "extension" | "answers">> {
  const row = await db
    .selectFrom("extensions")
    .select(["closesAt", "attempts", "grantedBy", "grantedAt"])
    .where("checkId", "=", check)
    .where("person", "=", person)
    .executeTakeFirst();
  return { extension: { person, row: row ?? null }, answers: [] };
}

/** All students' extensions as they are. */
export async function extensionsBefore(db: QueryRunner, check: string): Promise<Pick<Before, "extension" | "extensions" | "answers">> {
  const extensions = await db.selectFrom("extensions").select(["person", "closesAt", "attempts", "grantedBy", "grantedAt"]).where("checkId", "=", check).execute();
  return { ...nothingElse, extensions };
}

/** The marks of a check's answers as they are; what people wrote is not part of it. */
export async function marksBefore(db: QueryRunner, check: string): Promise<Pick<Before, "extension" | "answers">> {
  const answers = db.selectFrom("answers").where("item", "=", itemText({ kind: "check", check }));
  const rows = await answers.select(["id", "verdict", "score", "originalVerdict", "originalScore"]).execute();
  const parts = await db
    .selectFrom("answerParts")
    .select(["answerId", "position", "quantity", "value", "expected", "verdict", "diagnoses"])
    .where("answerId", "in", answers.select("id"))
    .execute();
  return { extension: null, answers: rows.map((row) => ({ row, parts: parts.filter(({ answerId }) => answerId === row.id) })) };
}

/** The newest change that was not taken back; null where there is none. */
export async function latestChange(db: QueryRunner, check: string): Promise<CheckChange | null> {
  return (await latestWithBefore(db, check))?.change ?? null;
}

async function latestWithBefore(db: QueryRunner, check: string): Promise<{ readonly change: CheckChange; readonly before: Before } | null> {
  const row = await db
    .selectFrom("checkChanges")
    .select(["id", "checkId as check", "action", "actor as by", "at", "before"])
    .where("checkId", "=", check)
    .where("undoneAt", "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { before: text, ...same } = row;
  const earlier = v.parse(before, JSON.parse(text));
  const { closesAt, closedAt, voidedAt } = earlier.check;
  return { change: { ...same, earlier: { closesAt, closedAt, voidedAt }, person: earlier.extension?.person ?? null }, before: earlier };
}

/** The check of a course whose change is the newest that was not taken back; null where there is none. */
export async function latestChanged(db: QueryRunner, guild: string): Promise<string | null> {
  const row = await db
    .selectFrom("checkChanges")
    .innerJoin("checks", "checks.id", "checkChanges.checkId")
    .select("checkChanges.checkId as check")
    .where("checks.guild", "=", guild)
    .where("checkChanges.undoneAt", "is", null)
    .orderBy("checkChanges.at", "desc")
    .orderBy("checkChanges.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.check ?? null;
}

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
  const refused = (reason: "nothing" | "not-the-newest" | "too-old" | "time-over" | "course-closed") => failure({ kind: "cannot-undo" as const, check, reason });
  const found = await latestWithBefore(db, check);
  if (found === null) return refused("nothing");
  const { change: latest, before: earlier } = found;
  if (change !== null && latest.id !== change) return refused("not-the-newest");
  if (at - latest.at > undoableMs) return refused("too-old");
  // It would close again at once, and its results be posted a second time.
  if (latest.action === "check close" && earlier.check.closesAt !== null && earlier.check.closesAt <= at) return refused("time-over");
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
