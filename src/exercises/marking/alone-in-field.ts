import { isCorrect } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { chanceAmongRefits, mostInOneField, mostOfMonthsInOneField, tierOf } from "./chance.ts";
import { misfitOf } from "./explain-field.ts";
import type { NumberField } from "./explain-field.ts";

/** This near the key, another convention's number is likelier than another regression's. */
const ofConventions = 0.03;

/** Computed numbers, as they were typed. */
const tolerance = 0.0003;

/**
 * Other data in one number alone, beside numbers of the right data or of nobody knows what: the commonest that has it.
 * What is right elsewhere or unexplained must not take a name away from a number whose digits are its own.
 */
export function aloneInField(field: NumberField, solvedVariant: SolvedVariant): readonly (readonly string[])[] {
  const { quantity, answer } = field;
  const key = quantity.key(solvedVariant);
  if (Math.abs(answer.value - key) <= ofConventions * Math.abs(key)) return [];
  const found = solvedVariant.refitMistakes.filter(({ ofWholeForm }) => ofWholeForm).flatMap((refit) =>
    refit.workings().flatMap((workings) => {
      const number = quantity.recipe(workings.model, workings.variant, workings);
      const misfit = Number.isFinite(number) && !isCorrect(number, quantity, key) ? misfitOf(answer, number, tolerance) : null;
      return misfit === null ? [] : [{ id: refit.id, tier: isOfMonths(refit.id) ? 0 : tierOf(refit), misfit }];
    }),
  );
  const commonest = Math.min(...found.map(({ tier }) => tier));
  const evident = found.filter(({ id, tier, misfit }) => tier === commonest && chanceAmongRefits(field, tier, misfit, solvedVariant) <= (isOfMonths(id) ? mostOfMonthsInOneField : mostInOneField[tier]));
  const ids = [...new Set(evident.map(({ id }) => id))];
  return ids.length > 2 ? [] : ids.map((id) => [id]);
}

const isOfMonths = (id: string): boolean => id === "monthly-data";
