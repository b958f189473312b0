import { parentPort, workerData } from "node:worker_threads";
import type { ImportOptions } from "../datasets/import-file.ts";
import { prepareForFolder } from "../datasets/server-folders.ts";
import type { NamedBytes } from "../datasets/unpack.ts";
import type { Answer } from "./data-service.ts";

/** Reads one uploaded file apart from the thread that answers. */

const { file, options } = workerData as { readonly file: NamedBytes; readonly options: ImportOptions };
const prepared = prepareForFolder(file, options);
const answer: Answer = prepared.ok ? { ok: true, value: prepared.value } : { ok: false, problem: prepared.problem };
parentPort?.postMessage(answer);
