import { ProblemError } from "../outcome.ts";
import type { StoreProblem } from "./problem.ts";

type Reason = Extract<StoreProblem, { kind: "store-busy" }>["reason"];

/**
 * SQLSTATE codes, from https://www.postgresql.org/docs/current/errcodes-appendix.html: what a host's administrator or the
 * machine does to a server. A wrong statement (class 42) or wrong data (22, 23) is a bug of ours.
 */
const reasons: readonly (readonly [RegExp, Reason])[] = [
  // Shut down, crashed, starting, a connection that broke or was ended; a password, a role or a database changed while we ran.
  [/^(?:57P0[1-5]|08...|25P0[34]|58000|28...|3D000)$/u, "lost"],
  // No connection or other resource left.
  [/^(?:53000|53300|53400)$/u, "slow"],
  // statement_timeout.
  [/^57014$/u, "slow"],
  // lock_timeout, a deadlock, a conflict of two transactions, something that is in use or not ready.
  [/^(?:55P03|55000|55006|40...)$/u, "locked"],
  [/^(?:53100|53200|58030)$/u, "full"],
  // A standby after a failover, default_transaction_read_only, rights that were taken away.
  [/^(?:25006|42501)$/u, "read-only"],
];

/** Why PostgreSQL can't take or give anything at the moment; null where the error is a bug of ours. */
function postgresBusy(error: unknown): Reason | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  const known = reasons.find(([pattern]) => pattern.test(code))?.[1];
  if (known !== undefined) return known;
  if (/^(?:ECONN|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/u.test(code)) return "lost";
  // pg itself words these without a code.
  if (/Connection terminated|Client has encountered a connection error|not queryable|Client was closed/iu.test(error.message)) return "lost";
  return /timeout/iu.test(error.message) ? "slow" : null;
}

/** The connection can't be used again: it is gone, or a statement is still under way on it. */
export const isConnectionSpent = (error: unknown): boolean => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // What PostgreSQL itself refused or cancelled leaves the connection as it was.
  return postgresBusy(error) !== null && !/^(?:57014|55...|40...|53100|42501)$/u.test(code);
};

export function throwPostgresProblem(error: unknown): never {
  const reason = postgresBusy(error);
  if (reason === null) throw error;
  throw new ProblemError<StoreProblem>({ kind: "store-busy", reason }, "PostgreSQL does not answer", { cause: error });
}
