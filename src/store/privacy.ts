import { sql } from "kysely";

import type { Action, Answer, Extension, Progress, Question, RosterEntry } from "./records.ts";
import { jsonOf, progressOf, rosterEntryOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import { alone, atomically, randomText, shared } from "./session.ts";
import type { Queries, Session } from "./session.ts";

/** What is kept about one person: to be handed to them, and to be made nobody's. */
export interface Privacy {
  exportOf(person: string): Promise<PersonRecord>;
  /**
   * Makes a person's record nobody's: their id is replaced by a random one, the same in all tables, so that counts and
   * first-try rates stand; what they wrote in their own words is emptied, and their row of the roster is freed.
   */
  forget(person: string): Promise<Forgotten>;
}

/** Everything that carries the person's id. */
export interface PersonRecord {
  readonly person: string;
  readonly answers: readonly Answer[];
  readonly progress: readonly Progress[];
  readonly extensions: readonly (Extension & { readonly check: string })[];
  readonly roster: readonly (RosterEntry & { readonly guild: string })[];
  readonly questions: readonly Question[];
  /** What they did as an instructor, and what instructors did to them. */
  readonly actions: readonly Action[];
  /** The checks they made. */
  readonly checks: readonly string[];
}

export interface Forgotten {
  readonly answers: number;
  readonly questions: number;
}

export function privacy(session: Session): Privacy {
  return {
    exportOf: (person) => atomically(session, [shared(`person/${person}`)], (db) => exportOf(db, person)),
    forget: (person) => forget(session, person),
  };
}

async function exportOf(db: Queries, person: string): Promise<PersonRecord> {
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

async function forget(session: Session, person: string): Promise<Forgotten> {
  const nobody = `gone-${randomText(16, "0123456789abcdefghijklmnopqrstuvwxyz")}`;
  return atomically(session, [alone(`person/${person}`)], async (db) => {
    // Discord's id of the form would still lead to who sent it, and an open question's fingerprint is its text.
    const own = await db
      .updateTable("answers")
      .set({ person: nobody, interaction: sql`'gone-' || ${sql.ref("id")}`, fingerprint: "" })
      .where("person", "=", person)
      .returning("id")
      .execute();
    await db
      .updateTable("answerParts")
      .set({ text: "" })
      .where("answerId", "in", db.selectFrom("answers").select("id").where("person", "=", nobody))
      .execute();
    await db.updateTable("progress").set({ person: nobody }).where("person", "=", person).execute();
    await db.updateTable("extensions").set({ person: nobody }).where("person", "=", person).execute();
    await db.updateTable("extensions").set({ grantedBy: nobody }).where("grantedBy", "=", person).execute();
    await db.updateTable("roster").set({ person: null }).where("person", "=", person).execute();
    const asked = await db
      .updateTable("questions")
      .set({ asker: nobody, text: "" })
      .where("asker", "=", person)
      .returning("id")
      .execute();
    await db.updateTable("questions").set({ answeredBy: nobody }).where("answeredBy", "=", person).execute();
    await db.updateTable("questions").set({ pinnedBy: nobody }).where("pinnedBy", "=", person).execute();
    await db.updateTable("audit").set({ actor: nobody }).where("actor", "=", person).execute();
    await db.updateTable("audit").set({ person: nobody }).where("person", "=", person).execute();
    await db.updateTable("checks").set({ createdBy: nobody }).where("createdBy", "=", person).execute();
    await db.updateTable("corrections").set({ madeBy: nobody }).where("madeBy", "=", person).execute();
    return { answers: own.length, questions: asked.length };
  });
}
