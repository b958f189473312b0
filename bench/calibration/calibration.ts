/**
 * Counts how often replies draw conclusions that are false, and that are true, on made-up markets; writes the table into
 * docs/accuracy.md. Ends with status 1 where a false one is said significantly more than 5% of the time.
 *
 *     npm run calibration                    5,000 samples per claim and number of rows: minutes on two cores
 *     npm run calibration -- 1000            fewer samples, which the table states
 *     npm run calibration -- 5000 252        one number of rows, printed and not written
 */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { claims } from "./claims.ts";
import { claimsByMarket, countClaims, type Count, type Task } from "./count-claims.ts";
import { mostSaid, neverSaid, saidTooOften, tableOf, writeTable } from "./table.ts";

const usualSamples = 5000;
const usualRows = [60, 252, 2520] as const;
/** Power needs no fine bound. */
const powerShare = 0.2;
const seedsPerTask = 100;

if (isMainThread) await countAll(process.argv.slice(2).map(Number));
else answerTasks();

async function countAll([samples = usualSamples, ...rows]: readonly number[]): Promise<void> {
  const started = performance.now();
  const tasks = tasksOf(samples, rows.length > 0 ? rows : usualRows);
  const counts = added(await runTasks(tasks));
  const seconds = Math.round((performance.now() - started) / 1000);
  const made = `${samples.toLocaleString("en-US")} samples for what is false (more than ${(100 * mostSaid(samples)).toFixed(2)}% is significantly more than 5%), ${(samples * powerShare).toLocaleString("en-US")} for what is true.`;
  const table = tableOf(claims, counts);
  console.log(`${table}\n\n${made} ${seconds} s.`);
  if (rows.length === 0) writeTable("docs/accuracy.md", `${made}\n\n${table}`);
  for (const { claim, rows: length, said, samples: all, refused } of saidTooOften(counts)) console.log(`said too often: ${claims[claim]!.name}, ${length} rows, ${said} of ${all - refused}`);
  for (const { name } of neverSaid(claims, counts)) console.log(`never said where it is true: ${name}`);
  process.exitCode = saidTooOften(counts).length + neverSaid(claims, counts).length > 0 ? 1 : 0;
}

/** The longest first, so that no thread is left with one at the end. */
function tasksOf(samples: number, lengths: readonly number[]): readonly Task[] {
  return [...lengths]
    .sort((one, other) => other - one)
    .flatMap((rows) =>
      (["whenFalse", "whenTrue"] as const).flatMap((truth) => {
        const count = truth === "whenFalse" ? samples : samples * powerShare;
        const starts = Array.from({ length: Math.ceil(count / seedsPerTask) }, (_, index) => index * seedsPerTask);
        return claimsByMarket(claims, truth, rows).flatMap((group) => starts.map((start): Task => ({ claims: group, truth, rows, seeds: [start, Math.min(count, start + seedsPerTask)] })));
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
  parentPort?.on("message", (task: Task) => void countClaims(task, claims, context.value).then((counts) => parentPort?.postMessage(counts)));
}
