import { toleranceWords } from "../../render/exercise-words.ts";
import { escaped } from "../../render/plain.ts";
import type { ShownCheck, ShownVote } from "../../render/replies/check.ts";
import type { Check } from "../../store/check-records.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import { letterOf } from "../../grading/choice-question.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { voteStage } from "../../check-stage.ts";
import { labelsOf, wordsOf } from "./assignment-words.ts";
import type { Draft } from "./check-draft.ts";

type CheckFields = Pick<Check, "id" | "title" | "attempts" | "points" | "closesAt" | "closedAt" | "voidedAt" | "variants" | "feedback" | "hints" | "credit" | "question" | "vote" | "discussAt" | "secondAt">;

/** A check as the class sees it: with variants, the question is each student's own. */
export function shownCheck(check: CheckFields, task: CheckTask, answered = 0): ShownCheck {
  const { id, title, attempts, points, closesAt, closedAt, voidedAt, feedback, hints, credit } = check;
  const common = { id, title, attempts, points, closesAt, closedAt, voided: voidedAt !== null, feedback, hints: hints && check.question === null, credit, vote: shownVote(check, task), answered };
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
  ({ ...shownCheck({ ...draft, id: "preview", closedAt: null, voidedAt: null, discussAt: null, secondAt: null }, task), opensAt: draft.opensAt });

function shownVote(check: CheckFields, task: CheckTask): ShownVote | null {
  if (check.vote === null) return null;
  const choices = choicesOf(task);
  return { ...check.vote, stage: voteStage(check), choices: choices?.map(({ text }, index) => ({ letter: letterOf(index), text })) ?? null };
}
