/**
 * A long lecture: five questions a second for 20 minutes, every fifth an answer to a check. What the bot keeps is read
 * after all garbage is collected: heap, memory and open handles must be flat. Bounded in time; only 127.0.0.1.
 *
 *     npm run bench:soak                    20 minutes at 5 a second
 *     npm run bench:soak -- --minutes 5     shorter; --rate 2 slower
 *
 * Exit status 1 where something grows, is not acknowledged within 3 s, or fails.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startCourseServer } from "discord-course-server";
import { startBotProcess, type Reading } from "./bot-process.ts";
import { openClass, type Seen } from "./students.ts";

const students = 100;
/** The first readings, in which caches fill, are not compared. */
const warmUpShare = 0.3;
/** What the last third may be above the third before it. */
const allowed = { heap: 12 * 2 ** 20, rss: 30 * 2 ** 20, handles: 6, timers: 12 } as const;

const { values } = parseArgs({ options: { minutes: { type: "string", default: "20" }, rate: { type: "string", default: "5" } } });
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
if (!(minutes > 0 && minutes <= 60 && rate > 0 && rate <= 50)) throw new RangeError("--minutes is at most 60, --rate at most 50");

const local = mkdtempSync(join(tmpdir(), "factor-ta-soak-"));
const courseServer = await startCourseServer({ port: 0, students });
const bot = await startBotProcess({ ...courseServer, local });
const hallClass = await openClass(courseServer, students);
const readings: Reading[] = [];
const seen: Seen[] = [];
const underWay = new Set<Promise<void>>();
const begun = performance.now();
const total = Math.round(minutes * 60 * rate);
const everyReading = Math.max(1, Math.round(total / 20));
console.log("| minute | heap | RSS | handles | timers | asked |\n|---|---|---|---|---|---|");
for (let at = 0; at < total; at++) {
  await pause(Math.max(0, begun + (at * 1000) / rate - performance.now()));
  const work: Promise<void> = hallClass.ask(at).then((one) => void seen.push(...one));
  underWay.add(work);
  void work.finally(() => underWay.delete(work));
  if ((at + 1) % everyReading === 0) {
    const reading = await bot.settled();
    readings.push(reading);
    const cells = [(performance.now() - begun) / 60_000, reading.heap / 2 ** 20, reading.rss / 2 ** 20].map((value) => value.toFixed(1));
    console.log(`| ${[...cells, reading.handles, reading.timers, at + 1].join(" | ")} |`);
  }
}
await Promise.all(underWay);
await bot.close();
await courseServer.close();
rmSync(local, { recursive: true });

const faults = [...growth(readings), ...failures(seen)];
console.log(faults.length === 0 ? `\nFlat: ${String(seen.length)} interactions in ${String(minutes)} minutes.` : `\n${faults.join("\n")}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What is higher in the last third than in the one before: medians, so that one reading in the middle of work does not count. */
function growth(all: readonly Reading[]): readonly string[] {
  const steady = all.slice(Math.floor(all.length * warmUpShare));
  const half = Math.floor(steady.length / 2);
  return (["heap", "rss", "handles", "timers"] as const).flatMap((what) => {
    const [before, after] = [steady.slice(0, half), steady.slice(half)].map((part) => median(part.map((reading) => reading[what])));
    const grown = (after ?? 0) - (before ?? 0);
    return grown <= allowed[what] ? [] : [`${what} grows: ${String(before)} → ${String(after)}`];
  });
}

function failures(all: readonly Seen[]): readonly string[] {
  const late = all.filter(({ acknowledged }) => (acknowledged ?? Infinity) > 3000).length;
  const wrong = all.filter(({ outcome }) => outcome === "fault" || outcome === "nothing").length;
  return [...(late === 0 ? [] : [`${String(late)} of ${String(all.length)} not acknowledged within 3 s`]), ...(wrong === 0 ? [] : [`${String(wrong)} ended in a fault or in nothing`])];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
