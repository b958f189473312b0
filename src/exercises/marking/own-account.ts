import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";
import { commonestFirst, fewestMistakes } from "./account.ts";
import type { Account, Options } from "./account.ts";
import { explainOn, isCoarse, isZero } from "./explain-field.ts";
import type { FieldExplanation, NumberField } from "./explain-field.ts";
import { countApart, independentOf } from "./independent-numbers.ts";
import { chanceOfOne, isInReach, mostBesideUnexplained, mostOfOwn, ownNumbers } from "./chance.ts";
import { isSlip, slipFactors, swappedFields } from "./slips.ts";
import { withSwaps } from "./swapped-fields.ts";

/**
 * Significant digits that two mistakes at once must explain. The pairs have hundreds of numbers: of arbitrary numbers of
 * three digits a third is one of them, of four digits still one in twenty: one alone needs five.
 */
const sharedPairDigits = 3;
const lonePairDigits = 5;

/**
 * On the right data: every wrong field by formulas, periods, slips, or another number in place of β; fields that
 * nothing explains stay open.
 */
export function ownAccount(fields: readonly NumberField[], solvedVariant: SolvedVariant): OwnAccount {
  const wrong = fields.filter((field) => !field.correct);
  const ofParts = solvedVariant.refitMistakes.filter((refit) => !refit.ofWholeForm);
  const alone = independentOf(wrong, solvedVariant) === 1;
  const request = { pairDigits: alone ? lonePairDigits : sharedPairDigits, alone, only: fields.length === 1 } as const;
  const options = wrong.map((field) => ({
    field,
    explanations: [
      ...explainOn(field, solvedVariant, solvedVariant, { ...request, most: 2 }),
      ...ofParts.filter(({ rare }) => !rare || field.answer.digits >= (alone ? sureDigits : sharedPairDigits)).flatMap(({ id, workings }) =>
        workings().flatMap((other) => explainOn(movedBy(other, field, solvedVariant), other, solvedVariant, { ...request, most: 1 }).filter(({ mistakes }) => mistakes.every((mistake) => field.quantity.periodMistakes.some((period) => period.id === mistake))).map((explanation) => ({ ...explanation, mistakes: [id, ...explanation.mistakes] }))),
      ),
    ],
  }));
  const explained = withSwaps(surest(told(options, fields), solvedVariant), fields, solvedVariant);
  const account = fewestMistakes(explained, null, 2) ?? commonestFirst(explained);
  return { ...account, evident: () => onlyEvident(account, explained, fields, solvedVariant) };
}

interface OwnAccount extends Account {
  /** The same without what is met by chance too easily. */
  readonly evident: () => Account;
}

/** Without what is met by chance too easily: a field's digits, and those of the others that have a mistake of its own, must speak for it. */
function onlyEvident(account: Account, options: readonly Options[], fields: readonly NumberField[], solvedVariant: SolvedVariant): Account {
  const byQuantity = new Map(
    options.flatMap(({ field, explanations }) => {
      const alternatives = account.byQuantity.get(field.quantity.id) ?? [];
      const evident = alternatives.filter((mistakes) => isEvident(field, mistakes, explanations, account, options, fields, solvedVariant));
      return alternatives.length > 0 && evident.length === 0 ? [] : account.byQuantity.has(field.quantity.id) ? [[field.quantity.id, evident] as const] : [];
    }),
  );
  return { ...account, byQuantity, unexplained: account.unexplained + account.byQuantity.size - byQuantity.size };
}

/** What the number itself is, whatever was done: the key as it is printed, a number of the question. */
const trueOfTheNumber: ReadonlySet<string> = new Set(["alpha-as-printed", "ends-as-printed", "budget-is-position", swappedFields]);

function isEvident(field: NumberField, mistakes: readonly string[], explanations: readonly FieldExplanation[], account: Account, options: readonly Options[], fields: readonly NumberField[], solvedVariant: SolvedVariant): boolean {
  // A slip of one digit has been held against the key itself.
  if (mistakes.some((id) => trueOfTheNumber.has(id)) || (mistakes.every(isSlip) && field.answer.digits < 2)) return true;
  const supporters = options.filter((other) => other.field !== field && other.field.answer.value !== field.answer.value && (account.byQuantity.get(other.field.quantity.id) ?? []).some((ids) => ids.some((id) => mistakes.includes(id))));
  if (isZero(field.answer)) return supporters.length > 0 || options.some((other) => !isZero(other.field.answer) && (account.byQuantity.get(other.field.quantity.id) ?? []).length > 0) || isWorkedZero(field, fields);
  const misfit = Math.min(...explanations.filter((explanation) => explanation.mistakes.join() === mistakes.join()).map((explanation) => explanation.misfit), 1);
  return supporters.reduce((product, other) => product * chanceOfOne(other.field.answer), chanceOf(field, mistakes, misfit, solvedVariant)) <= mostOfOwn;
}

