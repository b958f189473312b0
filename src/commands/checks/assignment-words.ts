import type { Exercise } from "../../exercises/exercise.ts";
import { fillExercise } from "../../exercises/fill-exercise.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import type { Assignment, Wording } from "../../grading/assignment.ts";
import type { StoredQuestion } from "../../grading/stored-check.ts";
import { instructorMessage } from "../../grading/instructor-check.ts";
import { templateText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";

/** What a person reads of an assignment. */
interface AssignmentWords {
  readonly question: string;
  /** By quantity. */
  readonly labels: Readonly<Record<string, string>>;
  /** By level, the most general first; none where an instructor asks a question of their own. */
  readonly hints: readonly string[];
  /** Those of one quantity; those of the whole where it has none of its own. */
  readonly hintsOf: (quantity: string | null) => readonly string[];
  /** Holds the answers; null where there is none. */
  readonly solution: string | null;
  /** An instructor's own words to one wrong answer; null where there are none for it. */
  readonly instructorMessage: (diagnoses: readonly string[]) => string | null;
}

export const wordsOf = ({ wording, solvedVariant }: Pick<Assignment, "wording" | "solvedVariant">): AssignmentWords =>
  wording.kind === "exercise" ? exerciseWords(wording.exercise, solvedVariant) : questionWords(wording.question, wording.quantity);

/** An exercise's words with the numbers of a variant. */
export function exerciseWords({ text, quantities }: Exercise, solvedVariant: SolvedVariant): AssignmentWords {
  const filled = (template: string): string => escaped(templateText(fillExercise(template, quantities, solvedVariant)));
  return {
    question: filled(text.question),
    labels: text.labels,
    hints: text.hints.map(filled),
    hintsOf: (quantity) => ((quantity === null ? undefined : text.partHints[quantity]) ?? text.hints).map(filled),
    solution: filled(text.solution),
    instructorMessage: () => null,
  };
}

const questionWords = ({ text, label, own }: StoredQuestion, quantity: string): AssignmentWords => ({
  question: text,
  labels: { [quantity]: label },
  hints: [],
  hintsOf: () => [],
  solution: null,
  instructorMessage: (diagnoses) => instructorMessage(own, diagnoses),
});

/** The labels of a question's quantities: they are the same on every variant. */
export const labelsOf = (wording: Wording): Readonly<Record<string, string>> =>
  wording.kind === "exercise" ? wording.exercise.text.labels : { [wording.quantity]: wording.question.label };

export const labelOf =
  ({ wording }: Pick<Assignment, "wording">) =>
  (quantity: string): string =>
    labelsOf(wording)[quantity] ?? quantity;
