import { toleranceWords } from "../../render/exercise-words.ts";
import { escaped } from "../../render/plain.ts";
import type { ShownCheck } from "../../render/replies/check.ts";
import type { Check } from "../../store/records.ts";
import type { CheckTask } from "./check-task.ts";
import type { Draft } from "./check-draft.ts";

type CheckFields = Pick<Check, "id" | "title" | "attempts" | "points" | "closesAt" | "closedAt" | "voidedAt" | "variants">;

/** A check as the class sees it: with variants, the question is each student's own. */
export function shownCheck(check: CheckFields, task: CheckTask): ShownCheck {
  const { id, title, attempts, points, closesAt, closedAt, voidedAt } = check;
  const common = { id, title, attempts, points, closesAt, closedAt, voided: voidedAt !== null };
  if (task.kind === "open") return { ...common, question: escaped(task.open.question), labels: [], tolerance: "" };
  const [first] = task.solvedVariants;
  const words = first === undefined ? null : task.words(first);
  return {
    ...common,
    question: check.variants ? null : (words?.question ?? null),
    labels: task.marked.quantities.map((quantity) => words?.labels[quantity.id] ?? quantity.id),
    tolerance: toleranceWords(task.marked.quantities),
  };
}

export const shownDraft = (draft: Draft, task: CheckTask): ShownCheck =>
  shownCheck({ ...draft, id: "preview", closedAt: null, voidedAt: null }, task);
