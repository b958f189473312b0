import { appendAudit } from "./courses.ts";
import type { Check, NewCheck } from "./check-records.ts";
import { checkOf } from "./rows.ts";
import { randomText } from "./session.ts";
import type { QueryRunner } from "./session.ts";

export const idAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

export async function createCheck(db: QueryRunner, check: NewCheck): Promise<Check> {
  const { by, at, question, variants, hints, credit, vote = null, dealt = null, correction = null, namedMistakes = null, postedKeys = null, ...same } = check;
  const row = {
    ...same,
    id: randomText(6, idAlphabet),
    question: question === null ? null : JSON.stringify(question),
    variants: variants ? (1 as const) : (0 as const),
    hints: hints ? (1 as const) : (0 as const),
    credit: credit === null ? null : JSON.stringify(credit),
    namedMistakes: namedMistakes === null ? null : JSON.stringify(namedMistakes),
    vote: vote === null ? null : JSON.stringify(vote),
    dealt: dealt === null ? null : JSON.stringify(dealt),
    remindedFor: null,
    discussAt: null,
    secondAt: null,
    postedKeys: postedKeys === null ? null : JSON.stringify(postedKeys),
    message: null,
    correction: correction === null ? null : JSON.stringify(correction),
    revision: 0,
    createdBy: by,
    createdAt: at,
    closedAt: null,
    voidedAt: null,
    claimedUntil: null,
    announcedAt: null,
    releasedAt: null,
  };
  await db.insertInto("checks").values(row).execute();
  const details = { check: row.id, title: row.title };
  await appendAudit(db, { guild: row.guild, at, actor: by, action: "check create", person: null, details });
  return checkOf(row);
}

/** The same question of the same channel, asked since then, or still to be answered or to open; not withdrawn. */
export async function findRepeated(db: QueryRunner, { channel, exercise, question, variants, at, vote = null }: NewCheck, since: number): Promise<Check | null> {
  const rows = await db
    .selectFrom("checks")
    .selectAll()
    .where("channel", "=", channel)
    .where((where) =>
      where.or([
        where("createdAt", ">=", since),
        where.and([where("closedAt", "is", null), where.or([where("closesAt", "is", null), where("closesAt", ">", at)])]),
      ]),
    )
    .where("voidedAt", "is", null)
    .where("variants", "=", variants ? 1 : 0)
    .orderBy("createdAt", "desc")
    .execute();
  const asked = question === null ? null : JSON.stringify(question);
  const same = rows.find((row) => row.exercise === exercise && row.question === asked && (row.vote === null) === (vote === null));
  return same === undefined ? null : checkOf(same);
}
