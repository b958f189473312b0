import type { ExerciseDefinition, Exercise } from "../exercises/exercise.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Check } from "../store/check-records.ts";
import type { Item } from "../store/answer-records.ts";
import type { StoredQuestion } from "./stored-check.ts";

/** What one person is asked: the quantities, that person's variant with its numbers, and what its words are made from. */
export interface Assignment {
  readonly item: Item;
  readonly title: string;
  readonly exercise: MarkableExercise;
  readonly solvedVariant: SolvedVariant;
  readonly wording: Wording;
  /** Null for practice. */
  readonly check: Check | null;
}

export type MarkableExercise = Pick<ExerciseDefinition, "quantities" | "identities" | "coincidences">;

/** Where the words of a question come from. */
export type Wording =
  | { readonly kind: "exercise"; readonly exercise: Exercise }
  | { readonly kind: "instructor"; readonly question: StoredQuestion; readonly quantity: string };

/** How many hints there are; none where an instructor asks a question of their own. */
export const hintLevelsOf = ({ wording }: Pick<Assignment, "wording">): number =>
  wording.kind === "exercise" ? wording.exercise.text.hints.length : 0;

export function practiceOf(exercise: Exercise, solvedVariant: SolvedVariant): Assignment {
  return {
    item: { kind: "practice", exercise: exercise.id },
    title: exercise.text.title,
    exercise,
    solvedVariant,
    wording: { kind: "exercise", exercise },
    check: null,
  };
}
