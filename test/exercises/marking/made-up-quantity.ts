import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import type { Identity } from "../../../src/exercises/marking/identity.ts";
import { markSubmission, type EarlierAnswers, type Marking } from "../../../src/exercises/marking/mark-submission.ts";
import { defineNumber, type ChoiceQuantity, type NumberDefinition, type NumberQuantity, type Quantity } from "../../../src/exercises/quantities/quantity.ts";
import { modelOf } from "../../../src/exercises/variants/model.ts";
import { chapterVariant } from "../../../src/exercises/variants/variant.ts";
import type { SolvedVariant } from "../../../src/exercises/variants/solved-variant.ts";
import { exampleFit } from "../../engine/made-up.ts";

/** Quantities with round keys and mistakes, so that what marking does with them can be worked out by hand. */

/** Of a made-up regression: the quantities below don't look at it. */
const fit = exampleFit();
export const workings: SolvedVariant = { variant: chapterVariant({ assets: ["JPM"] }), fit, model: modelOf(fit, 0), rate: null, comparison: null, treated: () => null, refitMistakes: [] };

type Plain = Partial<Pick<NumberDefinition, "unit" | "relative" | "errorCarriedForward">> & {
  /** The number of each known mistake; none where it is null. */
  readonly mistakes?: Readonly<Record<string, number | null>>;
  readonly conventions?: Readonly<Record<string, number>>;
};

const constants = (numbers: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, () => value ?? Number.NaN]));

/** Right within 1% of its key, or 0.00005 of it. */
export function madeUp(id: string, key: number, { mistakes = {}, conventions = {}, unit = "ratio", ...more }: Plain = {}): NumberQuantity {
  return defineNumber({ id, unit, decimals: 4, recipe: () => key, formulaMistakes: constants(mistakes), conventions: constants(conventions), ...more });
}

/** One of a few words, the first of them right. */
export const madeUpChoice = (id: string, ...choices: readonly [string, ...string[]]): ChoiceQuantity => ({
  kind: "choice",
  guessable: false,
  id,
  choices: choices.map((choice) => ({ id: choice, words: [choice] })),
  key: () => choices[0],
});

/** A form of such quantities, typed and marked. */
export function markForm(
  quantities: readonly Quantity[],
  texts: Readonly<Record<string, string>>,
  { identities = [], earlier }: { readonly identities?: readonly Identity[]; readonly earlier?: EarlierAnswers } = {},
): Marking {
  const form = readForm(quantities, texts);
  if (form.unreadable.length > 0) throw new Error(`can't be read: ${form.unreadable.map(({ quantity }) => quantity).join()}`);
  return markSubmission({ quantities, identities }, workings, form.answers, earlier);
}

/** Verdict and diagnoses by quantity, in one line each: "slip sign-slip". */
export function verdictsOf({ parts }: Marking): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map(({ quantity, verdict, diagnoses }) => [quantity, [verdict, ...diagnoses].join(" ")]));
}
