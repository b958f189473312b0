/**
 * Counts how often replies draw conclusions that are false, and that are true, on made-up markets, or how often the
 * intervals that they print hold the value; writes the table into docs/accuracy.md. Ends with status 1 where a false
 * conclusion is said significantly more than 5% of the time, or an interval holds the value significantly less than 90%.
 *
 *     npm run calibration                    5,000 samples per claim and number of rows: minutes on two cores
 *     npm run calibration -- 1000            fewer samples, which the table states
 *     npm run calibration -- 5000 252        one number of rows, printed and not written
 *     npm run calibration -- coverage        intervals: 1,000 samples; the numbers follow as above
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { claims, type Claim } from "./claims.ts";
import { claimsByMarket, countClaims, type Count, type Task } from "./count-claims.ts";
import { intervals } from "./intervals.ts";
import { coverageTableOf, heldTooSeldom, mostSaid, neverSaid, saidTooOften, tableOf, writeTable } from "./table.ts";

const lists: Readonly<Record<Task["kind"], readonly Claim[]>> = { claims, intervals };
const usualSamples: Readonly<Record<Task["kind"], number>> = { claims: 5000, intervals: 1000 };
const usualRows = [60, 252, 2520] as const;
/** Power needs no fine bound. */
const powerShare = 0.2;
const seedsPerTask = 100;

const [first, ...others] = process.argv.slice(2);
if (!isMainThread) answerTasks();
else if (first === "coverage") await measureCoverage(others.map(Number));
else await countConclusions(process.argv.slice(2).map(Number));

async function countConclusions([samples = usualSamples.claims, ...rows]: readonly number[]): Promise<void> {
  const { counts, seconds } = await counted("claims", samples, rows);
  const made = `${samples.toLocaleString("en-US")} samples for what is false (more than ${(100 * mostSaid(samples)).toFixed(2)}% is significantly more than 5%), ${(samples * powerShare).toLocaleString("en-US")} for what is true.`;
  const table = tableOf(claims, counts);
  console.log(`${table}\n\n${made} ${seconds} s.`);
  if (rows.length === 0) writeTable("docs/accuracy.md", "calibration", `${made}\n\n${table}`);
  for (const { claim, rows: length, said, samples: all, refused } of saidTooOften(counts)) console.log(`said too often: ${claims[claim]!.name}, ${length} rows, ${said} of ${all - refused}`);
  for (const { name } of neverSaid(claims, counts)) console.log(`never said where it is true: ${name}`);
  process.exitCode = saidTooOften(counts).length + neverSaid(claims, counts).length > 0 ? 1 : 0;
}

async function measureCoverage([samples = usualSamples.intervals, ...rows]: readonly number[]): Promise<void> {
  const { counts, seconds } = await counted("intervals", samples, rows);
  const table = coverageTableOf(intervals, counts);
  console.log(`${table}\n\n${samples.toLocaleString("en-US")} samples. ${seconds} s.`);
  if (rows.length === 0) writeTable("docs/accuracy.md", "coverage", `${samples.toLocaleString("en-US")} samples.\n\n${table}`);
  const seldom = heldTooSeldom(counts);
  for (const { claim, rows: length, said, samples: all, refused } of seldom) console.log(`holds the value too seldom: ${intervals[claim]!.name}, ${length} rows, ${all - refused - said} of ${all - refused}`);
  process.exitCode = seldom.length > 0 ? 1 : 0;
}

async function counted(kind: Task["kind"], samples: number, rows: readonly number[]): Promise<{ readonly counts: readonly Count[]; readonly seconds: number }> {
  const started = performance.now();
  const tasks = tasksOf(kind, samples, rows.length > 0 ? rows : usualRows);
  const counts = added(await runTasks(tasks));
  return { counts, seconds: Math.round((performance.now() - started) / 1000) };
}

/** The longest first, so that no thread is left with one at the end. */
function tasksOf(kind: Task["kind"], samples: number, lengths: readonly number[]): readonly Task[] {
  return [...lengths]
    .sort((one, other) => other - one)
    .flatMap((rows) =>
      (kind === "claims" ? (["whenFalse", "whenTrue"] as const) : (["whenFalse"] as const)).flatMap((truth) => {
        const count = truth === "whenFalse" ? samples : samples * powerShare;
        const starts = Array.from({ length: Math.ceil(count / seedsPerTask) }, (_, index) => index * seedsPerTask);
        return claimsByMarket(lists[kind], truth, rows).flatMap((group) => starts.map((start): Task => ({ kind, claims: group, truth, rows, seeds: [start, Math.min(count, start + seedsPerTask)] })));
      }),
    );
}

function runTasks(tasks: readonly Task[]): Promise<readonly Count[]> {
  const [counts, waiting]: [Count[], Task[]] = [[], [...tasks]];
  const threads = Array.from({ length: availableParallelism() }, () => {
    const worker = new Worker(new URL(import.meta.url));
    return new Promise<void>((resolve, reject) => {
      const next = (): void => {
        const task = waiting.shift();
        if (task) worker.postMessage(task);
        else void worker.terminate().then(() => resolve());
      };
      worker.on("error", reject);
      worker.on("message", (done: readonly Count[]) => {
        counts.push(...done);
        next();
      });
      next();
    });
  });
  return Promise.all(threads).then(() => counts);
}

function added(counts: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const key = `${count.claim} ${count.truth} ${count.rows}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...count, samples: sum.samples + count.samples, said: sum.said + count.said, refused: sum.refused + count.refused } : count);
  }
  return [...sums.values()];
}

function answerTasks(): void {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-calibration-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const context = openContext(readConfig({ FACTOR_TA_LOCAL: folder }));
  if (!context.ok) throw new Error(JSON.stringify(context.problem));
  parentPort?.on("message", (task: Task) => void countClaims(task, lists[task.kind], context.value).then((counts) => parentPort?.postMessage(counts)));
}
