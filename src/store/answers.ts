import type { AnswerProblem } from "./problem.ts";
import type { Outcome } from "../outcome.ts";
import { updateProgress, findProgress } from "./progress.ts";
import { recordAnswer } from "./record-answer.ts";
import type { Answer, Item, NewAnswer, Progress, RecordResult } from "./records.ts";
import { regrade } from "./regrade.ts";
import type { RegradeResult, RegradedAnswer } from "./regrade.ts";
import { itemText, progressOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import type { Session } from "./session.ts";

/** Answers to checks and to practice, and how far each person has come with each item. */
export interface Answers {
  /**
   * Stores an answer, or says why not; when it resolves with `stored` or `known`, the answer is on the disk. In one
   * transaction: the same interaction again changes nothing, the check still takes answers from this person, an attempt
   * is left and has refilled, and the key has not been corrected since the marking.
   */
  record(answer: NewAnswer): Promise<Outcome<RecordResult, AnswerProblem>>;
  /** A person's answers to one item, oldest first. */
  ofPersonOnItem(item: Item, person: string): Promise<readonly Answer[]>;
  /** Everybody's answers to one item, oldest first: to be marked again, or to be counted. */
  ofItem(item: Item): Promise<readonly Answer[]>;
  /** Everything a person answered, oldest first. */
  ofPerson(person: string): Promise<readonly Answer[]>;
  /** Puts new marks to answers of a check and says whose best score rose. A mark never falls. */
  regrade(check: string, regraded: readonly RegradedAnswer[], attribution: { readonly by: string; readonly at: number }): Promise<Outcome<RegradeResult, AnswerProblem>>;

  progress(item: Item, person: string, variant: string): Promise<Progress>;
  progressOfPerson(person: string): Promise<readonly Progress[]>;
  /** Opens the hint up to this rung (1 is the first); an earlier, higher one stays. */
  openHint(item: Item, person: string, variant: string, hintLevel: number, at: number): Promise<Progress>;
  /** Notes that the worked twin was shown. */
  showWorkedExample(item: Item, person: string, variant: string, at: number): Promise<Progress>;
  giveUp(item: Item, person: string, variant: string, at: number): Promise<Progress>;
}

export function answers(session: Session): Answers {
  const { db } = session;
  return {
    record: (answer) => recordAnswer(session, answer),
    ofPersonOnItem: (item, person) => selectAnswers(db, { item: itemText(item), person }),
    ofItem: (item) => selectAnswers(db, { item: itemText(item) }),
    ofPerson: (person) => selectAnswers(db, { person }),
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
