import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { success, type Outcome } from "../outcome.ts";
import { download } from "./download.ts";
import { fetchTickers, type FetchTickersOptions } from "./fetch-tickers.ts";
import { importBytes, type ImportResult } from "./import-file.ts";
import { optionsOf, readProvenances, type FileProvenance } from "./local-folder.ts";
import type { FileProblem } from "./problem.ts";
import { writeStored } from "./store-file.ts";
import { msPerDay } from "../calendar.ts";

/** A fetched file is asked for again after so long. */
const dueMs = 7 * msPerDay;
/** After a failure: the first pause, doubled by each further one up to a day. */
const firstPauseMs = 3_600_000;
const longestPauseMs = msPerDay;
/** No new request after so long: what is left comes with the next round. */
const budgetMs = 10 * 60_000;

/** Longer than a round may take. */
const lockMs = 3 * budgetMs;

const lockFile = "refresh.lock";
const stateFile = "refresh.state";
const state = v.pipe(v.string(), v.parseJson(), v.object({ failures: v.number(), nextAt: v.number(), failing: v.array(v.string()) }));
type RefreshState = v.InferOutput<typeof state>;

interface RefreshOptions extends Pick<FetchTickersOptions, "provider" | "hostFolder" | "timeLimitMs" | "waitsMs"> {
  readonly now: () => Date;
  /** Asked between two requests: the program ends. */
  readonly isStopped?: () => boolean;
}

/** What a round changed in a folder. */
interface RefreshResult {
  readonly fetched: number;
  readonly changes: ImportResult["changes"];
  /** What fails now and did not in the round before: of a service that stays away, once. */
  readonly newFailures: readonly FileProblem[];
  /** What failed in the round before and came now. */
  readonly recovered: readonly string[];
}

/**
 * Fetches again what was fetched into a folder more than a week ago, and merges it with what is there, one file after the
 * other; null where nothing is due. After a failure it pauses, longer each time.
 */
export async function refreshFolder(folder: string, options: RefreshOptions): Promise<RefreshResult | null> {
  const started = options.now().getTime();
  if (!isDue(folder, options, started) || !takeLock(folder, started)) return null;
  try {
    // Another process may have done it meanwhile.
    return isDue(folder, options, started) ? await refreshDue(folder, options) : null;
  } finally {
    rmSync(join(folder, lockFile), { force: true });
  }
}

const isDue = (folder: string, options: RefreshOptions, at: number): boolean => at >= readState(folder).nextAt && dueFiles(folder, options, at).length > 0;

/** One process per folder; a lock that was left behind ends by its age. */
function takeLock(folder: string, at: number): boolean {
  const path = join(folder, lockFile);
  try {
    if (existsSync(path) && at - Number(readFileSync(path, "utf8")) > lockMs) rmSync(path, { force: true });
    writeFileSync(path, String(at), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

async function refreshDue(folder: string, options: RefreshOptions): Promise<RefreshResult> {
  const { now, isStopped = () => false } = options;
  const started = now().getTime();
  const before = readState(folder);
  const due = dueFiles(folder, options, started);
  const changes: ImportResult["changes"][number][] = [];
  const failed: FileProblem[] = [];
  const came: string[] = [];
  const unreachable = new Set<string>();
  for (const file of due) {
    const service = serviceOf(file);
    if (isStopped() || now().getTime() - started > budgetMs) break;
    if (unreachable.has(service)) continue;
    const outcome = await fetchAgain(file, folder, options);
    if (outcome.ok) {
      changes.push(...outcome.value.changes);
      came.push(file.file);
    } else {
      failed.push({ ...outcome.problem, file: file.file });
      if (outcome.problem.fault === "offline" || outcome.problem.found === "HTTP status 429") unreachable.add(service);
    }
  }
  const names = failed.map(({ file }) => file);
  const failing = [...new Set([...before.failing.filter((name) => !came.includes(name)), ...names])];
  const failures = failed.length === 0 ? 0 : before.failures + 1;
  const pause = failures === 0 ? 0 : Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));
  writeStored(folder, stateFile, JSON.stringify({ failures, nextAt: now().getTime() + pause, failing } satisfies RefreshState));
  return {
    fetched: came.length,
    changes,
    newFailures: failed.filter(({ file }) => !before.failing.includes(file)),
    recovered: before.failing.filter((name) => came.includes(name)),
  };
}

/** The newest import of each file that came from the provider or from an address, where it is a week old. */
function dueFiles(folder: string, { provider }: RefreshOptions, at: number): readonly FileProvenance[] {
  const stored = readProvenances(folder);
  if (!stored.ok) return [];
  const newest = stored.value.filter((one, index, all) => all.findIndex((other) => other.file === one.file) === index);
  return newest.filter((one) => (one.source === provider.name || one.url !== undefined) && at - Date.parse(one.importedAt) >= dueMs);
}

const serviceOf = ({ url }: FileProvenance): string => (url === undefined ? "tickers" : new URL(url).host);

/** A day that was looked at and accepted before is no news; a new doubtful one stops the file. */
async function fetchAgain(file: FileProvenance, folder: string, options: RefreshOptions): Promise<Outcome<ImportResult, FileProblem>> {
  const said = optionsOf(file);
  const { url } = file;
  const { now, timeLimitMs } = options;
  if (url !== undefined) {
    const downloaded = await download(url, timeLimitMs === undefined ? {} : { timeLimitMs });
    return downloaded.ok ? importBytes(downloaded.value, { ...said, asOf: now().toISOString().slice(0, 10), localFolder: folder, now: now(), url }) : downloaded;
  }
  for await (const fetched of fetchTickers([said.as ?? file.series[0]?.id ?? ""], { ...options, localFolder: folder, again: true, accept: said.accept === true })) {
    if (!fetched.ok) return fetched;
    if (fetched.value.kind === "imported") return success(fetched.value.result);
  }
  throw new Error(`${file.file} was neither fetched nor refused`);
}

function readState(folder: string): RefreshState {
  const path = join(folder, stateFile);
  const read = existsSync(path) ? v.safeParse(state, readFileSync(path, "utf8")) : null;
  return read?.success ? read.output : { failures: 0, nextAt: 0, failing: [] };
}
