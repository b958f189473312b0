import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { backupSqlite, backupStore, restoreStore } from "../../src/store/backup.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import type { StoreAddress } from "../../src/store/open-store.ts";
import { startPostgres } from "./postgres-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened(address: StoreAddress): Promise<Store> {
  const store = await openStore(address);
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  return store.value;
}

async function answer(store: Store, n: number): Promise<void> {
  const recorded = await store.answers.record({
    item: { kind: "practice", exercise: "e" },
    guild: "g1",
    person: `p${n}`,
    interaction: `i${n}`,
    variant: "v1",
    at: n,
    parts: [{ quantity: "beta", text: "1", value: n / 3, expected: null, verdict: "unmarked", diagnoses: ["a"] }],
    verdict: "unmarked",
    score: 1 / 3,
    fingerprint: "",
    counts: true,
    revision: 0,
    pace: null,
  });
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.problem));
}

async function linesOf(store: Store): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  return lines;
}

test("a backup taken while answers come in opens, and has all that were confirmed before it", async () => {
  const file = path.join(folder, "busy.db");
  const copy = path.join(folder, "copies", "monday.db");
  const store = await opened({ file });
  let confirmed = 0;
  for (; confirmed < 30; confirmed += 1) await answer(store, confirmed);
  const later = Promise.all(Array.from({ length: 30 }, (_, n) => answer(store, 30 + n)));
  expect(await backupSqlite(file, copy)).toMatchObject({ ok: true, value: { file: copy } });
  await later;
  await store.close();
  expect(readdirSync(path.dirname(copy)).toSorted()).toEqual(["monday.db", "monday.db.sha256"]);

  const restored = await opened({ file: copy });
  const kept = await restored.answers.ofItem({ kind: "practice", exercise: "e" });
  expect(kept.length).toBeGreaterThanOrEqual(confirmed);
  expect(kept.every(({ parts }) => parts.length === 1)).toBe(true);
  await answer(restored, 1000);
  await restored.close();
});

