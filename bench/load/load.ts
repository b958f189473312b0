/**
 * A full lecture hall: the bundled bot with the real client in one process, the stand-in and the students in this one.
 *
 * First 500 students within 10 s, as issue "speed and load" asks; then the same with 300 ms on every answer of
 * "Discord"; then 10,000 questions, for the memory. Bounded in count and in time; only 127.0.0.1.
 *
 *     npm run bench:load                       everything
 *     npm run bench:load -- --questions 2000   fewer for the memory; 0 leaves that out
 *     npm run bench:load -- --only-memory      the questions alone
 *     npm run bench:load -- --halls 8          the first hall alone, eight times: how far its figures vary
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startCourseServer } from "discord-course-server";
import { startBotProcess, type Reading } from "./bot-process.ts";
import { openClass, type Class, type Seen } from "./students.ts";

const students = 500;
const arrivalMs = 10_000;
const longestMs = 10 * 60_000;

const { values } = parseArgs({
  options: {
    questions: { type: "string", default: "10000" },
    "only-memory": { type: "boolean", default: false },
    halls: { type: "string", default: "0" },
  },
});
const many = Number(values.questions);
const halls = Number(values.halls);

for (let which = 1; which <= halls; which++) print([await hall(`hall ${String(which)} of ${String(halls)}`, 0, rush)]);
if (halls === 0 && !values["only-memory"]) {
  const atOnce = await hall("500 students within 10 s", 0, rush);
  const slow = await hall("the same, Discord 300 ms away", 300, rush);
  print([atOnce, slow]);
}
if (halls === 0 && many > 0) print([await hall(`${many.toLocaleString("en")} questions, 50 under way`, 0, (hallClass) => steady(hallClass, many))]);

interface Result {
  readonly name: string;
  readonly seen: readonly Seen[];
  readonly seconds: number;
  /** Processor seconds of the stand-in and the students. */
  readonly othersCpu: number;
  readonly startMs: number;
  readonly idle: Reading;
  readonly during: Reading;
  readonly after: Reading;
}

async function hall(name: string, latency: number, run: (hallClass: Class) => Promise<readonly Seen[]>): Promise<Result> {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-load-"));
  const courseServer = await startCourseServer({ port: 0, students, latency });
  const bot = await startBotProcess({ ...courseServer, local });
  const hallClass = await openClass(courseServer, students);
  // What starting took is given back after some seconds.
  await pause(15_000);
  const idle = await bot.read();
  const used = process.cpuUsage();
  const started = performance.now();
  const seen = await run(hallClass);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  const during = await bot.read();
  await pause(5_000);
  const after = await bot.settled();
  await bot.close();
  await courseServer.close();
  rmSync(local, { recursive: true });
  return { name, seen, seconds, othersCpu: (user + system) / 1e6, startMs: bot.startMs, idle, during, after };
}

/** Everybody once, at even distances within the ten seconds. */
async function rush(hallClass: Class): Promise<readonly Seen[]> {
  const asked = Array.from({ length: students }, async (_, at) => {
    await pause((at / students) * arrivalMs);
    return hallClass.ask(at);
  });
  return (await Promise.all(asked)).flat();
}

/** As many as were asked for, or as ten minutes allow. */
async function steady(hallClass: Class, count: number): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const end = performance.now() + longestMs;
  let next = 0;
  const student = async (): Promise<void> => {
    while (next < count && performance.now() < end) seen.push(...(await hallClass.ask(next++)));
  };
  await Promise.all(Array.from({ length: 50 }, student));
  return seen;
}

function print(results: readonly Result[]): void {
  const rows: readonly (readonly [string, (result: Result) => string])[] = [
    ["interactions", ({ seen }) => String(seen.length)],
    ["acknowledged within 3 s", ({ seen }) => `${String(seen.filter((one) => (one.acknowledged ?? Infinity) <= 3000).length)} of ${String(seen.length)}`],
    ["answered, turned away, faults", ({ seen }) => ["answered", "busy", "fault"].map((kind) => seen.filter(({ outcome }) => outcome === kind).length).join(", ")],
    ["acknowledged: p50, p95, p99, longest", ({ seen }) => spread(seen.map(({ acknowledged }) => acknowledged ?? Infinity))],
    ["finished: p50, p95, p99, longest", ({ seen }) => spread(seen.map(({ finished }) => finished))],
    ["replies a second", ({ seen, seconds }) => (seen.length / seconds).toFixed(0)],
    ["processor time a reply: bot, stand-in and students", ({ seen, during, othersCpu }) => [during.cpu, othersCpu].map((cpu) => milliseconds((1000 * cpu) / seen.length)).join(", ")],
    ["event loop held up: p50, p99, longest", ({ during: { delay } }) => `${milliseconds(delay.p50)}, ${milliseconds(delay.p99)}, ${milliseconds(delay.max)}`],
    ["memory idle, peak, 5 s after", ({ idle, during, after }) => [idle.rss, during.peak, after.rss].map(megabytes).join(", ")],
    ["heap idle, after; outside the heap after", ({ idle, after }) => `${[idle.heap, after.heap].map(megabytes).join(", ")}; ${megabytes(after.external)}`],
    ["start to ready", ({ startMs }) => milliseconds(startMs)],
  ];
  console.log(`| | ${results.map(({ name }) => name).join(" | ")} |`);
  console.log(`|---|${results.map(() => "---|").join("")}`);
  for (const [label, cell] of rows) console.log(`| ${label} | ${results.map(cell).join(" | ")} |`);
  console.log("");
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): string => milliseconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN);
  return [at(0.5), at(0.95), at(0.99), at(1)].join(", ");
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
