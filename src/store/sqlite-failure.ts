import { failure, type Failure } from "../outcome.ts";
import type { StoreProblem } from "./problem.ts";

/** The SQLite error code of a libsql error: a property, or a part of the message where opening failed. */
export function sqliteFailure(where: string, error: unknown): Failure<StoreProblem> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (/NOTADB|CORRUPT/.test(code)) {
    const fault = code.includes("NOTADB") ? "not-a-database" : "damaged";
    return failure({ kind: "store-damaged", where, fault, detail });
  }
  const reason = /READONLY|EROFS/.test(code)
    ? "read-only"
    : /ENOSPC|SQLITE_FULL/.test(code)
      ? "full"
      : /CANTOPEN|EACCES|EPERM|ENOTDIR|ENOENT|EEXIST|EISDIR/.test(code) || /ConnectionFailed/.test(detail)
        ? "cannot-open"
        : /BUSY|LOCKED/.test(code)
          ? "busy"
          : "other";
  return failure({ kind: "store-unreachable", where, reason, detail });
}