test("a backup never overwrites a file, and needs a store to copy", async () => {
  const file = path.join(folder, "small.db");
  await (await opened({ file })).close();
  const taken = path.join(folder, "taken.db");
  writeFileSync(taken, "mine");
  expect(await backupSqlite(file, taken)).toMatchObject({ ok: false, problem: { kind: "backup-exists", where: taken } });
  expect(readFileSync(taken, "utf8")).toBe("mine");
  const nowhere = path.join(folder, "nowhere.db");
  expect(await backupSqlite(nowhere, path.join(folder, "b.db"))).toMatchObject({
    ok: false,
    problem: { kind: "store-missing", where: nowhere },
  });
  expect(existsSync(nowhere)).toBe(false);
  writeFileSync(path.join(folder, "text.db"), "no database at all\n".repeat(300));
  expect(await backupSqlite(path.join(folder, "text.db"), path.join(folder, "c.db"))).toMatchObject({
    ok: false,
    problem: { kind: "store-damaged", fault: "not-a-database" },
  });
  expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("a backup of either kind comes back into an empty store, and into no other", async () => {
  const file = path.join(folder, "course.db");
  const store = await opened({ file });
  for (let n = 0; n < 5; n += 1) await answer(store, n);
  const before = await linesOf(store);
  const lines = path.join(folder, "course.jsonl");
  const copy = path.join(folder, "course-copy.db");
  expect(await backupStore(store, lines)).toMatchObject({ ok: true, value: { file: lines, checks: 0, answers: 5, newestAnswerAt: 4 } });
  expect(await backupStore(store, lines)).toMatchObject({ ok: false, problem: { kind: "backup-exists" } });
  expect((await backupSqlite(file, copy)).ok).toBe(true);
  for (const [n, backup] of [lines, copy].entries()) {
    const empty = await opened({ file: path.join(folder, `restored-${n}.db`) });
    expect(await restoreStore(empty, backup)).toEqual({ ok: true, value: { rows: before.length - 2 } });
    expect(await linesOf(empty)).toEqual(before);
    expect(await restoreStore(empty, backup)).toMatchObject({ ok: false, problem: { kind: "store-not-empty" } });
    await empty.close();
  }
  expect(await restoreStore(store, path.join(folder, "nowhere"))).toMatchObject({ problem: { reason: "cannot-open" } });
  await store.close();
});

test.each([
  ["a digit changed", (lines: readonly string[]) => lines.map((line) => line.replace('"at":2,', '"at":9,')), "tampered"],
  ["its answers taken out, and the numbers of rows corrected", withoutAnswers, "orphaned"],
  ["nothing in it", () => ['{"dump":"factor-ta","version":"001-beginning"}', '{"end":true,"rows":0}'], "empty"],
  ["0 bytes", () => [], "not-a-dump"],
] as const)("a backup with %s is refused, and left as it is", async (what, change, fault) => {
  const store = await opened({ file: path.join(folder, `whole-${fault}.db`) });
  for (let n = 0; n < 5; n += 1) await answer(store, n);
  const changed = path.join(folder, `${fault}.jsonl`);
  const lines = change(await linesOf(store));
  writeFileSync(changed, lines.map((line) => `${line}\n`).join(""));
  const before = readFileSync(changed);
  const empty = await opened({ file: path.join(folder, `empty-${fault}.db`) });
  expect(await restoreStore(empty, changed), what).toMatchObject({ ok: false, problem: { kind: "bad-dump", fault } });
  expect(readFileSync(changed)).toEqual(before);
  expect((await linesOf(empty)).length).toBeLessThanOrEqual(3);
  await Promise.all([store.close(), empty.close()]);
});

/** As somebody who edits a backup would: the number of rows fits, and no checksum is there. */
function withoutAnswers(lines: readonly string[]): readonly string[] {
  const kept = lines.slice(0, -1).filter((line) => !line.includes('"table":"answers"'));
  return [...kept, JSON.stringify({ end: true, rows: kept.length - 1 })];
}

test("a .db backup is only read when it is restored, and refused where a byte of it has changed", async () => {
  const store = await opened({ file: path.join(folder, "read-only.db") });
  for (let n = 0; n < 5; n += 1) await answer(store, n);
  const copy = path.join(folder, "read-only-copy.db");
  expect((await backupSqlite(path.join(folder, "read-only.db"), copy)).ok).toBe(true);
  const bytes = readFileSync(copy);
  const empty = await opened({ file: path.join(folder, "from-read-only.db") });
  expect((await restoreStore(empty, copy)).ok).toBe(true);
  expect(readFileSync(copy)).toEqual(bytes);
  bytes[bytes.length - 1] = bytes.at(-1)! ^ 1;
  writeFileSync(copy, bytes);
  const another = await opened({ file: path.join(folder, "from-changed.db") });
  expect(await restoreStore(another, copy)).toMatchObject({ ok: false, problem: { kind: "store-damaged", fault: "damaged" } });
  await Promise.all([store, empty, another].map((one) => one.close()));
});

test("a store cut to nothing is not a first day, and a damaged one is not saved", async () => {
  const cut = path.join(folder, "cut.db");
  await (await opened({ file: cut })).close();
  writeFileSync(cut, "");
  expect(await openStore({ file: cut })).toMatchObject({ ok: false, problem: { kind: "store-damaged", fault: "emptied" } });
  expect(await backupSqlite(cut, path.join(folder, "of-cut.db"))).toMatchObject({ ok: false, problem: { fault: "emptied" } });
  const missing = path.join(folder, "typo", "factor-ta.db");
  expect(await openStore({ file: missing }, { mustExist: true })).toMatchObject({ ok: false, problem: { kind: "store-missing" } });
  expect(existsSync(path.dirname(missing))).toBe(false);
});

test.skipIf(process.platform === "win32")("the store and its backups are for their owner alone", async () => {
  const place = path.join(folder, "private", "factor-ta.db");
  const store = await opened({ file: place });
  await answer(store, 1);
  for (const [file, mode] of [[path.dirname(place), 0o700], [place, 0o600], [`${place}-wal`, 0o600]] as const) expect(statSync(file).mode & 0o777, file).toBe(mode);
  for (const name of ["a.jsonl", "a.db"]) {
    const to = path.join(folder, "private", "backups", name);
    expect((await (name.endsWith("db") ? backupSqlite(place, to) : backupStore(store, to))).ok).toBe(true);
    expect(statSync(to).mode & 0o777).toBe(0o600);
  }
  await store.close();
});

test("a file of either kind comes into PostgreSQL through the command's own door", async ({ skip }) => {
  const server = await startPostgres();
  if ("missing" in server) return skip(server.missing);
  const sqlite = await opened({ file: path.join(folder, "door.db") });
  for (let n = 0; n < 25; n += 1) await answer(sqlite, n);
  const before = await linesOf(sqlite);
  const [lines, copy] = [path.join(folder, "door.jsonl"), path.join(folder, "door-copy.db")];
  expect((await backupStore(sqlite, lines)).ok).toBe(true);
  expect((await backupSqlite(path.join(folder, "door.db"), copy)).ok).toBe(true);
  for (const file of [lines, copy]) {
    const postgres = await opened({ url: await server.database() });
    expect(await restoreStore(postgres, file)).toEqual({ ok: true, value: { rows: before.length - 2 } });
    expect((await linesOf(postgres)).slice(0, -1).toSorted()).toEqual(before.slice(0, -1).toSorted());
    await postgres.close();
  }
  await sqlite.close();
  await server.stop();
});

test("a course moves from SQLite to PostgreSQL and back by a dump, to the last byte", async ({ skip }) => {
  const server = await startPostgres();
  if ("missing" in server) return skip(server.missing);
  const sqlite = await opened({ file: path.join(folder, "from.db") });
  for (let n = 0; n < 25; n += 1) await answer(sqlite, n);
  await sqlite.secret();
  const before = await linesOf(sqlite);

  const postgres = await opened({ url: await server.database() });
  expect(await postgres.restore(before)).toEqual({ ok: true, value: { rows: before.length - 2 } });
  // Two servers may sort text differently, so the lines are compared as a set.
  const moved = await linesOf(postgres);
  expect(moved.slice(0, -1).toSorted()).toEqual(before.slice(0, -1).toSorted());
  await answer(postgres, 99);

  const back = await opened({ file: path.join(folder, "back.db") });
  expect((await back.restore(moved)).ok).toBe(true);
  expect(await linesOf(back)).toEqual(before);
  expect(await back.secret()).toBe(await sqlite.secret());
  await Promise.all([sqlite, postgres, back].map((store) => store.close()));
  await server.stop();
});
