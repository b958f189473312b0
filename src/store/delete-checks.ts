import { sql, type Expression } from "kysely";
import type { QueryRunner } from "./session.ts";

/** Deletes checks with everything that belongs to them; `chosen` selects their ids. */
export async function deleteChecks(db: QueryRunner, chosen: Expression<{ id: string }>): Promise<void> {
  const ids = sql<string>`(${chosen})`;
  const items = sql<string>`(select 'check/' || chosen.id from (${chosen}) as chosen)`;
  await sql`delete from answer_parts where answer_id in (select id from answers where item in ${items})`.execute(db);
  for (const table of ["answers", "progress"]) await sql`delete from ${sql.table(table)} where item in ${items}`.execute(db);
  for (const table of ["corrections", "extensions", "check_changes", "kept_grades", "forget_requests"]) {
    await sql`delete from ${sql.table(table)} where check_id in ${ids}`.execute(db);
  }
  await sql`delete from posts where subject in (select id from answer_reminders where check_id in ${ids})`.execute(db);
  await sql`delete from answer_reminders where check_id in ${ids}`.execute(db);
  await sql`delete from posts where subject in ${ids}`.execute(db);
  await sql`delete from checks where id in ${ids}`.execute(db);
}
