import type { NextStep } from "../../render/reply.ts";
import type { AppContext } from "../app-context.ts";
import { offeredSteps } from "../offered-steps.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import { dataStep } from "./practice-steps.ts";
import type { Check } from "../../store/records.ts";

/** The buttons of a check in its channel: the same for everybody who presses them. Only an exercise has hints and rows of its own. */
export function checkSteps({ id, variants, question, hints }: Pick<Check, "id" | "variants" | "question" | "hints">, task: CheckTask, context: Pick<AppContext, "datasets" | "sharesImportedData">): readonly NextStep[] {
  const answer: NextStep = { label: "Answer", command: "check answer", options: { check: id }, style: "primary" };
  if (variants) return [{ label: "My question", command: "check question", options: { check: id }, style: "primary" }, answer];
  if (question !== null || task.kind !== "marked") return [answer];
  const hint = { label: "Hint", command: "check hint", options: { check: id, level: "1" } };
  return [answer, ...(hints ? [hint] : []), ...offeredSteps(task.solvedVariants.slice(0, 1).map(({ variant }) => dataStep(variant)), context)];
}

/** The buttons below what one student sees of it. */
export function studentCheckSteps(check: string, hints: number, hintLevels: number): readonly NextStep[] {
  return [
    { label: "Answer", command: "check answer", options: { check }, style: "primary" },
    ...(hints < hintLevels ? [{ label: "Hint", command: "check hint", options: { check, level: String(hints + 1) } }] : []),
  ];
}
