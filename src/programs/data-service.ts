import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { DataService, ServerData, TickerResult } from "../commands/data-service.ts";
import type { Config } from "../config.ts";
import { fetchTickers } from "../datasets/fetch-tickers.ts";
import type { ImportOptions, ImportResult } from "../datasets/import-file.ts";
import { loadDatasets } from "../datasets/load-datasets.ts";
import { readProvenances } from "../datasets/local-folder.ts";
import { storeNamedPortfolio } from "../datasets/named-portfolios.ts";
import type { FileProblem } from "../datasets/problem.ts";
import { chosenProvider } from "../datasets/providers.ts";
import { refreshFolder } from "../datasets/refresh-folder.ts";
import { removeFile, undoImport } from "../datasets/remove-file.ts";
import { folderVersion, keepPrepared, prepareForFolder, serverFolder, serversWithData } from "../datasets/server-folders.ts";
import type { NamedBytes } from "../datasets/unpack.ts";
import { variantCache } from "../grading/variant-cache.ts";
import { failure, success, type Outcome } from "../outcome.ts";

/** How many servers' own data are kept in memory at once. */
const maxServers = 8;
/** Other processes' imports are seen after so long. */
const versionMs = 2_000;
const workerMs = 60_000;
/** A provider that could not be reached is not offered for so long. */
const unreachableMs = 3_600_000;

/** Prepares an import: in a thread of its own where there is a bundled worker. */
export type Prepare = (file: NamedBytes, options: ImportOptions) => Promise<Outcome<{ readonly id: string; readonly result: ImportResult }, FileProblem>>;

/** Data sets by server: loaded at the first question, again after a change. */
export function dataService({ folders, providers }: Pick<Config, "folders" | "providers">, prepare: Prepare, waitsMs: readonly number[] = [1_000, 4_000, 15_000]): DataService {
  const provider = chosenProvider(providers);
  const loaded = new Map<string, { readonly version: string; readonly data: ServerData | null; readonly checkedAt: number }>();
  const folderOf = (guild: string) => serverFolder(folders.local, guild);

  let unreachableUntil = 0;

  const load = (guild: string, version: string): ServerData | null => {
    const datasets = loadDatasets({ sampleFolder: folders.sample, localFolder: folders.local, serverFolder: folderOf(guild) });
    // A server whose files can't be read keeps what it had, else the host's.
    const data = datasets.ok ? dataOf(datasets.value) : (loaded.get(guild)?.data ?? null);
    loaded.delete(guild);
    loaded.set(guild, { version, data, checkedAt: Date.now() });
    const [oldest] = loaded.keys();
    if (loaded.size > maxServers && oldest !== undefined) loaded.delete(oldest);
    return data;
  };
  /** The host's own, read again where its folder has changed since the start; null where it has not. */
  const started = folderVersion(folders.local);
  let host: { version: string; data: ServerData | null; checkedAt: number } = { version: started, data: null, checkedAt: Date.now() };
  const ofHost = (): ServerData | null => {
    if (Date.now() - host.checkedAt < versionMs) return host.data;
    const version = folderVersion(folders.local);
    if (version !== host.version) {
      const datasets = loadDatasets({ sampleFolder: folders.sample, localFolder: folders.local });
      host = { version, data: datasets.ok ? dataOf(datasets.value) : host.data, checkedAt: Date.now() };
    }
    host.checkedAt = Date.now();
    return host.data;
  };
  const of = (guild: string | null): ServerData | null => {
    if (guild === null) return ofHost();
    const known = loaded.get(guild);
    if (known !== undefined && Date.now() - known.checkedAt < versionMs) return known.data;
    const own = folderVersion(folderOf(guild));
    if (own === "") {
      loaded.delete(guild);
      return ofHost();
    }
    const version = `${own} ${folderVersion(folders.local)}`;
    if (known?.version !== version) return load(guild, version);
    loaded.set(guild, { ...known, checkedAt: Date.now() });
    return known.data;
  };
  const changed = <T>(guild: string, outcome: T): T => {
    loaded.delete(guild);
    return outcome;
  };

  return {
    of,
    provider,
    async prepare(guild, file, said) {
      const prepared = await prepare(file, { ...said, localFolder: folderOf(guild), hostFolder: folders.local });
      return prepared.ok ? success({ id: prepared.value.id, facts: prepared.value.result }) : prepared;
    },
    keep: (guild, id) => changed(guild, keepPrepared(folderOf(guild), id)),
    canFetch: () => Date.now() > unreachableUntil && isWritable(folders.local),
    async fetch(guild, tickers, accept) {
      const results: TickerResult[] = [];
      for await (const fetched of fetchTickers(tickers, { localFolder: folderOf(guild), hostFolder: folders.local, provider, accept, waitsMs: [1_000, 3_000] })) {
        unreachableUntil = !fetched.ok && fetched.problem.fault === "offline" ? Date.now() + unreachableMs : 0;
        results.push(
          !fetched.ok ? { kind: "failed", problem: fetched.problem } : fetched.value.kind === "fresh" ? fetched.value : { kind: "imported", facts: fetched.value.result },
        );
      }
      return changed(guild, results);
    },
    remove: (guild, name) => changed(guild, removeFile(folderOf(guild), name)),
    undo: (guild) => changed(guild, undoImport(folderOf(guild))),
    async *refresh(now, isStopped) {
      const options = { provider, now: () => new Date(now()), isStopped, waitsMs };
      for (const guild of [null, ...serversWithData(folders.local)]) {
        const folder = guild === null ? folders.local : folderOf(guild);
        const result = await refreshFolder(folder, guild === null ? options : { ...options, hostFolder: folders.local });
        if (guild !== null) loaded.delete(guild);
        host.checkedAt = 0;
        if (result !== null) yield { guild, ...result };
      }
    },
    namePortfolio: (guild, portfolio) => changed(guild, storeNamedPortfolio(folderOf(guild), { ...portfolio, definedAt: new Date().toISOString() })),
    files: (guild) => readProvenances(folderOf(guild)),
  };
}

/** Whether files can be made in a folder, or the folder itself where it is missing. */
function isWritable(folder: string): boolean {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export const dataOf = (datasets: ServerData["datasets"]): ServerData => ({ datasets, variantCache: variantCache((id, frequency) => datasets.find(id, frequency)) });

/** In this thread: for the terminal and for tests. */
export const prepareHere: Prepare = (file, options) => Promise.resolve(prepareForFolder(file, options));

/** In a thread of its own, ended after a minute: a large or hostile file never holds up an answer. */
export function prepareInWorker(worker: URL): Prepare {
  return (file, options) =>
    new Promise((resolve) => {
      const thread = new Worker(worker, { workerData: { file, options } });
      const refuse = (fault: FileProblem["fault"], found: string) =>
        resolve(failure({ kind: "bad-file", file: file.name, line: null, column: null, fault, found } as const));
      const timer = setTimeout(() => {
        refuse("too-slow", `${String(workerMs / 1000)} s`);
        void thread.terminate();
      }, workerMs);
      thread.once("message", (answer: Answer) => resolve(answer.ok ? success(answer.value) : failure(answer.problem)));
      thread.once("error", (error) => refuse("unreadable", error.message));
      thread.once("exit", () => {
        clearTimeout(timer);
        refuse("unreadable", "the reader ended");
      });
    });
}

/** An outcome as it passes between threads. */
export type Answer =
  | { readonly ok: true; readonly value: { readonly id: string; readonly result: ImportResult } }
  | { readonly ok: false; readonly problem: FileProblem };
