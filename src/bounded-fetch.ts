import { failure, success, type Outcome } from "./outcome.ts";

/** Why a file did not arrive: what is at fault, and what was seen of it. */
export interface FetchFault {
  readonly fault: "not-found" | "too-large" | "too-slow" | "cut-short" | "offline";
  /** The HTTP status, or the system's own code such as ECONNREFUSED; empty where the fault says it all. */
  readonly found: string;
  /** The pause that the server asks for with a refusal. */
  readonly retryAfterSeconds?: number;
}

interface FetchLimits {
  /** Of the whole exchange, connecting included. */
  readonly timeLimitMs: number;
  readonly maxBytes: number;
  /** "error" refuses a redirect; "follow" by default. */
  readonly redirect?: "follow" | "error";
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with POST; without it, GET. */
  readonly body?: string;
  /** Called with each chunk: bytes so far, and in all where the server says (null where not). */
  readonly onProgress?: ((received: number, total: number | null) => void) | undefined;
}

/** Fetches a whole file into memory, bounded in time and in size; nothing beyond the limit is read. */
export async function fetchBounded(url: string, limits: FetchLimits): Promise<Outcome<Uint8Array, FetchFault>> {
  const { timeLimitMs, maxBytes, redirect = "follow", headers = {}, body, onProgress } = limits;
  const signal = AbortSignal.timeout(timeLimitMs);
  const chunks: Uint8Array[] = [];
  let received = 0;
  let connected = false;
  try {
    const response = await fetch(url, { signal, redirect, headers, ...(body === undefined ? {} : { method: "POST", body }) });
    connected = true;
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      const retryAfterSeconds = Number(response.headers.get("retry-after") ?? NaN);
      const fault = { fault: "not-found", found: `HTTP status ${String(response.status)}` } as const;
      return failure(Number.isFinite(retryAfterSeconds) ? { ...fault, retryAfterSeconds } : fault);
    }
    const contentLength = Number(response.headers.get("content-length") ?? NaN);
    const total = Number.isFinite(contentLength) && !response.headers.has("content-encoding") ? contentLength : null;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      // Leaving the loop closes the connection.
      if (received > maxBytes || (total ?? 0) > maxBytes) return failure({ fault: "too-large", found: "" });
      chunks.push(chunk);
      onProgress?.(received, total);
    }
  } catch (error) {
    if (signal.aborted) return failure({ fault: "too-slow", found: "" });
    return failure({ fault: connected ? "cut-short" : "offline", found: reasonOf(error) });
  }
  return success(Buffer.concat(chunks, received));
}

/** fetch throws "fetch failed" with the reason ("ENOTFOUND", "ECONNREFUSED") in the error's cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return codeOf(cause instanceof Error ? cause : error);
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : String(error));
