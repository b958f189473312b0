import type { AnswerProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { nextAttemptAt } from "./allowance.ts";
import { findCheck } from "./checks.ts";
import { progressAt } from "./progress.ts";
import type { Answer, Check, NewAnswer, Recorded } from "./records.ts";
import { itemText, partRow } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { alone, atomically, newId, shared } from "./session.ts";
import type { Queries, Session } from "./session.ts";

/**
 * Stores one answer in one transaction. One person's answers queue for each other, so that two forms sent at once
 * cannot both take the last attempt; different people's do not.
 */
export async function recordAnswer(session: Session, answer: NewAnswer): Promise<Outcome<Recorded, AnswerProblem>> {
  const { item, person } = answer;
  const locks = item.kind === "check" ? [shared(`check/${item.check}`)] : [];
  return atomically(session, [...locks, alone(`person/${person}`)], async (db): Promise<Outcome<Recorded, AnswerProblem>> => {
    const known = await deliveredBefore(db, answer.interaction);
    const allowed = await allowedAttempts(db, answer);
    const earlier = await earlierAnswers(db, answer);
    // Practice begins anew with each variant; a check is one piece of work, whatever its variants become.
    const work = item.kind === "check" ? earlier : earlier.filter(({ variant }) => variant === answer.variant);
    const spent = work.filter(counted);
    const left = (used: number): number | null =>
      allowed.attempts === null ? null : Math.max(0, allowed.attempts - used);
    if (known !== null) return success({ kind: "known", answer: known, attemptsLeft: left(spent.length) });

    if (allowed.problem !== null) return failure(allowed.problem);
    if (allowed.check !== null && allowed.check.revision !== answer.revision) {
      return success({ kind: "outdated", check: allowed.check });
    }
    const repeats = work.some(({ fingerprint }) => fingerprint === answer.fingerprint);
    const costs = answer.counts && !repeats;
    if (costs) {
      const problem = refusedAttempt(answer, spent.length, earlier.filter(counted), allowed.attempts);
      if (problem !== null) return failure(problem);
    }
    const stored = await insert(db, answer, costs ? spent.length + 1 : null);
    return success({ kind: "stored", answer: stored, repeats, attemptsLeft: left(spent.length + (costs ? 1 : 0)) });
  });
}

/** As much of an answer as the next one's fate depends on. */
type Earlier = Pick<Answer, "variant" | "at" | "attempt" | "fingerprint">;

const counted = ({ attempt }: Earlier): boolean => attempt !== null;

async function earlierAnswers(db: Queries, { item, person }: NewAnswer): Promise<readonly Earlier[]> {
  return db
    .selectFrom("answers")
    .select(["variant", "at", "attempt", "fingerprint"])
    .where("item", "=", itemText(item))
    .where("person", "=", person)
    .execute();
}

async function deliveredBefore(db: Queries, interaction: string): Promise<Answer | null> {
  const row = await db.selectFrom("answers").select("id").where("interaction", "=", interaction).executeTakeFirst();
  return row === undefined ? null : ((await selectAnswers(db, { interaction }))[0] ?? null);
}

interface Allowed {
  readonly check: Check | null;
  /** Null: as many as wanted. */
  readonly attempts: number | null;
  readonly problem: AnswerProblem | null;
}

/** How many attempts this person has in all at the item, and whether it takes answers from them at that moment. */
async function allowedAttempts(db: Queries, { item, person, at }: NewAnswer): Promise<Allowed> {
  if (item.kind === "practice") return { check: null, attempts: null, problem: null };
  const check = await findCheck(db, item.check);
  if (check === null) {
    return { check, attempts: null, problem: { kind: "unknown-check", asked: item.check } };
  }
  const extension = await db
    .selectFrom("extensions")
    .select(["closesAt", "attempts"])
    .where("checkId", "=", check.id)
    .where("person", "=", person)
    .executeTakeFirst();
  const attempts = check.attempts === null ? null : check.attempts + (extension?.attempts ?? 0);
  return { check, attempts, problem: closedProblem(check, extension?.closesAt ?? null, at) };
}

function closedProblem(check: Check, ownClosesAt: number | null, at: number): AnswerProblem | null {
  if (check.voidedAt !== null) {
    return { kind: "check-closed", check: check.id, closedAt: check.voidedAt, voided: true };
  }
  if (at < check.opensAt) return { kind: "check-not-open", check: check.id, opensAt: check.opensAt };
  if (ownClosesAt !== null && at < ownClosesAt) return null;
  const closedAt = check.closedAt ?? check.closesAt;
  const closed = check.closedAt !== null || (check.closesAt !== null && at >= check.closesAt);
  return closed && closedAt !== null ? { kind: "check-closed", check: check.id, closedAt, voided: false } : null;
}

function refusedAttempt(
  answer: NewAnswer,
  spent: number,
  made: readonly Earlier[],
  attempts: number | null,
): AnswerProblem | null {
  if (attempts !== null && spent >= attempts) return { kind: "no-attempts-left", attempts };
  if (answer.pace === null || answer.verdict === "right") return null;
  const times = made.map(({ at }) => at);
  const nextAt = nextAttemptAt(times, answer.pace, answer.at);
  return nextAt > answer.at ? { kind: "too-soon", nextAt } : null;
}

async function insert(db: Queries, answer: NewAnswer, attempt: number | null): Promise<Answer> {
  const { item, parts, counts, pace, ...same } = answer;
  const key = { item: itemText(item), person: answer.person, variant: answer.variant };
  const { hints } = await progressAt(db, key);
  const id = newId(answer.at);
  await db
    .insertInto("answers")
    .values({ ...same, ...key, id, attempt, hints, originalVerdict: null, originalScore: null })
    .execute();
  if (parts.length > 0) {
    await db
      .insertInto("answerParts")
      .values(parts.map((part, position) => partRow(part, id, position)))
      .execute();
  }
  return { ...same, id, item, parts, attempt, hints, original: null };
}
