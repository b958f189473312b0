import type { FigureKey } from "../../figures/figures.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import type { SolvedVariant, RefitMistake } from "../variants/solved-variant.ts";

/** What a field asks for: a number, or one of a few words. */
export type Quantity = NumberQuantity | ChoiceQuantity;

export interface NumberQuantity {
  readonly kind: "number";
  readonly id: string;
  /** The figure that its key is; null for a number that an instructor typed. */
  readonly figure: FigureKey | null;
  readonly unit: Unit;
  readonly tolerance: Tolerance;
  readonly key: (solvedVariant: SolvedVariant) => number;
  /** The key once more, by the formula that wrong turns are put through. */
  readonly recipe: Recipe;
  readonly mutations: readonly Mutation[];
  /** Other people's conventions: taken as right, with a remark. */
  readonly conventions: readonly Convention[];
  /** How the number follows from the student's own earlier parts; null where it stands by itself. */
  readonly errorCarriedForward: ErrorCarriedForward | null;
}

export interface ChoiceQuantity {
  readonly kind: "choice";
  readonly id: string;
  readonly choices: readonly Choice[];
  /** The id of the right choice. */
  readonly key: (solvedVariant: SolvedVariant) => string;
}

export interface Choice {
  readonly id: string;
  /** How people write it, lower case, longest first where one holds another. */
  readonly words: readonly string[];
}

/** return, share: decimals that may be written in percent; ratio: a plain number. */
export const units = ["return", "share", "ratio", "dollars", "years"] as const;

export type Unit = (typeof units)[number];

/** An answer is correct within the larger of `relative` × the key and `floor`, in the quantity's unit. */
export interface Tolerance {
  readonly relative: number;
  readonly floor: number;
}

/** A number of one variant's workings; NaN where the data doesn't have it. */
export type Recipe = (model: Model, variant: Variant, solvedVariant: SolvedVariant) => number;

/** A known mistake: an id that data/lessons/exercises/diagnoses.json has words for, and its number. */
export interface Mutation {
  readonly id: string;
  /** Null where this variant has no such mistake. */
  readonly value: (solvedVariant: SolvedVariant) => number | null;
  /** Known to be within tolerance of the key on most data: it can't be detected in this quantity. */
  readonly indistinguishable: boolean;
}

export interface Convention {
  readonly id: string;
  readonly value: Recipe;
}

/** Numbers of the student's own, by quantity. */
export type StudentNumbers = Readonly<Record<string, number>>;

export interface ErrorCarriedForward {
  /** The parts it is made of, all of them needed. */
  readonly from: readonly string[];
  readonly value: (studentNumbers: StudentNumbers, model: Model, variant: Variant) => number;
}

export interface NumberDefinition {
  readonly id: string;
  readonly unit: Unit;
  /** Decimals the chapter prints it with: an answer that agrees with the key to half of the last is right. */
  readonly decimals: number;
  readonly relative?: number;
  readonly figure?: FigureKey;
  /** The key by the engine's own function, where it has one; a test holds it equal to `recipe`. */
  readonly engine?: (solvedVariant: SolvedVariant) => number;
  readonly recipe: Recipe;
  /** Mistakes whose value is the recipe on another regression. */
  readonly refitMistakes?: readonly RefitMistake[];
  /** A wrong recipe. */
  readonly mistakes?: Readonly<Record<string, Recipe>>;
  /** Ids of mistakes that have the key's value on most data. */
  readonly indistinguishable?: readonly string[];
  readonly conventions?: Readonly<Record<string, Recipe>>;
  readonly errorCarriedForward?: ErrorCarriedForward;
}

/** 1 %: what rounding in the middle of the work costs at most, and far less than any mistake in the list. */
export const defaultTolerance = 0.01;

export function defineNumber(definition: NumberDefinition): NumberQuantity {
  const { id, unit, decimals, relative = defaultTolerance, recipe, refitMistakes = [], mistakes = {}, indistinguishable = [] } = definition;
  const isIndistinguishable = (mutation: string): boolean => indistinguishable.includes(mutation);
  return {
    kind: "number",
    id,
    figure: definition.figure ?? null,
    unit,
    tolerance: { relative, floor: 0.5 * 10 ** -decimals },
    key: memoizePerVariant(definition.engine ?? ((solvedVariant) => recipe(solvedVariant.model, solvedVariant.variant, solvedVariant))),
    recipe,
    mutations: [
      ...refitMistakes.map((refitMistake): Mutation => ({
        id: refitMistake,
        value: (solvedVariant) => {
          const model = solvedVariant.refit(refitMistake);
          return model === null ? null : finiteOrNull(recipe(model, solvedVariant.variant, solvedVariant));
        },
        indistinguishable: isIndistinguishable(refitMistake),
      })),
      ...Object.entries(mistakes).map(([mistake, formula]): Mutation => ({
        id: mistake,
        value: (solvedVariant) => finiteOrNull(formula(solvedVariant.model, solvedVariant.variant, solvedVariant)),
        indistinguishable: isIndistinguishable(mistake),
      })),
    ],
    conventions: Object.entries(definition.conventions ?? {}).map(([name, value]) => ({ id: name, value })),
    errorCarriedForward: definition.errorCarriedForward ?? null,
  };
}

/** Within tolerance: the larger of the relative and the absolute one. */
export function isCorrect(value: number, { tolerance: { relative, floor } }: Pick<NumberQuantity, "tolerance">, key: number): boolean {
  return Math.abs(value - key) <= Math.max(relative * Math.abs(key), floor) * (1 + 1e-9);
}

/** Works a key out once for each variant's workings: marking asks for it often. */
function memoizePerVariant(key: (solvedVariant: SolvedVariant) => number): (solvedVariant: SolvedVariant) => number {
  const cache = new WeakMap<SolvedVariant, number>();
  return (solvedVariant) => {
    const value = cache.get(solvedVariant) ?? key(solvedVariant);
    cache.set(solvedVariant, value);
    return value;
  };
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
