import type { NumberQuantity, PeriodPowers } from "../quantities/quantity.ts";
import type { Workings } from "../variants/workings.ts";

/** What a quantity comes to on some workings. */
interface NumbersOn {
  /** By the right formula; not finite where these data don't have it. */
  readonly right: number;
  /** By each wrong formula, in the quantity's order; not finite where these data don't have it. */
  readonly formulas: readonly { readonly id: string; readonly periodPowers: PeriodPowers; readonly value: number }[];
  /** With one mistake: by each wrong formula, and the right number of each wrong period; finite. */
  readonly ofOneMistake: readonly number[];
}

const known = new WeakMap<Workings, WeakMap<NumberQuantity, NumbersOn>>();

/** Worked out once for each quantity and workings: every number that is marked is compared with those of a hundred workings, more than once. */
export function numbersOn(quantity: NumberQuantity, workings: Workings): NumbersOn {
  const ofWorkings = known.get(workings) ?? new WeakMap<NumberQuantity, NumbersOn>();
  known.set(workings, ofWorkings);
  const numbers = ofWorkings.get(quantity) ?? workedOut(quantity, workings);
  ofWorkings.set(quantity, numbers);
  return numbers;
}

function workedOut({ recipe, mistakes, periodMistakes }: NumberQuantity, workings: Workings): NumbersOn {
  const { model, variant } = workings;
  const right = recipe(model, variant, workings);
  const formulas = mistakes.flatMap(({ id, formula, periodPowers }) => (formula === null ? [] : [{ id, periodPowers, value: formula(model, variant, workings) }]));
  const ofOneMistake = [...formulas.map(({ value }) => value), ...periodMistakes.map(({ factor }) => right * factor)].filter(Number.isFinite);
  return { right, formulas, ofOneMistake };
}
