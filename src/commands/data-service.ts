import type { Datasets } from "../datasets/datasets.ts";
import type { ReadOptions } from "../datasets/read-options.ts";
import type { VariantCache } from "../grading/variant-cache.ts";
import type { Outcome } from "../outcome.ts";
import type { ImportFacts } from "../render/import-facts.ts";
import type { Problem } from "../render/problem.ts";
import type { StoredFile, StoredPortfolio } from "../render/stored-files.ts";

/** What a server's questions are answered from. */
export interface ServerData {
  readonly datasets: Datasets;
  readonly variantCache: VariantCache;
}

/** A file that was read and checked, and waits for its "yes". */
interface ImportPreview {
  /** Names it in the button that keeps it. */
  readonly id: string;
  readonly facts: ImportFacts;
}

/** A ticker as a provider gave it: imported now, or fetched shortly before. */
export type TickerResult =
  | { readonly kind: "imported"; readonly facts: ImportFacts }
  | { readonly kind: "fresh"; readonly file: string; readonly importedAt: string }
  | { readonly kind: "failed"; readonly problem: Problem };

/** What fetching again changed of a server's data, or of the host's (guild null). */
export interface RefreshedData {
  readonly guild: string | null;
  readonly fetched: number;
  readonly changes: ImportFacts["changes"];
  readonly newFailures: readonly Problem[];
  readonly recovered: readonly string[];
}

/** The data of each server: its own files before the host's. */
export interface DataService {
  /** Null for a server without files of its own, which uses the host's. */
  of(guild: string | null): Promise<ServerData | null>;
  /** Reads and checks an upload apart from the thread that answers, and keeps it for a day for `keep`. */
  prepare(guild: string, file: { readonly name: string; readonly bytes: Uint8Array }, said: ReadOptions): Promise<Outcome<ImportPreview, Problem>>;
  keep(guild: string, id: string): Promise<Outcome<ImportFacts, Problem>>;
  /** The service that tickers come from, and its terms of use. */
  readonly provider: { readonly name: string; readonly terms: string };
  /** Whether this host can fetch: it may write its folder, and reached its provider lately or has not tried. */
  canFetch(): boolean;
  fetch(guild: string, tickers: readonly string[], accept: boolean): Promise<readonly TickerResult[]>;
  /** Fetches again what was fetched a week ago, of the host (guild null) and of each server; what came of it, folder by folder. */
  refresh(now: () => number, isStopped: () => boolean): AsyncIterable<RefreshedData>;
  remove(guild: string, name: string): Outcome<readonly (StoredFile | StoredPortfolio)[], Problem>;
  undo(guild: string): Outcome<StoredFile | StoredPortfolio, Problem>;
  /** Names a portfolio on a server; what the name stood for before, or null. */
  namePortfolio(guild: string, portfolio: Omit<StoredPortfolio, "definedAt">): Outcome<StoredPortfolio | null, Problem>;
  /** The server's own files, newest first. */
  files(guild: string): Outcome<readonly StoredFile[], Problem>;
}
