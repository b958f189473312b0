import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { NotAChoice, UnreadableCheck } from "../exercises/problem.ts";
import type { AnswerProblem } from "../store/problem.ts";

/** An exercise that is not there, or that no loaded data make a sound question of. */
export type ExerciseProblem =
  | { readonly kind: "unknown-exercise"; readonly asked: string; readonly nearest: readonly string[] }
  | NoVariant
  | UnknownVariant
  | NoChoices
  | BadSet;

/** A name that none of an exercise's variants has, and one that it has. */
export interface UnknownVariant {
  readonly kind: "unknown-variant";
  /** The exercise's id. */
  readonly exercise: string;
  readonly asked: string;
  readonly example: string;
}

/** A file of checks that can't be taken. */
export interface BadSet {
  readonly kind: "bad-set";
  readonly fault: "not-json" | "not-a-set" | "version" | "check" | "task";
  /** The check in the file, from 1; null where it is the file. */
  readonly check: number | null;
  /** Its field; empty where it is the whole. */
  readonly field: string;
  /** What is expected or found, or why its question can't be worked out. */
  readonly detail: string;
}

/** Why no choices are made of a quantity's mistakes. */
interface NoChoices {
  readonly kind: "no-choices";
  /** The exercise's id, or what was asked. */
  readonly exercise: string;
  /** open: it is answered in words; too-few: fewer than two wrong numbers can be told apart; quantity: it has no such number. */
  readonly reason: "open" | "too-few" | "quantity";
  /** Its numbers, to choose from. */
  readonly quantities: readonly string[];
}

/** None of an exercise's variants makes a sound question of the loaded data. */
export interface NoVariant {
  readonly kind: "no-variant";
  readonly exercise: string;
}

export type UnknownCheck = Extract<AnswerProblem, { readonly kind: "unknown-check" }>;

/** Why a variant can't be worked out on the loaded data. */
export type VariantProblem = NoVariant | EngineProblem | SeriesProblem;

/** Why what a check asks can't be worked out: its exercise or quantity is gone, or its data are. */
export type TaskProblem = ExerciseProblem | VariantProblem | NotAChoice | UnreadableCheck;
