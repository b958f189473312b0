import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";
import { failure, type Failure } from "../outcome.ts";
import type { StoreProblem } from "./problem.ts";
import { isOnReadOnlyDisk } from "./sqlite-copy.ts";

/** The SQLite error code of a libsql error: a property, or a part of the message where opening failed. */
export function sqliteFailure(where: string, error: unknown): Failure<StoreProblem> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (/NOTADB|CORRUPT/.test(code)) {
    const fault = code.includes("NOTADB") ? "not-a-database" : "damaged";
    return failure({ kind: "store-damaged", where, fault, detail });
  }
  const owner = /READONLY|CANTOPEN|EACCES|EPERM/.test(code) || /ConnectionFailed/.test(detail) ? otherOwner(where) : null;
  if (owner !== null) return failure({ kind: "store-unreachable", where, reason: "other-owner", detail: owner });
  const reason = /READONLY|EROFS/.test(code) || (isUnopened(code, detail) && isOnReadOnlyDisk(where))
    ? "read-only"
    : /ENOSPC|SQLITE_FULL/.test(code)
      ? "full"
      : /CANTOPEN|EACCES|EPERM|ENOTDIR|ENOENT|EEXIST|EISDIR/.test(code) || /ConnectionFailed/.test(detail)
        ? "cannot-open"
        : /BUSY|LOCKED/.test(code)
          ? "busy"
          : /SQLITE_IOERR|^EIO$/.test(code)
            ? "io-error"
            : "other";
  return failure({ kind: "store-unreachable", where, reason, detail });
}

const isUnopened = (code: string, detail: string): boolean => code.includes("CANTOPEN") || detail.includes("ConnectionFailed");

/** Whose a file is where it is another user's and can't be written by this one: made by root, say, before the bot ran. */
function otherOwner(where: string): string | null {
  for (const file of [where, `${where}.lock`, `${where}-wal`, path.dirname(where)]) {
    const owner = ownerOf(file);
    if (owner === null || owner === process.getuid?.()) continue;
    try {
      accessSync(file, constants.R_OK | constants.W_OK);
    } catch {
      return `${file} is ${owner === 0 ? "root's" : `user ${String(owner)}'s`}, and this is user ${String(process.getuid?.())}`;
    }
  }
  return null;
}

/** Null where there is none, or where its folder can't even be searched. */
function ownerOf(file: string): number | null {
  try {
    return statSync(file).uid;
  } catch {
    return null;
  }
}
