import type { Problem } from "../../render/problem.ts";
import { namesIn } from "../../exercises/exercise-template.ts";
import { fillExercise } from "../../exercises/exercise-template.ts";
import { success, type Outcome } from "../../outcome.ts";
import { writtenFilling } from "../../render/exercise-words.ts";
import { markingReply, unreadableReply, type MarkingWords } from "../../render/replies/marking.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { World } from "../world.ts";
import type { Assignment } from "./assignment.ts";
import type { Submission } from "./mark-answers.ts";

export const labelOf =
  ({ words }: Assignment) =>
  (quantity: string): string =>
    words.labels[quantity] ?? quantity;

/** The words for what was recognised, with the variant's names in them. */
export function markingWords(assignment: Assignment, { exercises: { diagnoses } }: World): MarkingWords {
  const filled = (text: string): string =>
    namesIn(text).length === 0 ? text : fillExercise(text, [], assignment.workings, writtenFilling);
  const unknown = { if: "something slipped on the way", next: "Go through your steps once more." };
  return {
    label: labelOf(assignment),
    mistake(id) {
      const words = diagnoses.mistakes[id] ?? unknown;
      return { if: filled(words.if), next: filled(words.next) };
    },
    convention: (id) => filled(diagnoses.conventions[id] ?? "That is another convention, and it is right."),
    identity: (id, holds) => filled(diagnoses.identities[id]?.[holds ? "holds" : "broken"] ?? ""),
    own: assignment.words.ownMessage,
  };
}

/** What a student sees of a form that was handed in. */
export function submissionReply(
  assignment: Assignment,
  submission: Exclude<Submission, { kind: "outdated" }>,
  steps: { readonly right: readonly NextStep[]; readonly wrong: (hints: number) => readonly NextStep[]; readonly again: readonly NextStep[] },
  world: World,
): Outcome<Reply, Problem> {
  const { title, exercise, words, workings } = assignment;
  if (submission.kind === "unreadable") {
    return success(unreadableReply(title, submission.read, exercise.quantities, labelOf(assignment), steps.again));
  }
  const { marking, attemptsLeft, hints, opened } = submission;
  return success(
    markingReply(
      {
        title,
        variant: workings.variant.id,
        quantities: exercise.quantities,
        marking,
        attemptsLeft,
        hint: opened === null ? null : (words.hints[opened - 1] ?? null),
      },
      markingWords(assignment, world),
      marking.verdict === "right" ? steps.right : steps.wrong(hints),
    ),
  );
}
