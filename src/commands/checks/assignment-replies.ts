import { fillExercise } from "../../exercises/fill-exercise.ts";
import { placeholdersIn } from "../../figures/template.ts";
import { templateText } from "../../render/figure-text.ts";
import { markingReply, unreadableReply, type MarkingWords } from "../../render/replies/marking.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { Assignment } from "../../grading/assignment.ts";
import { findNamedMistake } from "../../grading/named-mistakes.ts";
import type { Submission } from "../../grading/mark-answers.ts";
import type { AppContext } from "../app-context.ts";
import { labelOf, wordsOf } from "./assignment-words.ts";

/** The words for what was recognised, with the variant's names in them. */
function markingWords(assignment: Assignment, { exercises: { diagnoses } }: AppContext): MarkingWords {
  const filled = (text: string): string =>
    placeholdersIn(text).length === 0 ? text : templateText(fillExercise(text, [], assignment.solvedVariant));
  const unknown = { if: "something went wrong on the way", next: "Go through your steps once more." };
  return {
    label: labelOf(assignment),
    mistake(id) {
      const named = findNamedMistake(id, assignment.check?.namedMistakes ?? null);
      if (named) return { if: named.name, next: named.message };
      const words = diagnoses.mistakes[id] ?? unknown;
      return { if: filled(words.if), next: filled(words.next) };
    },
    convention: (id) => filled(diagnoses.conventions[id] ?? "That is another convention, and it is right."),
    identity: (id, holds) => filled(diagnoses.identities[id]?.[holds ? "holds" : "broken"] ?? ""),
    instructorMessage: wordsOf(assignment).instructorMessage,
  };
}

/** What a student sees of a form that was handed in. */
export function submissionReply(
  assignment: Assignment,
  submission: Exclude<Submission, { kind: "outdated" }>,
  steps: { readonly correct: readonly NextStep[]; readonly incorrect: (hintLevel: number) => readonly NextStep[]; readonly retry: readonly NextStep[] },
  context: AppContext,
  { meaning = null, withheld = null }: { readonly meaning?: string | null; readonly withheld?: string | null } = {},
): Reply {
  const { title, exercise, solvedVariant } = assignment;
  if (submission.kind === "unreadable") {
    return unreadableReply(title, submission.read, exercise.quantities, labelOf(assignment), steps.retry);
  }
  const { marking, attemptsLeft, hintLevel, openedHintLevel } = submission;
  return markingReply(
    {
      title,
      variant: assignment.check?.variants === false ? null : solvedVariant.variant.id,
      quantities: exercise.quantities,
      marking,
      attemptsLeft,
      afterSolution: submission.afterSolution,
      counted: assignment.check === null ? null : { score: submission.storedScore, best: submission.bestScore, points: assignment.check.points },
      withheld,
      meaning: marking.verdict === "correct" && !submission.afterSolution ? meaning : null,
      hint: openedHintLevel === null ? null : (wordsOf(assignment).hintsOf(marking.hint?.quantity ?? null)[openedHintLevel - 1] ?? null),
    },
    markingWords(assignment, context),
    marking.verdict === "correct" ? steps.correct : attemptsLeft === 0 ? [] : steps.incorrect(hintLevel),
  );
}
