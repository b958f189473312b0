import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "libsql";
import { Migrator } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { backupStore, restoreStore, verifyBackup } from "../../src/store/backup.ts";
import { migrations, newestMigration } from "../../src/store/migrations.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { StoreAddress } from "../../src/store/open-store.ts";
import { verifyDump, type Verification } from "../../src/store/verify.ts";
import { verifyStore } from "../../src/store/verify-store.ts";
import { startPostgres, type PostgresServer } from "./postgres-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A store that version 0.1.0 filled, as this version finds it. */
const madeBefore = new URL("./made-at-0.1.0/store.db", import.meta.url);

function madeAt010(name: string): string {
  const file = path.join(folder, name);
  copyFileSync(madeBefore, file);
  return file;
}

async function opened(address: StoreAddress): Promise<Store> {
  const store = await openStore(address);
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  return store.value;
}

async function verified(address: StoreAddress): Promise<Verification> {
  const outcome = await verifyStore(address);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** The tables of a version before the newest. */
function versionOf(file: string): unknown {
  const database = new Database(file);
  const [row] = database.prepare("select max(name) as name from kysely_migration").all() as { name: string }[];
  database.close();
  return row?.name;
}

let server: PostgresServer | { readonly missing: string };
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  if (!("missing" in server)) await server.stop();
});

test("a store of version 0.1.0 is read through whole, and its tables stay that version's", async () => {
  const file = madeAt010("old.db");
  const { rows, counts, faults, newestAnswerAt } = await verified({ file });
  expect(faults).toEqual([]);
  expect(rows).toBe(50);
  expect(counts["answers"]).toBeGreaterThan(0);
  expect(newestAnswerAt).toBeGreaterThan(0);
  expect(versionOf(file)).toBe("001-beginning");
});

test("a backup of an older store is that version's, and both programs take it in", async () => {
  const file = madeAt010("older.db");
  const store = await openStore({ file }, { mustExist: true, migrates: false });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  const lines = path.join(folder, "older.jsonl");
  expect((await backupStore(store.value, lines)).ok).toBe(true);
  await store.value.close();
  expect(readFileSync(lines, "utf8")).toMatch(/^\{"dump":"factor-ta","version":"001-beginning"\}\n/u);
  expect(versionOf(file)).toBe("001-beginning");
  const restored = await opened({ file: path.join(folder, "from-older.db") });
  expect((await restoreStore(restored, lines)).ok).toBe(true);
  await restored.close();
});

test("the same rows have the same fingerprint in SQLite, in either backup and in PostgreSQL; another digit another", async ({ skip }) => {
  const file = madeAt010("same.db");
  const store = await opened({ file });
  const lines = path.join(folder, "same.jsonl");
  expect((await backupStore(store, lines)).ok).toBe(true);
  await store.ping();
  await store.close();
  const { fingerprint } = await verified({ file });
  for (const backup of [lines, file]) expect(await verifyBackup(backup)).toMatchObject({ ok: true, value: { fingerprint, faults: [] } });
  const database = new Database(file);
  database.exec("update answers set score = 0.25 where id = (select min(id) from answers)");
  database.close();
  expect((await verified({ file })).fingerprint).not.toBe(fingerprint);
  if ("missing" in server) return skip(server.missing);
  const url = await server.database();
  const postgres = await opened({ url });
  expect((await restoreStore(postgres, lines)).ok).toBe(true);
  await postgres.close();
  expect(await verified({ url })).toMatchObject({ fingerprint, faults: [] });
});

