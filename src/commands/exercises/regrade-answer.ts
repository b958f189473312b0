import type { Problem } from "../../render/problem.ts";
import { readForm, type ReadAnswer } from "../../exercises/answer/read-answer.ts";
import { markSubmission } from "../../exercises/marking/mark-submission.ts";
import { recordOf } from "../../exercises/marking/part-record.ts";
import type { Quantity } from "../../exercises/quantities/quantity.ts";
import { success, type Outcome } from "../../outcome.ts";
import type { Answer, AnswerPart } from "../../store/records.ts";
import type { RegradedAnswer } from "../../store/regrade.ts";
import type { AppContext } from "../app-context.ts";
import { solvedVariantOf, type CheckTask } from "./check-task.ts";

/** An answer marked again, on the variant it was given on. */
export function regradeAnswer(answer: Answer, task: Extract<CheckTask, { kind: "marked" }>, context: AppContext): Outcome<RegradedAnswer, Problem> {
  const solvedVariant = solvedVariantOf(answer.variant, task, context);
  if (!solvedVariant.ok) return solvedVariant;
  const answers = Object.fromEntries(
    task.marked.quantities.flatMap((quantity): (readonly [string, ReadAnswer])[] => {
      const part = answer.parts.find((candidate) => candidate.quantity === quantity.id);
      const read = part === undefined ? null : rereadPart(quantity, part);
      return read === null ? [] : [[quantity.id, read] as const];
    }),
  );
  const marking = markSubmission(task.marked, solvedVariant.value, answers);
  const parts = marking.parts.map(recordOf).map((part) => ({
    ...part,
    // Whoever had their record deleted has no words of their own any more.
    text: answer.parts.find(({ quantity }) => quantity === part.quantity)?.text ?? "",
  }));
  return success({ answer: answer.id, verdict: marking.verdict, score: marking.score, parts });
}

/** From what was typed; where that was deleted, from the value that was kept. */
function rereadPart(quantity: Quantity, { text, value }: AnswerPart): ReadAnswer | null {
  if (text !== "") return readForm([quantity], { [quantity.id]: text }).answers[quantity.id] ?? null;
  if (value === null) return null;
  if (quantity.kind === "number") {
    return { kind: "number", text, value, halfUnit: 0, digits: Infinity, scale: null, separators: null };
  }
  const choice = quantity.choices[value];
  return choice === undefined ? null : { kind: "choice", text, choice: choice.id };
}
