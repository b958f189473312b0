import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openStore } from "../../src/store/store.ts";
import type { StoreAddress } from "../../src/store/store.ts";
import { startPostgres } from "./postgres-server.ts";
import type { PostgresServer } from "./postgres-server.ts";

const kills = 24;
/** When each process is killed; KILL_SEED chooses the moments of an earlier run again. */
const seed = Number(process.env["KILL_SEED"] ?? Date.now() % 2 ** 31);
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: 120 })), { seed, numRuns: kills });
const folder = mkdtempSync(path.join(tmpdir(), "factor-ta-kill-"));
const program = path.join(folder, "answering-process.mjs");
let server: PostgresServer | null = null;
let missing = "";

/** One file without the compiler in it starts in a tenth of the time; the drivers stay where npm put them. */
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  await build({
    entryPoints: [fileURLToPath(new URL("answering-process.ts", import.meta.url))],
    outfile: program,
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

/** Lets a process answer until its moment, kills it with SIGKILL, and gives what it had been confirmed. */
async function killedWhileAnswering(address: StoreAddress, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(address), `run${round}`]);
  let printed = "";
  let complaint = "";
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => (complaint += text));
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_, signal) => resolve(signal)));
  const answering = new Promise<void>((resolve) =>
    child.stdout.on("data", (text: string) => {
      printed += text;
      resolve();
    }),
  );
  await Promise.race([answering, closed]);
  await setTimeout(moments[round]);
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
    const pair = [round, round + 1].map((n) => killedWhileAnswering(address, n));
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
