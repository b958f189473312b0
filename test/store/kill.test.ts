import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { Migrator, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { migrations } from "../../src/store/migrations.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqlite } from "../../src/store/sqlite.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { StoreAddress } from "../../src/store/open-store.ts";
import { startPostgres } from "./postgres-server.ts";
import type { PostgresServer } from "./postgres-server.ts";

const kills = 24;
/** When each process is killed; KILL_SEED chooses the moments of an earlier run again. */
const seed = Number(process.env["KILL_SEED"] ?? Date.now() % 2 ** 31);
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 120 })), { seed, numRuns: kills });
const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-kill-"));
const program = path.join(folder, "answering-process.mjs");
const migrating = path.join(folder, "migrating-process.mjs");
let server: PostgresServer | null = null;
let missing = "";

/** One file without the compiler in it starts in a tenth of the time; the drivers stay where npm put them. */
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  await build({
    entryPoints: ["answering-process.ts", "migrating-process.ts"].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
    plugins: [
      {
        name: "drivers",
        setup: (bundle) =>
          bundle.onResolve({ filter: /^(libsql|pg)$/ }, ({ path: name }) => ({
            path: pathToFileURL(require.resolve(name)).href,
            external: true,
          })),
      },
    ],
  });
  const started = await startPostgres();
  if ("missing" in started) missing = started.missing;
  else server = started;
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Lets a process run until its moment after its first line, kills it with SIGKILL, and gives the lines that it had printed. */
async function killedWhileRunning(script: string, args: readonly string[], afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, ...args]);
  let printed = "";
  let complaint = "";
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => (complaint += text));
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
  const running = new Promise<void>((resolve) =>
    child.stdout.on("data", (text: string) => {
      printed += text;
      resolve();
    }),
  );
  await Promise.race([running, closed]);
  await setTimeout(afterMs);
  child.kill("SIGKILL");
  expect(await closed, complaint).toBe("SIGKILL");
  // A line without its end was being written when the end came.
  return printed.split("\n").slice(0, -1);
}

async function losesNothing(address: StoreAddress): Promise<void> {
  console.info(`KILL_SEED=${seed}`);
  // The tables are made before, so that every process is killed while it answers.
  const first = await openStore(address);
  if (first.ok) await first.value.close();
  const confirmed: string[] = [];
  for (let round = 0; round < kills; round += 2) {
    const pair = [round, round + 1].map((n) => killedWhileRunning(program, [JSON.stringify(address), `run${n}`], moments[n] ?? 0));
    confirmed.push(...(await Promise.all(pair)).flat());
  }
  const opened = await openStore(address);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const kept = await opened.value.answers.ofItem({ kind: "practice", exercise: "kill" });
  await opened.value.close();
  const interactions = new Set(kept.map(({ interaction }) => interaction));
  expect(confirmed.length).toBeGreaterThan(kills);
  expect(confirmed.filter((interaction) => !interactions.has(interaction))).toEqual([]);
  expect(interactions.size).toBe(kept.length);
  // Stored whole or not at all.
  expect(kept.filter(({ parts }) => parts.length !== 1)).toEqual([]);
  console.info(`${kills} processes killed: ${confirmed.length} answers confirmed, ${kept.length} stored, none lost`);
}

test(`${kills} times kill -9 while answering loses no confirmed answer on SQLite`, { timeout: 300_000 }, async () => {
  await losesNothing({ file: path.join(folder, "kill.db") });
});

test(`${kills} times kill -9 while answering loses no confirmed answer on PostgreSQL`, { timeout: 300_000 }, async ({ skip }) => {
  if (server === null) return skip(missing);
  await losesNothing({ url: await server.database() });
});

const migrationMoments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 250 })), { seed, numRuns: 8 });
const madeBefore = fileURLToPath(new URL("made-at-0.1.0/store.db", import.meta.url));

/** An empty database as it was after some migrations, with one check and its answer. */
async function makeOldPostgres(newest: string): Promise<StoreAddress> {
  const url = await server!.database();
  const session = await openPostgres(url);
  if (!session.ok) throw new Error(JSON.stringify(session.problem));
  const { db } = session.value;
  const old = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= newest));
  const { error } = await new Migrator({ db, provider: { getMigrations: () => Promise.resolve(old) } }).migrateToLatest();
  if (error !== undefined) throw new Error("the old tables could not be made", { cause: error });
  await sql`insert into checks (id, guild, title, channel, created_by, exercise, opens_at, variants, revision, created_at, points) values ('oldone', 'school', 'Old', 'lectures', 'prof', 'jpm-regression', 1, 0, 0, 1, 1)`.execute(db);
  await sql`insert into answers (id, item, person, interaction, variant, verdict, fingerprint, at, hints, revision, attempt, score) values ('a1', 'check/oldone', 'ada', 'i1', 'chapter', 'partly', 'f', 2, 0, 0, 1, 0.5)`.execute(db);
  await session.value.close();
  return { url };
}

/** What an interrupted migration must leave: the tables of before or of after, whole, and every row. */
async function survivesMigration(makeOld: (round: number) => Promise<StoreAddress>): Promise<void> {
  const cut: boolean[] = [];
  for (const [round, moment] of migrationMoments.entries()) {
    const address = await makeOld(round);
    const before = await rowsOf(address);
    // Two processes start at the same time, as shards do; one is killed, or both.
    const pair = await Promise.all([moment, moment + 5].map((afterMs) => killedWhileRunning(migrating, [JSON.stringify(address)], afterMs)));
    expect(pair.flat().filter((line) => line !== "begun" && line !== "done")).toEqual([]);
    cut.push(pair.every((lines) => !lines.includes("done")));
    const opened = await openStore(address);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    const { version, checks, courses } = opened.value;
    expect(version).toBe(Object.keys(migrations).sort().at(-1));
    // What only the newest tables and columns can do.
    const [check] = await checks.listOpenAnywhere(5);
    if (check !== undefined) expect(check).toMatchObject({ feedback: "now", hints: true });
    expect((await courses.settings("school")).timeZone).toBeNull();
    await opened.value.close();
    expect(await rowsOf(address)).toEqual(before);
  }
  console.info(`${cut.filter(Boolean).length} of ${cut.length} migrations were cut short, none lost a row (KILL_SEED=${seed})`);
}

/** How many rows each table of the first version has. */
async function rowsOf(address: StoreAddress): Promise<Readonly<Record<string, number>>> {
  const session = "file" in address ? openSqlite(address.file) : await openPostgres(address.url);
  if (!session.ok) throw new Error(JSON.stringify(session.problem));
  const counts: Record<string, number> = {};
  for (const table of ["checks", "answers", "answer_parts", "progress", "roster", "questions", "corrections", "extensions"]) {
    const { rows } = await sql<{ n: number | string }>`select count(*) as n from ${sql.table(table)}`.execute(session.value.db);
    counts[table] = Number(rows[0]?.n);
  }
  await session.value.close();
  return counts;
}

test("kill -9 while a database of commit ab3038b is migrated loses nothing on SQLite", { timeout: 300_000 }, async () => {
  await survivesMigration((round) => {
    const file = path.join(folder, `old-${round}.db`);
    copyFileSync(madeBefore, file);
    return Promise.resolve({ file });
  });
});

test.each(Object.keys(migrations).sort().slice(0, -1))("kill -9 while a database of migration %s is migrated loses nothing on PostgreSQL", { timeout: 300_000 }, async (newest) => {
  if (server === null) return;
  await survivesMigration(() => makeOldPostgres(newest));
});
