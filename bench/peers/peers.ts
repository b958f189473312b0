/**
 * β of JPM with its chart, against what people would use instead, in one run.
 *
 * The sides take turns, so that whatever else the machine does falls on each alike; a side's time is its median, and
 * ratios are what counts. Without python3 with pandas, statsmodels and matplotlib only our own times are shown.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { readConfig } from "../../src/config.ts";
import { commands } from "../../src/commands/index.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { drawingPool } from "../../src/render/chart/drawing-pool.ts";
import { specKey } from "../../src/render/chart/spec-key.ts";
import type { ChartSpec, PointsLayer } from "../../src/render/chart/chart-spec.ts";
import { plainChart } from "./plain-chart.ts";

const file = "data/sample/FactorModels_data1.csv";
const rounds = 25;
const opened = openContext(readConfig({ FACTOR_TA_LOCAL: "no-such-folder" }));
if (!opened.ok) throw new Error("the sample can't be read");
const world = opened.value;
const beta = commands.find(({ name }) => name === "beta")!;

/** A reply to a window that nobody asked for yet, with its picture; `draw` makes it. */
async function distinct(from: string, draw: (spec: ChartSpec) => unknown): Promise<number> {
  const started = performance.now();
  const outcome = await beta.answer({ ticker: "JPM", from }, { ...world, ...caller });
  if (!outcome.ok || outcome.value.kind !== "reply") throw new Error("no answer");
  for (const { spec } of outcome.value.pictures) await draw(spec);
  return performance.now() - started;
}

const caller = { asker: { id: "1", name: "student", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "1" };

/** Asked again: the reply and its picture are there. */
async function repeated(): Promise<number> {
  const ask = async (): Promise<void> => {
    const outcome = await beta.answer({ ticker: "JPM" }, { ...world, ...caller });
    if (!outcome.ok || outcome.value.kind !== "reply") throw new Error("no answer");
    for (const { spec } of outcome.value.pictures) await drawing.draw(spec);
  };
  await ask();
  const started = performance.now();
  for (let times = 0; times < 100; times++) await ask();
  return (performance.now() - started) / 100;
}

const plainly = ({ title, panels: [panel] }: ChartSpec): Buffer => {
  const points = panel!.layers.find((layer): layer is PointsLayer => layer.type === "points")!;
  const line = panel!.layers.find((layer) => layer.type === "line")!;
  return plainChart({ title, x: points.x, y: points.y, line: [0, 1].map((end) => ({ x: line.x[end]!, y: line.y[end]! })) });
};

/** The n-th weekday from the month's first (a Monday): from a Saturday the picture is the Monday's, which is there already. */
const tradingDay = (year: number, month: number, n: number): string => new Date(Date.UTC(year, month, 1 + Math.floor(n / 5) * 7 + (n % 5))).toISOString().slice(0, 10);

/** How many pictures stand in the queue that one thread works off. */
const queueLength = 20;
const queueRounds = 7;

/** Different scatters, by windows from the first days of `year` on; from a Saturday and from the Monday after it are the same. */
async function newPictures(year: number): Promise<readonly ChartSpec[]> {
  const specs = new Map<string, ChartSpec>();
  for (let day = 1; specs.size < queueLength; day++) {
    const from = new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);
    const outcome = await beta.answer({ ticker: "JPM", from }, { ...world, ...caller });
    if (!outcome.ok || outcome.value.kind !== "reply") throw new Error("no answer");
    const { spec } = outcome.value.pictures[0]!;
    specs.set(specKey(spec), spec);
  }
  return [...specs.values()];
}

/** Milliseconds a picture of those that are all asked for at once, drawn one after another by the pool's one thread. */
async function queued(specs: readonly ChartSpec[]): Promise<number> {
  const drawnBefore = drawing.counts.drawn;
  const started = performance.now();
  await Promise.all(specs.map((spec) => drawing.draw(spec)));
  if (drawing.counts.drawn !== drawnBefore + specs.length) throw new Error("some of the pictures were there already");
  return (performance.now() - started) / specs.length;
}

/** The same pictures as chartjs-node-canvas' documentation draws them, one at a time. */
function queuedPlainly(specs: readonly ChartSpec[]): number {
  const started = performance.now();
  specs.forEach(plainly);
  return (performance.now() - started) / specs.length;
}

