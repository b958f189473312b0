import { pause, systemClock } from "../clock.ts";
import { fetchBounded, type FetchFault } from "../bounded-fetch.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { importBytes, type ImportResult } from "./import-file.ts";
import { readProvenances } from "./local-folder.ts";
import type { FileProblem } from "./problem.ts";
import type { TickerProvider } from "./ticker-provider.ts";
import { maxFileBytes, megabytes } from "./unpack.ts";

export interface FetchTickersOptions {
  readonly localFolder: string;
  readonly hostFolder?: string;
  readonly provider: TickerProvider;
  readonly now?: () => Date;
  /** Time limit of one request. */
  readonly timeLimitMs?: number;
  /** Waits before the second, third … try; as many tries as waits and one. */
  readonly waitsMs?: readonly number[];
  /** Doubtful days were looked at. */
  readonly accept?: boolean;
  /** Also what was fetched today already. */
  readonly again?: boolean;
}

/** A fetched ticker: what the import found; or when it was fetched before, where that was within half a day. */
type FetchedTicker = { readonly kind: "imported"; readonly result: ImportResult } | { readonly kind: "fresh"; readonly file: string; readonly importedAt: string };

const freshMs = 12 * 3_600_000;
const tickerPattern = /^[A-Za-z0-9^][A-Za-z0-9.^=-]{0,14}$/u;

/**
 * Fetches one ticker after the other from a provider, and imports each as a file of its own; yields each result. A
 * provider that is out of reach, or still refuses after the last try because it was asked too often, is not asked again.
 */
export async function* fetchTickers(tickers: readonly string[], options: FetchTickersOptions): AsyncGenerator<Outcome<FetchedTicker, FileProblem>> {
  for (const typed of new Set(tickers.map((ticker) => ticker.toUpperCase()))) {
    const fetched = await fetchTicker(typed, options);
    yield fetched;
    if (!fetched.ok && (fetched.problem.fault === "offline" || fetched.problem.found === "HTTP status 429")) return;
  }
}

async function fetchTicker(ticker: string, options: FetchTickersOptions): Promise<Outcome<FetchedTicker, FileProblem>> {
  const { localFolder, provider, now = () => new Date() } = options;
  const refuse = (fault: FileProblem["fault"], found: string) => failure({ kind: "bad-file", file: ticker, line: null, column: null, fault, found } as const);
  if (!tickerPattern.test(ticker)) return refuse("bad-name", ticker);
  const file = provider.fileOf(ticker);
  const stored = readProvenances(localFolder);
  if (!stored.ok) return stored;
  const earlier = stored.value.find((one) => one.file === file);
  if (options.again !== true && earlier !== undefined && now().getTime() - Date.parse(earlier.importedAt) < freshMs) {
    return success({ kind: "fresh", file, importedAt: earlier.importedAt });
  }
  const answer = await patientFetch(provider.request(ticker, now()), options);
  if (!answer.ok) {
    const { fault, found } = answer.problem;
    if (fault === "not-found") return refuse(/status (?:404|410)$/u.test(found) ? "no-ticker" : "refused-ticker", found);
    return refuse(fault, fault === "too-large" ? `more than ${megabytes(maxFileBytes)}` : found);
  }
  const table = provider.tableOf(ticker, answer.value, now());
  if (!table.ok) return refuse(table.problem.fault, table.problem.found);
  const imported = importBytes(
    { name: file, bytes: table.value },
    {
      ...{ localFolder, as: ticker, kind: "prices", now: now(), source: provider.name },
      ...(options.hostFolder === undefined ? {} : { hostFolder: options.hostFolder }),
      ...(options.accept === true ? { accept: true } : {}),
    },
  );
  if (imported.ok) return success({ kind: "imported", result: imported.value });
  return imported.problem.fault === "no-rows" ? refuse("no-ticker", "not one price") : imported;
}

/** Asks again after a pause where the provider is busy or the connection broke; a pause that it asks for is kept. */
async function patientFetch(
  { url, headers }: ReturnType<TickerProvider["request"]>,
  { timeLimitMs = 30_000, waitsMs = [1_000, 4_000, 15_000] }: FetchTickersOptions,
): Promise<Outcome<Uint8Array, FetchFault>> {
  for (const least of waitsMs) {
    const fetched = await fetchBounded(url, { timeLimitMs, maxBytes: maxFileBytes, headers });
    if (fetched.ok || !isPassing(fetched.problem)) return fetched;
    await pause(systemClock, Math.min(60_000, Math.max(least, (fetched.problem.retryAfterSeconds ?? 0) * 1_000)));
  }
  return fetchBounded(url, { timeLimitMs, maxBytes: maxFileBytes, headers });
}

const isPassing = ({ fault, found }: FetchFault): boolean => fault === "cut-short" || fault === "too-slow" || (fault === "not-found" && /status (?:429|5\d\d)$/u.test(found));
