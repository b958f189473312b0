import * as v from "valibot";
import { placeholdersIn } from "../figures/template.ts";
import { writtenObject, writtenTemplate, writtenText } from "../written-text.ts";
import { variantWords } from "./fill-exercise.ts";

/** data/lessons/exercises/diagnoses.json: what is said of an answer that is recognised. Templates name the variant's words. */
export interface DiagnosisWords {
  /** Completes "This equals what you get if …". `lesson`: the entry of the glossary that addresses it; null: that of what was asked for. */
  readonly mistakes: Readonly<Record<string, { readonly if: string; readonly next: string; readonly lesson: string | null }>>;
  /** The entry of the glossary that explains what a quantity is. */
  readonly quantities: Readonly<Record<string, string>>;
  /** A whole sentence each. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly identities: Readonly<Record<string, { readonly holds: string; readonly broken: string }>>;
}

/** Which ids need words. */
export interface RequiredIds {
  readonly mistakes: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  readonly conventions: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
}

const text = writtenTemplate((template) => placeholdersIn(template).filter((name) => !variantWords.some((word) => word === name)));

/** Words for every id that needs some, and for no other. */
export const diagnosisWordsSchema = ({ mistakes, quantities, conventions, identities }: RequiredIds): v.GenericSchema<unknown, DiagnosisWords> =>
  writtenObject({
    mistakes: wordsOf(mistakes, writtenObject({ if: text, next: text, lesson: v.nullable(writtenText()) })),
    quantities: wordsOf(quantities, writtenText()),
    conventions: wordsOf(conventions, text),
    identities: wordsOf(identities, writtenObject({ holds: text, broken: text })),
  });

const wordsOf = <T>(ids: ReadonlySet<string>, words: v.GenericSchema<unknown, T>) =>
  writtenObject(Object.fromEntries([...ids].map((id) => [id, words])));

/** The entry of the glossary that addresses a mistake in what was asked for; null where neither has one: a question of an instructor's own. */
export function lessonOfMistake({ mistakes, quantities }: DiagnosisWords, mistake: string, quantity: string): string | null {
  const own = Object.hasOwn(mistakes, mistake) ? mistakes[mistake]?.lesson : undefined;
  return own ?? (Object.hasOwn(quantities, quantity) ? (quantities[quantity] ?? null) : null);
}

/** Every entry of the glossary that the file names, with the field that names it. */
export function lessonsNamed({ mistakes, quantities }: DiagnosisWords): readonly { readonly field: string; readonly lesson: string }[] {
  const ofMistakes = Object.entries(mistakes).flatMap(([id, { lesson }]) => (lesson === null ? [] : [{ field: `diagnoses.json: mistakes ${id} lesson`, lesson }]));
  return [...ofMistakes, ...Object.entries(quantities).map(([id, lesson]) => ({ field: `diagnoses.json: quantities ${id}`, lesson }))];
}