/** How many stories of as few mistakes have one number by chance. */
function chanceOf({ quantity, answer }: Pick<NumberField, "quantity" | "answer">, mistakes: readonly string[], misfit: number, solvedVariant: SolvedVariant): number {
  const numbers = mistakes.every(isSlip) ? slipFactors.map(({ factor }) => factor * quantity.key(solvedVariant)) : ownNumbers(quantity, solvedVariant, mistakes.length);
  return Math.max(1, numbers.filter((number) => isInReach(number, answer)).length) * chanceOfOne(answer, misfit);
}

/** A 0 is anybody's guess: it is worked out where it has a computer's noise or three zeros, or stands beside a number that is right. */
const isWorkedZero = ({ answer }: NumberField, fields: readonly NumberField[]): boolean => answer.value !== 0 || answer.halfUnit < 0.001 || fields.some(({ correct, quantity }) => correct && !quantity.guessable);

/** Two digits name a mistake where another number has it too, or where nothing else rounds to them: of any twenty mistakes one rounds to "0.24". */
function told(options: readonly Options[], fields: readonly NumberField[]): readonly Options[] {
  const [only] = options;
  if (only !== undefined && options.length === 1) return isCoarse(only.field.answer) && (only.explanations.filter(({ mistakes }) => mistakes.length === 1).length > 1 || looksGuessed(only.field, fields)) ? [{ ...only, explanations: only.explanations.filter(({ mistakes, exact }) => exact || mistakes.every(isSlip)) }] : options;
  const others = (field: NumberField, id: string): boolean => options.some((option) => option.field.answer.value !== field.answer.value && option.explanations.some(({ mistakes }) => mistakes.includes(id)));
  const isTold = (field: NumberField, { mistakes, exact }: FieldExplanation): boolean => !isCoarse(field.answer) || exact || mistakes.every((id) => isSlip(id) || others(field, id));
  return options.map((option) => ({ ...option, explanations: option.explanations.filter((explanation) => isTold(option.field, explanation)) }));
}

/** Two decimals at most, beside numbers that all have more digits: whoever works a number out types it as the others. */
const looksGuessed = (field: NumberField, fields: readonly NumberField[]): boolean =>
  field.answer.halfUnit >= hundredth / 2 && fields.length > 1 && fields.every((other) => other === field || other.answer.digits > field.answer.digits);

const hundredth = 0.01;

/** What a field comes to from the student's own numbers, however wrong, speaks for no other number in β's place that leaves it as it is. */
const movedBy = (other: Workings, field: NumberField, solvedVariant: SolvedVariant): NumberField =>
  field.carried(other) === field.carried(solvedVariant) ? { ...field, carried: () => null } : field;

/**
 * Where another wrong number stays unexplained, the working is not understood, and what explains one number alone must
 * be one mistake with all of its digits, and enough of these: of pairs there are hundreds, and a 0 comes of too many things. What is
 * worked out from the number that nobody understands says nothing.
 */
function surest(options: readonly Options[], solvedVariant: SolvedVariant): readonly Options[] {
  if (options.every(({ explanations }) => explanations.length > 0)) return options;
  const numbers = (id: string): number => countApart(options.filter(({ explanations }) => explanations.some(({ mistakes }) => mistakes.includes(id))).map(({ field }) => field.answer.value));
  const isSure = ({ quantity, answer }: NumberField, { mistakes, misfit, exact }: FieldExplanation): boolean =>
    mistakes.every(isSlip) || (mistakes.length === 1 && !isZero(answer) && (exact || misfit === 0) && chanceOf({ quantity, answer }, mistakes, misfit, solvedVariant) <= mostBesideUnexplained);
  const unexplained = options.filter(({ explanations }) => explanations.length === 0).map(({ field }) => field.quantity.id);
  return options.map(({ field, explanations }) => ({
    field,
    explanations: field.quantity.errorCarriedForward?.from.some((id) => unexplained.includes(id)) === true ? explanations.filter(({ mistakes }) => mistakes.every(isSlip)) : explanations.filter((explanation) => isSure(field, explanation) || explanation.mistakes.some((id) => numbers(id) > 1)),
  }));
}

const sureDigits = 4;