const loaded = (): number => {
  const started = performance.now();
  const read = readDataFile("FactorModels_data1.csv", readFileSync(file));
  if (!read.ok) throw new Error("the sample can't be read");
  return performance.now() - started;
};

const drawing = drawingPool({ worker: pathToFileURL("dist/draw-worker.js"), threads: 1 });
const python = await openPython();
const times = {
  ours: [] as number[],
  plain: [] as number[],
  queue: [] as number[],
  queuePlain: [] as number[],
  again: [] as number[],
  load: [] as number[],
  python: [] as number[],
  pythonLoad: [] as number[],
  cold: [] as number[],
  coldPython: [] as number[],
};
// Both sides run for months: what is measured is not their first minute.
for (let day = 0; day < 40; day++) {
  const from = new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10);
  await distinct(from, (spec) => drawing.draw(spec));
  if (day < 5) await distinct(`1980${from.slice(4)}`, plainly);
  if (day < 5) await python.ask(`answer ${from}`);
}
for (let round = 0; round < rounds; round++) {
  const from = tradingDay(1993, 2, round);
  times.ours.push(await distinct(from, (spec) => drawing.draw(spec)));
  times.python.push(await python.ask(`answer ${from}`));
  times.plain.push(await distinct(tradingDay(1995, 4, round), plainly));
  times.again.push(await repeated());
  times.load.push(loaded());
  times.pythonLoad.push(await python.ask("load"));
}
python.close();
for (let round = 0; round < queueRounds; round++) {
  const specs = await newPictures(1994 + round);
  times.queue.push(await queued(specs));
  times.queuePlain.push(queuedPlainly(specs));
}
await drawing.close();
for (let round = 0; round < 5; round++) {
  times.cold.push(wholeProcess(process.execPath, ["dist/cli.js", "/beta JPM"]));
  if (python.path !== null) times.coldPython.push(wholeProcess(python.path, ["bench/peers/beta-with-chart.py", file]));
}
print();

function wholeProcess(program: string, words: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(program, words, { stdio: "ignore" });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}`);
  return performance.now() - started;
}

async function openPython() {
  const path = ["/usr/bin/python3", "python3"].find((each) => spawnSync(each, ["-c", "import statsmodels, pandas, matplotlib"]).status === 0);
  if (path === undefined) return { path: null, ask: () => Promise.resolve(NaN), close: () => undefined };
  const child = spawn(path, ["bench/peers/beta-with-chart.py", file, "--serve"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  await once(lines, "line");
  return {
    path,
    async ask(task: string): Promise<number> {
      const line = once(lines, "line");
      child.stdin.write(`${task}\n`);
      return Number((await line)[0]);
    },
    close: () => child.stdin.end(),
  };
}

function print(): void {
  const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
  const rows: readonly (readonly [string, number, string, number, string])[] = [
    ["another window, with its chart", median(times.ours), "pandas, statsmodels, matplotlib, warm", median(times.python), "4"],
    ["another window, with its chart", median(times.ours), "the same numbers, plain chartjs-node-canvas", median(times.plain), "3"],
    ["the same question again", median(times.again), "pandas, statsmodels, matplotlib, warm", median(times.python), "100"],
    ["the whole process, cold", median(times.cold), "the Python script", median(times.coldPython), "2"],
    ["one file read: 14,000 rows, all three series", median(times.load), "pandas.read_csv, dates parsed", median(times.pythonLoad), "–"],
  ];
  console.log("| task | ours | peer | its time | times faster | goal |\n|---|---|---|---|---|---|");
  for (const [task, ours, peer, its, goal] of rows) {
    console.log(`| ${task} | ${ours.toPrecision(3)} ms | ${peer} | ${its.toPrecision(3)} ms | ${(its / ours).toPrecision(3)} | ${goal} |`);
  }
  const [queue, plain] = [median(times.queue), median(times.queuePlain)];
  const perSecond = (milliseconds: number): string => (1000 / milliseconds).toPrecision(3);
  console.log(`\nA queue of ${String(queueLength)} pictures: ${perSecond(queue)} a second by one drawing thread, ${perSecond(plain)} by plain chartjs-node-canvas, ${(plain / queue).toPrecision(3)} times as many`);
}
