/** An exercise that is not there, or that no loaded data make a sound question of. */
export type ExerciseProblem =
  | { readonly kind: "unknown-exercise"; readonly asked: string; readonly nearest: readonly string[] }
  /** None of an exercise's variants makes a sound question of the loaded data. */
  | { readonly kind: "no-variant"; readonly exercise: string };
