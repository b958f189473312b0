import { createHmac } from "node:crypto";
import { itemText } from "./rows.ts";
import { secretOf } from "./secret.ts";
import type { QueryRunner } from "./session.ts";

/**
 * A grade outlives its person's record: it is the course's, and a deleted record must be no way out of it, nor a way to
 * new attempts. Kept is a number under a keyed hash of person and check, and the row of the roster it belongs to.
 */
interface KeptGrade {
  readonly check: string;
  readonly holder: string;
  readonly canvasId: string | null;
  readonly attempts: number;
  /** Share of the points, 0 to 1. */
  readonly score: number;
}

/** Who holds a kept grade, without saying who: the same for the same person and check. */
async function holderOf(db: QueryRunner, check: string, person: string): Promise<string> {
  return createHmac("sha256", await secretOf(db)).update(`kept-grade/${check}/${person}`).digest("hex").slice(0, 32);
}

/** Keeps a person's best score at a check, and how many attempts it took, before the answers become nobody's. */
export async function keepGrade(db: QueryRunner, check: string, person: string): Promise<void> {
  const answers = await db
    .selectFrom("answers")
    .select(["score", "attempt", "at"])
    .where("item", "=", itemText({ kind: "check", check }))
    .where("person", "=", person)
    .execute();
  if (answers.length === 0) return;
  const guild = db.selectFrom("checks").select("guild").where("id", "=", check);
  const row = await db.selectFrom("roster").select("canvasId").where("guild", "in", guild).where("person", "=", person).executeTakeFirst();
  const earlier = await findKeptGrade(db, check, person);
  const kept = {
    checkId: check,
    holder: await holderOf(db, check, person),
    canvasId: row?.canvasId ?? earlier?.canvasId ?? null,
    attempts: Math.max(earlier?.attempts ?? 0, ...answers.map(({ attempt }) => attempt ?? 0)),
    lastAt: Math.max(...answers.map(({ at }) => at)),
    score: Math.max(earlier?.score ?? 0, ...answers.map(({ score }) => score)),
  };
  await db
    .insertInto("keptGrades")
    .values(kept)
    .onConflict((conflict) => conflict.columns(["checkId", "holder"]).doUpdateSet(kept))
    .execute();
}

/** What is kept of a person's own deleted answers to a check; null where there were none. */
export async function findKeptGrade(db: QueryRunner, check: string, person: string): Promise<KeptGrade | null> {
  const rows = await db.selectFrom("keptGrades").selectAll().where("checkId", "=", check).execute();
  if (rows.length === 0) return null;
  const holder = await holderOf(db, check, person);
  const row = rows.find((candidate) => candidate.holder === holder);
  return row === undefined ? null : { check, holder, canvasId: row.canvasId, attempts: row.attempts, score: row.score };
}

/** All kept grades of a course, each with its row of the roster where that is known. */
export async function keptGrades(db: QueryRunner, guild: string): Promise<readonly KeptGrade[]> {
  const rows = await db
    .selectFrom("keptGrades")
    .innerJoin("checks", "checks.id", "keptGrades.checkId")
    .select(["checkId as check", "holder", "canvasId", "keptGrades.attempts as attempts", "score"])
    .where("checks.guild", "=", guild)
    .orderBy("checkId")
    .orderBy("holder")
    .execute();
  if (rows.every(({ canvasId }) => canvasId !== null)) return rows;
  // Matched with a student only after the record was deleted.
  const matched = await db.selectFrom("roster").select(["canvasId", "person"]).where("guild", "=", guild).where("person", "is not", null).execute();
  return Promise.all(
    rows.map(async (row) => {
      if (row.canvasId !== null) return row;
      for (const { canvasId, person } of matched) {
        if (person !== null && (await holderOf(db, row.check, person)) === row.holder) return { ...row, canvasId };
      }
      return row;
    }),
  );
}
