import { statSync } from "node:fs";
import { join } from "node:path";
import { failure, success, type Outcome } from "../outcome.ts";
import { fileStem, readProvenances, type FileProvenance } from "./local-folder.ts";
import type { FileProblem } from "./problem.ts";
import { maxFileBytes, megabytes } from "./unpack.ts";

/** What a server may keep: far above a course's needs, and little enough that many servers fit on one disk. */
const serverQuota = { series: 300, rows: 2_000_000, bytes: maxFileBytes } as const;

/** Whether a file still fits into a server's folder, however it comes; it takes the place of an older one of its name. */
export function checkQuota(folder: string, added: FileProvenance, bytes: number): Outcome<null, FileProblem> {
  const stored = readProvenances(folder);
  if (!stored.ok) return stored;
  const others = stored.value.filter((one) => one.file !== added.file && fileStem(one) !== fileStem(added));
  const files = [...others, added];
  const series = files.reduce((sum, file) => sum + file.series.length, 0);
  const rows = files.reduce((sum, file) => sum + file.series.reduce((all, one) => all + one.rows, 0), 0);
  const size = bytes + others.reduce((sum, one) => sum + bytesOf(join(folder, `${fileStem(one)}.csv`)), 0);
  const refuse = (found: string) => failure({ kind: "bad-file", file: added.file, line: null, column: null, fault: "over-quota", found } as const);
  if (series > serverQuota.series) return refuse(`${String(series)} series, and ${String(serverQuota.series)} are the most`);
  if (rows > serverQuota.rows) return refuse(`${inMillions(rows)} rows, and ${inMillions(serverQuota.rows)} are the most`);
  return size > serverQuota.bytes ? refuse(`${megabytes(size)}, and ${megabytes(serverQuota.bytes)} are the most`) : success(null);
}

const inMillions = (rows: number): string => `${String(Math.ceil(rows / 10_000) / 100)} million`;

function bytesOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
