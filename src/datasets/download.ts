import type { FileProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { fetchBounded } from "../bounded-fetch.ts";
import { maxFileBytes, megabytes } from "./unpack.ts";
import type { NamedBytes } from "./unpack.ts";

export interface DownloadOptions {
  /** Time limit for the whole file, connecting included; by default a minute. */
  readonly timeLimitMs?: number;
  readonly maxBytes?: number;
  /** Called with each chunk: bytes so far, and the total where the server states it (else null). */
  readonly onProgress?: (received: number, total: number | null) => void;
}

/** Downloads a whole file into memory, bounded in time and in size. */
export async function download(url: string, options: DownloadOptions = {}): Promise<Outcome<NamedBytes, FileProblem>> {
  const { timeLimitMs = 60_000, maxBytes = maxFileBytes, onProgress } = options;
  const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
  const refuse = (fault: FileProblem["fault"], found: string) =>
    failure({ kind: "bad-file", file: name, line: null, column: null, fault, found });
  const fetched = await fetchBounded(url, { timeLimitMs, maxBytes, onProgress });
  if (fetched.ok) return success({ name, bytes: fetched.value });
  const { fault, found } = fetched.problem;
  if (fault === "too-large") return refuse(fault, `more than ${megabytes(maxBytes)}`);
  return refuse(fault, fault === "too-slow" ? `${String(timeLimitMs / 1000)} s` : found);
}
