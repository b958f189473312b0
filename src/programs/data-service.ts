import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import type { DataService, ServerData, TickerResult } from "../commands/data-service.ts";
import { keySeries } from "../commands/key-series.ts";
import type { Config } from "../config.ts";
import { fetchTickers } from "../datasets/fetch-tickers.ts";
import { datasetsOfFiles, type ImportFolders, type SampleFolder } from "../datasets/load-datasets.ts";
import { readProvenances } from "../datasets/local-folder.ts";
import { storeNamedPortfolio } from "../datasets/named-portfolios.ts";
import { chosenProvider } from "../datasets/providers.ts";
import { refreshFolder } from "../datasets/refresh-folder.ts";
import { removeFile, undoImport } from "../datasets/remove-file.ts";
import { folderVersion, serverFolder, serversWithData } from "../datasets/server-folders.ts";
import { variantCache } from "../grading/variant-cache.ts";
import { success } from "../outcome.ts";
import type { DataTasks } from "./data-tasks.ts";

/** How many servers' own data are kept in memory at once. */
const maxServers = 8;
/** Other processes' imports are seen after so long. */
const versionMs = 2_000;
/** A provider that could not be reached is not offered for so long. */
const unreachableMs = 3_600_000;

/** What was read of a folder at a version of it; `data` is null where nothing of its own could be read. */
interface Loaded {
  readonly version: string;
  readonly data: Promise<ServerData | null>;
  readonly checkedAt: number;
}

/** Data sets by server, over the sample: read at the first question, apart from the thread that answers, and again after a change. */
export function dataService({ folders, providers }: Pick<Config, "folders" | "providers">, sample: SampleFolder, tasks: DataTasks, waitsMs: readonly number[] = [1_000, 4_000, 15_000]): DataService {
  const provider = chosenProvider(providers);
  const loaded = new Map<string, Loaded>();
  const folderOf = (guild: string) => serverFolder(folders.local, guild);

  let unreachableUntil = 0;

  /** Files that can't be read leave what there was. */
  const read = async (of: ImportFolders, before: Promise<ServerData | null>): Promise<ServerData | null> => {
    const imported = await tasks.read(of);
    return imported.ok ? dataOf(datasetsOfFiles(imported.value, sample, of)) : before;
  };
  const none = Promise.resolve(null);

  /** The host's own, read again where its folder has changed since the start; null where it has not. */
  let host: Loaded = { version: folderVersion(folders.local), data: none, checkedAt: Date.now() };
  const ofHost = (): Promise<ServerData | null> => {
    if (Date.now() - host.checkedAt < versionMs) return host.data;
    const version = folderVersion(folders.local);
    const data = version === host.version ? host.data : read({ localFolder: folders.local }, host.data);
    host = { version, data, checkedAt: Date.now() };
    return data;
  };
  const of = (guild: string | null): Promise<ServerData | null> => {
    if (guild === null) return ofHost();
    const known = loaded.get(guild);
    if (known !== undefined && Date.now() - known.checkedAt < versionMs) return known.data;
    const own = folderVersion(folderOf(guild));
    if (own === "") {
      loaded.delete(guild);
      return ofHost();
    }
    const version = `${own} ${folderVersion(folders.local)}`;
    const data = known?.version === version ? known.data : read({ localFolder: folders.local, serverFolder: folderOf(guild) }, known?.data ?? ofHost());
    loaded.delete(guild);
    loaded.set(guild, { version, data, checkedAt: Date.now() });
    const [oldest] = loaded.keys();
    if (loaded.size > maxServers && oldest !== undefined) loaded.delete(oldest);
    return data;
  };
  /** Looked at again at the next question; what was read stands where the change can't be read. */
  const changed = <T>(guild: string, outcome: T): T => {
    const known = loaded.get(guild);
    if (known !== undefined) loaded.set(guild, { ...known, checkedAt: 0 });
    return outcome;
  };

  return {
    of,
    provider,
    async prepare(guild, file, said) {
      const prepared = await tasks.prepare(file, { ...said, localFolder: folderOf(guild), hostFolder: folders.local, sampleFolder: folders.sample });
      return prepared.ok ? success({ id: prepared.value.id, facts: prepared.value.result }) : prepared;
    },
    keep: async (guild, id) => changed(guild, await tasks.keep({ localFolder: folderOf(guild), hostFolder: folders.local }, id)),
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
        if (guild !== null) changed(guild, null);
        host = { ...host, checkedAt: 0 };
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

export const dataOf = (datasets: ServerData["datasets"]): ServerData => ({ datasets, variantCache: variantCache(keySeries(datasets)) });