describe.each(["SQLite", "PostgreSQL"])("in %s", (backend) => {
  /** A course in a store of this kind, and a way to change it by hand. */
  async function course(): Promise<{ readonly address: StoreAddress; change(statement: string): Promise<void> } | null> {
    const file = madeAt010(`${backend}-${String(Math.random()).slice(2)}.db`);
    const sqlite = await opened({ file });
    if (backend === "SQLite") {
      await sqlite.close();
      return { address: { file }, change: (statement) => Promise.resolve(new Database(file).exec(statement)).then(() => undefined) };
    }
    if ("missing" in server) return null;
    const url = await server.database();
    const postgres = await opened({ url });
    expect((await postgres.restore(sqlite.dump())).ok).toBe(true);
    await Promise.all([sqlite.close(), postgres.close()]);
    return {
      address: { url },
      async change(statement) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(statement);
        await client.end();
      },
    };
  }

  test.each([
    ["a check that was taken out", "delete from checks where id = (select substr(item, 7) from answers where item like 'check/%' limit 1)", { kind: "orphan", table: "answers", column: "item" }],
    ["an answer that was taken out", "delete from answers where id = (select min(answer_id) from answer_parts)", { kind: "orphan", table: "answerParts", column: "answerId" }],
    ["a verdict that no version writes", "update answers set verdict = 'brilliant'", { kind: "unreadable", table: "answers", column: "verdict", example: '"brilliant"' }],
    ["more than all points", "update answers set score = 2", { kind: "unreadable", table: "answers", column: "score", example: "2" }],
    ["a question that is no JSON", "update checks set question = '{oops'", { kind: "unreadable", table: "checks", column: "question" }],
    ["a mistake list of another kind", "update answer_parts set diagnoses = '{}'", { kind: "unreadable", table: "answerParts", column: "diagnoses" }],
    ["a time before 1970", "update audit set at = -1", { kind: "unreadable", table: "audit", column: "at" }],
  ])("%s is found and named", async (_what, statement, fault) => {
    const made = await course();
    if (made === null) return;
    expect((await verified(made.address)).faults).toEqual([]);
    await made.change(statement);
    expect((await verified(made.address)).faults).toContainEqual(expect.objectContaining(fault));
  });
});

test("a backup with a line changed, or without its end, is no whole one", async () => {
  const store = await opened({ file: madeAt010("lines.db") });
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  await store.close();
  const faultOf = async (changed: readonly string[]) => {
    const file = path.join(folder, `changed-${String(Math.random()).slice(2)}.jsonl`);
    writeFileSync(file, changed.map((line) => `${line}\n`).join(""));
    return verifyBackup(file);
  };
  expect(await faultOf(lines.map((line) => line.replace('"score":0', '"score":1')))).toMatchObject({ problem: { fault: "tampered" } });
  expect(await faultOf(lines.slice(0, -1))).toMatchObject({ problem: { fault: "cut-short" } });
  expect(await faultOf(lines)).toMatchObject({ ok: true });
  expect(await verifyDump(lines, "here")).toMatchObject({ ok: true });
});

test("PostgreSQL has a backup before its tables are changed, of the version that they had", async ({ skip }) => {
  if ("missing" in server) return skip(server.missing);
  const url = await server.database();
  const session = await openPostgres(url);
  if (!session.ok) throw new Error(session.problem.kind);
  const { error } = await new Migrator({ db: session.value.db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } }).migrateTo("002-posts");
  expect(error).toBeUndefined();
  await session.value.db.insertInto("settings").values({ name: "secret", value: "as it was" }).execute();
  await session.value.close();
  const backups = path.join(folder, "pg-backups");
  const before = (file: string): string => readFileSync(path.join(backups, file), "utf8");
  await (await opened({ url, backups })).close();
  const [kept = "", ...more] = readdirSync(backups);
  expect(more).toEqual([]);
  expect(kept).toMatch(new RegExp(`^before-${newestMigration}-.*\\.jsonl$`, "u"));
  expect(before(kept)).toContain('"version":"002-posts"');
  const again = await opened({ file: path.join(folder, "way-back.db") });
  expect((await restoreStore(again, path.join(backups, kept))).ok).toBe(true);
  expect(await again.secret()).toBe("as it was");
  await again.close();
  // A second start has nothing to change, so nothing to keep.
  await (await opened({ url, backups })).close();
  expect(readdirSync(backups)).toEqual([kept]);
});

test("where that backup can't be written, the tables stay as they are", async ({ skip }) => {
  if ("missing" in server) return skip(server.missing);
  const url = await server.database();
  const session = await openPostgres(url);
  if (!session.ok) throw new Error(session.problem.kind);
  await new Migrator({ db: session.value.db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } }).migrateTo("001-beginning");
  await session.value.close();
  const taken = path.join(folder, "a-file");
  writeFileSync(taken, "");
  expect((await openStore({ url, backups: path.join(taken, "backups") })).ok).toBe(false);
  const unchanged = await openStore({ url }, { mustExist: true, migrates: false });
  expect(unchanged.ok && unchanged.value.version).toBe("001-beginning");
  if (unchanged.ok) await unchanged.value.close();
});
