import type { Exercise } from "../../exercises/exercise.ts";
import type { Variant } from "../../exercises/variants/variant.ts";
import type { NextStep } from "../../render/reply.ts";

/** The buttons below an exercise that is being practised. A hint's button carries its level: pressed twice, it opens one. */
export function practiceSteps(exercise: string, { id: variant, ...pair }: Variant, hints: number): readonly NextStep[] {
  const same = { exercise, variant };
  return [
    { label: hints === 0 ? "Answer" : "Answer again", command: "practice answer", options: same, style: "primary" },
    { label: "Hint", command: "practice hint", options: { ...same, level: String(Math.min(3, hints + 1)) } },
    { label: "Show a worked example", command: "practice example", options: same },
    dataStep(pair),
    { label: "Give up", command: "practice giveup", options: same, style: "danger" },
  ];
}

/** The rows of an exercise, with the risk-free rate. */
export const dataStep = ({ asset, factor, window: { from, to } }: Pick<Variant, "asset" | "factor" | "window">): NextStep => ({
  label: "Get the data",
  command: "data get",
  options: { series: `${asset}, ${factor}, RF`, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
});

/** Below a finished one: what comes next for its person, or their record where nothing is due. */
export const finishedSteps = (next: Exercise | null): readonly NextStep[] => [
  ...(next === null ? [] : [{ label: `Next: ${next.text.title}`, command: "practice", options: { exercise: next.id }, style: "primary" } as const]),
  { label: "My progress", command: "progress", options: {} },
];
