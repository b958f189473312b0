import { failure, ProblemError, success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import type { StoreProblem } from "../../store/problem.ts";

type StoreBusy = Extract<StoreProblem, { kind: "store-busy" }>;

/**
 * Work that stores what is then posted by itself: a store that is lost within it says nothing about what it has stored.
 * To be told to try again, as elsewhere, would lead to two of it; `problem` says that it may be there. Of work that is one
 * transaction it is often known that nothing was stored: `undone` says so.
 */
export async function orInDoubt<T, const P extends Problem, U extends Problem = never>(problem: P, work: () => Promise<T>, undone?: (reason: StoreBusy["reason"]) => U): Promise<Outcome<T, P | U>> {
  try {
    return success(await work());
  } catch (error) {
    const busy = error instanceof ProblemError ? (error as ProblemError<Problem>).problem : null;
    if (busy?.kind !== "store-busy") throw error;
    return failure(busy.isUndone === true && undone !== undefined ? undone(busy.reason) : problem);
  }
}
