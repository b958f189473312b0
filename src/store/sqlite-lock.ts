import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "libsql";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";
import type { StoreProblem } from "./problem.ts";
import { sqliteFailure } from "./sqlite-failure.ts";

/** A program that is being restarted may take as long to close. */
const patienceMs = 3_000;

/**
 * Keeps a second bot away from a SQLite store: it would answer every question of the same token twice, or close the
 * first one's checks. The lock is one of the system's, on a file beside the store, and ends with the process however
 * that ends. Backups and the doctor don't ask for it. Errors: `store-in-use`, or that the file can't be made.
 */
export async function lockSqlite(file: string, waitMs = patienceMs): Promise<Outcome<{ close(): void }, StoreProblem>> {
  const where = path.resolve(file);
  const deadline = performance.now() + waitMs;
  let database: Database.Database | undefined;
  try {
    makeFolder(path.dirname(where));
    closeSync(openSync(`${where}.lock`, "a", 0o600));
    ownedLikeFolder(`${where}.lock`);
    database = new Database(`${where}.lock`);
    for (;;) {
      try {
        database.exec("begin exclusive");
        const held = database;
        return success({ close: () => void held.close() });
      } catch (error) {
        if (!(error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))) throw error;
        if (performance.now() > deadline) {
          database.close();
          return failure({ kind: "store-in-use", where });
        }
        await setTimeout(100);
      }
    }
  } catch (error) {
    database?.close();
    return sqliteFailure(where, error);
  }
}
