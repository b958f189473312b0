/** Why the store cannot be opened, saved or restored. `where` is a file, or host:port/database: never a password. */
export type StoreProblem =
  | {
      readonly kind: "store-unreachable";
      readonly where: string;
      readonly reason:
        | "cannot-open"
        | "read-only"
        /** PostgreSQL: the role has not the rights. */
        | "no-rights"
        /** PostgreSQL: a standby, or a setting of server, database or role. */
        | "takes-no-changes"
        /** It belongs to another user, who is in detail. */
        | "other-owner"
        | "busy"
        | "bad-address"
        | "refused"
        | "no-such-host"
        | "not-authorised"
        | "no-such-database"
        | "full"
        /** SQLite's word for a disk that does not read or write, a full one included. */
        | "io-error"
        | "timed-out"
        | "other";
      /** The message of the database or the system. */
      readonly detail: string;
    }
  | {
      /**
       * It was open, and does not take or give anything now. lost: the connection broke; slow: no answer within the time
       * limit; locked: somebody else holds what is needed; full: no space left on its disk; read-only: it gives, and takes
       * no changes; gone: SQLite's file was moved, deleted or replaced under the running program.
       */
      readonly kind: "store-busy";
      readonly reason: "lost" | "slow" | "locked" | "full" | "read-only" | "gone";
      /** It is known that the transaction it ended has stored nothing; left out where that is not known, and of work without one. */
      readonly isUndone?: true;
    }
  | {
      readonly kind: "store-damaged";
      readonly where: string;
      /** not-ours: a valid database of another program. */
      readonly fault: "not-a-database" | "damaged" | "not-ours" | "emptied";
      readonly detail: string;
    }
  | {
      /** The database of a newer version: the first migration unknown here, and the last one known. */
      readonly kind: "store-newer";
      readonly where: string;
      readonly found: string;
      readonly known: string;
    }
  | { readonly kind: "store-not-empty"; readonly where: string; readonly table: string }
  | { readonly kind: "backup-exists"; readonly where: string }
  /** There is no store, so there is nothing to save or to read. */
  | { readonly kind: "store-missing"; readonly where: string }
  /** Another program has the SQLite file open as its own. */
  | { readonly kind: "store-in-use"; readonly where: string }
  | {
      readonly kind: "bad-dump";
      /** 1 is the dump's first line. */
      readonly line: number;
      readonly fault: "not-a-dump" | "not-a-row" | "does-not-fit" | "cut-short" | "tampered" | "empty" | "orphaned";
      readonly detail: string;
    };

/** Whether a start would meet the same problem until somebody has put it right: no wait and no restart helps. */
export function isLastingStoreProblem(problem: { readonly kind: string; readonly reason?: unknown }): boolean {
  if (problem.kind !== "store-unreachable") return problem.kind === "store-damaged" || problem.kind === "store-newer";
  return ["no-rights", "other-owner", "bad-address", "not-authorised", "no-such-database"].includes(String(problem.reason));
}

/** Why an answer is not accepted. Times are epoch milliseconds. */
export type AnswerProblem =
  | { readonly kind: "unknown-check"; readonly asked: string }
  | { readonly kind: "check-not-open"; readonly check: string; readonly opensAt: number }
  /** Its opening can't be moved any more. */
  | { readonly kind: "check-has-begun"; readonly check: string }
  | { readonly kind: "check-closed"; readonly check: string; readonly closedAt: number; readonly voided: boolean }
  | {
      readonly kind: "cannot-undo";
      readonly check: string;
      /** time-over: a check whose own closing time has passed would close again at once. course-closed: it would open. has-begun: its opening, which was moved. */
      readonly reason: "nothing" | "not-the-newest" | "too-old" | "time-over" | "course-closed" | "has-begun";
    }
  | { readonly kind: "no-attempts-left"; readonly attempts: number }
  /** A vote for a round that is over, or has not begun; `stage` is where the check is. */
  | { readonly kind: "vote-over"; readonly check: string; readonly round: number; readonly stage: "first" | "discussion" | "second" }
  /** A round that can't begin or end: another came before, or the check is no vote in two rounds. */
  | { readonly kind: "no-such-round"; readonly check: string; readonly stage: "no-vote" | "first" | "discussion" | "second" | "closed" }
  | {
      /** The attempts refill over time; in practice a correct answer never waits for one. */
      readonly kind: "too-soon";
      readonly nextAt: number;
    };
