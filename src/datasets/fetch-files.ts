import type { FileProblem } from "./problem.ts";
import type { Outcome } from "../outcome.ts";
import { download } from "./download.ts";
import type { DownloadOptions } from "./download.ts";
import { importBytes } from "./import-file.ts";
import type { ImportResult, ImportOptions } from "./import-file.ts";

interface FetchOptions extends Pick<ImportOptions, "localFolder" | "now">, Omit<DownloadOptions, "onProgress"> {
  readonly onProgress?: (url: string, received: number, total: number | null) => void;
}

/**
 * Downloads and imports one file after the other, and yields the result of each. After one failure to reach
 * a host, its other files are not requested.
 */
export async function* fetchFiles(urls: readonly string[], options: FetchOptions): AsyncGenerator<Outcome<ImportResult, FileProblem>> {
  const { onProgress, ...rest } = options;
  const unreachable = new Set<string>();
  for (const url of urls) {
    const { host } = new URL(url);
    if (unreachable.has(host)) continue;
    const downloaded = await download(url, {
      ...rest,
      onProgress: (received, total) => onProgress?.(url, received, total),
    });
    if (!downloaded.ok && downloaded.problem.fault === "offline") {
      unreachable.add(host);
    }
    yield downloaded.ok ? importBytes(downloaded.value, { ...rest, url }) : downloaded;
  }
}
