import { isCorrect } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import type { Workings } from "../variants/workings.ts";
import type { RefitMistake } from "../variants/refit-mistakes.ts";
import { explainOn, isZero, misfitOf } from "./explain-field.ts";
import type { FieldExplanation, NumberField } from "./explain-field.ts";
import { isSlip, swappedFields } from "./slips.ts";

/** What may have been done, by quantity: alternatives, each of mistakes made at once. */
export type Diagnosis = ReadonlyMap<string, readonly (readonly string[])[]>;

/** One account of the whole form: the mistakes in all, and those of each wrong field. */
interface Account {
  readonly mistakes: number;
  readonly unexplained: number;
  readonly misfit: number;
  readonly byQuantity: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Numbers that miss by rounding in the middle of the work can't be told apart where they miss about equally. */
const sameMisfit = 0.0005;
/** What fits the digits typed is nearer than what doesn't. */
const isAsNear = ({ misfit }: { readonly misfit: number }, nearest: number): boolean => misfit <= (nearest < 1e-9 ? 1e-9 : nearest + sameMisfit);
/** More ways to come to the same number say nothing. */
const mostAlternatives = 3;
const mostMistakesAtOnce = 2;
/**
 * Significant digits that two mistakes at once must explain. The pairs have hundreds of numbers: of arbitrary numbers of
 * three digits a third is one of them, of four digits still one in twenty: one alone needs five.
 */
const sharedPairDigits = 3;
const lonePairDigits = 5;
/** Of a form with one number: there nothing else speaks for a pair, and only the commonest refit mistakes are looked at with four digits. */
const lonePairDigitsOf = ({ id }: RefitMistake): number => (commonRefitMistakes.has(id) ? 4 : 5);
const commonRefitMistakes: ReadonlySet<RefitMistake["id"]> = new Set(["other-ticker", "other-factor", "whole-sample", "reversed-regression"]);

/**
 * Names mistakes by the whole form. A refit mistake (another window, another stock) is named only where every field that
 * was filled comes of it, alone or with one mistake more; of several accounts the one with the fewest mistakes, then
 * the nearest. Where no account explains all, each field has what explains it alone, or nothing.
 */
export function diagnose(fields: readonly NumberField[], solvedVariant: SolvedVariant): Diagnosis {
  const wrong = fields.filter((field) => !field.correct);
  if (wrong.length === 0) return new Map();
  const ofWholeForm = solvedVariant.refitMistakes.filter((refit) => refit.ofWholeForm);
  const accounts = [ownAccount(fields, solvedVariant), ...ofWholeForm.flatMap((refit) => refitAccount(refit, fields, solvedVariant))];
  const [best] = accounts.toSorted((a, b) => a.unexplained - b.unexplained || a.mistakes - b.mistakes || a.misfit - b.misfit);
  if (best === undefined) return new Map();
  const equals = accounts.filter((account) => account.unexplained === best.unexplained && account.mistakes === best.mistakes && isAsNear(account, best.misfit));
  return new Map(
    wrong.map(({ quantity }) => {
      const alternatives = unique(equals.flatMap(({ byQuantity }) => byQuantity.get(quantity.id) ?? []));
      // Several pairs for one number: they are there by chance.
      const most = wrong.length === 1 ? 1 : mostAlternatives;
      return [quantity.id, alternatives.length > most && best.mistakes > 1 ? [] : alternatives.slice(0, mostAlternatives)];
    }),
  );
}

/** Whether a refit mistake gives all of these parts: then they do come from one regression, though from another one. */
export function refitMistakeGives(fields: readonly NumberField[], solvedVariant: SolvedVariant): boolean {
  return solvedVariant.refitMistakes.some((refit) =>
    refit.workings().some((workings) => fields.every(({ quantity, answer }) => misfitOf(answer, quantity.recipe(workings.model, workings.variant, workings), 0.01) !== null)),
  );
}

/**
 * On the right data: every wrong field by formulas, periods, slips, or another number in place of β; fields that
 * nothing explains stay open.
 */
function ownAccount(fields: readonly NumberField[], solvedVariant: SolvedVariant): Account {
  const wrong = fields.filter((field) => !field.correct);
  const ofParts = solvedVariant.refitMistakes.filter((refit) => !refit.ofWholeForm);
  const alone = independentOf(wrong, solvedVariant) === 1;
  const request = { pairDigits: alone ? lonePairDigits : sharedPairDigits, alone, only: fields.length === 1 } as const;
  const options = wrong.map((field) => ({
    field,
    explanations: [
      ...explainOn(field, solvedVariant, solvedVariant, { ...request, most: 2 }),
      ...ofParts.flatMap(({ id, workings }) =>
        workings().flatMap((other) => explainOn(movedBy(other, field, solvedVariant), other, solvedVariant, { ...request, most: 1 }).filter(({ mistakes }) => mistakes.every((mistake) => field.quantity.periodMistakes.some((period) => period.id === mistake))).map((explanation) => ({ ...explanation, mistakes: [id, ...explanation.mistakes] }))),
      ),
    ],
  }));
  return cover(withSwaps(surest(options), fields, solvedVariant), null, 2);
}

/** The wrong numbers that speak each for itself: none that was typed twice, and none worked out from the others. */
function independentOf(wrong: readonly NumberField[], solvedVariant: SolvedVariant): number {
  const own = wrong.filter(({ answer, quantity, carried }) => {
    const value = carried(solvedVariant);
    return value === null || !isCorrect(answer.value, quantity, value);
  });
  return new Set((own.length > 0 ? own : wrong).map(({ answer }) => answer.value)).size;
}

/** What a field comes to from the student's own numbers, however wrong, speaks for no other number in β's place that leaves it as it is. */
const movedBy = (other: Workings, field: NumberField, solvedVariant: SolvedVariant): NumberField =>
  field.carried(other) === field.carried(solvedVariant) ? { ...field, carried: () => null } : field;

/**
 * Where another wrong number stays unexplained, the working is not understood, and what explains one number alone must
 * be one mistake with all of its digits, and of these four: of pairs there are hundreds, and a 0 comes of too many things. What is
 * worked out from the number that nobody understands says nothing.
 */
function surest(options: readonly Options[]): readonly Options[] {
  if (options.every(({ explanations }) => explanations.length > 0)) return options;
  const numbers = (id: string): number => new Set(options.filter(({ explanations }) => explanations.some(({ mistakes }) => mistakes.includes(id))).map(({ field }) => field.answer.value)).size;
  const isSure = ({ answer }: NumberField, { mistakes, misfit, exact }: FieldExplanation): boolean =>
    mistakes.every(isSlip) || (mistakes.length === 1 && !isZero(answer) && (exact || (misfit === 0 && answer.digits >= sureDigits)));
  const unexplained = options.filter(({ explanations }) => explanations.length === 0).map(({ field }) => field.quantity.id);
  return options.map(({ field, explanations }) => ({
    field,
    explanations: field.quantity.errorCarriedForward?.from.some((id) => unexplained.includes(id)) === true ? explanations.filter(({ mistakes }) => mistakes.every(isSlip)) : explanations.filter((explanation) => isSure(field, explanation) || explanation.mistakes.some((id) => numbers(id) > 1)),
  }));
}

const sureDigits = 4;

function refitAccount(refit: RefitMistake, fields: readonly NumberField[], solvedVariant: SolvedVariant): readonly Account[] {
  const allWorkings = refit.workings();
  if (allWorkings.length === 0) return [];
  const wrongNumbers = independentOf(fields.filter((field) => !field.correct), solvedVariant);
  if (refit.steps > wrongNumbers) return [];
  const isLone = fields.length === 1;
  const request = {
    most: 1,
    pairDigits: isLone ? lonePairDigitsOf(refit) : wrongNumbers > 1 ? 2 : 4,
    alone: wrongNumbers === 1,
    only: isLone,
    refitDigits: isLone ? 3 : 2,
  } as const;
  const options: Options[] = [];
  let isUsed = false;
  for (const field of fields) {
    const here = allWorkings.flatMap((workings) => explainOn(field, workings, solvedVariant, request));
    if (field.correct) {
      if (!fitsAsRight(field, allWorkings)) return [];
      continue;
    }
    options.push({ field, explanations: here });
    isUsed ||= here.length > 0;
  }
  const told = isLone ? options : options.map((option) => ({ ...option, explanations: option.explanations.filter((explanation) => isToldBy(option, explanation, options)) }));
  const swapped = allWorkings[0] !== undefined ? withSwaps(told, fields, allWorkings[0]) : told;
  if (!isUsed && !swapped.some(({ explanations }) => explanations.some(({ mistakes }) => mistakes.includes(swappedFields)))) return [];
  const account = cover(swapped, refit.id, mostMistakesAtOnce - 1);
  return account.unexplained > 0 ? [] : [account];
}

/** One mistake more in one number alone is there by chance too often where three digits speak for it. */
const isToldBy = ({ field }: Options, { mistakes }: FieldExplanation, options: readonly Options[]): boolean =>
  mistakes.length === 0 || field.answer.digits >= 4 || mistakes.every(isSlip) || options.filter(({ explanations }) => explanations.some((other) => mistakes.every((id) => other.mistakes.includes(id)))).length > 1;

/** A right number doesn't speak against a refit mistake that gives it as well, or gives it from the student's own numbers. */
const fitsAsRight = ({ quantity, answer, carried }: NumberField, allWorkings: readonly Workings[]): boolean =>
  allWorkings.some((workings) => {
    const own = carried(workings);
    return isCorrect(answer.value, quantity, quantity.recipe(workings.model, workings.variant, workings)) || (own !== null && isCorrect(answer.value, quantity, own));
  });

interface Options {
  readonly field: NumberField;
  readonly explanations: readonly FieldExplanation[];
}

/** Two numbers in each other's fields, both right otherwise or both of the same wrong period. */
function withSwaps(options: readonly Options[], fields: readonly NumberField[], workings: Workings): readonly Options[] {
  const wrong = fields.filter((field) => !field.correct);
  return options.map((option) => {
    const swaps = wrong.filter((other) => other !== option.field).flatMap((other) => swapOf(option.field, other, workings));
    return swaps.length === 0 ? option : { ...option, explanations: swaps };
  });
}

function swapOf(field: NumberField, other: NumberField, workings: Workings): readonly FieldExplanation[] {
  const misfitAt = ({ answer }: NumberField, { quantity }: NumberField, factor: number): number | null => misfitOf(answer, quantity.recipe(workings.model, workings.variant, workings) * factor, swapTolerance);
  const swap = (mistakes: readonly string[], factor: number): readonly FieldExplanation[] => {
    if (misfitAt(field, field, factor) !== null || misfitAt(other, field, factor) === null) return [];
    const misfit = misfitAt(field, other, factor);
    return misfit === null ? [] : [{ mistakes, misfit, exact: false }];
  };
  const plain = swap([swappedFields], 1);
  const shared = field.quantity.periodMistakes.filter((period) => other.quantity.periodMistakes.some(({ id, factor }) => id === period.id && factor === period.factor));
  return plain.length > 0 ? plain : shared.flatMap(({ id, factor }) => swap([swappedFields, id], factor));
}

const swapTolerance = 0.004;

/** The fewest mistakes that explain every field; where there are none so few, those of each field by itself. */
function cover(options: readonly Options[], refit: string | null, most: number): Account {
  const explained = options.filter(({ explanations }) => explanations.length > 0);
  const unexplained = options.length - explained.length;
  const ids = [...new Set(explained.flatMap(({ explanations }) => explanations.flatMap(({ mistakes }) => mistakes)))];
  const prefix = refit === null ? [] : [refit];
  for (const sets of [[[]], ids.map((id) => [id]), most < 2 ? [] : pairsOf(ids)]) {
    const covering = sets.filter((set) => explained.every(({ explanations }) => explanations.some(({ mistakes }) => mistakes.every((id) => set.includes(id)))));
    const accounts = covering.map((set) => accountOf(explained, set, prefix, unexplained));
    const nearest = Math.min(...accounts.map(({ misfit }) => misfit));
    const equals = accounts.filter((account) => isAsNear(account, nearest));
    if (equals.length > 0) return merged(equals);
  }
  if (refit !== null) return { mistakes: Infinity, unexplained: Infinity, misfit: 0, byQuantity: new Map() };
  return greedily(explained, unexplained);
}

const pairsOf = (ids: readonly string[]): readonly (readonly string[])[] => ids.flatMap((id, at) => ids.slice(at + 1).map((other) => [id, other]));

function accountOf(explained: readonly Options[], set: readonly string[], prefix: readonly string[], unexplained: number): Account {
  let misfit = 0;
  const byQuantity = new Map<string, readonly (readonly string[])[]>();
  for (const { field, explanations } of explained) {
    const possible = explanations.filter(({ mistakes }) => mistakes.every((id) => set.includes(id)));
    const fewest = Math.min(...possible.map(({ mistakes }) => mistakes.length));
    const [nearest] = possible.filter(({ mistakes }) => mistakes.length === fewest).toSorted((a, b) => a.misfit - b.misfit);
    if (nearest === undefined) continue;
    misfit += nearest.misfit;
    byQuantity.set(field.quantity.id, [[...prefix, ...nearest.mistakes]]);
  }
  return { mistakes: prefix.length + set.length, unexplained, misfit, byQuantity };
}

/** Accounts with as many mistakes that are as near: a field has the alternatives of them all. */
function merged(accounts: readonly Account[]): Account {
  const [first] = accounts;
  if (first === undefined) throw new Error("no account");
  const byQuantity = new Map([...first.byQuantity.keys()].map((id) => [id, unique(accounts.flatMap((account) => account.byQuantity.get(id) ?? []))]));
  return { ...first, byQuantity };
}

/** Three mistakes and more: what explains most fields first. */
function greedily(explained: readonly Options[], unexplained: number): Account {
  const taken: string[] = [];
  let rest = explained.map(({ field, explanations }) => ({ field, explanations: explanations.filter(({ mistakes }) => mistakes.length === 1) })).filter(({ explanations }) => explanations.length > 0);
  const byQuantity = new Map<string, readonly (readonly string[])[]>();
  while (rest.length > 0) {
    const countOf = (id: string): number => rest.filter(({ explanations }) => explanations.some(({ mistakes }) => mistakes[0] === id)).length;
    const ids = [...new Set(rest.flatMap(({ explanations }) => explanations.map(({ mistakes }) => mistakes[0] ?? "")))];
    const [commonest = ""] = ids.toSorted((a, b) => countOf(b) - countOf(a));
    taken.push(commonest);
    for (const { field, explanations } of rest) {
      if (!explanations.some(({ mistakes }) => mistakes[0] === commonest)) continue;
      const alone = countOf(commonest) === 1;
      byQuantity.set(field.quantity.id, alone ? nearestOf(explanations) : [[commonest]]);
    }
    rest = rest.filter(({ field }) => !byQuantity.has(field.quantity.id));
  }
  return { mistakes: taken.length, unexplained: unexplained + explained.length - byQuantity.size, misfit: 0, byQuantity };
}

function nearestOf(explanations: readonly FieldExplanation[]): readonly (readonly string[])[] {
  const nearest = Math.min(...explanations.map(({ misfit }) => misfit));
  return explanations.filter((explanation) => isAsNear(explanation, nearest)).map(({ mistakes }) => mistakes);
}

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.filter((list) => list.length > 0).map((list) => [list.toSorted().join(), list])).values()];
}
