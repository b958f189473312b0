import { sql } from "kysely";
import type { Kysely } from "kysely";
import { integerColumns, nullableIntegerColumns, nullableTextColumns, type Table, textColumns } from "./table-columns.ts";

/** What version 0.1.0 began with. */
export async function createInitialTables(db: Kysely<unknown>): Promise<void> {
  const table = (name: string): Table => db.schema.createTable(name);

  await textColumns(table("settings"), "name", "value").addPrimaryKeyConstraint("settings_key", ["name"]).execute();

  let builder = textColumns(table("courses"), "guild");
  builder = nullableTextColumns(builder, "instructor_role", "staff_channel", "class_channel");
  await integerColumns(builder, "hide_keys").addPrimaryKeyConstraint("courses_key", ["guild"]).execute();

  builder = textColumns(table("checks"), "id", "guild", "title", "channel", "created_by");
  builder = nullableTextColumns(builder, "exercise", "question", "message", "correction");
  builder = integerColumns(builder, "opens_at", "variants", "revision", "created_at");
  builder = nullableIntegerColumns(builder, "closes_at", "attempts", "closed_at", "voided_at", "claimed_until", "announced_at");
  await builder
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

  builder = textColumns(table("corrections"), "check_id", "correction", "reason", "made_by");
  await integerColumns(builder, "revision", "made_at")
    .addPrimaryKeyConstraint("corrections_key", ["check_id", "revision"])
    .execute();

  builder = textColumns(table("extensions"), "check_id", "person", "granted_by");
  builder = nullableIntegerColumns(builder, "closes_at");
  await integerColumns(builder, "attempts", "granted_at")
    .addPrimaryKeyConstraint("extensions_key", ["check_id", "person"])
    .execute();

  builder = textColumns(table("answers"), "id", "item", "person", "interaction", "variant", "verdict", "fingerprint");
  builder = nullableTextColumns(builder, "guild", "original_verdict");
  builder = integerColumns(builder, "at", "hints", "revision");
  builder = nullableIntegerColumns(builder, "attempt");
  await builder
    .addColumn("score", "double precision", (c) => c.notNull())
    .addColumn("original_score", "double precision")
    .addPrimaryKeyConstraint("answers_key", ["id"])
    .addUniqueConstraint("answers_delivered_once", ["interaction"])
    .addUniqueConstraint("answers_attempt_once", ["item", "person", "variant", "attempt"])
    .execute();
  await db.schema.createIndex("answers_of_person").on("answers").columns(["person", "at"]).execute();

  builder = textColumns(table("answer_parts"), "answer_id", "quantity", "text", "verdict", "diagnoses");
  await integerColumns(builder, "position")
    .addColumn("value", "double precision")
    .addColumn("expected", "double precision")
    .addPrimaryKeyConstraint("answer_parts_key", ["answer_id", "position"])
    .execute();

  builder = textColumns(table("progress"), "item", "person", "variant");
  builder = nullableIntegerColumns(builder, "twin_at", "gave_up_at");
  await integerColumns(builder, "hints", "touched_at")
    .addPrimaryKeyConstraint("progress_key", ["item", "person", "variant"])
    .execute();
  await db.schema.createIndex("progress_of_person").on("progress").column("person").execute();

  builder = textColumns(table("roster"), "guild", "canvas_id", "student", "sis_user_id", "sis_login_id", "section");
  builder = nullableTextColumns(builder, "person");
  await integerColumns(builder, "position")
    .addPrimaryKeyConstraint("roster_key", ["guild", "canvas_id"])
    .addUniqueConstraint("roster_person_once", ["guild", "person"])
    .execute();

  builder = textColumns(table("questions"), "id", "guild", "channel", "asker", "text");
  builder = nullableTextColumns(builder, "staff_channel", "staff_message", "answered_by", "pinned_by");
  builder = integerColumns(builder, "asked_at");
  await nullableIntegerColumns(builder, "answered_at", "pinned_at").addPrimaryKeyConstraint("questions_key", ["id"]).execute();
  await db.schema.createIndex("questions_of_guild").on("questions").columns(["guild", "asked_at"]).execute();
  await db.schema.createIndex("questions_of_asker").on("questions").column("asker").execute();

  builder = textColumns(table("audit"), "id", "guild", "actor", "action", "details");
  builder = nullableTextColumns(builder, "person");
  await integerColumns(builder, "at").addPrimaryKeyConstraint("audit_key", ["id"]).execute();
  await db.schema.createIndex("audit_of_guild").on("audit").columns(["guild", "at"]).execute();
}
