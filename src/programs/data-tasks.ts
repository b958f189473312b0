import { Worker } from "node:worker_threads";
import type { ImportOptions, ImportResult } from "../datasets/import-file.ts";
import { readImportedFiles, type ImportedFiles, type ImportFolders } from "../datasets/load-datasets.ts";
import type { FileProblem } from "../datasets/problem.ts";
import { keepPrepared, prepareForFolder, type KeepFolders } from "../datasets/server-folders.ts";
import type { NamedBytes } from "../datasets/unpack.ts";
import { failure, success, type Outcome } from "../outcome.ts";

/** Work on data files that takes longer than an answer may hold the others up. */
export interface DataTasks {
  /** Reads and checks a file, and keeps it for `keep`. */
  prepare(file: NamedBytes, options: ImportOptions): Promise<Outcome<PreparedFile, FileProblem>>;
  keep(folders: KeepFolders, id: string): Promise<Outcome<ImportResult, FileProblem>>;
  read(folders: ImportFolders): Promise<Outcome<ImportedFiles, FileProblem>>;
}

interface PreparedFile {
  readonly id: string;
  readonly result: ImportResult;
}

/** As it passes to the worker. */
export type DataTask =
  | { readonly name: "prepare"; readonly file: NamedBytes; readonly options: ImportOptions }
  | { readonly name: "keep"; readonly folders: KeepFolders; readonly id: string }
  | { readonly name: "read"; readonly folders: ImportFolders };

/** An outcome as it passes back, without its methods. */
export type DataAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: FileProblem };

const taskMs = 60_000;

/** In this thread: for the terminal and for tests. */
export const dataTasksHere: DataTasks = {
  prepare: (file, options) => Promise.resolve(prepareForFolder(file, options)),
  keep: (folders, id) => Promise.resolve(keepPrepared(folders, id)),
  read: (folders) => Promise.resolve(readImportedFiles(folders)),
};

/** Each in a thread of its own, ended after a minute: a large or hostile file never holds up an answer. */
export function dataTasksInWorker(worker: URL): DataTasks {
  const run = <T>(task: DataTask, file: string): Promise<Outcome<T, FileProblem>> =>
    new Promise((resolve) => {
      const thread = new Worker(worker, { workerData: task });
      const refuse = (fault: FileProblem["fault"], found: string) => resolve(failure({ kind: "bad-file", file, line: null, column: null, fault, found } as const));
      const timer = setTimeout(() => {
        refuse("too-slow", `${String(taskMs / 1000)} s`);
        void thread.terminate();
      }, taskMs);
      thread.once("message", (answer: DataAnswer<T>) => resolve(answer.ok ? success(answer.value) : failure(answer.problem)));
      thread.once("error", (error) => refuse("unreadable", error.message));
      thread.once("exit", () => {
        clearTimeout(timer);
        refuse("unreadable", "the reader ended");
      });
    });
  return {
    prepare: (file, options) => run({ name: "prepare", file, options }, file.name),
    keep: (folders, id) => run({ name: "keep", folders, id }, id),
    read: (folders) => run({ name: "read", folders }, folders.serverFolder ?? folders.localFolder ?? ""),
  };
}
