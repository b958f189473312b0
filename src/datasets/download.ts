import type { FileProblem } from "./problem.ts";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { errorCode } from "./read-from-disk.ts";
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

  const signal = AbortSignal.timeout(timeLimitMs);
  const chunks: Uint8Array[] = [];
  let received = 0;
  let connected = false;
  try {
    const response = await fetch(url, { signal });
    connected = true;
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return refuse("not-found", `HTTP status ${response.status}`);
    }
    const contentLength = Number(response.headers.get("content-length") ?? NaN);
    const encoded = response.headers.has("content-encoding");
    const total = Number.isFinite(contentLength) && !encoded ? contentLength : null;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      // Leaving the loop closes the connection.
      if (received > maxBytes || (total ?? 0) > maxBytes) {
        return refuse("too-large", `more than ${megabytes(maxBytes)}`);
      }
      chunks.push(chunk);
      onProgress?.(received, total);
    }
  } catch (error) {
    if (signal.aborted) return refuse("too-slow", `${timeLimitMs / 1000} s`);
    return refuse(connected ? "cut-short" : "offline", reasonOf(error));
  }
  return success({ name, bytes: Buffer.concat(chunks, received) });
}

/** fetch throws "fetch failed" with the reason ("ENOTFOUND", "ECONNREFUSED") in the error's cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? errorCode(cause) : errorCode(error);
}
