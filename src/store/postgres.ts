import type { StoreProblem } from "./problem.ts";
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";

import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

const connectMilliseconds = 10_000;
const connections = 10;
const bigintType = 20;

/** Opens a connection pool to a PostgreSQL server and runs one query, so that a wrong address fails now. */
export async function openPostgres(url: string): Promise<Outcome<Session, StoreProblem>> {
  const where = withoutPassword(url);
  if (where === null) {
    return failure({ kind: "store-unreachable", where: "DATABASE_URL", reason: "bad-address", detail: "" });
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMilliseconds,
    application_name: "factor-ta",
    types: { getTypeParser: parserOf },
  });
  // Without a listener the loss of an idle connection would end the process; the pool replaces the connection.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] });
  try {
    await sql`select 1`.execute(db);
    return success({ db, backend: "postgres", where });
  } catch (error) {
    await db.destroy();
    const detail = error instanceof Error ? error.message : String(error);
    return failure({ kind: "store-unreachable", where, reason: reasonOf(error), detail });
  }
}

/** host:port/database of an address, or null for an invalid one. */
function withoutPassword(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol !== "postgres:" && protocol !== "postgresql:") return null;
  return `${hostname === "" ? "localhost" : hostname}:${port === "" ? "5432" : port}${pathname}`;
}

type Reason = "refused" | "no-such-host" | "not-authorised" | "no-such-database" | "timed-out" | "other";

function reasonOf(error: unknown): Reason {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ECONNREFUSED" || code === "ECONNRESET") return "refused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "no-such-host";
  if (code.startsWith("28")) return "not-authorised";
  if (code === "3D000") return "no-such-database";
  if (code === "ETIMEDOUT" || (error instanceof Error && /timeout/i.test(error.message))) return "timed-out";
  return "other";
}

/** Parses times and counts: bigint, which pg returns as text. They are far below 2^53; a larger one is a bug. */
function parserOf(type: number, format?: "text" | "binary"): (value: string) => unknown {
  if (type !== bigintType || format === "binary") return standardParser(type, format);
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`);
    return number;
  };
}

const standardParser = pg.types.getTypeParser as (type: number, format?: string) => (value: string) => unknown;
