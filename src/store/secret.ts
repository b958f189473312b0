import { randomBytes } from "node:crypto";
import type { QueryRunner } from "./session.ts";

/** 32 random bytes in hexadecimal, created once and shared by all processes. */
export async function secretOf(db: QueryRunner): Promise<string> {
  await db
    .insertInto("settings")
    .values({ name: "secret", value: randomBytes(32).toString("hex") })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await db.selectFrom("settings").select("value").where("name", "=", "secret").executeTakeFirstOrThrow();
  return row.value;
}
