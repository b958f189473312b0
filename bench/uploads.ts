/**
 * How long an upload holds up the thread that answers: the longest hold of the event loop while a file is read, kept and
 * first asked for, and while a roster or Canvas' gradebook is read. Data files go through the bundled worker, as in the bot.
 *
 * `npm run bench:uploads` bundles it first. Exit status 1 where the loop is held for more than 50 ms.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { isoDay } from "../src/calendar.ts";
import { readConfig } from "../src/config.ts";
import { readSampleFolder } from "../src/datasets/load-datasets.ts";
import { readCanvasFile } from "../src/grading/canvas-file.ts";
import { dataService } from "../src/programs/data-service.ts";
import { dataTasksInWorker } from "../src/programs/data-tasks.ts";

const allowedMs = 50;
const local = mkdtempSync(join(tmpdir(), "factor-ta-bench-uploads-"));
const config = readConfig({ FACTOR_TA_LOCAL: local });
const sample = readSampleFolder(join("data", "sample"));
if (!sample.ok) throw new Error(JSON.stringify(sample.problem));
const service = dataService({ ...config, folders: { ...config.folders, local } }, sample.value, dataTasksInWorker(pathToFileURL(join("dist", "data-worker.js"))));
const holds: number[] = [];

/** Milliseconds by which a timer of 1 ms was late at most. */
async function held(what: string, work: () => Promise<unknown>): Promise<void> {
  globalThis.gc?.();
  await pause(20);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const begun = performance.now();
  await work();
  const took = performance.now() - begun;
  await pause(5);
  loop.disable();
  const longest = loop.max / 1e6;
  holds.push(longest);
  console.log(`| ${what} | ${String(Math.round(took))} ms | ${longest.toPrecision(2)} ms |`);
}

/** Closes of weekdays from 1990 on. */
function closes(from: number, count: number, rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) =>
    [isoDay(7_304 + 7 * Math.floor(row / 5) + (row % 5)), ...Array.from({ length: count }, (_, at) => (50 + 10 * Math.sin(row * 0.01 + at) + ((row * 7919 + at * 104_729) % 1000) / 1000).toPrecision(7))].join(","),
  );
  return Buffer.from(`${["date", ...Array.from({ length: count }, (_, at) => `T${String(from + at)}`)].join(",")}\n${lines.join("\n")}\n`);
}

const canvasRows = (students: number): string =>
  `Student,ID,SIS User ID,SIS Login ID,Section,Check 1 (445566)\n    Points Possible,,,,,2\n${Array.from({ length: students }, (_, at) => `"Student ${String(at)}, A.",${String(4000 + at)},u${String(at)},s${String(at)},001,`).join("\n")}\n`;

console.log("| upload | done in | longest hold of the event loop |\n|---|---|---|");
for (const [name, series, rows] of [["20 tickers × 9,000 days", 20, 9_000], ["200 tickers × 8,500 days", 200, 8_500]] as const) {
  const guild = String(series);
  const file = { name: "closes.csv", bytes: closes(0, series, rows) };
  let id = "";
  await held(`${name} (${(file.bytes.length / 1e6).toPrecision(2)} MB): read and checked`, async () => {
    const prepared = await service.prepare(guild, file, { kind: "prices", accept: true });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
    id = prepared.value.id;
  });
  await held(`${name}: kept`, async () => {
    const kept = await service.keep(guild, id);
    if (!kept.ok) throw new Error(JSON.stringify(kept.problem));
  });
  await held(`${name}: the first question after it`, async () => {
    const data = await service.of(guild);
    if (data?.datasets.find("T3").ok !== true) throw new Error("not loaded");
  });
}
await held("a cell of 20 MB", () => service.prepare("cell", { name: "closes.csv", bytes: Buffer.from(`date,T1\n2020-01-02,"${"9".repeat(20 << 20)}"\n`) }, {}));
await held("Canvas' gradebook of 2,000 students", () => readCanvasFile("grades.csv", canvasRows(2_000)));
await held("Canvas' gradebook of 20 MB", () => readCanvasFile("grades.csv", canvasRows(500_000)));
await held("a gradebook that is one cell of 20 MB", () => readCanvasFile("grades.csv", `Student,ID\n"${"a".repeat(20 << 20)}"\n`));
rmSync(local, { recursive: true });
process.exitCode = holds.some((longest) => longest > allowedMs) ? 1 : 0;
