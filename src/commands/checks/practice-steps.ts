import type { NextStep } from "../../render/reply.ts";

/** The buttons below an exercise that is being practised. A hint's button carries its level: pressed twice, it opens one. */
export function practiceSteps(exercise: string, variant: string, hints: number): readonly NextStep[] {
  const same = { exercise, variant };
  return [
    { label: hints === 0 ? "Answer" : "Answer again", command: "practice answer", options: same, style: "primary" },
    { label: "Hint", command: "practice hint", options: { ...same, level: String(Math.min(3, hints + 1)) } },
    { label: "Show a worked example", command: "practice example", options: same },
    { label: "Give up", command: "practice giveup", options: same, style: "danger" },
  ];
}

/** Below a finished one. */
export const finishedSteps = (exercise: string): readonly NextStep[] => [
  { label: "Another variant", command: "practice", options: { exercise }, style: "primary" },
  { label: "What is next?", command: "progress", options: {} },
];
