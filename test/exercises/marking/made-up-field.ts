import { readAnswer } from "../../../src/exercises/answer/read-answer.ts";
import type { NumberField } from "../../../src/exercises/marking/explain-field.ts";
import { defineNumber, type NumberDefinition, type NumberQuantity } from "../../../src/exercises/quantities/quantity.ts";
import type { RefitMistake } from "../../../src/exercises/variants/refit-mistakes.ts";
import type { SolvedVariant } from "../../../src/exercises/variants/solved-variant.ts";
import { workings } from "./made-up-quantity.ts";

/** A filled field, wrong unless said otherwise. */
export function fieldOf(quantity: NumberQuantity, text: string, { correct = false, carried = () => null }: Partial<Pick<NumberField, "correct" | "carried">> = {}): NumberField {
  const read = readAnswer(text, quantity);
  if (!read.ok || read.value.kind !== "number") throw new Error(text);
  return { quantity, answer: read.value, correct, carried };
}

/** A quantity with another number on each data set: "right" is the exercise's own. */
export const onData = (id: string, numbers: Readonly<Record<string, number>>, more: Partial<NumberDefinition> = {}): NumberQuantity =>
  defineNumber({ id, unit: "ratio", decimals: 4, recipe: (_model, { id: data }) => numbers[data] ?? Number.NaN, ...more });

const own: SolvedVariant = { ...workings, variant: { ...workings.variant, id: "right" } };

/** The exercise's variant, and the mistakes by which somebody comes to the numbers of other data sets. */
export function solvedWith(mistakes: Readonly<Partial<Record<RefitMistake["id"], readonly string[]>>>, more: Partial<Pick<RefitMistake, "ofWholeForm" | "steps" | "alone" | "rare">> = {}): SolvedVariant {
  const refits = Object.entries(mistakes).map(([id, data]) => ({
    id: id as RefitMistake["id"],
    ofWholeForm: true,
    steps: 1 as const,
    alone: false,
    rare: false,
    workings: () => data.map((each) => ({ ...own, variant: { ...own.variant, id: each } })),
    ...more,
  }));
  return { ...own, refitMistakes: refits };
}
