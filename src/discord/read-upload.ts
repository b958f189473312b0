import { fetchBounded } from "../bounded-fetch.ts";
import type { FileProblem } from "../datasets/problem.ts";
import { uploadedText, type UploadedFile } from "../commands/uploaded-file.ts";
import { failure, type Outcome } from "../outcome.ts";

/** The origins of Discord's uploaded files. */
export const discordUploads: readonly string[] = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

const maxTextBytes = 2 * 2 ** 20;
/** As much as Discord takes of an attachment without a boost. */
const maxDataBytes = 25 * 2 ** 20;
const timeLimitMs = 10_000;

/**
 * The text of an uploaded file: from one of `origins`, without redirects, at most two MiB, within ten seconds.
 *
 * Errors: `bad-file` with `not-text`, `not-a-file` (another address), `too-large`, `not-found`, `too-slow`, `offline`, `cut-short`.
 */
export async function readUpload(file: UploadedFile, origins: readonly string[]): Promise<Outcome<string, FileProblem>> {
  const bytes = await readUploadBytes(file, origins, maxTextBytes);
  return bytes.ok ? uploadedText(file, bytes.value) : bytes;
}

/** The same for a data file, of at most 25 MiB unless given. */
export async function readUploadBytes({ filename, url, size }: UploadedFile, origins: readonly string[], maxBytes = maxDataBytes): Promise<Outcome<Uint8Array, FileProblem>> {
  const refuse = (fault: FileProblem["fault"], found: string) =>
    failure({ kind: "bad-file", file: filename, line: null, column: null, fault, found });
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) return refuse("not-a-file", "");
  if (size > maxBytes) return refuse("too-large", `${String(size)} bytes`);
  const fetched = await fetchBounded(url, { timeLimitMs, maxBytes, redirect: "error" });
  if (fetched.ok) return fetched;
  const { fault, found } = fetched.problem;
  return refuse(fault, fault === "not-found" ? found : "");
}
