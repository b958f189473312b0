import type * as v from "valibot";
import { FaultyTexts, readWritten } from "../written-text.ts";
import { definitions } from "./definitions/index.ts";
import { diagnosisWordsSchema } from "./diagnosis-words.ts";
import type { DiagnosisWords, RequiredIds } from "./diagnosis-words.ts";
import type { Exercise, ExerciseDefinition } from "./exercise.ts";
import { exerciseTextSchema } from "./exercise-text.ts";
import { earlierKey, slips, swappedFields } from "./marking/slips.ts";
import { openQuestionsSchema } from "./open-question.ts";
import type { OpenQuestion } from "./open-question.ts";
import { refitMistakeIds } from "./variants/refit-mistakes.ts";

/** All that can be practised or asked in class, with its words. */
export interface Exercises {
  /** In the order in which they are suggested. */
  readonly all: readonly Exercise[];
  readonly open: readonly OpenQuestion[];
  readonly diagnoses: DiagnosisWords;
  find(id: string): Exercise | null;
  findOpen(id: string): OpenQuestion | null;
}

/** One file of data/lessons/exercises, its JSON parsed. */
export interface ExerciseFile {
  /** Its name without the folder. */
  readonly file: string;
  readonly content: unknown;
}

/**
 * The exercises with their words, checked as a whole: one file an exercise, `diagnoses.json` with words for
 * every mistake, convention and identity and the lessons of mistakes and quantities, `open-questions.json`.
 *
 * Throws one `FaultyTexts` with every fault by its file and field: the program does not start.
 */
export function readExercises(
  files: readonly ExerciseFile[],
  defined: readonly ExerciseDefinition[] = definitions,
): Exercises {
  const faults: string[] = [];
  const read = <T>(file: string, schema: v.GenericSchema<unknown, T>): T | null => {
    const found = files.find((entry) => entry.file === file);
    if (found === undefined) faults.push(`${file}: is missing`);
    const { value, faults: faultsInside } = found === undefined ? { value: null, faults: [] } : readWritten(schema, found.content);
    faults.push(...faultsInside.map(({ field, fault }) => `${file}: ${field}: ${fault}`));
    return value;
  };

  const names = [...defined.map(({ id }) => `${id}.json`), "diagnoses.json", "open-questions.json"];
  for (const { file } of files) if (!names.includes(file)) faults.push(`${file}: belongs to no exercise`);
  if (new Set(names).size < names.length) faults.push("two exercises have one id");

  const all = defined.flatMap((definition) => {
    const text = read(`${definition.id}.json`, exerciseTextSchema(definition));
    return text === null ? [] : [{ ...definition, text }];
  });
  const diagnoses = read("diagnoses.json", diagnosisWordsSchema(requiredIds(defined)));
  const open = read("open-questions.json", openQuestionsSchema);

  if (faults.length > 0 || diagnoses === null || open === null) throw new FaultyTexts("exercises", faults);
  return {
    all,
    open,
    diagnoses,
    find: (id) => all.find((exercise) => exercise.id === id) ?? null,
    findOpen: (id) => open.find((question) => question.id === id) ?? null,
  };
}

function requiredIds(defined: readonly ExerciseDefinition[]): RequiredIds {
  const quantities = defined.flatMap((exercise) => exercise.quantities);
  const numbers = quantities.filter((quantity) => quantity.kind === "number");
  return {
    quantities: new Set(quantities.map(({ id }) => id)),
    mistakes: new Set([...slips, swappedFields, earlierKey, ...refitMistakeIds, ...numbers.flatMap(({ mistakes }) => mistakes.map(({ id }) => id))]),
    conventions: new Set(numbers.flatMap(({ conventions }) => conventions.map(({ id }) => id))),
    identities: new Set(defined.flatMap(({ identities }) => identities.map(({ id }) => id))),
  };
}
