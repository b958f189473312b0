import type { AnswerProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { accommodatedEnd } from "./accommodations.ts";
import { creditOf } from "./credit.ts";
import { findKeptGrade } from "./kept-grades.ts";
import { nextAttemptAt } from "./next-attempt-at.ts";
import { findCheck } from "./find-check.ts";
import { findProgress } from "./progress.ts";
import type { Answer, NewAnswer, RecordResult } from "./answer-records.ts";
import type { Check, VotePlan } from "./check-records.ts";
import { itemText, partRow, verdictText } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { exclusive, inTransaction, newId, shared } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";
import { hasBegun, voteScore, voteStage } from "../check-stage.ts";

/**
 * Stores one answer in one transaction. Answers of one person are serialised, so that two forms sent at once cannot
 * both use the last attempt; answers of different people are not.
 */
export async function recordAnswer(session: Session, answer: NewAnswer): Promise<Outcome<RecordResult, AnswerProblem>> {
  const { item, person } = answer;
  const locks = item.kind === "check" ? [shared(`check/${item.check}`)] : [];
  return inTransaction(session, [...locks, exclusive(`person/${person}`)], async (db): Promise<Outcome<RecordResult, AnswerProblem>> => {
    const earlierDelivery = await findDelivered(db, answer.interaction);
    const allowance = await allowedAttempts(db, answer);
    const earlier = await earlierAnswers(db, answer);
    // In practice attempts are counted per variant; in a check over all variants.
    const scopedAnswers = item.kind === "check" ? earlier : earlier.filter(({ variant }) => variant === answer.variant);
    const spentAttempts = scopedAnswers.filter(costsAttempt);
    const spent = spentAttempts.length + allowance.spentBefore;
    const remainingAttempts = (used: number): number | null =>
      allowance.attempts === null ? null : Math.max(0, allowance.attempts - used);
    if (earlierDelivery !== null) return success({ kind: "known", answer: earlierDelivery, attemptsLeft: remainingAttempts(spent) });

    if (allowance.problem !== null) return failure(allowance.problem);
    if (allowance.check !== null && allowance.check.revision !== answer.revision) {
      return success({ kind: "outdated", check: allowance.check });
    }
    if (allowance.check?.vote) return recordVote(db, answer, allowance.check, allowance.check.vote);
    const isRepeat = scopedAnswers.some(({ fingerprint }) => fingerprint === answer.fingerprint);
    const costs = answer.counts && !isRepeat;
    if (costs) {
      const problem = attemptProblem(answer, spent, earlier.filter(costsAttempt), allowance.attempts);
      if (problem !== null) return failure(problem);
    }
    const attempt = costs ? spent + 1 : null;
    const share = creditOf(allowance.check?.credit ?? null, attempt ?? repeatedAttempt(answer, scopedAnswers));
    const stored = await insert(db, { ...answer, score: answer.score * share }, attempt);
    return success({ kind: "stored", answer: stored, isRepeat, attemptsLeft: remainingAttempts(spent + (costs ? 1 : 0)) });
  });
}

/**
 * One vote per round: a newer one takes the place of the earlier, which stays without an attempt and a score. The attempt
 * of a vote is its round.
 */
async function recordVote(db: QueryRunner, answer: NewAnswer, check: Check, vote: VotePlan): Promise<Outcome<RecordResult, AnswerProblem>> {
  const stage = voteStage(check);
  const round = stage === "second" ? 2 : 1;
  if (stage === "discussion" || (answer.round ?? round) !== round) {
    return failure({ kind: "vote-over", check: check.id, round: answer.round ?? 1, stage });
  }
  const key = { item: itemText(answer.item), person: answer.person };
  const replaced = await db.updateTable("answers").set({ attempt: null, score: 0 }).where("item", "=", key.item).where("person", "=", key.person).where("attempt", "=", round).returning("id").execute();
  const other = await db.selectFrom("answers").select("id").where("item", "=", key.item).where("person", "=", key.person).where("attempt", "is not", null).executeTakeFirst();
  const stored = await insert(db, { ...answer, score: voteScore(vote.counts, { round, held: round, mark: answer.score, votedInOther: other !== undefined }) }, round);
  return success({ kind: "stored", answer: stored, isRepeat: replaced.length > 0, attemptsLeft: null });
}

/** The attempt that an answer repeats, for free; null where it costs none for another reason. */
export const repeatedAttempt = (answer: Pick<EarlierAnswer, "fingerprint">, earlier: readonly EarlierAnswer[]): number | null =>
  earlier.find(({ fingerprint, attempt }) => fingerprint === answer.fingerprint && attempt !== null)?.attempt ?? null;

/** The parts of an earlier answer that decide about the next one. */
type EarlierAnswer = Pick<Answer, "variant" | "at" | "attempt" | "fingerprint">;

const costsAttempt = ({ attempt }: EarlierAnswer): boolean => attempt !== null;

async function earlierAnswers(db: QueryRunner, { item, person }: Pick<NewAnswer, "item" | "person">): Promise<readonly EarlierAnswer[]> {
  return db
    .selectFrom("answers")
    .select(["variant", "at", "attempt", "fingerprint"])
    .where("item", "=", itemText(item))
    .where("person", "=", person)
    .execute();
}

async function findDelivered(db: QueryRunner, interaction: string): Promise<Answer | null> {
  const row = await db.selectFrom("answers").select("id").where("interaction", "=", interaction).executeTakeFirst();
  return row === undefined ? null : ((await selectAnswers(db, { interaction }))[0] ?? null);
}

interface AttemptAllowance {
  readonly check: Check | null;
  /** Null: unlimited. */
  readonly attempts: number | null;
  /** Attempts of a record that its person had deleted. */
  readonly spentBefore: number;
  readonly problem: AnswerProblem | null;
}

/** Why a check takes no new answer from a person: its time is over, or their attempts are. */
export async function refusal(db: QueryRunner, check: string, person: string, at: number): Promise<AnswerProblem | null> {
  const asking = { item: { kind: "check", check }, person, at } as const;
  const { attempts, spentBefore, problem } = await allowedAttempts(db, asking);
  if (problem !== null || attempts === null) return problem;
  const spent = (await earlierAnswers(db, asking)).filter(costsAttempt).length + spentBefore;
  return spent >= attempts ? { kind: "no-attempts-left", attempts } : null;
}

/** How many attempts this person has in total at the item, and why it takes no answer from them at that time, if so. */
async function allowedAttempts(db: QueryRunner, { item, person, at }: Pick<NewAnswer, "item" | "person" | "at">): Promise<AttemptAllowance> {
  if (item.kind === "practice") return { check: null, attempts: null, spentBefore: 0, problem: null };
  const check = await findCheck(db, item.check);
  if (check === null) {
    return { check, attempts: null, spentBefore: 0, problem: { kind: "unknown-check", asked: item.check } };
  }
  const extension = await db
    .selectFrom("extensions")
    .select(["closesAt", "attempts"])
    .where("checkId", "=", check.id)
    .where("person", "=", person)
    .executeTakeFirst();
  const attempts = check.attempts === null ? null : check.attempts + (extension?.attempts ?? 0);
  const kept = await findKeptGrade(db, check.id, person);
  const problem = closedProblem(check, extension?.closesAt ?? null, at);
  // Who has more time at every check has it as an extension once the check was closed: between its time and that, from here.
  const own = problem?.kind === "check-closed" && !problem.voided && check.closedAt === null ? await accommodatedEnd(db, check, person) : null;
  return { check, attempts, spentBefore: kept?.attempts ?? 0, problem: own === null ? problem : closedProblem(check, own, at) };
}

function closedProblem(check: Check, ownClosesAt: number | null, at: number): AnswerProblem | null {
  if (check.voidedAt !== null) {
    return { kind: "check-closed", check: check.id, closedAt: check.voidedAt, voided: true };
  }
  if (!hasBegun(check, at)) return { kind: "check-not-open", check: check.id, opensAt: check.opensAt };
  if (ownClosesAt !== null && at < ownClosesAt) return null;
  const closedAt = check.closedAt ?? check.closesAt;
  const closed = check.closedAt !== null || (check.closesAt !== null && at >= check.closesAt);
  return closed && closedAt !== null ? { kind: "check-closed", check: check.id, closedAt, voided: false } : null;
}

function attemptProblem(
  answer: NewAnswer,
  spentAttempts: number,
  madeAttempts: readonly EarlierAnswer[],
  attempts: number | null,
): AnswerProblem | null {
  if (attempts !== null && spentAttempts >= attempts) return { kind: "no-attempts-left", attempts };
  if (answer.pace === null) return null;
  // In a check a correct answer waits like any other: were it let through, being made to wait would tell that one is wrong.
  if (answer.verdict === "correct" && answer.item.kind === "practice") return null;
  const times = madeAttempts.map(({ at }) => at);
  const nextAt = nextAttemptAt(times, answer.pace, answer.at);
  return nextAt > answer.at ? { kind: "too-soon", nextAt } : null;
}

async function insert(db: QueryRunner, answer: NewAnswer, attempt: number | null): Promise<Answer> {
  const { item, parts, counts, pace, round, ...same } = answer;
  const key = { item: itemText(item), person: answer.person, variant: answer.variant };
  const { hints } = await findProgress(db, key);
  const id = newId(answer.at);
  await db
    .insertInto("answers")
    .values({ ...same, ...key, verdict: verdictText(answer.verdict), id, attempt, hints, originalVerdict: null, originalScore: null })
    .execute();
  if (parts.length > 0) {
    await db
      .insertInto("answerParts")
      .values(parts.map((part, position) => partRow(part, id, position)))
      .execute();
  }
  return { ...same, id, item, parts, attempt, hints, original: null };
}
