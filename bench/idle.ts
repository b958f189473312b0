/**
 * What the bot keeps in memory while nobody asks: its process's resident memory (RSS, as the system counts it) 30 s after
 * the start without any request, of three starts. `npm start` is the bot and the course server in one process; "alone" is
 * the bot, with the course server in this one. Linux only; only 127.0.0.1.
 *
 *     npm run bench:idle
 *     npm run bench:idle -- --seconds 60
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startCourseServer } from "discord-course-server";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "30" }, starts: { type: "string", default: "3" } } });
const seconds = Number(values.seconds);
const starts = Number(values.starts);

await measure("npm start: bot and course server", (local) => Promise.resolve({ settings: { PORT: "0", FACTOR_TA_LOCAL: local }, close: () => Promise.resolve() }));
await measure("the bot alone", async (local) => {
  const courseServer = await startCourseServer({ port: 0 });
  return { settings: { DISCORD_TOKEN: courseServer.token, DISCORD_API: courseServer.restApi, HEALTH_PORT: "off", FACTOR_TA_LOCAL: local }, close: () => courseServer.close() };
});

interface Place {
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

async function measure(name: string, open: (local: string) => Promise<Place>): Promise<void> {
  const seen: { readonly rss: number; readonly readyMs: number }[] = [];
  for (let start = 0; start < starts; start++) {
    const local = mkdtempSync(join(tmpdir(), "factor-ta-idle-"));
    const place = await open(local);
    const begun = performance.now();
    const bot = spawn(process.execPath, [...startFlags(), "dist/main.js"], { env: { ...process.env, LOG_LEVEL: "error", ...place.settings }, stdio: ["ignore", "pipe", "inherit"] });
    await saidThatItServes(bot);
    const readyMs = performance.now() - begun;
    await pause(seconds * 1000);
    seen.push({ rss: residentMegabytes(bot), readyMs });
    bot.kill("SIGTERM");
    await once(bot, "exit");
    await place.close();
    rmSync(local, { recursive: true });
  }
  const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
  console.log(`${name}: ${median(seen.map(({ rss }) => rss)).toFixed(0)} MB ${String(seconds)} s after the start (${seen.map(({ rss }) => rss.toFixed(0)).join(", ")}); ready in ${(median(seen.map(({ readyMs }) => readyMs)) / 1000).toFixed(1)} s. Load ${loadavg()[0]?.toFixed(1) ?? ""} on ${String(availableParallelism())} cores.`);
}

/** The flags of `npm start`, from its own line. */
function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Readonly<Record<string, string>> };
  return /node ((?:--\S+ )*)dist\/main\.js/u.exec(scripts["start"] ?? "")?.[1]?.trim().split(" ").filter((flag) => flag !== "") ?? [];
}

async function saidThatItServes(bot: ChildProcess): Promise<void> {
  let said = "";
  for await (const chunk of bot.stdout!) {
    said += String(chunk);
    if (/Factor TA is (?:in it|serving)/u.test(said)) break;
  }
  bot.stdout?.resume();
}

/** Megabytes of 10⁶ bytes. */
function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))?.[1]);
  return (kilobytes * 1024) / 1e6;
}
