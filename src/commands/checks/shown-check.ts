import { toleranceWords } from "../../render/exercise-words.ts";
import { escaped } from "../../render/plain.ts";
import type { ShownCheck } from "../../render/replies/check.ts";
import type { Check } from "../../store/records.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import { labelsOf, wordsOf } from "./assignment-words.ts";
import type { Draft } from "./check-draft.ts";

type CheckFields = Pick<Check, "id" | "title" | "attempts" | "points" | "closesAt" | "closedAt" | "voidedAt" | "variants" | "feedback" | "hints" | "credit" | "question">;

/** A check as the class sees it: with variants, the question is each student's own. */
export function shownCheck(check: CheckFields, task: CheckTask): ShownCheck {
  const { id, title, attempts, points, closesAt, closedAt, voidedAt, feedback, hints, credit } = check;
  const common = { id, title, attempts, points, closesAt, closedAt, voided: voidedAt !== null, feedback, hints: hints && check.question === null, credit };
  if (task.kind === "open") return { ...common, question: escaped(task.open.question), labels: [], tolerance: "" };
  const [first] = task.solvedVariants;
  const labels = labelsOf(task.wording);
  return {
    ...common,
    question: check.variants || first === undefined ? null : wordsOf({ wording: task.wording, solvedVariant: first }).question,
    labels: task.marked.quantities.map((quantity) => labels[quantity.id] ?? quantity.id),
    tolerance: toleranceWords(task.marked.quantities),
  };
}

export const shownDraft = (draft: Draft, task: CheckTask): ShownCheck =>
  shownCheck({ ...draft, id: "preview", closedAt: null, voidedAt: null }, task);
