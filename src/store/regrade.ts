import type { AnswerProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { voteScore } from "../check-stage.ts";
import { creditOf } from "./credit.ts";
import { findCheck } from "./find-check.ts";
import { appendAudit } from "./courses.ts";
import type { Answer, AnswerPart, Verdict } from "./answer-records.ts";
import { repeatedAttempt } from "./record-answer.ts";
import { itemText, partRow, verdictText } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { exclusive, inTransaction } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

/** The new mark of an answer under a corrected key. */
export interface RegradedAnswer {
  readonly answer: string;
  readonly verdict: Verdict;
  /** Share of the points, 0 to 1. */
  readonly score: number;
  readonly parts: readonly AnswerPart[];
}

export interface RegradeResult {
  /** The people whose best score rose, with the scores before and after. */
  readonly changed: readonly { readonly person: string; readonly before: number; readonly after: number }[];
  /** The number of people whose score is unchanged. */
  readonly unchanged: number;
}

/**
 * The better of the old and the new mark is stored, together with the original mark, so that regrading is idempotent.
 * Parts follow the new key, diagnoses with them; each keeps the verdict by which the answer has its mark, where that is
 * another (`earlier`).
 */
export async function regrade(
  session: Session,
  check: string,
  regraded: readonly RegradedAnswer[],
  attribution: { readonly by: string; readonly at: number },
): Promise<Outcome<RegradeResult, AnswerProblem>> {
  return inTransaction(session, [exclusive(`check/${check}`)], async (db) => {
    const checkRecord = await findCheck(db, check);
    if (checkRecord === null) return failure({ kind: "unknown-check", asked: check });
    const item = itemText({ kind: "check", check });
    const before = await selectAnswers(db, { item });
    const answerOf = new Map(before.map((answer) => [answer.id, answer]));
    for (const regradedAnswer of regraded) {
      const answer = answerOf.get(regradedAnswer.answer);
      if (answer === undefined) continue;
      const own = before.filter(({ person }) => person === answer.person);
      if (checkRecord.vote) {
        const { vote: { counts }, secondAt } = checkRecord;
        const votedInOther = own.some(({ attempt }) => attempt !== null && attempt !== answer.attempt);
        const score = answer.attempt === null ? 0 : voteScore(counts, { round: answer.attempt, held: secondAt === null ? 1 : 2, mark: regradedAnswer.score, votedInOther });
        // A vote may count for taking part, whatever was right.
        const isBetter = markOf(regradedAnswer.parts) > markOf(answer.parts.map(countedPart));
        await regradeAnswer(db, answer, { ...regradedAnswer, score }, isBetter, checkRecord.revision);
        continue;
      }
      const score = regradedAnswer.score * creditOf(checkRecord.credit, answer.attempt ?? repeatedAttempt(answer, own));
      await regradeAnswer(db, answer, { ...regradedAnswer, score }, score > answer.score, checkRecord.revision);
    }
    const result = compareScores(bestScores(before), bestScores(await selectAnswers(db, { item })));
    const details = { check, revision: checkRecord.revision, changed: result.changed.length };
    await appendAudit(db, { guild: checkRecord.guild, at: attribution.at, actor: attribution.by, action: "check regrade", person: null, details });
    return success(result);
  });
}

/** By the id of each answer to a check, the share that its attempt counts with; none where there is no such check. */
export async function credits(db: QueryRunner, check: string): Promise<ReadonlyMap<string, number>> {
  const found = await findCheck(db, check);
  if (found === null) return new Map();
  const all = await selectAnswers(db, { item: itemText({ kind: "check", check }) });
  return new Map(all.map((answer) => [answer.id, creditOf(found.credit, answer.attempt ?? repeatedAttempt(answer, all.filter(({ person }) => person === answer.person)))]));
}

async function regradeAnswer(db: QueryRunner, answer: Answer, regraded: RegradedAnswer, isBetter: boolean, revision: number): Promise<void> {
  const first = answer.original ?? { verdict: answer.verdict, score: answer.score };
  await db
    .updateTable("answers")
    .set({
      revision,
      ...((isBetter || regraded.score > answer.score) && {
        verdict: verdictText(isBetter ? regraded.verdict : answer.verdict),
        score: Math.max(regraded.score, answer.score),
        originalVerdict: verdictText(first.verdict),
        originalScore: first.score,
      }),
    })
    .where("id", "=", answer.id)
    .execute();
  await db.deleteFrom("answerParts").where("answerId", "=", answer.id).execute();
  const parts = isBetter ? regraded.parts : regraded.parts.map((part) => withEarlier(part, answer));
  if (parts.length > 0) {
    await db
      .insertInto("answerParts")
      .values(parts.map((part, position) => partRow(part, answer.id, position)))
      .execute();
  }
}

/** A part by the new key, of an answer that keeps its mark by an earlier one. */
function withEarlier(part: AnswerPart, { parts }: Answer): AnswerPart {
  const before = parts.find(({ quantity }) => quantity === part.quantity);
  const counted = before === undefined ? part.verdict : countedPart(before).verdict;
  return counted === part.verdict ? part : { ...part, earlier: counted };
}

/** By the key under which its answer has its mark. */
const countedPart = ({ earlier, ...part }: AnswerPart): AnswerPart => ({ ...part, verdict: earlier ?? part.verdict });

/** Share of the points, 0 to 1. */
const markOf = (parts: readonly AnswerPart[]): number =>
  parts.reduce((sum, { verdict }) => sum + (verdict === "correct" ? 1 : verdict === "partial" ? 0.5 : 0), 0) / Math.max(1, parts.length);

function bestScores(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { person, score } of answers) best.set(person, Math.max(score, best.get(person) ?? 0));
  return best;
}

function compareScores(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): RegradeResult {
  const people = [...after].map(([person, score]) => ({ person, before: before.get(person) ?? 0, after: score }));
  const changed = people.filter(({ before, after }) => after !== before);
  return { changed, unchanged: people.length - changed.length };
}
