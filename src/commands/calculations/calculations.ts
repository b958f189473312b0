import type { EngineProblem } from "../../engine/problem.ts";
import { sharpeDifference, type SharpeDifference, type SharpeDifferenceRequest } from "../../engine/sharpe-difference.ts";
import type { ReturnColumn } from "../../engine/influence-estimate.ts";
import type { Outcome } from "../../outcome.ts";

/** Two columns of excess returns on the same rows. */
export interface SharpeTask {
  readonly first: ReturnColumn;
  readonly second: Float64Array;
  readonly request: SharpeDifferenceRequest;
}

/** What takes too long for the thread that everybody shares. */
export interface Calculations {
  sharpeDifference(task: SharpeTask): Promise<Outcome<SharpeDifference, EngineProblem>>;
}

/** In the calling thread: for the terminal, where nobody else waits. */
export const calculationsHere: Calculations = {
  sharpeDifference: ({ first, second, request }) => Promise.resolve(sharpeDifference(first, second, request)),
};
