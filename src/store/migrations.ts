import { sql } from "kysely";
import type { CreateTableBuilder, Kysely, Migration } from "kysely";

/**
 * Forward only: a change of the tables is a new entry with the next number, never an edit of an old one, for there are
 * databases that ran it. Types are those that SQLite and PostgreSQL both understand.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-beginning": { up: beginning },
};

/** The newest entry: what a database of this program says it is. */
export const newestMigration: string = Object.keys(migrations).sort().at(-1) ?? "";

type Table = CreateTableBuilder<string, string>;
const text = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "text", (c) => c.notNull()), table);
const whole = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "bigint", (c) => c.notNull()), table);
const maybeText = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "text"), table);
const maybeWhole = (table: Table, ...names: readonly string[]): Table =>
  names.reduce((t, name) => t.addColumn(name, "bigint"), table);

async function beginning(db: Kysely<unknown>): Promise<void> {
  const table = (name: string): Table => db.schema.createTable(name);

  await text(table("settings"), "name", "value").addPrimaryKeyConstraint("settings_key", ["name"]).execute();

  let made = text(table("courses"), "guild");
  made = maybeText(made, "instructor_role", "staff_channel", "class_channel");
  await whole(made, "hide_keys").addPrimaryKeyConstraint("courses_key", ["guild"]).execute();

  made = text(table("checks"), "id", "guild", "title", "channel", "created_by");
  made = maybeText(made, "exercise", "question", "message", "correction");
  made = whole(made, "opens_at", "variants", "revision", "created_at");
  made = maybeWhole(made, "closes_at", "attempts", "closed_at", "voided_at", "claimed_until", "announced_at");
  await made
    .addColumn("tolerance", "double precision")
    .addColumn("points", "double precision", (c) => c.notNull())
    .addPrimaryKeyConstraint("checks_key", ["id"])
    .execute();
  await db.schema.createIndex("checks_of_guild").on("checks").columns(["guild", "opens_at"]).execute();
  await db.schema
    .createIndex("checks_to_announce")
    .on("checks")
    .column("closes_at")
    .where(sql.ref("announced_at"), "is", null)
    .execute();

  made = text(table("corrections"), "check_id", "correction", "reason", "made_by");
  await whole(made, "revision", "made_at")
    .addPrimaryKeyConstraint("corrections_key", ["check_id", "revision"])
    .execute();

  made = text(table("extensions"), "check_id", "person", "granted_by");
  made = maybeWhole(made, "closes_at");
  await whole(made, "attempts", "granted_at")
    .addPrimaryKeyConstraint("extensions_key", ["check_id", "person"])
    .execute();

  made = text(table("answers"), "id", "item", "person", "interaction", "variant", "verdict", "fingerprint");
  made = maybeText(made, "guild", "original_verdict");
  made = whole(made, "at", "hints", "revision");
  made = maybeWhole(made, "attempt");
  await made
    .addColumn("score", "double precision", (c) => c.notNull())
    .addColumn("original_score", "double precision")
    .addPrimaryKeyConstraint("answers_key", ["id"])
    .addUniqueConstraint("answers_delivered_once", ["interaction"])
    .addUniqueConstraint("answers_attempt_once", ["item", "person", "variant", "attempt"])
    .execute();
  await db.schema.createIndex("answers_of_person").on("answers").columns(["person", "at"]).execute();

  made = text(table("answer_parts"), "answer_id", "quantity", "text", "verdict", "diagnoses");
  await whole(made, "position")
    .addColumn("value", "double precision")
    .addColumn("expected", "double precision")
    .addPrimaryKeyConstraint("answer_parts_key", ["answer_id", "position"])
    .execute();

  made = text(table("progress"), "item", "person", "variant");
  made = maybeWhole(made, "twin_at", "gave_up_at");
  await whole(made, "hints", "touched_at")
    .addPrimaryKeyConstraint("progress_key", ["item", "person", "variant"])
    .execute();
  await db.schema.createIndex("progress_of_person").on("progress").column("person").execute();

  made = text(table("roster"), "guild", "canvas_id", "student", "sis_user_id", "sis_login_id", "section");
  made = maybeText(made, "person");
  await whole(made, "position")
    .addPrimaryKeyConstraint("roster_key", ["guild", "canvas_id"])
    .addUniqueConstraint("roster_person_once", ["guild", "person"])
    .execute();

  made = text(table("questions"), "id", "guild", "channel", "asker", "text");
  made = maybeText(made, "staff_channel", "staff_message", "answered_by", "pinned_by");
  made = whole(made, "asked_at");
  await maybeWhole(made, "answered_at", "pinned_at").addPrimaryKeyConstraint("questions_key", ["id"]).execute();
  await db.schema.createIndex("questions_of_guild").on("questions").columns(["guild", "asked_at"]).execute();
  await db.schema.createIndex("questions_of_asker").on("questions").column("asker").execute();

  made = text(table("audit"), "id", "guild", "actor", "action", "details");
  made = maybeText(made, "person");
  await whole(made, "at").addPrimaryKeyConstraint("audit_key", ["id"]).execute();
  await db.schema.createIndex("audit_of_guild").on("audit").columns(["guild", "at"]).execute();
}
