import type { EngineProblem } from "../../engine/problem.ts";
import { sharpeDifference, type SharpeDifference } from "../../engine/sharpe-difference.ts";
import { yieldToMainThread } from "../../runtime-tuning.ts";
import type { SharpeTask } from "./calculations.ts";

yieldToMainThread();

/** An outcome without its methods, which a message between threads does not carry. */
export type SentOutcome = { readonly value: SharpeDifference } | { readonly problem: EngineProblem };

/** What a thread of the calculation pool does; its file is bundled by itself. */
export default function calculate({ first, second, request }: SharpeTask): SentOutcome {
  const outcome = sharpeDifference(first, second, request);
  return outcome.ok ? { value: outcome.value } : { problem: outcome.problem };
}
