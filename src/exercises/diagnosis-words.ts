import { placeholdersIn } from "../figures/template.ts";
import { variantWords } from "./fill-exercise.ts";
import { isRecord } from "./exercise-text.ts";

/** data/lessons/exercises/diagnoses.json: what is said of an answer that is recognised. Templates name the variant's words. */
export interface DiagnosisWords {
  /** Completes "This equals what you get if …". */
  readonly mistakes: Readonly<Record<string, { readonly if: string; readonly next: string }>>;
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

/** The words, and every fault: an id without words, words without an id, a name that nothing fills. */
export function readDiagnosisWords(
  content: unknown,
  required: RequiredIds,
): { readonly words: DiagnosisWords; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const whole = isRecord(content) ? content : {};
  const text = (field: string, value: unknown): string => {
    if (typeof value !== "string" || value.trim() !== value || value === "") {
      faults.push(`${field}: is missing, empty, or has blanks at an end`);
      return "";
    }
    for (const name of placeholdersIn(value)) {
      if (!variantWords.some((word) => word === name)) faults.push(`${field}: nothing fills {${name}}`);
    }
    return value;
  };
  const section = <T>(name: keyof RequiredIds, read: (field: string, value: unknown) => T): Readonly<Record<string, T>> => {
    const entries = isRecord(whole[name]) ? whole[name] : {};
    for (const id of Object.keys(entries)) if (!required[name].has(id)) faults.push(`${name} ${id}: nothing has this id`);
    return Object.fromEntries([...required[name]].map((id) => [id, read(`${name} ${id}`, entries[id])]));
  };
  const pair = <K extends string>(first: K, second: K) => (field: string, value: unknown): Readonly<Record<K, string>> => {
    const entry = isRecord(value) ? value : {};
    return Object.fromEntries([first, second].map((key) => [key, text(`${field} ${key}`, entry[key])])) as Record<K, string>;
  };
  const words = {
    mistakes: section("mistakes", pair("if", "next")),
    conventions: section("conventions", text),
    identities: section("identities", pair("holds", "broken")),
  };
  return { words, faults };
}
