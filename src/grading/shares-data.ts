import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Marking } from "../exercises/marking/mark-submission.ts";
import { taskOf, type CheckContent, type CheckTask } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import { isOfPair, sameWindow, windowOverlap } from "./reveals-key.ts";
import { readStoredQuestion } from "./stored-check.ts";

type TaskContext = Pick<GradingContext, "exercises" | "variantCache">;

/** The series that a check's keys are of: of its variants, or those that a typed key is said to be about. */
function subjectsOf(check: CheckContent, task: Extract<CheckTask, { kind: "marked" }>) {
  const question = check.question === null ? null : readStoredQuestion(check.question);
  if (question?.ok && question.value.own.key.kind === "number") {
    return (question.value.about ?? []).map(({ asset }) => ({ asset, factor: "", days: null }));
  }
  return task.solvedVariants.map(({ variant: { asset, factor }, model: { first, last } }) => ({ asset, factor, days: [first, last] as const }));
}

/** Whether practice on a variant would work out a check's key: the same pair over nearly the same days. */
export function sharesRows(check: CheckContent, { variant, model }: SolvedVariant, context: TaskContext): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const practised = { asset: variant.asset, factors: [variant.factor] };
  return subjectsOf(check, task.value).some(
    ({ asset, factor, days }) => isOfPair(practised, { asset, factor }) && (days === null || windowOverlap(model, days) >= sameWindow),
  );
}

/**
 * Whether naming a mistake in practice could confirm a check's key: mistakes are another ticker's numbers, another
 * window's, a neighbour's, so any series in common is enough.
 */
export function sharesSeries(check: CheckContent, { variant }: SolvedVariant, context: TaskContext): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const practised = [variant.asset, variant.comparison?.asset];
  return subjectsOf(check, task.value).some(({ asset }) => practised.includes(asset));
}

/** The marks without what they were taken for. */
export function withoutDiagnoses(marking: Marking): Marking {
  return {
    ...marking,
    parts: marking.parts.map((part) => (part.verdict === "mistake" ? { ...part, verdict: "unmatched", diagnoses: [] } : part)),
    jointMistakes: [],
    identities: [],
  };
}
