import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

import { backupSqlite, backupStore, restoreStore } from "../../src/store/backup.ts";
import { openStore } from "../../src/store/store.ts";
import type { Store, StoreAddress } from "../../src/store/store.ts";
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
  expect(await backupSqlite(file, copy)).toEqual({ ok: true, value: { file: copy } });
  await later;
  await store.close();
  expect(readdirSync(path.dirname(copy))).toEqual(["monday.db"]);

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
    problem: { kind: "store-unreachable", where: nowhere },
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
  expect(await backupStore(store, lines)).toEqual({ ok: true, value: { file: lines } });
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
  expect(moved.toSorted()).toEqual(before.toSorted());
  await answer(postgres, 99);

  const back = await opened({ file: path.join(folder, "back.db") });
  expect((await back.restore(moved)).ok).toBe(true);
  expect(await linesOf(back)).toEqual(before);
  expect(await back.secret()).toBe(await sqlite.secret());
  await Promise.all([sqlite, postgres, back].map((store) => store.close()));
  await server.stop();
});
