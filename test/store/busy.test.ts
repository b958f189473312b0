import { copyFileSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer, connect, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemError } from "../../src/outcome.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { inTransaction as inTransactionOf } from "../../src/store/session.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { openStore } from "../../src/store/open-store.ts";
import { startPostgres } from "./postgres-server.ts";

/** A database that goes away, hangs, is locked or full: a problem within seconds, and the next call works again. */

/** Whether it is known that nothing was stored. */
const isUndone = (error: unknown): boolean => error instanceof ProblemError && (error.problem as { readonly isUndone?: true }).isUndone === true;

const reasonOf = (error: unknown): unknown => (error instanceof ProblemError ? (error.problem as { readonly reason?: string }).reason : error);

describe("SQLite", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-busy-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a full disk is called full, in and out of a transaction, health notices, and with space it goes on", async () => {
    const opened = openSqlite(path.join(folder, "full.db"));
    if (!opened.ok) throw new Error(opened.problem.kind);
    const session = opened.value;
    expect((await migrate(session)).ok).toBe(true);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(session.db);
    await sql.raw(`pragma max_page_count = ${String(Number(Object.values(rows[0]!)[0]) + 1)}`).execute(session.db);
    const value = "x".repeat(100_000);
    const write = (name: string) => session.db.insertInto("settings").values({ name, value }).execute();
    expect(reasonOf(await write("a").catch((error: unknown) => error))).toBe("full");
    const inTransaction = session.db.transaction().execute((db) => db.insertInto("settings").values({ name: "b", value }).execute());
    expect(reasonOf(await inTransaction.catch((error: unknown) => error))).toBe("full");
    const stored = inTransactionOf(session, [], (db) => db.insertInto("settings").values({ name: "d", value }).execute());
    expect(await stored.catch((error: unknown) => [reasonOf(error), isUndone(error)])).toEqual(["full", true]);
    await sql.raw("pragma max_page_count = 1000000").execute(session.db);
    await write("c");
    expect((await session.db.selectFrom("settings").select("name").where("name", "in", ["a", "b", "c", "d"]).execute()).map(({ name }) => name)).toEqual(["c"]);
    await session.ping();
    await session.close();
  });

  const faults: Readonly<Record<string, (file: string) => void>> = {
    deleted: (file) => rmSync(file),
    moved: (file) => renameSync(file, `${file}.away`),
    "replaced by a copy": (file) => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
    "its folder moved": (file) => renameSync(path.dirname(file), `${path.dirname(file)}-away`),
  };
  test.each(Object.keys(faults))("a file that was %s under the open store confirms nothing, and health notices", async (fault) => {
    const file = path.join(folder, fault, "gone.db");
    const opened = await openStore({ file });
    if (!opened.ok) throw new Error(opened.problem.kind);
    const store = opened.value;
    const write = (at: number) => store.courses.updateSettings("g1", { staffChannel: "c" }, { by: "prof", at });
    await write(1);
    await store.ping();
    faults[fault]!(file);
    expect(reasonOf(await store.ping().catch((error: unknown) => error))).toBe("gone");
    expect(reasonOf(await write(2).catch((error: unknown) => error))).toBe("gone");
    await store.close();
  });
});

const server = await startPostgres();
const missing = "missing" in server ? server.missing : null;
afterAll(async () => {
  if ("stop" in server) await server.stop();
});

