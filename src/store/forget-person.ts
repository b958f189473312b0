import { sql } from "kysely";
import { keepGrade } from "./kept-grades.ts";
import { openChecks } from "./open-checks.ts";
import { itemOf, itemText } from "./rows.ts";
import { exclusive, inTransaction, randomText } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

export interface ForgetResult {
  readonly answers: number;
  readonly questions: number;
  /** Checks that are open still: what belongs to them follows when they have closed. */
  readonly waiting: readonly string[];
}

/** Below SQLite's and PostgreSQL's limits for the parameters of one statement. */
const batchSize = 500;

/**
 * Answers to a check that is still open stay their person's until it has closed, with the row of the roster: given up
 * before, they would be a way to new attempts. Of a graded check the score is kept, under a keyed hash.
 */
export async function forgetPerson(session: Session, person: string, at: number): Promise<ForgetResult> {
  const open = (await openChecks(session.db, null, at)).map(({ id }) => id);
  return inTransaction(session, [exclusive(`person/${person}`)], async (db) => {
    const answered = await answeredChecks(db, person);
    const waiting = answered.filter((check) => open.includes(check));
    for (const check of waiting) {
      await db
        .insertInto("forgetRequests")
        .values({ person, checkId: check, at })
        .onConflict((conflict) => conflict.columns(["person", "checkId"]).doNothing())
        .execute();
    }
    for (const check of answered.filter((id) => !waiting.includes(id))) await keepGrade(db, check, person);
    const pseudonym = newPseudonym();
    const isOpen = waiting.map((check) => itemText({ kind: "check", check }));
    const answers = await anonymiseAnswers(db, person, pseudonym, (item) => !isOpen.includes(item));
    await db.updateTable("extensions").set({ person: pseudonym }).where("person", "=", person).where("checkId", "not in", ["", ...waiting]).execute();
    await db.updateTable("extensions").set({ grantedBy: pseudonym }).where("grantedBy", "=", person).execute();
    if (waiting.length === 0) await db.updateTable("roster").set({ person: null }).where("person", "=", person).execute();
    await db.updateTable("roster").set({ proposedPerson: null }).where("proposedPerson", "=", person).execute();
    const ownQuestions = await db
      .updateTable("questions")
      .set({ asker: pseudonym, text: "" })
      .where("asker", "=", person)
      .returning("id")
      .execute();
    await db.updateTable("questions").set({ answeredBy: pseudonym }).where("answeredBy", "=", person).execute();
    await db.updateTable("questions").set({ pinnedBy: pseudonym }).where("pinnedBy", "=", person).execute();
    await db.updateTable("audit").set({ actor: pseudonym }).where("actor", "=", person).execute();
    await db.updateTable("audit").set({ person: pseudonym }).where("person", "=", person).execute();
    await db.updateTable("checks").set({ createdBy: pseudonym }).where("createdBy", "=", person).execute();
    if (waiting.length === 0) await db.deleteFrom("accommodations").where("person", "=", person).execute();
    await db.updateTable("accommodations").set({ grantedBy: pseudonym }).where("grantedBy", "=", person).execute();
    await db.updateTable("courseFacts").set({ setBy: pseudonym }).where("setBy", "=", person).execute();
    await db.updateTable("drafts").set({ createdBy: pseudonym }).where("createdBy", "=", person).execute();
    await db.updateTable("corrections").set({ madeBy: pseudonym }).where("madeBy", "=", person).execute();
    // What a change can be taken back to may name the student whose time it was.
    await db.deleteFrom("checkChanges").where("before", "like", `%"${person}"%`).execute();
    await db.updateTable("checkChanges").set({ actor: pseudonym }).where("actor", "=", person).execute();
    await db.updateTable("checkChanges").set({ undoneBy: pseudonym }).where("undoneBy", "=", person).execute();
    // The channel of a direct message leads to its person as their id does.
    const reminded = await db.deleteFrom("reminders").where("person", "=", person).returning("id").execute();
    const written = await db.deleteFrom("answerReminders").where("person", "=", person).returning("id").execute();
    for (const { id } of [...reminded, ...written]) await db.deleteFrom("posts").where("subject", "=", id).execute();
    await db.deleteFrom("answerReminderStops").where("person", "=", person).execute();
    return { answers, questions: ownQuestions.length, waiting };
  });
}

/** Anonymises what `forget` had to leave, of the checks that have closed since; resolves to how many answers. */
export async function completeForgetting(session: Session, at: number): Promise<number> {
  const requests = await session.db.selectFrom("forgetRequests").selectAll().orderBy("at").execute();
  if (requests.length === 0) return 0;
  const open = (await openChecks(session.db, null, at)).map(({ id }) => id);
  let completed = 0;
  for (const { person, checkId } of requests.filter((request) => !open.includes(request.checkId))) {
    completed += await inTransaction(session, [exclusive(`person/${person}`)], async (db) => {
      await keepGrade(db, checkId, person);
      const pseudonym = newPseudonym();
      const item = itemText({ kind: "check", check: checkId });
      const answers = await anonymiseAnswers(db, person, pseudonym, (candidate) => candidate === item);
      await db.updateTable("extensions").set({ person: pseudonym }).where("person", "=", person).where("checkId", "=", checkId).execute();
      await db.deleteFrom("checkChanges").where("checkId", "=", checkId).where("before", "like", `%"${person}"%`).execute();
      await db.deleteFrom("forgetRequests").where("person", "=", person).where("checkId", "=", checkId).execute();
      const further = await db.selectFrom("forgetRequests").select("checkId").where("person", "=", person).limit(1).executeTakeFirst();
      if (further === undefined) {
        await db.updateTable("roster").set({ person: null }).where("person", "=", person).execute();
        await db.deleteFrom("accommodations").where("person", "=", person).execute();
      }
      return answers;
    });
  }
  return completed;
}

const newPseudonym = (): string => `gone-${randomText(16, "0123456789abcdefghijklmnopqrstuvwxyz")}`;

async function answeredChecks(db: QueryRunner, person: string): Promise<readonly string[]> {
  const rows = await db.selectFrom("answers").select("item").distinct().where("person", "=", person).execute();
  return rows.map(({ item }) => itemOf(item)).flatMap((item) => (item.kind === "check" ? [item.check] : []));
}

/** Takes the person off their answers to these items, and empties what they wrote; resolves to how many answers. */
async function anonymiseAnswers(db: QueryRunner, person: string, pseudonym: string, concerns: (item: string) => boolean): Promise<number> {
  const own = await db.selectFrom("answers").select(["id", "item"]).where("person", "=", person).execute();
  const ids = own.filter(({ item }) => concerns(item)).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = ids.slice(start, start + batchSize);
    // The form's Discord id would still identify its sender, and an open question's fingerprint is its text.
    await db
      .updateTable("answers")
      .set({ person: pseudonym, interaction: sql`'gone-' || ${sql.ref("id")}`, fingerprint: "" })
      .where("id", "in", batch)
      .execute();
    await db.updateTable("answerParts").set({ text: "" }).where("answerId", "in", batch).execute();
  }
  const items = await db.selectFrom("progress").select("item").distinct().where("person", "=", person).execute();
  for (const { item } of items.filter((row) => concerns(row.item))) {
    await db.updateTable("progress").set({ person: pseudonym }).where("person", "=", person).where("item", "=", item).execute();
  }
  return ids.length;
}
