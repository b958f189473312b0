import { sql } from "kysely";
import type { Kysely, Migration } from "kysely";
import { integerColumns, nullableIntegerColumns, nullableTextColumns, type Table, textColumns } from "./table-columns.ts";
import { createInitialTables } from "./initial-tables.ts";

/**
 * Forward only: a change of the tables is a new entry with the next number, never an edit of an old one, since existing
 * databases have run it. Only types that SQLite and PostgreSQL share are used.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-beginning": { up: createInitialTables },
  "002-posts": { up: createPosts },
  "003-grading": { up: addGrading },
  "004-terms": { up: createTerms },
  "005-votes": { up: addVotes },
  "006-reminders": { up: createReminders },
  "007-drafts": { up: createDrafts },
  "008-accommodations": { up: createAccommodations },
  "009-closing-reminders": { up: addClosingReminders },
  "010-course-facts": { up: createCourseFacts },
  "011-posted-keys": { up: addPostedKeys },
  "012-answer-reminders": { up: createAnswerReminders },
  "013-released-results": { up: addReleasedResults },
  "014-earlier-verdicts": { up: addEarlierVerdicts },
};

/** The newest entry: the version of a database of this program. */
export const newestMigration: string = Object.keys(migrations).sort().at(-1) ?? "";

/** Messages in channels as intents. Those that an earlier version left unconfirmed are found by `Posts.unbegun`. */
async function createPosts(db: Kysely<unknown>): Promise<void> {
  const table = textColumns(db.schema.createTable("posts"), "id", "purpose", "subject", "guild", "channel");
  await nullableIntegerColumns(nullableTextColumns(integerColumns(table, "created_at", "tries", "next_at"), "message"), "posted_at")
    .addPrimaryKeyConstraint("posts_key", ["id"])
    .execute();
  await db.schema.createIndex("posts_of_subject").on("posts").columns(["subject", "purpose"]).execute();
  await db.schema.createIndex("posts_pending").on("posts").column("next_at").where(sql.ref("message"), "is", null).execute();
}

/** What a check gives away and when, changes that can be taken back, confirmed matches, kept grades, a course's time zone. */
async function addGrading(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("courses").addColumn("time_zone", "text").execute();
  await db.schema
    .alterTable("checks")
    .addColumn("feedback", "text", (c) => c.notNull().defaultTo("now"))
    .execute();
  await db.schema
    .alterTable("checks")
    .addColumn("hints", "bigint", (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema.alterTable("checks").addColumn("credit", "text").execute();
  await db.schema.alterTable("checks").addColumn("named_mistakes", "text").execute();
  await db.schema.alterTable("roster").addColumn("proposed_person", "text").execute();
  await db.schema.alterTable("roster").addColumn("claim_code", "text").execute();
  await db.schema.alterTable("questions").addColumn("told_at", "bigint").execute();

  const table = (name: string): Table => db.schema.createTable(name);
  let builder = textColumns(table("check_changes"), "id", "check_id", "action", "actor", "before");
  builder = nullableTextColumns(builder, "undone_by");
  builder = integerColumns(builder, "at");
  await nullableIntegerColumns(builder, "undone_at").addPrimaryKeyConstraint("check_changes_key", ["id"]).execute();
  await db.schema.createIndex("check_changes_of_check").on("check_changes").columns(["check_id", "at"]).execute();

  builder = textColumns(table("kept_grades"), "check_id", "holder");
  builder = nullableTextColumns(builder, "canvas_id");
  builder = integerColumns(builder, "attempts", "last_at");
  await builder
    .addColumn("score", "double precision", (c) => c.notNull())
    .addPrimaryKeyConstraint("kept_grades_key", ["check_id", "holder"])
    .execute();

  builder = textColumns(table("forget_requests"), "person", "check_id");
  await integerColumns(builder, "at").addPrimaryKeyConstraint("forget_requests_key", ["person", "check_id"]).execute();
}

/** When a course was closed, and what of it is to be deleted. */
async function createTerms(db: Kysely<unknown>): Promise<void> {
  await nullableIntegerColumns(textColumns(db.schema.createTable("terms"), "guild"), "closed_at", "delete_up_to", "announced_at")
    .addPrimaryKeyConstraint("terms_key", ["guild"])
    .execute();
}

/** Weekly reminders that people asked for. */
async function createReminders(db: Kysely<unknown>): Promise<void> {
  const table = textColumns(db.schema.createTable("reminders"), "id", "person");
  await nullableIntegerColumns(integerColumns(table, "since", "next_at"), "ended_at")
    .addPrimaryKeyConstraint("reminders_key", ["id"])
    .addUniqueConstraint("reminders_person_once", ["person"])
    .execute();
  await db.schema.createIndex("reminders_due").on("reminders").column("next_at").execute();
}

/** Checks that are voted on, in one round or two. */
async function addVotes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("checks").addColumn("vote", "text").execute();
  for (const column of ["discuss_at", "second_at"]) await db.schema.alterTable("checks").addColumn(column, "bigint").execute();
}

/** A check's keys as they were when it was posted. */
async function addPostedKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("checks").addColumn("posted_keys", "text").execute();
}

