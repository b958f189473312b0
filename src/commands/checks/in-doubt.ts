import { failure, ProblemError, success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";

/**
 * Work that stores what is then posted by itself: a store that is lost within it says nothing about what it has stored.
 * To be told to try again, as elsewhere, would lead to two of it; `problem` says that it may be there.
 */
export async function orInDoubt<T, const P extends Problem>(problem: P, work: () => Promise<T>): Promise<Outcome<T, P>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof ProblemError && (error as ProblemError<Problem>).problem.kind === "store-busy") return failure(problem);
    throw error;
  }
}
