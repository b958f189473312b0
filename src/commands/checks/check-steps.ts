import type { NextStep } from "../../render/reply.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import type { Check } from "../../store/records.ts";

/** The buttons of a check in its channel: the same for everybody who presses them. Only an exercise has hints. */
export function checkSteps({ id, variants, question, hints }: Pick<Check, "id" | "variants" | "question" | "hints">, kind: CheckTask["kind"]): readonly NextStep[] {
  const answer: NextStep = { label: "Answer", command: "check answer", options: { check: id }, style: "primary" };
  if (variants) return [{ label: "My question", command: "check question", options: { check: id }, style: "primary" }, answer];
  return [answer, ...(question === null && hints && kind === "marked" ? [{ label: "Hint", command: "check hint", options: { check: id, level: "1" } }] : [])];
}

/** The buttons below what one student sees of it. */
export function studentCheckSteps(check: string, hints: number, hintLevels: number): readonly NextStep[] {
  return [
    { label: "Answer", command: "check answer", options: { check }, style: "primary" },
    ...(hints < hintLevels ? [{ label: "Hint", command: "check hint", options: { check, level: String(hints + 1) } }] : []),
  ];
}
