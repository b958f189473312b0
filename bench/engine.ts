/**
 * The engine against its peers in the same run: 9,778 made-up daily rows, the chapter's longest sample.
 *
 * Both sides do every task in turn, several rounds over, so that whatever else the machine does falls on both;
 * a side's time is its best of all rounds. Ratios are what counts. Without python3 and statsmodels only our times are
 * shown. `npm run bench` bundles it first, as the bot itself runs from a bundle.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fitFactors } from "../src/engine/fit-factors.ts";
import { rollingFit } from "../src/engine/rolling-fit.ts";
import type { Series } from "../src/engine/series.ts";

const rows = 9778;
const window = 252;
const lags = 12;
const rounds = 7;

/** Park and Miller's generator: the same numbers every time. */
function madeUp(seed: number): () => number {
  let state = seed;
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) {
      state = (state * 48_271) % 2_147_483_647;
      sum += state / 2_147_483_647;
    }
    return sum;
  };
}

const normal = madeUp(1986);
const factors = Array.from({ length: 6 }, () => Float64Array.from({ length: rows }, () => 0.0003 + 0.011 * normal()));
const asset = factors[0]!.map((each, row) => 0.0005 + 1.2 * each + 0.2 * factors[1]![row]! + 0.016 * normal());
const series = (id: string, values: Float64Array): Series => ({
  id,
  kind: "excess",
  frequency: "daily",
  days: Int32Array.from(values, (_, row) => row),
  values,
});
const stock = series("stock", asset);
const factorSeries = factors.map((values, i) => series(`f${i + 1}`, values));
const first = factorSeries.slice(0, 1);

const ours: Readonly<Record<string, () => unknown>> = {
  fit: () => fitFactors(stock, first),
  hac: () => fitFactors(stock, factorSeries, { covariance: "hac", lags }),
  hacLong: () => fitFactors(stock, factorSeries, { covariance: "hac", lags: 250 }),
  rolling: () => rollingFit(stock, first, window),
  rollingWhole: () => {
    const rolled = rollingFit(stock, first, window);
    return rolled.ok && rolled.value.betas[0].standardErrors;
  },
  rollingLong: () => rollingFit(stock, first, 10 * window),
};

const table = [
  { name: "one factor, every number of the summary", ours: "fit", peer: "fit", of: "statsmodels OLS().fit(), the same numbers read", asked: 50 },
  { name: "one factor, every number of the summary", ours: "fit", peer: "fitOnly", of: "statsmodels OLS().fit() alone, nothing read", asked: null },
  { name: `six factors, HAC with ${lags} lags, every number of the summary`, ours: "hac", peer: "hac", of: "statsmodels, cov_type HAC, the same numbers read", asked: 6 },
  { name: `six factors, HAC with ${lags} lags, every number of the summary`, ours: "hac", peer: "hacCoefficients", of: "statsmodels, cov_type HAC, without the tests of the residuals", asked: null },
  { name: `rolling β over ${window} rows`, ours: "rolling", peer: "rolling", of: "pandas rolling cov/var, β only", asked: 8 },
  { name: `rolling α, β, R² and errors over ${window} rows`, ours: "rollingWhole", peer: "rollingOls", of: "statsmodels RollingOLS", asked: 1000 },
] as const;

function milliseconds(task: () => unknown, repeats: number): number {
  let best = Infinity;
  for (let i = 0; i < repeats; i++) {
    const start = performance.now();
    task();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const pythonPath = ["/usr/bin/python3", "python3"].find((path) => {
  try {
    execFileSync(path, ["-c", "import statsmodels, pandas"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

const best = { ours: new Map<string, number>(), peer: new Map<string, number>() };
const keep = (side: Map<string, number>, name: string, time: number): void => {
  side.set(name, Math.min(side.get(name) ?? Infinity, time));
};

for (const task of Object.values(ours)) milliseconds(task, 400);
const peer = pythonPath ? spawn(pythonPath, ["-W", "ignore", "bench/engine-peer.py"]) : null;
const answers = peer ? createInterface({ input: peer.stdout }) : null;
peer?.stderr.pipe(process.stderr);
peer?.stdin.write(`${JSON.stringify({ asset: [...asset], factors: factors.map((each) => [...each]), window, lags })}\n`);
for (let round = 0; round < rounds; round++) {
  for (const [name, task] of Object.entries(ours)) keep(best.ours, name, milliseconds(task, 60));
  if (!peer || !answers) continue;
  peer.stdin.write("round\n");
  const [line] = (await once(answers, "line")) as [string];
  for (const [name, time] of Object.entries(JSON.parse(line) as Record<string, number>)) keep(best.peer, name, time);
}
peer?.stdin.end();

console.log(`${rows} rows, Node ${process.versions.node}; milliseconds, best of ${rounds} rounds\n`);
let short = 0;
for (const { name, ours: mine, peer: theirs, of, asked } of table) {
  const own = best.ours.get(mine)!;
  const other = best.peer.get(theirs);
  const ratio = other === undefined ? null : other / own;
  const verdict = ratio === null ? "" : asked === null ? "for comparison" : ratio >= asked ? "ok" : "FALLS SHORT";
  if (verdict === "FALLS SHORT") short++;
  console.log(`${name}: ${own.toFixed(3)}`);
  if (ratio !== null) {
    console.log(`  ${of}: ${other!.toFixed(3)}, ${ratio.toFixed(ratio < 100 ? 1 : 0)}× (asked: ${asked ?? "–"}) ${verdict}`);
  }
}
const times = (long: string, plain: string): string => (best.ours.get(long)! / best.ours.get(plain)!).toFixed(2);
console.log(`\n250 lags cost ${times("hacLong", "hac")}× as much as ${lags}`);
console.log(`a window of ${10 * window} rows costs ${times("rollingLong", "rolling")}× as much as ${window}`);
if (!pythonPath) console.log("\nno python3 with statsmodels and pandas here: the peers were left out");
process.exitCode = short === 0 ? 0 : 1;
