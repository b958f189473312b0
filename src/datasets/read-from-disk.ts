import type { FileProblem } from "./problem.ts";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { maxFileBytes, megabytes } from "./unpack.ts";
import type { NamedBytes } from "./unpack.ts";

/** Reads a whole file; one that is too large is refused by its size, unread. */
export function readFromDisk(path: string, maxBytes = maxFileBytes): Outcome<NamedBytes, FileProblem> {
  const name = basename(path);
  const refuse = (fault: FileProblem["fault"], found: string) =>
    failure({ kind: "bad-file", file: name, line: null, column: null, fault, found });
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    const code = errorCode(error);
    return code === "ENOENT" || code === "ENOTDIR" ? refuse("missing", path) : refuse("unreadable", code);
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return refuse("not-a-file", path);
    if (stat.size > maxBytes) return refuse("too-large", megabytes(stat.size));
    return success({ name, bytes: readFileSync(handle) });
  } catch (error) {
    return refuse("unreadable", errorCode(error));
  } finally {
    closeSync(handle);
  }
}

/** The system's short name of an error: "ENOENT", "EACCES". */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
