import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { makeFolder, ownedLikeFolder } from "../owned-like-folder.ts";

/**
 * The logins of the last hour that did not end with a graceful stop, in a file, so that a program which its host starts
 * again and again does not use up the thousand logins a day that Discord allows before it resets the token.
 */
export interface LoginRecord {
  /** Milliseconds to wait before the next login. */
  readonly waitMs: number;
  /** How many of the last hour's logins ended in a crash. */
  readonly crashes: number;
  begun(): void;
  /** The program was told to stop before its login was over: no crash, and earlier ones count as before. */
  stopped(): void;
  /** The program stops as it should, or has run long enough. */
  ended(): void;
}

const hour = 3_600_000;
/** Before the third login in an hour that follows a crash, the fourth, and so on: at most six an hour in all. */
const waits = [0, 0, 60_000, 300_000, 900_000, 1_800_000] as const;

export function openLoginRecord(file: string, now: () => number = Date.now): LoginRecord {
  const crashed = recentLogins(file, now());
  const last = crashed.at(-1) ?? 0;
  const wait = waits[Math.min(crashed.length, waits.length - 1)] ?? 0;
  const write = (times: readonly number[]): void => {
    try {
      makeFolder(dirname(file));
      writeFileSync(file, JSON.stringify(times), { mode: 0o600 });
      ownedLikeFolder(file);
    } catch {
      // A folder that can't be written to is the store's to report; the record is a precaution.
    }
  };
  return {
    waitMs: Math.max(0, Math.min(wait, last + wait - now())),
    crashes: crashed.length,
    begun: () => write([...crashed, now()]),
    stopped: () => write(crashed),
    ended: () => write([]),
  };
}

/** Times after `now` are of a clock that was set back: they don't count. */
function recentLogins(file: string, now: number): readonly number[] {
  try {
    const times: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
    return Array.isArray(times) ? times.filter((time): time is number => typeof time === "number" && time > now - hour && time <= now).sort((a, b) => a - b) : [];
  } catch {
    return [];
  }
}
