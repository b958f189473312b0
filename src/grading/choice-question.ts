/**
 * Questions with choices: typed by an instructor, or made of a quantity's key and the numbers of its known mistakes. What
 * is stored is complete, so that a vote that is out does not change when data or definitions do.
 */
import * as v from "valibot";
import { definitions } from "../exercises/definitions/index.ts";
import type { ChoiceQuantity, NumberQuantity } from "../exercises/quantities/quantity.ts";
import { isCorrect } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { chapterVariant, customVariant, type Variant } from "../exercises/variants/variant.ts";

export const choiceLetters = ["A", "B", "C", "D", "E"] as const;

const storedChoice = v.pipe(
  v.object({
    text: v.string(),
    /** The mistake whose number it is; null for the key, and where an instructor wrote it. */
    mistake: v.nullable(v.string()),
  }),
  v.readonly(),
);

/** A quantity of the list, and what it is of. */
export const subjectFields = {
  quantity: v.string(),
  asset: v.string(),
  factor: v.string(),
  /** Of a portfolio: its parts. Left out of a series. */
  holdings: v.exactOptional(v.pipe(v.array(v.pipe(v.object({ asset: v.string(), weight: v.number() }), v.readonly())), v.readonly())),
  /** ISO dates. */
  from: v.exactOptional(v.string()),
  to: v.exactOptional(v.string()),
  budget: v.nullable(v.number()),
  share: v.nullable(v.number()),
} as const;

/** What a made choice is of: an exercise's quantity on the chapter's variant, or a quantity for a ticker. */
const choiceSubject = v.pipe(
  v.object({
    /** Null: a quantity for a ticker of the instructor's own. */
    exercise: v.nullable(v.string()),
    ...subjectFields,
  }),
  v.readonly(),
);

export type ChoiceSubject = v.InferOutput<typeof choiceSubject>;

export const choiceKey = v.pipe(
  v.object({
    kind: v.literal("choice"),
    choices: v.pipe(v.array(storedChoice), v.minLength(2), v.maxLength(choiceLetters.length), v.readonly()),
    /** Its place among the choices, from 0. */
    right: v.number(),
    /** Why it is right; shown when the check has closed. */
    why: v.nullable(v.string()),
    /** Null for choices that an instructor wrote. */
    of: v.nullable(choiceSubject),
  }),
  v.check(({ choices, right }) => Number.isInteger(right) && right >= 0 && right < choices.length, "the right one is none of the choices"),
  v.readonly(),
);

export type ChoiceKey = v.InferOutput<typeof choiceKey>;
export type StoredChoice = ChoiceKey["choices"][number];

/** The id of the one quantity of a question with choices. */
export const choiceQuantityId = "choice";

export const letterOf = (index: number): string => choiceLetters[index] ?? String(index + 1);

export function choiceQuantity({ choices, right }: ChoiceKey): ChoiceQuantity {
  return {
    kind: "choice",
    id: choiceQuantityId,
    guessable: false,
    choices: choices.map(({ mistake }, index) => ({ id: letterOf(index), words: [letterOf(index).toLowerCase()], ...(mistake === null ? {} : { mistake }) })),
    key: () => letterOf(right),
  };
}

/** The variant whose numbers a question with choices is about; typed choices are about none, and stand beside the chapter's. */
export function choiceVariant({ of }: ChoiceKey): Variant {
  if (of === null) return chapterVariant({ assets: ["JPM"] });
  const exercise = definitions.find(({ id }) => id === of.exercise);
  return exercise === undefined ? customVariant(of) : chapterVariant(exercise.plan);
}

/** The number that a made choice is the key of: hidden like that of any check. None where it was typed. */
export function numbersBehind({ of }: ChoiceKey, askable: readonly NumberQuantity[]): readonly NumberQuantity[] {
  if (of === null) return [];
  const exercise = definitions.find(({ id }) => id === of.exercise);
  const quantities = exercise?.quantities ?? askable;
  return quantities.filter((quantity): quantity is NumberQuantity => quantity.kind === "number" && quantity.id === of.quantity);
}

/** Numbers nearer to each other than this, relative to the larger, are one choice to whoever rounds. */
const choiceDistance = 0.03;

interface MadeChoice extends StoredChoice {
  readonly isKey: boolean;
}

/** Wrong numbers beside the key at the most, and at the least. */
const mostWrong = 3;
const leastWrong = 2;

/**
 * The key of a quantity and the numbers of its likeliest mistakes on these data, the likeliest first; null where fewer
 * than two can be told from the key and from each other. `made`: how many people made each mistake so far; mistakes that
 * nobody made follow in the order of the definition, which begins with the commonest. `write`: a number as people read it.
 */
export function makeChoices(
  quantity: NumberQuantity,
  solvedVariant: SolvedVariant,
  made: ReadonlyMap<string, number>,
  write: (value: number) => string,
): readonly MadeChoice[] | null {
  const key = quantity.key(solvedVariant);
  const conventions = quantity.conventions.map(({ value }) => value(solvedVariant.model, solvedVariant.variant, solvedVariant));
  // What is 0 but for rounding is written as 0.
  const written = (value: number): string => write(Math.abs(value) <= 1e-12 ? 0 : value);
  const chosen = [{ value: key, choice: { text: written(key), mistake: null, isKey: true } as MadeChoice }];
  const likeliest = quantity.mistakes.toSorted((a, b) => (made.get(b.id) ?? 0) - (made.get(a.id) ?? 0));
  for (const { id, value } of likeliest) {
    if (chosen.length > mostWrong) break;
    const wrong = value(solvedVariant);
    if (wrong === null || !Number.isFinite(wrong) || isCorrect(wrong, quantity, key)) continue;
    const text = written(wrong);
    const taken = [...chosen.map((other) => other.value), ...conventions].some((other) => isNear(wrong, other)) || chosen.some(({ choice }) => choice.text === text);
    if (!taken) chosen.push({ value: wrong, choice: { text, mistake: id, isKey: false } });
  }
  return chosen.length > leastWrong ? chosen.map(({ choice }) => choice) : null;
}

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= choiceDistance * Math.max(Math.abs(one), Math.abs(other));

/** Shuffles made choices by a keyed hash of their words: everybody has one order, which the place of the key says nothing about. */
export function shuffled<C extends { readonly text: string }>(choices: readonly C[], question: string, hash: (text: string) => string): readonly C[] {
  const ranked = choices.map((choice) => ({ choice, rank: hash(`choices/${question}/${choice.text}`) }));
  return ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ choice }) => choice);
}
