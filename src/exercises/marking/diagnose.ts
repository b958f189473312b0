import type { SolvedVariant } from "../variants/solved-variant.ts";
import { alternativesIn, isAsNear } from "./account.ts";
import { aloneInField } from "./alone-in-field.ts";
import type { NumberField } from "./explain-field.ts";
import { independentOf } from "./independent-numbers.ts";
import { ownAccount } from "./own-account.ts";
import { refitAccount } from "./refit-account.ts";
import type { RatedAccount } from "./refit-account.ts";

/** What may have been done, by quantity: alternatives, each of mistakes made at once. */
export type Diagnosis = ReadonlyMap<string, readonly (readonly string[])[]>;

/** More ways to come to the same number say nothing. */
const mostAlternatives = 3;

/**
 * Names mistakes by the whole form. A refit mistake (another window, another stock) is named only where every field that
 * was filled comes of it, alone or with one mistake more; of several accounts the one with the fewest mistakes, then
 * the nearest. Where no account explains all, each field has what explains it alone, or nothing. Only what its digits are
 * evidence for is named (chance.ts).
 */
export function diagnose(fields: readonly NumberField[], solvedVariant: SolvedVariant): Diagnosis {
  const wrong = fields.filter((field) => !field.correct);
  if (wrong.length === 0) return new Map();
  const ofWholeForm = solvedVariant.refitMistakes.filter((refit) => refit.ofWholeForm);
  const own = ownAccount(fields, solvedVariant);
  const accounts: readonly RatedAccount[] = [{ ...own, rarity: isMistyped(own) ? rarityOfTyping : 0, isEvident: true }, ...ofWholeForm.flatMap((refit) => refitAccount(refit, fields, solvedVariant))];
  const [best] = accounts.filter(({ isEvident }) => isEvident).toSorted((a, b) => a.unexplained - b.unexplained || a.mistakes - b.mistakes || a.misfit - b.misfit);
  if (best === undefined) return new Map();
  const equallyNear = accounts.filter((account) => account.unexplained === best.unexplained && account.mistakes === best.mistakes && isAsNear(account, best.misfit));
  // What is made seldom is no alternative to what is made often.
  const commonest = Math.min(...equallyNear.map(({ rarity }) => rarity));
  const asGood = equallyNear.filter(({ rarity }) => rarity < 2 || rarity === commonest);
  // Two mistakes on the right data are likelier than one of them on other data.
  const likeliest = best.mistakes > 1 ? asGood.slice(0, asGood[0] === accounts[0] ? 1 : undefined) : asGood;
  // A number that nothing evident gives has no name; one that has keeps what is as near beside it.
  const evident = likeliest.filter(({ isEvident }) => isEvident).map((account) => (account === accounts[0] ? own.evident() : account));
  const diagnosis = new Map(
    wrong.map((field) => {
      const { quantity } = field;
      const alternatives = alternativesIn(evident, quantity.id).length > 0 ? alternativesIn(likeliest, quantity.id) : [];
      // Several pairs for one number: they are there by chance.
      const most = wrong.length === 1 ? 1 : mostAlternatives;
      const told = alternatives.length > most && best.mistakes > 1 ? [] : alternatives.slice(0, mostAlternatives);
      return [quantity.id, [told, decided(field, solvedVariant), fields.length > 1 ? aloneInField(field, solvedVariant) : []].find((each) => each.length > 0) ?? []] as const;
    }),
  );
  return wrong.some(({ quantity }) => (diagnosis.get(quantity.id) ?? []).length > 0) ? diagnosis : new Map([...diagnosis, ...withoutOne(fields, solvedVariant)]);
}

/** A wrong digit may give any number; other data of the course that give it too are likelier. */
const rarityOfTyping = 3;
const isMistyped = ({ byQuantity }: Pick<RatedAccount, "byQuantity">): boolean => [...byQuantity.values()].some((alternatives) => alternatives.length > 0 && alternatives.every((mistakes) => mistakes.includes("digit-mistyped")));

/** Where nothing has a name: the other data that all wrong numbers but one come of, two at least. A number that fits nothing hides no story of the others. */
function withoutOne(fields: readonly NumberField[], solvedVariant: SolvedVariant): Diagnosis {
  const wrong = fields.filter((field) => !field.correct);
  const accounts = wrong.flatMap((left) => {
    const rest = fields.filter((field) => field !== left);
    if (independentOf(wrong.filter((field) => field !== left), solvedVariant) < 2) return [];
    return solvedVariant.refitMistakes.filter((refit) => refit.ofWholeForm).flatMap((refit) => refitAccount(refit, rest, solvedVariant)).filter(({ isEvident, mistakes }) => isEvident && mistakes === 1);
  });
  const [best] = accounts.toSorted((a, b) => a.rarity - b.rarity || a.misfit - b.misfit);
  return best?.byQuantity ?? new Map();
}

/** The mistake that somebody said such a number is; of several the nearest. */
function decided({ quantity, answer }: NumberField, solvedVariant: SolvedVariant): readonly (readonly string[])[] {
  const near = quantity.mistakes.flatMap(({ id, value, decidedWithin = 0 }) => {
    const number = value(solvedVariant);
    if (number === null || decidedWithin === 0) return [];
    const distance = Math.abs(answer.value - number);
    return distance <= decidedWithin * Math.abs(number) ? [{ id, distance }] : [];
  });
  const [nearest] = near.toSorted((a, b) => a.distance - b.distance);
  return nearest === undefined ? [] : [[nearest.id]];
}
