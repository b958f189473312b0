import type { Problem } from "../render/problem.ts";
import type { FileProblem } from "../datasets/problem.ts";
import type { UploadedFile } from "../commands/uploaded-file.ts";
import { failure, success, type Outcome } from "../outcome.ts";

/** The origins of Discord's uploaded files. */
export const discordUploads: readonly string[] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

const maxBytes = 2 * 2 ** 20;
const timeLimitMs = 10_000;

/**
 * The text of an uploaded file: from one of `origins`, without redirects, at most two MiB, within ten seconds.
 *
 * Errors: `bad-file` with `not-a-file` (another address), `too-large`, `not-found`, `too-slow`, `offline`, `cut-short`.
 */
export async function readUpload({ filename, url, size }: UploadedFile, origins: readonly string[]): Promise<Outcome<string, Problem>> {
  const refuse = (fault: FileProblem["fault"], found: string) =>
    failure({ kind: "bad-file", file: filename, line: null, column: null, fault, found });
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return refuse("not-a-file", "");
  if (size > maxBytes) return refuse("too-large", `${String(size)} bytes`);
  const signal = AbortSignal.timeout(timeLimitMs);
  const chunks: Uint8Array[] = [];
  let received = 0;
  let connected = false;
  try {
    const response = await fetch(url, { signal, redirect: "error" });
    connected = true;
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return refuse("not-found", `HTTP status ${String(response.status)}`);
    }
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      received += chunk.length;
      // Leaving the loop closes the connection.
      if (received > maxBytes) return refuse("too-large", "");
      chunks.push(chunk);
    }
  } catch {
    return refuse(signal.aborted ? "too-slow" : connected ? "cut-short" : "offline", "");
  }
  return success(new TextDecoder().decode(Buffer.concat(chunks, received)));
}
