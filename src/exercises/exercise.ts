import type { ChapterSection } from "../figures/chapter-sections.ts";
import type { ExerciseText } from "./exercise-text.ts";
import type { Identity } from "./marking/identity.ts";
import type { Quantity } from "./quantities/quantity.ts";
import type { VariantPlan } from "./variants/variant.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";

/** What is asked and how it is marked. Its words are in data/lessons/exercises, under its id. */
export interface ExerciseDefinition {
  /** Kebab-case; lessons link to it. */
  readonly id: string;
  readonly section: ChapterSection;
  readonly quantities: readonly Quantity[];
  /** What must hold between its numbers. */
  readonly identities: readonly Identity[];
  readonly plan: VariantPlan;
  /**
   * "quantity/mistake": mistakes that happen to have the key's number in the chapter's own variant, as 1 − R² has
   * R²'s where that is one half. Other variants with such a coincidence are not given out.
   */
  readonly coincidences: readonly string[];
  /** Whether a variant makes a good question of it: no share to hedge away where there is none. */
  readonly suits: (solvedVariant: SolvedVariant) => boolean;
}

export interface Exercise extends ExerciseDefinition {
  readonly text: ExerciseText;
}

type DefinitionInput = Omit<ExerciseDefinition, "identities" | "coincidences" | "suits"> & Partial<ExerciseDefinition>;

export const defineExercise = (definition: DefinitionInput): ExerciseDefinition => ({
  identities: [],
  coincidences: [],
  suits: () => true,
  ...definition,
});
