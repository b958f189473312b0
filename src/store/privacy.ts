import { sql } from "kysely";

import type { Action, Answer, Extension, Progress, Question, RosterEntry } from "./records.ts";
import { jsonOf, progressOf, rosterEntryOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { exclusive, inTransaction, randomText, shared } from "./session.ts";
import type { QueryRunner, Session } from "./session.ts";

/** The stored data of one person: export and anonymisation. */
export interface Privacy {
  exportOf(person: string): Promise<PersonalData>;
  /**
   * Anonymises a person: their id is replaced by a random one, the same in all tables, so that counts and first-try
   * rates remain; their free text is deleted, and their row of the roster is unmatched.
   */
  forget(person: string): Promise<ForgetResult>;
}

/** Every row with the person's id. */
export interface PersonalData {
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
}

export interface ForgetResult {
  readonly answers: number;
  readonly questions: number;
}

export function privacy(session: Session): Privacy {
  return {
    exportOf: (person) => inTransaction(session, [shared(`person/${person}`)], (db) => exportOf(db, person)),
    forget: (person) => forget(session, person),
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
  return {
    person,
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
  };
}

async function forget(session: Session, person: string): Promise<ForgetResult> {
  const pseudonym = `gone-${randomText(16, "0123456789abcdefghijklmnopqrstuvwxyz")}`;
  return inTransaction(session, [exclusive(`person/${person}`)], async (db) => {
    // The form's Discord id would still identify its sender, and an open question's fingerprint is its text.
    const ownAnswers = await db
      .updateTable("answers")
      .set({ person: pseudonym, interaction: sql`'gone-' || ${sql.ref("id")}`, fingerprint: "" })
      .where("person", "=", person)
      .returning("id")
      .execute();
    await db
      .updateTable("answerParts")
      .set({ text: "" })
      .where("answerId", "in", db.selectFrom("answers").select("id").where("person", "=", pseudonym))
      .execute();
    await db.updateTable("progress").set({ person: pseudonym }).where("person", "=", person).execute();
    await db.updateTable("extensions").set({ person: pseudonym }).where("person", "=", person).execute();
    await db.updateTable("extensions").set({ grantedBy: pseudonym }).where("grantedBy", "=", person).execute();
    await db.updateTable("roster").set({ person: null }).where("person", "=", person).execute();
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
    await db.updateTable("corrections").set({ madeBy: pseudonym }).where("madeBy", "=", person).execute();
    return { answers: ownAnswers.length, questions: ownQuestions.length };
  });
}
