import type { Outcome } from "../outcome.ts";
import { groupBy } from "./group-by.ts";
import type { Answer, Item, NewAnswer, Progress, Recorded } from "./records.ts";
import { recordAnswer } from "./record-answer.ts";
import { regrade } from "./regrade.ts";
import type { Regrade, Remarked } from "./regrade.ts";
import { answerOf, itemText, progressOf } from "./rows.ts";
import { alone, atomically } from "./session.ts";
import type { Queries, Session } from "./session.ts";
import type { ProgressTable } from "./tables.ts";

/** Answers to checks and to practice, and how far each person has come with each item. */
export interface Answers {
  /**
   * Stores an answer, or says why not; when it resolves with `stored` or `known`, the answer is on the disk. In one
   * transaction: the same interaction again changes nothing, the check still takes answers from this person, an attempt
   * is left and has refilled, and the key has not been corrected since the marking.
   */
  record(answer: NewAnswer): Promise<Outcome<Recorded>>;
  /** A person's answers to one item, oldest first. */
  of(item: Item, person: string): Promise<readonly Answer[]>;
  /** Everybody's answers to one item, oldest first: to be marked again, or to be counted. */
  ofItem(item: Item): Promise<readonly Answer[]>;
  /** Everything a person answered, oldest first. */
  ofPerson(person: string): Promise<readonly Answer[]>;
  /** Puts new marks to answers of a check and says whose best score rose. A mark never falls. */
  regrade(check: string, remarked: readonly Remarked[], done: { readonly by: string; readonly at: number }): Promise<Outcome<Regrade>>;

  progress(item: Item, person: string, variant: string): Promise<Progress>;
  progressOfPerson(person: string): Promise<readonly Progress[]>;
  /** Opens the hint up to this rung (1 is the first); an earlier, higher one stays. */
  openHint(item: Item, person: string, variant: string, rung: number, at: number): Promise<Progress>;
  /** Notes that the worked twin was shown. */
  showTwin(item: Item, person: string, variant: string, at: number): Promise<Progress>;
  giveUp(item: Item, person: string, variant: string, at: number): Promise<Progress>;
}

export function answers(session: Session): Answers {
  const { db } = session;
  return {
    record: (answer) => recordAnswer(session, answer),
    of: (item, person) => selectAnswers(db, { item: itemText(item), person }),
    ofItem: (item) => selectAnswers(db, { item: itemText(item) }),
    ofPerson: (person) => selectAnswers(db, { person }),
    regrade: (check, remarked, done) => regrade(session, check, remarked, done),
    progress: (item, person, variant) => progressAt(db, { item: itemText(item), person, variant }),
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
    openHint: (item, person, variant, rung, at) =>
      advance(session, { item: itemText(item), person, variant }, at, (row) => ({ hints: Math.max(row.hints, rung) })),
    showTwin: (item, person, variant, at) =>
      advance(session, { item: itemText(item), person, variant }, at, (row) => ({ twinAt: row.twinAt ?? at })),
    giveUp: (item, person, variant, at) =>
      advance(session, { item: itemText(item), person, variant }, at, (row) => ({ gaveUpAt: row.gaveUpAt ?? at })),
  };
}

/** Answers with their parts, oldest first. */
export async function selectAnswers(
  db: Queries,
  by: { readonly item?: string; readonly person?: string; readonly interaction?: string },
): Promise<readonly Answer[]> {
  let wanted = db.selectFrom("answers");
  if (by.item !== undefined) wanted = wanted.where("item", "=", by.item);
  if (by.person !== undefined) wanted = wanted.where("person", "=", by.person);
  if (by.interaction !== undefined) wanted = wanted.where("interaction", "=", by.interaction);
  const rows = await wanted.selectAll().orderBy("at").orderBy("id").execute();
  const parts = await db
    .selectFrom("answerParts")
    .selectAll()
    .where("answerId", "in", wanted.select("id"))
    .orderBy("answerId")
    .orderBy("position")
    .execute();
  const partsOf = groupBy(parts, (part) => part.answerId);
  return rows.map((row) => answerOf(row, partsOf.get(row.id) ?? []));
}

export interface ProgressKey {
  readonly item: string;
  readonly person: string;
  readonly variant: string;
}

async function progressRow(db: Queries, key: ProgressKey): Promise<ProgressTable> {
  const row = await db
    .selectFrom("progress")
    .selectAll()
    .where("item", "=", key.item)
    .where("person", "=", key.person)
    .where("variant", "=", key.variant)
    .executeTakeFirst();
  return row ?? { ...key, hints: 0, twinAt: null, gaveUpAt: null, touchedAt: 0 };
}

export const progressAt = async (db: Queries, key: ProgressKey): Promise<Progress> =>
  progressOf(await progressRow(db, key));

async function advance(
  session: Session,
  key: ProgressKey,
  at: number,
  step: (row: ProgressTable) => Partial<ProgressTable>,
): Promise<Progress> {
  return atomically(session, [alone(`person/${key.person}`)], async (db) => {
    const before = await progressRow(db, key);
    const row = { ...before, ...step(before), touchedAt: at };
    await db
      .insertInto("progress")
      .values(row)
      .onConflict((conflict) => conflict.columns(["item", "person", "variant"]).doUpdateSet(row))
      .execute();
    return progressOf(row);
  });
}
