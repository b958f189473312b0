import { sql } from "kysely";
import type { Session } from "./session.ts";

/** How many questions went to the hosted model on the current day, of all processes together; nothing of a person. */
export interface ModelRequests {
  /**
   * Counts one more of the day (UTC, "2026-11-27"); false, and nothing is counted, where that would be beyond the limit.
   * Earlier days' counts are deleted.
   */
  take(day: string, limit: number): Promise<boolean>;
}

/** How the rows of the settings begin that hold the counts. */
export const countName = "hosted-model ";

/** A row of the settings per day: one statement counts and compares, so that two processes never share the last one. */
export function modelRequests({ db }: Session): ModelRequests {
  return {
    async take(day, limit) {
      const name = `${countName}${day}`;
      const begun = await db.insertInto("settings").values({ name, value: "0" }).onConflict((conflict) => conflict.column("name").doNothing()).executeTakeFirst();
      if ((begun.numInsertedOrUpdatedRows ?? 0n) > 0n) await db.deleteFrom("settings").where("name", "like", `${countName}%`).where("name", "<", name).execute();
      const counted = sql<number>`cast(value as integer)`;
      const taken = await db
        .updateTable("settings")
        .set({ value: sql<string>`cast(${counted} + 1 as text)` })
        .where("name", "=", name)
        .where(counted, "<", limit)
        .executeTakeFirst();
      return taken.numUpdatedRows > 0n;
    },
  };
}
