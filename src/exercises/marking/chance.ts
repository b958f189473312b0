/**
 * Whether digits are evidence. A wrong number is compared with some hundred known stories, each with its own number, so
 * that one of few digits has the number of one of them whatever its author did. How many would an arbitrary number have
 * by chance? An arbitrary number is taken to be anywhere within a factor of 2 of the one typed, evenly on the log scale;
 * each story that has its number there is met with the probability of the typed rounding over that range. The expected
 * number of chance matches is the sum over the stories that are made as often as the one in question, or oftener (a
 * commoner story has less to be told from). Of a story that several numbers tell, all must be met at once.
 */
import type { ReadNumber } from "../answer/read-answer.ts";
import type { NumberQuantity } from "../quantities/quantity.ts";
import type { RefitMistake } from "../variants/refit-mistakes.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { numbersOn } from "./numbers-on.ts";

/**
 * A story is named where fewer chance matches than this are expected; fewer of what is made more seldom, which an arbitrary
 * number is likelier to be. The bounds keep wrong names of arbitrary numbers near 1% (test/exercises/marking/diagnose.test.ts).
 */
export const mostOfOwn = 0.1;

/** Beside a number that nobody understands, what explains another alone must say more. */
export const mostBesideUnexplained = 0.02;

/** Of other data, by how many mistakes there are in all. */
export const mostOfRefits = (refit: Pick<RefitMistake, "id" | "rare">, mistakes: number): number => ([0.1, 0.07, 0.02] as const)[tierOf(refit)] / mistakes;

/** Of other data in one field, against which the rest of the form speaks; by tier. */
export const mostInOneField = [0.01, 0.005, 0.002] as const;
/** Months for days, which a table of both frequencies gives side by side. */
export const mostOfMonthsInOneField = 0.015;

/** Numbers of two digits are guesses more often than work: of a form that has no others a tenth is allowed. */
export const ofCoarse = 0.1;

const factorOfReach = 2;
const reach = Math.log(factorOfReach);

/** The probability that an arbitrary number near the one typed falls on one given story's number: rounding, and how far it is beyond it. */
export const chanceOfOne = ({ value, halfUnit }: Pick<ReadNumber, "value" | "halfUnit">, misfit = 0): number => Math.min(1, (halfUnit / Math.abs(value) + Math.max(misfit, finest)) / reach);

/** No student's number says more than its first five digits. */
const finest = 1e-5;

export function isInReach(prediction: number, { value }: Pick<ReadNumber, "value">): boolean {
  const ratio = prediction / value;
  return ratio >= 1 / factorOfReach && ratio <= factorOfReach;
}

const commonRefits: ReadonlySet<RefitMistake["id"]> = new Set(["other-ticker", "other-factor", "whole-sample", "reversed-regression", "rf-kept", "rf-twice", "other-budget"]);

export const tierOf = ({ id, rare }: Pick<RefitMistake, "id" | "rare">): 0 | 1 | 2 => (commonRefits.has(id) ? 0 : rare ? 2 : 1);

/** Of the right data: with one mistake, or another number in β's place; with two. */
export function ownNumbers(quantity: NumberQuantity, solvedVariant: SolvedVariant, mistakes: number): readonly number[] {
  const ofVariant = knownOwnNumbers.get(solvedVariant) ?? new WeakMap<NumberQuantity, OwnNumbers>();
  knownOwnNumbers.set(solvedVariant, ofVariant);
  const numbers = ofVariant.get(quantity) ?? workedOutOwnNumbers(quantity, solvedVariant);
  ofVariant.set(quantity, numbers);
  return mistakes < 2 ? numbers.ofOne : numbers.ofTwo;
}

interface OwnNumbers {
  readonly ofOne: readonly number[];
  readonly ofTwo: readonly number[];
}

const knownOwnNumbers = new WeakMap<SolvedVariant, WeakMap<NumberQuantity, OwnNumbers>>();

function workedOutOwnNumbers(quantity: NumberQuantity, solvedVariant: SolvedVariant): OwnNumbers {
  const ofParts = solvedVariant.refitMistakes.filter(({ ofWholeForm }) => !ofWholeForm).flatMap(({ workings }) => workings());
  const recipes = ofParts.map((workings) => numbersOn(quantity, workings).right);
  const one = [...numbersOn(quantity, solvedVariant).ofOneMistake, ...recipes].filter(Number.isFinite);
  const factors = quantity.periodMistakes.map(({ factor }) => factor);
  return { ofOne: distinct(one), ofTwo: distinct([...one, ...one.flatMap((number) => factors.map((factor) => number * factor))]) };
}

const distinct = (numbers: readonly number[]): readonly number[] => [...new Set(numbers.map((number) => Number(number.toPrecision(6))))];

/** How many refit mistakes, made as often or oftener, have this number by chance. */
export function chanceAmongRefits({ quantity, answer }: { readonly quantity: NumberQuantity; readonly answer: ReadNumber }, tier: number, misfit: number, solvedVariant: SolvedVariant): number {
  const rivals = solvedVariant.refitMistakes.filter((refit) => refit.ofWholeForm && tierOf(refit) <= tier).flatMap(({ workings }) => workings());
  const numbers = [...rivals.map((workings) => numbersOn(quantity, workings).right), ...ownNumbers(quantity, solvedVariant, 1)];
  return Math.max(1, numbers.filter((number) => isInReach(number, answer)).length) * chanceOfOne(answer, misfit);
}