describe.skipIf(missing !== null)("PostgreSQL", () => {
  let url: string;
  let store: Store;
  let admin: pg.Client;
  /** Another session: within a transaction PostgreSQL shows the activity as it first was. */
  let watcher: pg.Client;
  const waitingForLocks = async (): Promise<number> =>
    ((await watcher.query("select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'")).rows[0] as { n: number }).n;
  const setting = (n: number) => store.courses.updateSettings(`g${String(n)}`, { staffChannel: "c" }, { by: "prof", at: 1 });

  beforeAll(async () => {
    if (!("database" in server)) return;
    url = await server.database();
    const opened = await openStore({ url });
    if (!opened.ok) throw new Error(opened.problem.kind);
    store = opened.value;
    [admin, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    await Promise.all([admin.connect(), watcher.connect()]);
  });
  afterAll(async () => {
    await Promise.all([admin.end(), watcher.end(), store.close()]);
  });

  test("connections that end while they are in use cost the calls under way a problem, never the process", async () => {
    await admin.query("begin; lock table courses in access exclusive mode");
    const waiting = [1, 2, 3].map((n) => setting(n).then(() => "done", reasonOf));
    await expect.poll(waitingForLocks).toBe(3);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'factor-ta'");
    expect(await Promise.all(waiting)).toEqual(["lost", "lost", "lost"]);
    await admin.query("rollback");
    expect(await setting(4)).toMatchObject({ staffChannel: "c" });
  });

  test("a connection that ends between two statements of a transaction costs that call a problem, never the process", async () => {
    const opened = await openPostgres(url);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const session = opened.value;
    const idle = session.db.transaction().execute(async (db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
      const [mine] = rows;
      // Nothing is asked on it now: nobody but a listener of its own hears of the loss.
      await admin.query("select pg_terminate_backend($1)", [mine!.pid]);
      await expect.poll(async () => (await watcher.query("select 1 from pg_stat_activity where pid = $1", [mine!.pid])).rowCount).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(db);
    });
    expect(reasonOf(await idle.catch((error: unknown) => error))).toBe("lost");
    expect((await sql<{ one: number }>`select 1 as one`.execute(session.db)).rows).toEqual([{ one: 1 }]);
    await session.close();
  });

  test("a transaction that loses its connection before its commit has stored nothing, and says so; one that loses it while it commits does not", async () => {
    const opened = await openPostgres(url);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const session = opened.value;
    const write = (name: string, then: (pid: number) => Promise<unknown>) =>
      inTransactionOf(session, [], async (db) => {
        await db.insertInto("settings").values({ name, value: "x" }).execute();
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
        await then(rows[0]!.pid);
        await sql`select 1`.execute(db);
      });
    const end = (pid: number) => admin.query("select pg_terminate_backend($1)", [pid]);
    expect(await write("before", end).catch((error: unknown) => [reasonOf(error), isUndone(error)])).toEqual(["lost", true]);
    // A trigger that runs at the commit waits until its connection is ended.
    await admin.query(`create function waits() returns trigger language plpgsql as $$ begin perform pg_sleep(8); return null; end $$;
      create constraint trigger waits after insert on settings deferrable initially deferred for each row execute function waits()`);
    const atCommit = async () => (await watcher.query("select pid from pg_stat_activity where query = 'commit' and state = 'active'")).rows.map(({ pid }: { pid: number }) => pid);
    const committing = write("at", () => Promise.resolve()).catch((error: unknown) => [reasonOf(error), isUndone(error)]);
    await expect.poll(async () => (await atCommit()).length).toBe(1);
    for (const pid of await atCommit()) await end(pid);
    expect(await committing).toEqual(["lost", false]);
    await admin.query("drop trigger waits on settings; drop function waits()");
    expect((await watcher.query("select 1 from settings where name = 'before'")).rowCount).toBe(0);
    await session.close();
  });

  test("a locked table keeps its calls waiting for seconds, those of other tables and health not at all", async () => {
    await admin.query("begin; lock table courses in access exclusive mode");
    const waiting = Array.from({ length: 12 }, (_, n) => setting(n).then(() => "done", reasonOf));
    await expect.poll(waitingForLocks).toBeGreaterThan(5);
    await store.ping();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter((outcome) => outcome !== "locked" && outcome !== "slow")).toEqual([]);
    // PostgreSQL's own limit ends them, before that of their statement, which would not know why.
    expect(outcomes.filter((outcome) => outcome === "locked").length).toBeGreaterThan(5);
    await admin.query("rollback");
    expect(await setting(4)).toMatchObject({ staffChannel: "c" });
  });

  test("a server that gives and takes no changes is read-only, health notices, and goes on when it takes them again", async () => {
    const database = new URL(url).pathname.slice(1);
    const endConnections = () => admin.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'factor-ta'");
    await store.ping();
    await admin.query(`alter database "${database}" set default_transaction_read_only = on`);
    await endConnections();
    await expect.poll(() => setting(5).then(() => "done", reasonOf)).toBe("read-only");
    await expect.poll(() => store.ping().then(() => "well", () => "not well")).toBe("not well");
    expect(await store.courses.settings("g4")).toMatchObject({ staffChannel: "c" });
    await admin.query(`set default_transaction_read_only = off; alter database "${database}" reset default_transaction_read_only`);
    await endConnections();
    await expect.poll(() => setting(5).then(() => "done", reasonOf)).toBe("done");
    await expect.poll(() => store.ping().then(() => "well", () => "not well")).toBe("well");
  });

  test("health notices a table that was renamed", async () => {
    await store.ping();
    for (const table of ["answers", "check_changes", "settings"]) {
      await admin.query(`alter table ${table} rename to ${table}_away`);
      await expect(store.ping()).rejects.toThrow();
      await admin.query(`alter table ${table}_away rename to ${table}`);
      await store.ping();
    }
  });

  test.each([
    ["53100", "full"], ["53200", "full"], ["53000", "slow"], ["53300", "slow"], ["53400", "slow"], ["57P01", "lost"], ["57P02", "lost"], ["57P03", "lost"],
    ["57P04", "lost"], ["57014", "slow"], ["25006", "read-only"], ["42501", "read-only"], ["55000", "locked"], ["55006", "locked"], ["40001", "locked"],
    ["28P01", "lost"], ["3D000", "lost"], ["58000", "lost"], ["58030", "full"],
    ["42601", null], ["23505", null], ["22003", null], ["XX000", null],
  ])("SQLSTATE %s is %s", async (code, reason) => {
    const raised = sql.raw(`do $$ begin raise exception 'injected' using errcode = '${code}'; end $$`);
    const opened = await openPostgres(url);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const found = await raised.execute(opened.value.db).then(() => "done", reasonOf);
    if (reason === null) expect(found).toMatchObject({ code });
    else expect(found).toBe(reason);
    await opened.value.close();
  });

  test("where packets vanish a call ends in a problem, and its connection is not used again", async () => {
    const hole = await openBlackHole(Number(new URL(url).port));
    const address = new URL(url);
    address.port = String(hole.port);
    const opened = await openStore({ url: address.href });
    if (!opened.ok) throw new Error(opened.problem.kind);
    hole.swallow(true);
    const started = Date.now();
    expect(reasonOf(await opened.value.courses.settings("g1").catch((error: unknown) => error))).toBe("slow");
    expect(Date.now() - started).toBeLessThan(25_000);
    hole.swallow(false);
    expect(await opened.value.courses.settings("g1")).toMatchObject({ guild: "g1" });
    await opened.value.close();
    await hole.close();
  });
});

/** A proxy on 127.0.0.1 that can keep what it is given. */
async function openBlackHole(target: number): Promise<{ readonly port: number; swallow(isOn: boolean): void; close(): Promise<void> }> {
  let swallows = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
    }
    near.on("data", (bytes) => {
      if (!swallows) far.write(bytes);
    });
    far.on("data", (bytes) => {
      if (!swallows) near.write(bytes);
    });
    near.on("close", () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    swallow: (isOn) => void (swallows = isOn),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