/** Checks that are written and not posted. */
async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await integerColumns(textColumns(db.schema.createTable("drafts"), "id", "guild", "title", "content", "created_by"), "created_at")
    .addPrimaryKeyConstraint("drafts_key", ["id"])
    .execute();
  await db.schema.createIndex("drafts_of_guild").on("drafts").columns(["guild", "created_at"]).execute();
}

/** Who has more time at every check. */
async function createAccommodations(db: Kysely<unknown>): Promise<void> {
  await integerColumns(textColumns(db.schema.createTable("accommodations"), "guild", "person", "granted_by"), "granted_at")
    .addColumn("factor", "double precision", (c) => c.notNull())
    .addPrimaryKeyConstraint("accommodations_key", ["guild", "person"])
    .execute();
}

/** Reminders before a check closes, which a course may turn off, and the variants that a check is dealt from. */
async function addClosingReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("courses").addColumn("closing_reminders", "bigint", (c) => c.notNull().defaultTo(1)).execute();
  await db.schema.alterTable("checks").addColumn("reminded_for", "bigint").execute();
  await db.schema.alterTable("checks").addColumn("dealt", "text").execute();
}

/** What a course's staff answer themselves, and what was asked and not understood. */
async function createCourseFacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("courses")
    .addColumn("keep_questions", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
  await integerColumns(textColumns(db.schema.createTable("course_facts"), "guild", "topic", "answer", "set_by"), "set_at")
    .addPrimaryKeyConstraint("course_facts_key", ["guild", "topic"])
    .execute();
  await nullableTextColumns(integerColumns(textColumns(db.schema.createTable("unclear_questions"), "id", "guild", "words"), "asked", "last_at"), "text", "attached")
    .addPrimaryKeyConstraint("unclear_questions_key", ["id"])
    .addUniqueConstraint("unclear_questions_once", ["guild", "words"])
    .execute();
}

/** Direct messages to those who have not answered a check, and who takes none. */
async function createAnswerReminders(db: Kysely<unknown>): Promise<void> {
  await nullableIntegerColumns(integerColumns(textColumns(db.schema.createTable("answer_reminders"), "id", "check_id", "person"), "at"), "begun_at")
    .addPrimaryKeyConstraint("answer_reminders_key", ["id"])
    .addUniqueConstraint("answer_reminders_once", ["check_id", "person"])
    .execute();
  await integerColumns(textColumns(db.schema.createTable("answer_reminder_stops"), "person"), "at").addPrimaryKeyConstraint("answer_reminder_stops_key", ["person"]).execute();
}

/** Which results the class has read. Of those that were announced before, all of them that no update is due of: a solution that was kept back has one. */
async function addReleasedResults(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("checks").addColumn("released_at", "bigint").execute();
  await sql`update checks set released_at = announced_at where announced_at is not null and closed_at is not null and voided_at is null
    and exists (select 1 from posts where posts.subject = checks.id and posts.purpose = 'results' and posts.message is not null)
    and not exists (select 1 from posts where posts.subject = checks.id and posts.purpose = 'update')`.execute(db);
}

/** A part's verdict by an earlier key, under which its answer keeps its mark. Of an answer that was wholly right, every part was. */
async function addEarlierVerdicts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("answer_parts").addColumn("earlier_verdict", "text").execute();
  await sql`update answer_parts set earlier_verdict = 'right' where verdict <> 'right'
    and answer_id in (select id from answers where verdict = 'right')`.execute(db);
}
