import type { ExerciseDefinition, Exercise } from "../../exercises/exercise.ts";
import { fillExercise } from "../../exercises/exercise-template.ts";
import type { Workings } from "../../exercises/variants/workings.ts";
import { writtenFilling } from "../../render/exercise-words.ts";
import { escaped } from "../../render/plain.ts";
import type { Check, Item } from "../../store/records.ts";

/** What one person has before them: the questions, that person's variant with its numbers, and the words for it. */
export interface Assignment {
  readonly item: Item;
  readonly title: string;
  readonly exercise: Marked;
  readonly workings: Workings;
  readonly words: AssignmentWords;
  /** Null for practice. */
  readonly check: Check | null;
}

export type Marked = Pick<ExerciseDefinition, "quantities" | "identities" | "coincidences">;

export interface AssignmentWords {
  readonly question: string;
  /** By quantity. */
  readonly labels: Readonly<Record<string, string>>;
  /** The rungs; none where an instructor asks a question of their own. */
  readonly hints: readonly string[];
  /** Holds the answers; null where there is none. */
  readonly solution: string | null;
  /** An instructor's own words to one wrong answer; null where there are none for it. */
  readonly ownMessage: (diagnoses: readonly string[]) => string | null;
}

/** An exercise's words with the numbers of a variant. */
export function exerciseWords({ text, quantities }: Exercise, workings: Workings): AssignmentWords {
  const filled = (template: string): string => escaped(fillExercise(template, quantities, workings, writtenFilling));
  return {
    question: filled(text.question),
    labels: text.labels,
    hints: text.hints.map(filled),
    solution: filled(text.solution),
    ownMessage: () => null,
  };
}

export function practiceOf(exercise: Exercise, workings: Workings): Assignment {
  return {
    item: { kind: "practice", exercise: exercise.id },
    title: exercise.text.title,
    exercise,
    workings,
    words: exerciseWords(exercise, workings),
    check: null,
  };
}
