import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Kysely, Transaction } from "kysely";

import { ProblemError } from "../outcome.ts";
import type { StoreProblem } from "./problem.ts";
import type { Tables } from "./tables.ts";

/** An open database of either kind, with its tables migrated. */
export interface Session {
  readonly db: Kysely<Tables>;
  readonly backend: "sqlite" | "postgres";
  /** The file, or host:port/database; never with a password, as it is logged. */
  readonly where: string;
  /** Resolves if the database takes and gives, rejects if not; it does not wait behind other work. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Anything that runs queries: the session's own connection, or a transaction. */
export type QueryRunner = Kysely<Tables> | Transaction<Tables>;

/** The name of an advisory lock, shared or exclusive. */
interface Lock {
  readonly name: string;
  readonly shared: boolean;
}

export const exclusive = (name: string): Lock => ({ name, shared: false });
export const shared = (name: string): Lock => ({ name, shared: true });

/**
 * Runs the work in one transaction that holds each of the locks. Callers always lock a check before a person, so that
 * there are no deadlocks. A `store-busy` that ends it says with `isUndone` where it is known that nothing was stored.
 *
 * SQLite has one writer at a time (every transaction begins IMMEDIATE), so only PostgreSQL needs the locks.
 */
export async function inTransaction<T>(
  session: Session,
  locks: readonly Lock[],
  work: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const reached: { commit: boolean } = { commit: false };
  try {
    return await session.db.transaction().execute(async (db) => {
      for (const lock of locks) await acquireLock(session, db, lock);
      const value = await work(db);
      reached.commit = true;
      return value;
    });
  } catch (error) {
    // A connection that is lost while it commits has committed or not.
    throw reached.commit ? error : asUndone(error);
  }
}

/** The same problem, of which it is known that nothing was stored. */
export function asUndone(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const { problem, message, cause } = error as ProblemError<StoreProblem>;
  return problem.kind === "store-busy" ? new ProblemError<StoreProblem>({ ...problem, isUndone: true }, message, { cause }) : error;
}

/** Waits for a lock within a transaction; it is released at the transaction's end. */
export async function acquireLock(session: Session, db: Transaction<Tables>, lock: Lock): Promise<void> {
  if (session.backend === "sqlite") return;
  const take = sql.raw(lock.shared ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock");
  await sql`select ${take}(hashtextextended(${lock.name}, 0))`.execute(db);
}

/** How many ids of the same millisecond were made before. */
let previous = { at: 0, order: 0 };
const ordersOfMillisecond = 36 ** 2;

/** An id that sorts by time, in one process also within a millisecond, and cannot be guessed: 9 characters of time, 2 of order, 8 random ones. */
export function newId(at: number): string {
  previous = { at, order: at === previous.at ? previous.order + 1 : 0 };
  const order = (previous.order % ordersOfMillisecond).toString(36).padStart(2, "0");
  return at.toString(36).padStart(9, "0") + order + randomText(8, "0123456789abcdefghijklmnopqrstuvwxyz");
}

/** Characters drawn uniformly from an alphabet of at most 256. */
export function randomText(length: number, alphabet: string): string {
  const unbiasedLimit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < unbiasedLimit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
