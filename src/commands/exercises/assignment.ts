import type { ExerciseDefinition, Exercise } from "../../exercises/exercise.ts";
import { fillExercise } from "../../exercises/fill-exercise.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { templateText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";
import type { Check, Item } from "../../store/records.ts";

/** What one person has before them: the questions, that person's variant with its numbers, and the words for it. */
export interface Assignment {
  readonly item: Item;
  readonly title: string;
  readonly exercise: MarkableExercise;
  readonly solvedVariant: SolvedVariant;
  readonly words: AssignmentWords;
  /** Null for practice. */
  readonly check: Check | null;
}

export type MarkableExercise = Pick<ExerciseDefinition, "quantities" | "identities" | "coincidences">;

export interface AssignmentWords {
  readonly question: string;
  /** By quantity. */
  readonly labels: Readonly<Record<string, string>>;
  /** The rungs; none where an instructor asks a question of their own. */
  readonly hints: readonly string[];
  /** Holds the answers; null where there is none. */
  readonly solution: string | null;
  /** An instructor's own words to one wrong answer; null where there are none for it. */
  readonly instructorMessage: (diagnoses: readonly string[]) => string | null;
}

/** An exercise's words with the numbers of a variant. */
export function exerciseWords({ text, quantities }: Exercise, solvedVariant: SolvedVariant): AssignmentWords {
  const filled = (template: string): string => escaped(templateText(fillExercise(template, quantities, solvedVariant)));
  return {
    question: filled(text.question),
    labels: text.labels,
    hints: text.hints.map(filled),
    solution: filled(text.solution),
    instructorMessage: () => null,
  };
}

export function practiceOf(exercise: Exercise, solvedVariant: SolvedVariant): Assignment {
  return {
    item: { kind: "practice", exercise: exercise.id },
    title: exercise.text.title,
    exercise,
    solvedVariant,
    words: exerciseWords(exercise, solvedVariant),
    check: null,
  };
}
