import type { Action, Question, RosterEntry } from "./records.ts";
import type { Answer, Progress } from "./answer-records.ts";
import type { Extension } from "./check-records.ts";
import { jsonOf, progressOf, rosterEntryOf } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import type { QueryRunner } from "./session.ts";

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

export async function personalDataOf(db: QueryRunner, person: string): Promise<PersonalData> {
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
