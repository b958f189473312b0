import type { FigureKey } from "../../figures/figures.ts";
import type { Model } from "../variants/model.ts";
import type { Variant } from "../variants/variant.ts";
import type { RefitMistakeId } from "../variants/refit-mistakes.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";
import { ownNumber, type OwnNumber, type StudentNumbers } from "./student-numbers.ts";
import { memoizePerVariant } from "./memoize-per-variant.ts";

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
  /** The key once more, by the formula that refit mistakes are put through. */
  readonly recipe: Recipe;
  readonly mistakes: readonly Mistake[];
  /** Wrong numbers of days, each by the factor that it puts in: they go with any other mistake. */
  readonly periodMistakes: readonly PeriodMistake[];
  /** Other people's conventions: taken as right, with a remark. */
  readonly conventions: readonly Convention[];
  /** How the number follows from the student's own earlier parts; null where it stands by itself. */
  readonly errorCarriedForward: ErrorCarriedForward | null;
  /** Whether it can be guessed, or is the same on any data: it counts only beside another part that is right. */
  readonly guessable: boolean;
}

export interface ChoiceQuantity {
  readonly kind: "choice";
  readonly id: string;
  readonly choices: readonly Choice[];
  /** Whether its two choices compare the stock with the other one: said of the other, each means the opposite. */
  readonly comparesStocks?: boolean;
  readonly guessable: boolean;
  /** The id of the right choice. */
  readonly key: (solvedVariant: SolvedVariant) => string;
}

export interface Choice {
  readonly id: string;
  /** How people write it, lower case, longest first where one holds another. */
  readonly words: readonly string[];
  /** The mistake that it comes from, where it is known. */
  readonly mistake?: string;
}

/** return, share: decimals that may be written in percent; ratio: a plain number. */
export const units = ["return", "share", "ratio", "dollars", "years"] as const;

export type Unit = (typeof units)[number];

/** An answer is correct within the larger of `relative` × the key and `floor`, in the quantity's unit. */
interface Tolerance {
  readonly relative: number;
  readonly floor: number;
}

/** A number of one variant's workings; NaN where the data doesn't have it. */
export type Recipe = (model: Model, variant: Variant, workings: Workings) => number;

/** A known mistake: an id that data/lessons/exercises/diagnoses.json has words for, and its number. */
export interface Mistake {
  readonly id: string;
  /** Null where this variant has no such mistake. */
  readonly value: (solvedVariant: SolvedVariant) => number | null;
  /** The wrong formula, which goes with any data; null where the mistake is in the data, or in the number of days. */
  readonly formula: Recipe | null;
  readonly periodPowers: PeriodPowers;
  /** Known to be within tolerance of the key on most data: it can't be detected in this quantity. */
  readonly indistinguishable: boolean;
  /**
   * Somebody looked at the answers and said what they are: one that is this near, relative to the number, and that nothing
   * else explains, is that, whatever the form's other numbers are.
   */
  readonly decidedWithin?: number;
}

/**
 * How often a period mistake's factor enters a wrong formula, where that is not once: −1 where a volatility multiplies and
 * doesn't divide, 2 where it is squared, 0 where the formula has no period.
 */
export type PeriodPowers = Readonly<Partial<Record<PeriodMistake["of"], number>>>;

/** A day's number put on another period than it should be: × 365 for × 252. */
export interface PeriodMistake {
  readonly id: string;
  /** What it makes of a number that is right otherwise. */
  readonly factor: number;
  /** Two go together where a number has two periods, as a position and its rate of return have. */
  readonly of: "number" | "position";
}

interface Convention {
  readonly id: string;
  readonly value: Recipe;
}

interface ErrorCarriedForward {
  /** The parts it is made of, all of them needed. */
  readonly from: readonly string[];
  readonly value: (studentNumbers: StudentNumbers, model: Model, variant: Variant) => number;
}

/** A formula that can name no other parts than the ones it says it is made of. */
export function carriedForward<const P extends string>(definition: {
  readonly from: readonly P[];
  readonly value: (own: OwnNumber<P>, model: Model, variant: Variant) => number;
}): ErrorCarriedForward {
  return { ...definition, value: (studentNumbers, model, variant) => definition.value(ownNumber(studentNumbers), model, variant) };
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
  /** Refit mistakes whose number must not be the key's, for a variant to be given out. */
  readonly refitMistakes?: readonly RefitMistakeId[];
  /** Wrong recipes, by id. */
  readonly formulaMistakes?: Readonly<Record<string, Recipe>>;
  readonly periodMistakes?: readonly PeriodMistake[];
  /** By formula mistake. */
  readonly periodPowers?: Readonly<Record<string, PeriodPowers>>;
  /** Ids of mistakes that have the key's value on most data. */
  readonly indistinguishable?: readonly string[];
  readonly conventions?: Readonly<Record<string, Recipe>>;
  readonly errorCarriedForward?: ErrorCarriedForward;
  readonly guessable?: boolean;
}

/** 1 %: what rounding in the middle of the work costs at most, and far less than any mistake in the list. */
export const defaultTolerance = 0.01;

export function defineNumber(definition: NumberDefinition): NumberQuantity {
  const { id, unit, decimals, relative = defaultTolerance, recipe, refitMistakes = [], formulaMistakes = {}, periodMistakes = [], indistinguishable = [] } = definition;
  const isIndistinguishable = (id: string): boolean => indistinguishable.includes(id);
  return {
    kind: "number",
    id,
    figure: definition.figure ?? null,
    unit,
    tolerance: { relative, floor: 0.5 * 10 ** -decimals },
    key: memoizePerVariant(definition.engine ?? ((solvedVariant) => recipe(solvedVariant.model, solvedVariant.variant, solvedVariant))),
    recipe,
    mistakes: [
      ...refitMistakes.map((refit): Mistake => ({
        id: refit,
        value: (solvedVariant) => {
          const workings = solvedVariant.refitMistakes.filter(({ id: found }) => found === refit).flatMap((found) => found.workings())[0];
          return workings === undefined ? null : finiteOrNull(recipe(workings.model, workings.variant, workings));
        },
        formula: null,
        periodPowers: {},
        indistinguishable: isIndistinguishable(refit),
      })),
      ...Object.entries(formulaMistakes).map(([mistake, formula]): Mistake => ({
        id: mistake,
        value: (solvedVariant) => finiteOrNull(formula(solvedVariant.model, solvedVariant.variant, solvedVariant)),
        formula,
        periodPowers: definition.periodPowers?.[mistake] ?? {},
        indistinguishable: isIndistinguishable(mistake),
      })),
      ...periodMistakes.map((period): Mistake => ({
        id: period.id,
        value: (solvedVariant) => finiteOrNull(recipe(solvedVariant.model, solvedVariant.variant, solvedVariant) * period.factor),
        formula: null,
        periodPowers: {},
        indistinguishable: isIndistinguishable(period.id),
      })),
    ],
    periodMistakes,
    conventions: Object.entries(definition.conventions ?? {}).map(([name, value]) => ({ id: name, value })),
    errorCarriedForward: definition.errorCarriedForward ?? null,
    guessable: definition.guessable ?? false,
  };
}

/** Within tolerance: the larger of the relative and the absolute one. */
export function isCorrect(value: number, { tolerance: { relative, floor } }: Pick<NumberQuantity, "tolerance">, key: number): boolean {
  return Math.abs(value - key) <= Math.max(relative * Math.abs(key), floor) * (1 + 1e-9);
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
