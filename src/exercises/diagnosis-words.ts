import * as v from "valibot";
import { placeholdersIn } from "../figures/template.ts";
import { writtenObject, writtenTemplate } from "../written-text.ts";
import { variantWords } from "./fill-exercise.ts";

/** data/lessons/exercises/diagnoses.json: what is said of an answer that is recognised. Templates name the variant's words. */
export interface DiagnosisWords {
  /** "if" completes "This equals what you get if …"; "lesson" is the glossary's entry on the mistake itself, where it has one. */
  readonly mistakes: Readonly<Record<string, { readonly if: string; readonly next: string; readonly lesson?: string | undefined }>>;
  /** A whole sentence each. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly identities: Readonly<Record<string, { readonly holds: string; readonly broken: string }>>;
}

/** Which ids need words. */
export interface RequiredIds {
  readonly mistakes: ReadonlySet<string>;
  readonly conventions: ReadonlySet<string>;
  readonly identities: ReadonlySet<string>;
}

const text = writtenTemplate((template) => placeholdersIn(template).filter((name) => !variantWords.some((word) => word === name)));

/** Words for every id that needs some, and for no other. */
export const diagnosisWordsSchema = ({ mistakes, conventions, identities }: RequiredIds): v.GenericSchema<unknown, DiagnosisWords> =>
  writtenObject({
    mistakes: wordsOf(mistakes, writtenObject({ if: text, next: text, lesson: v.optional(v.string()) })),
    conventions: wordsOf(conventions, text),
    identities: wordsOf(identities, writtenObject({ holds: text, broken: text })),
  });

const wordsOf = <T>(ids: ReadonlySet<string>, words: v.GenericSchema<unknown, T>) =>
  writtenObject(Object.fromEntries([...ids].map((id) => [id, words])));
