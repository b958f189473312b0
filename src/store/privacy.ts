import { sql } from "kysely";

import type { Action, Answer, Extension, Progress, Question, RosterEntry } from "./records.ts";
import { keepGrade } from "./kept-grades.ts";
import { openChecks } from "./open-checks.ts";
import { itemOf, itemText, jsonOf, progressOf, rosterEntryOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { exclusive, inTransaction, randomText, shared } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

/** The stored data of one person: export and anonymisation. */
export interface Privacy {
  exportOf(person: string): Promise<PersonalData>;
  /**
   * Anonymises a person: their id is replaced by a random one, the same in all tables, so that counts and first-try
   * rates remain; their free text is deleted, and their row of the roster is unmatched. What concerns a check that is
   * still open follows when it has closed: `completeForgetting`.
   */
  forget(person: string, at: number): Promise<ForgetResult>;
  /** Does what `forget` left to the closing of checks; resolves to how many answers became nobody's. */
  completeForgetting(at: number): Promise<number>;
}

/** Every row with the person's id. */
interface PersonalData {
  readonly person: string;
  readonly answers: readonly Answer[];
  readonly progress: readonly Progress[];
  readonly extensions: readonly (Extension & { readonly check: string })[];
  readonly roster: readonly (RosterEntry & { readonly guild: string })[];
  readonly questions: readonly Question[];
  /** Audit entries of their actions as an instructor, and of instructors' actions that concern them. */
  readonly actions: readonly Action[];
  /** The checks that they created. */
  readonly checks: readonly string[];
  /** Where they have more time at every check: so many times the class's. */
  readonly accommodations: readonly { readonly guild: string; readonly factor: number; readonly at: number }[];
  /** Checks that they wrote and did not post. */
  readonly drafts: readonly { readonly id: string; readonly title: string }[];
  /** What they answered for a course. */
  readonly courseFacts: readonly { readonly guild: string; readonly topic: string; readonly answer: string; readonly at: number }[];
  /** Checks that they were written to about because they had not answered. */
  readonly answerReminders: readonly { readonly check: string; readonly at: number }[];
  /** Since when they take no such messages; null where they do. */
  readonly answerRemindersStopped: number | null;
  /** The weekly reminder that they asked for; null where they have none. */
  readonly reminder: { readonly since: number; readonly nextAt: number } | null;
}

interface ForgetResult {
  readonly answers: number;
  readonly questions: number;
  /** Checks that are open still: what belongs to them follows when they have closed. */
  readonly waiting: readonly string[];
}

/** Below SQLite's and PostgreSQL's limits for the parameters of one statement. */
const batchSize = 500;

export function privacy(session: Session): Privacy {
  return {
    exportOf: (person) => inTransaction(session, [shared(`person/${person}`)], (db) => exportOf(db, person)),
    forget: (person, at) => forget(session, person, at),
    completeForgetting: (at) => completeForgetting(session, at),
  };
}

async function exportOf(db: QueryRunner, person: string): Promise<PersonalData> {
  const progress = await db.selectFrom("progress").selectAll().where("person", "=", person).orderBy("touchedAt").execute();
  const extensions = await db.selectFrom("extensions").selectAll().where("person", "=", person).execute();
  const roster = await db.selectFrom("roster").selectAll().where("person", "=", person).execute();
  const questions = await db.selectFrom("questions").selectAll().where("asker", "=", person).orderBy("askedAt").execute();
  const actions = await db
    .selectFrom("audit")
    .selectAll()
    .where((where) => where.or([where("actor", "=", person), where("person", "=", person)]))
    .orderBy("at")
    .execute();
  const checks = await db.selectFrom("checks").select("id").where("createdBy", "=", person).orderBy("id").execute();
  const accommodations = await db.selectFrom("accommodations").select(["guild", "factor", "grantedAt as at"]).where("person", "=", person).orderBy("guild").execute();
  const drafts = await db.selectFrom("drafts").select(["id", "title"]).where("createdBy", "=", person).orderBy("id").execute();
  const courseFacts = await db.selectFrom("courseFacts").select(["guild", "topic", "answer", "setAt as at"]).where("setBy", "=", person).orderBy("guild").orderBy("topic").execute();
  const reminder = await db.selectFrom("reminders").select(["since", "nextAt"]).where("person", "=", person).executeTakeFirst();
  const answerReminders = await db.selectFrom("answerReminders").select(["checkId as check", "at"]).where("person", "=", person).orderBy("at").execute();
  const stopped = await db.selectFrom("answerReminderStops").select("at").where("person", "=", person).executeTakeFirst();
  return {
    person,
    reminder: reminder ?? null,
    answerReminders,
    answerRemindersStopped: stopped?.at ?? null,
    answers: await selectAnswers(db, { person }),
    progress: progress.map(progressOf),
    extensions: extensions.map(({ checkId, grantedBy, grantedAt, ...same }) => ({
      ...same,
      check: checkId,
      by: grantedBy,
      at: grantedAt,
    })),
    roster: roster.map((row) => ({ ...rosterEntryOf(row), guild: row.guild })),
    questions: questions.map(({ asker, ...question }) => question),
    actions: actions.map(({ id, details, ...same }) => ({ ...same, details: jsonOf(details) })),
    checks: checks.map(({ id }) => id),
    drafts,
    courseFacts,
    accommodations,
  };
}

/**
 * Answers to a check that is still open stay their person's until it has closed, with the row of the roster: given up
 * before, they would be a way to new attempts. Of a graded check the score is kept, under a keyed hash.
 */
async function forget(session: Session, person: string, at: number): Promise<ForgetResult> {
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
async function completeForgetting(session: Session, at: number): Promise<number> {
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
