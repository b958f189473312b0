import * as v from "valibot";
import type { Check } from "./check-records.ts";
import { itemText } from "./rows.ts";
import { newId } from "./session.ts";
import type { QueryRunner } from "./session.ts";

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
export interface Attribution {
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
    // A change that an earlier version noted says nothing of the opening and of votes.
    opensAt: v.exactOptional(v.number()),
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
        v.object({ answerId: v.string(), position: v.number(), quantity: v.string(), value: nullableNumber, expected: nullableNumber, verdict: v.string(), diagnoses: v.string(), earlierVerdict: v.optional(nullableText, null) }),
      ),
    }),
  ),
});

export type Before = v.InferOutput<typeof before>;

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
    .select(["opensAt", "closesAt", "closedAt", "voidedAt", "announcedAt", "correction", "namedMistakes", "discussAt", "secondAt"])
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
    .select(["answerId", "position", "quantity", "value", "expected", "verdict", "diagnoses", "earlierVerdict"])
    .where("answerId", "in", answers.select("id"))
    .execute();
  return { extension: null, answers: rows.map((row) => ({ row, parts: parts.filter(({ answerId }) => answerId === row.id) })) };
}

/** The newest change that was not taken back; null where there is none. */
export async function latestChange(db: QueryRunner, check: string): Promise<CheckChange | null> {
  return (await latestWithBefore(db, check))?.change ?? null;
}

/** The same with what it overwrote. */
export async function latestWithBefore(db: QueryRunner, check: string): Promise<{ readonly change: CheckChange; readonly before: Before } | null> {
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

/** When a check was regraded, by correction as it had been before; taken back or not, oldest first. */
export async function regradesOf(db: QueryRunner, check: string): Promise<readonly { readonly at: number; readonly earlier: string | null; readonly undoneAt: number | null }[]> {
  const rows = await db
    .selectFrom("checkChanges")
    .select(["at", "before", "undoneAt"])
    .where("checkId", "=", check)
    .where("action", "=", "check regrade")
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ at, before: text, undoneAt }) => ({ at, earlier: v.parse(before, JSON.parse(text)).check.correction, undoneAt }));
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
