/**
 * Data files against pandas in the same run: 20 tickers with 9,000 days each, as one table of closes. Both sides read the
 * file in turn, several rounds over; a side's time is its best. Ours also checks every column and day, makes returns and
 * stores the file; pandas parses the dates and makes returns. Then the memory that 200 loaded series take.
 *
 * `npm run bench:import` bundles it first, as the bot itself runs from a bundle.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isoDay } from "../src/calendar.ts";
import { readDataFile } from "../src/datasets/data-file.ts";
import { importBytes } from "../src/datasets/import-file.ts";
import { loadDatasets } from "../src/datasets/load-datasets.ts";

const [tickers, rows, rounds] = [20, 9_000, 7];
const folder = mkdtempSync(join(tmpdir(), "factor-ta-bench-import-"));

/** Closes of weekdays from 1990 on, by Park and Miller's generator. */
function closes(from: number, count: number): string {
  let state = 1986 + from;
  const step = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return 1 + 0.03 * (state / 2_147_483_647 - 0.498);
  };
  const prices = Array.from({ length: count }, () => 50);
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = isoDay(7_304 + 7 * Math.floor(row / 5) + (row % 5));
    return [day, ...prices.map((price, at) => (prices[at] = price * step()).toPrecision(8))].join(",");
  });
  return `${["date", ...prices.map((_, at) => `T${String(from + at)}`)].join(",")}\n${lines.join("\n")}\n`;
}

const best = (times: readonly number[]): string => `${Math.min(...times).toPrecision(3)} ms`;
const timed = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};
const peer = (path: string): number =>
  Number(
    execFileSync("/usr/bin/python3", ["-c", `import sys, time, pandas as pd\nbest = 1e9\nfor _ in range(3):\n    t = time.perf_counter()\n    pd.read_csv(sys.argv[1], index_col=0, parse_dates=True).pct_change()\n    best = min(best, time.perf_counter() - t)\nprint(1000 * best)`, path], { encoding: "utf8" }),
  );

const text = closes(0, tickers);
const bytes = Buffer.from(text);
const path = join(folder, "closes.csv");
writeFileSync(path, bytes);
const [reading, importing, pandas]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < rounds; round++) {
  reading.push(timed(() => readDataFile("closes.csv", bytes, { kind: "prices" })));
  const localFolder = join(folder, String(round));
  importing.push(timed(() => importBytes({ name: "closes.csv", bytes }, { localFolder, kind: "prices", accept: true })));
  pandas.push(peer(path));
}
console.log(`${String(tickers)} tickers, ${String(rows)} days, ${(bytes.length / 1e6).toPrecision(3)} MB`);
console.log(`read, checked, made returns: ${best(reading)}; imported and stored: ${best(importing)}; pandas.read_csv and pct_change: ${best(pandas)}`);

const memory = (): number => {
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1e6;
};
const local = join(folder, "wide");
for (let from = 0; from < 200; from += tickers) importBytes({ name: `closes${String(from)}.csv`, bytes: Buffer.from(closes(from, tickers)) }, { localFolder: local, kind: "prices", accept: true });
const before = memory();
const loading = timed(() => {
  const loaded = loadDatasets({ sampleFolder: join("data", "sample"), localFolder: local });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem));
  Object.assign(globalThis, { loaded });
});
console.log(`200 series of ${String(rows)} days and the sample: loaded in ${loading.toPrecision(3)} ms, ${(memory() - before).toPrecision(3)} MB held, ${(process.memoryUsage().rss / 1e6).toPrecision(3)} MB resident`);
rmSync(folder, { recursive: true });
