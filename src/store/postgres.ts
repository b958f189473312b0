import type { StoreProblem } from "./problem.ts";
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from "kysely";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";

import { failure, ProblemError, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { columnCase, tableNames } from "./dump.ts";
import { isConnectionSpent, throwPostgresProblem } from "./postgres-failure.ts";
import type { Session } from "./session.ts";
import type { Tables } from "./tables.ts";

const connections = 10;
/** A person waits for an answer: what takes longer than this ends in "try again", and gives its connection back. */
const limits = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 8_000,
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 20_000,
  // Where packets vanish, the server's own limits never arrive.
  query_timeout: 9_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} as const;
const bigintType = 20;
/** Health: a server that gives may take nothing (a standby, a full disk), and a table may have been moved away. */
const write = `
  with written as (insert into settings (name, value) values ('health', $1) on conflict (name) do update set value = excluded.value)
  select array(select name from unnest($2::text[]) as name where to_regclass(name) is null) as missing`;

/** Opens a connection pool to a PostgreSQL server and runs one query, so that a wrong address fails now. */
export async function openPostgres(url: string): Promise<Outcome<Session, StoreProblem>> {
  const where = withoutPassword(url);
  if (where === null) {
    return failure({ kind: "store-unreachable", where: "DATABASE_URL", reason: "bad-address", detail: "" });
  }
  const settings = { connectionString: url, application_name: "factor-ta", types: { getTypeParser: parserOf }, ...limits };
  const pool = survivingPool({ ...settings, max: connections });
  // Answers that wait for each other may hold every connection of the pool; health must not wait with them.
  const healthPool = survivingPool({ ...settings, max: 1, query_timeout: 1_500 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watchedPool(pool) }), plugins: [new CamelCasePlugin()] });
  try {
    await sql`select 1`.execute(db);
    return success({
      db,
      backend: "postgres",
      where,
      async ping() {
        const client = await healthPool.connect().catch(throwPostgresProblem);
        let missing: readonly string[] | null = null;
        try {
          const { rows } = await client.query<{ missing: readonly string[] }>(write, [String(Date.now()), tableNames.map(columnCase)]);
          missing = rows[0]?.missing ?? [];
        } catch (error) {
          throwPostgresProblem(error);
        } finally {
          client.release(missing === null);
        }
        if (missing.length > 0) throw new Error(`without its table ${missing.join(", ")}`);
      },
      async close() {
        await db.destroy();
        if (!healthPool.ending) await healthPool.end();
      },
    });
  } catch (error) {
    await Promise.all([db.destroy(), healthPool.end()]);
    const cause = error instanceof ProblemError ? error.cause : error;
    const detail = cause instanceof Error ? cause.message : String(cause);
    return failure({ kind: "store-unreachable", where, reason: reasonOf(cause), detail });
  }
}

/** Without listeners the loss of a connection would end the process, idle or in use; the pool replaces it. */
function survivingPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(settings);
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** A connection on which a statement was lost is not given back but ended: the next one would wait behind that statement. */
function watchedPool(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect().catch(throwPostgresProblem);
      let loss: unknown = null;
      const query = async <R extends pg.QueryResultRow>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
        if (loss !== null) return throwPostgresProblem(loss);
        try {
          return (await client.query<R>(text, [...parameters])) as PostgresQueryResult<R>;
        } catch (error) {
          if (isConnectionSpent(error)) loss = error;
          return throwPostgresProblem(error);
        }
      };
      return { query: query as PostgresPoolClient["query"], release: () => client.release(loss !== null) };
    },
    end: () => pool.end(),
  };
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
