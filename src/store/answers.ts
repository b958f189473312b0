import type { AnswerProblem } from "./problem.ts";
import type { Outcome } from "../outcome.ts";
import { updateProgress, findProgress } from "./progress.ts";
import { recordAnswer, refusal } from "./record-answer.ts";
import type { Answer, Item, NewAnswer, Progress, RecordResult } from "./answer-records.ts";
import { credits, regrade } from "./regrade.ts";
import type { RegradeResult, RegradedAnswer } from "./regrade.ts";
import { itemText, progressOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import type { Session } from "./session.ts";

/** Answers to checks and to practice, and each person's progress on each item. */
export interface Answers {
  /**
   * Stores an answer, or returns why not; once it resolves with `stored` or `known`, the answer is on the disk. One
   * transaction checks that the interaction is new (else nothing changes), that the check is open for this person, that
   * an attempt is left and has refilled, and that the key has not been corrected since the marking.
   */
  record(answer: NewAnswer): Promise<Outcome<RecordResult, AnswerProblem>>;
  /** Why a check takes no new answer from this person at that time, like its end or their last attempt; null where it does. */
  refusal(check: string, person: string, at: number): Promise<AnswerProblem | null>;
  /** A person's answers to one item, oldest first. */
  ofPersonOnItem(item: Item, person: string): Promise<readonly Answer[]>;
  /** Everybody's answers to one item, oldest first, for regrading and for results. */
  ofItem(item: Item): Promise<readonly Answer[]>;
  /** All answers of a person, oldest first. */
  ofPerson(person: string): Promise<readonly Answer[]>;
  /** By the id of each answer to a check, the share of its marks that its attempt counts with. */
  credits(check: string): Promise<ReadonlyMap<string, number>>;
  /** Stores new marks for answers of a check and returns whose best score rose. A mark never falls. */
  regrade(check: string, regraded: readonly RegradedAnswer[], attribution: { readonly by: string; readonly at: number }): Promise<Outcome<RegradeResult, AnswerProblem>>;

  progress(item: Item, person: string, variant: string): Promise<Progress>;
  progressOfPerson(person: string): Promise<readonly Progress[]>;
  /** Opens hints up to this level (1 is the first); it never lowers the level. */
  openHint(item: Item, person: string, variant: string, hintLevel: number, at: number): Promise<Progress>;
  /** Records that the worked example was shown. */
  showWorkedExample(item: Item, person: string, variant: string, at: number): Promise<Progress>;
  giveUp(item: Item, person: string, variant: string, at: number): Promise<Progress>;
}

export function answers(session: Session): Answers {
  const { db } = session;
  return {
    refusal: (check, person, at) => refusal(db, check, person, at),
    record: (answer) => recordAnswer(session, answer),
    ofPersonOnItem: (item, person) => selectAnswers(db, { item: itemText(item), person }),
    ofItem: (item) => selectAnswers(db, { item: itemText(item) }),
    ofPerson: (person) => selectAnswers(db, { person }),
    credits: (check) => credits(db, check),
    regrade: (check, regraded, attribution) => regrade(session, check, regraded, attribution),
    progress: (item, person, variant) => findProgress(db, { item: itemText(item), person, variant }),
    async progressOfPerson(person) {
      const rows = await db
        .selectFrom("progress")
        .selectAll()
        .where("person", "=", person)
        .orderBy("touchedAt")
        .orderBy("item")
        .orderBy("variant")
        .execute();
      return rows.map(progressOf);
    },
    openHint: (item, person, variant, hintLevel, at) =>
      updateProgress(session, { item: itemText(item), person, variant }, at, (row) => ({ hints: Math.max(row.hints, hintLevel) })),
    showWorkedExample: (item, person, variant, at) =>
      updateProgress(session, { item: itemText(item), person, variant }, at, (row) => ({ twinAt: row.twinAt ?? at })),
    giveUp: (item, person, variant, at) =>
      updateProgress(session, { item: itemText(item), person, variant }, at, (row) => ({ gaveUpAt: row.gaveUpAt ?? at })),
  };
}
