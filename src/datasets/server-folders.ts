import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { attempt, failure, type Outcome } from "../outcome.ts";
import { prepareImport, type ImportOptions, type ImportResult } from "./import-file.ts";
import { fileStem, readProvenances, readStoredBytes } from "./local-folder.ts";
import type { FileProblem } from "./problem.ts";
import { checkQuota } from "./server-quota.ts";
import { removeStored, storeFile } from "./store-file.ts";
import type { NamedBytes } from "./unpack.ts";
import { msPerDay } from "../calendar.ts";

/**
 * Folders of one host: its own imports, for all servers, and one for each server's, with a folder of previews in it
 * that wait for a "yes".
 */
export const serverFolder = (localFolder: string, guild: string): string => join(localFolder, "servers", guild.replaceAll(/[^\w-]/gu, ""));
/** The servers with a folder of their own. */
export const serversWithData = (localFolder: string): readonly string[] => namesIn(join(localFolder, "servers"));
const pendingFolder = (folder: string): string => join(folder, "pending");

const pendingMs = msPerDay;

/** Reads and checks a file for a folder and keeps it for a day; the id names it. */
export function prepareForFolder(file: NamedBytes, options: ImportOptions): Outcome<{ readonly id: string; readonly result: ImportResult }, FileProblem> {
  return attempt(function* () {
    const { bytes, result } = yield* prepareImport(file, options);
    yield* checkQuota(options.localFolder, result, bytes.length);
    const folder = pendingFolder(options.localFolder);
    removeOld(folder, (options.now ?? new Date()).getTime());
    const { sha256, layout, vintage, content, options: said, importedAt, source, series } = result;
    yield* storeFile(folder, bytes, { file: result.file, sha256, layout, vintage, content, options: said, importedAt, source, series });
    return { id: fileStem(result), result };
  });
}

/** Where a file is kept, and whose series count beside it. */
export type KeepFolders = Pick<ImportOptions, "localFolder" | "hostFolder">;

/** Takes a prepared file in. What it changes is worked out again: others may have been imported meanwhile. */
export function keepPrepared(folders: KeepFolders, id: string): Outcome<ImportResult, FileProblem> {
  return attempt(function* () {
    const { localFolder } = folders;
    const folder = pendingFolder(localFolder);
    const prepared = (yield* readProvenances(folder)).find((one) => fileStem(one) === id);
    if (prepared === undefined) return yield* failure({ kind: "bad-file", file: id, line: null, column: null, fault: "not-prepared", found: "" } as const);
    const { file: name, options = {}, importedAt, source } = prepared;
    const bytes = yield* readStoredBytes(folder, prepared);
    const { result } = yield* prepareImport({ name, bytes }, { ...options, accept: true, ...folders, now: new Date(importedAt), source });
    yield* checkQuota(localFolder, result, bytes.length);
    const stored = yield* storeFile(localFolder, bytes, prepared);
    removeStored(folder, prepared);
    return { ...result, replaced: stored.replaced };
  });
}

function removeOld(folder: string, now: number): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (now - statSync(path).mtimeMs > pendingMs) rmSync(path, { force: true });
  }
}

/** Changes with every import, removal and undo of a folder, by whichever process: files are named by their content. */
export const folderVersion = (folder: string): string => namesIn(folder).filter((name) => name.endsWith(".json")).sort().join();

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

