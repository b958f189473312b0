import { boundedCache } from "../bounded-cache.ts";
import type { Clock } from "../clock.ts";
import { ProblemError } from "../outcome.ts";

const quietMs = 60_000;
/** Failures that are remembered: a message may hold what is another each time. */
const mostKept = 500;

/**
 * Logs what fails again and again at most once a minute, with how often it came in between: a store that is lost fails
 * every job every five seconds. What is known to pass is named, without a stack.
 */
export function repeatedFailures(write: (facts: object, message: string) => void, clock: Clock): (failed: string, error?: unknown) => void {
  const seen = boundedCache<{ readonly at: number; unsaid: number }>(mostKept, () => 1);
  return (failed, error) => {
    const facts = factsOf(error);
    const key = `${failed} ${facts.key}`;
    const last = seen.get(key);
    if (last !== undefined && clock.now() - last.at < quietMs) {
      last.unsaid += 1;
      return;
    }
    seen.set(key, { at: clock.now(), unsaid: 0 });
    write({ ...facts.logged, ...(last === undefined || last.unsaid === 0 ? {} : { unsaid: last.unsaid }) }, failed);
  };
}

function factsOf(error: unknown): { readonly key: string; readonly logged: object } {
  if (error instanceof ProblemError) {
    const { kind, reason } = error.problem as { readonly kind: string; readonly reason?: string };
    return { key: `${kind} ${reason ?? ""}`, logged: { problem: kind, ...(reason === undefined ? {} : { reason }) } };
  }
  if (error === undefined) return { key: "", logged: {} };
  return { key: error instanceof Error ? `${error.name} ${error.message}` : "", logged: { err: error } };
}
