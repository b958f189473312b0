import { isCorrect } from "../quantities/quantity.ts";
import type { RefitMistake } from "../variants/refit-mistakes.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";
import { fewestMistakes } from "./account.ts";
import type { Account, Options } from "./account.ts";
import { chanceOfOne, isInReach, mostOfRefits, ofCoarse, ownNumbers, tierOf } from "./chance.ts";
import { explainOn, isCoarse, isZero } from "./explain-field.ts";
import type { FieldExplanation, NumberField } from "./explain-field.ts";
import { independentOf, isIndependent } from "./independent-numbers.ts";
import { numbersOn } from "./numbers-on.ts";
import { isSlip } from "./slips.ts";
import { withSwaps } from "./swapped-fields.ts";

export interface RatedAccount extends Account {
  /** 0 for what is made often, 2 for what is made seldom. */
  readonly rarity: number;
  /** Whether its digits are evidence; an account that isn't is told beside one that is, never alone. */
  readonly isEvident: boolean;
}

/** Of this refit mistake: none where it leaves a field unexplained, or contradicts a right one. */
export function refitAccount(refit: RefitMistake, fields: readonly NumberField[], solvedVariant: SolvedVariant): readonly RatedAccount[] {
  const allWorkings = refit.workings();
  const [first] = allWorkings;
  if (first === undefined) return [];
  const wrong = fields.filter((field) => !field.correct);
  const isLone = fields.length === 1;
  if (isLone && wrong.some(({ quantity }) => leavesAsItIs(first, quantity, solvedVariant))) return [];
  const longer = wrong.filter(({ answer }) => answer.digits > 1);
  const wrongNumbers = independentOf(longer.length > 0 ? longer : wrong, solvedVariant);
  const isCoarseForm = fields.every(({ answer }) => isCoarse(answer)) && !isLone;
  if (isCoarseForm && wrong.some(({ answer }) => answer.digits < 2)) return [];
  const request = {
    most: 1,
    pairDigits: 2,
    alone: wrongNumbers === 1,
    only: isLone,
  } as const;
  if (fields.some((field) => field.correct && !fitsAsRight(field, allWorkings))) return [];
  const options = wrong.map((field): Options => ({ field, explanations: allWorkings.flatMap((workings) => [...explainOn(field, workings, solvedVariant, isCoarseForm || refit.alone || isSwapped(workings) ? { ...request, most: 0 } : request), ...(longer.length > 0 ? roundedTo(field, workings) : [])]) }));
  const isTold = (option: Options, explanation: FieldExplanation): boolean => isToldBy(option, explanation, options) || isBesidePlain(option, options, tierOf(refit) === 0);
  const told = isLone ? options : options.map((option) => ({ ...option, explanations: option.explanations.filter((explanation) => isTold(option, explanation)) }));
  const explained = withSwaps(told, fields, first);
  const account = fewestMistakes(explained, refit.id, 1);
  if (account === null || account.unexplained > 0) return [];
  const chance = expectedByChance(refit, account, explained, fields, solvedVariant);
  // Of two steps in one, a single number tells no more than of any two mistakes.
  const mistakes = account.mistakes + (wrongNumbers === 1 ? refit.steps - 1 : 0);
  const isEvident = chance <= mostOfRefits(refit, mistakes) * (isCoarseForm ? ofCoarse : 1);
  return [{ ...account, mistakes, rarity: tierOf(refit), isEvident }];
}

/** How many refit mistakes, made as often or oftener, would leave the right numbers right and have the wrong ones by chance. */
function expectedByChance(refit: RefitMistake, account: Account, options: readonly Options[], fields: readonly NumberField[], solvedVariant: SolvedVariant): number {
  const correct = fields.filter((field) => field.correct);
  const wrong = options.filter(({ field }) => isIndependent(field, solvedVariant)).filter(({ field: { answer } }, at, all) => !isZero(answer) && !all.slice(0, at).some((other) => other.field.answer.value === answer.value));
  const told = wrong.map(({ field, explanations }) => {
    const [mistakes = []] = account.byQuantity.get(field.quantity.id) ?? [];
    const misfits = explanations.filter((explanation) => explanation.mistakes.length === mistakes.length - 1).map(({ misfit }) => misfit);
    return { field, more: mistakes.length - 1, chance: chanceOfOne(field.answer, Math.min(...misfits, 1)) };
  });
  const rivals = solvedVariant.refitMistakes.filter((other) => other.ofWholeForm && tierOf(other) <= tierOf(refit)).flatMap((other) => other.workings());
  const possible = rivals.filter((workings) => correct.every((field) => fitsAsRight(field, [workings])));
  const meets = (workings: Workings): number =>
    told.reduce((product, { field: { quantity, answer }, more, chance }) => {
      const { right, ofOneMistake } = numbersOn(quantity, workings);
      return product * [right, ...(more > 0 ? ofOneMistake : [])].filter((number) => isInReach(number, answer)).length * chance;
    }, 1);
  const [only] = told;
  const own = only !== undefined && told.length === 1 ? ownNumbers(only.field.quantity, solvedVariant, 1).filter((number) => isInReach(number, only.field.answer)).length * only.chance : 0;
  return own + possible.reduce((sum, workings) => sum + meets(workings), 0);
}

/** One mistake more in one number alone is there by chance too often where three digits speak for it. */
const isToldBy = ({ field }: Options, { mistakes }: FieldExplanation, options: readonly Options[]): boolean =>
  mistakes.length === 0 || field.answer.digits >= 4 || mistakes.every(isSlip) || options.filter(({ explanations }) => explanations.some((other) => mistakes.every((id) => other.mistakes.includes(id)))).length > 1;

/** With the series in each other's place, every further mistake is another one by its name: the factor's mean is the asset's. */
const isSwapped = ({ model, variant }: Workings): boolean => model.asset === variant.factor;

/** A number that the commonest way of a mistake doesn't change is no sign of it: a position has no regression to be run the wrong way round. */
const leavesAsItIs = (workings: Workings, quantity: NumberField["quantity"], own: SolvedVariant): boolean => numbersOn(quantity, workings).right === numbersOn(quantity, own).right;

/** Beside a number that is a common refit mistake's as it stands, one mistake more is told by three digits; beside one of four digits or two of three, any refit mistake's. */
function isBesidePlain({ field }: Options, options: readonly Options[], isCommon: boolean): boolean {
  const plain = options.filter((other) => other.field !== field && other.field.answer.digits >= 3 && other.explanations.some(({ mistakes }) => mistakes.length === 0));
  const speaksForAny = plain.length > 1 || plain.some((other) => other.field.answer.digits >= 4);
  return field.answer.digits >= 3 && (speaksForAny || (isCommon && plain.length > 0));
}

/** One digit speaks for no refit mistake, and against none that rounds to it. */
function roundedTo({ quantity, answer }: NumberField, workings: Workings): readonly FieldExplanation[] {
  const { right: number } = numbersOn(quantity, workings);
  return answer.digits === 1 && Math.abs(answer.value - number) <= answer.halfUnit ? [{ mistakes: [], misfit: 0, exact: false }] : [];
}

/** A right number doesn't speak against a refit mistake that gives it as well, or gives it from the student's own numbers. */
const fitsAsRight = ({ quantity, answer, carried }: NumberField, allWorkings: readonly Workings[]): boolean =>
  allWorkings.some((workings) => {
    const own = carried(workings);
    return isCorrect(answer.value, quantity, numbersOn(quantity, workings).right) || (own !== null && isCorrect(answer.value, quantity, own));
  });
