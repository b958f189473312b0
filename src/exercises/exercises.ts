import { definitions } from "./definitions/index.ts";
import { readDiagnosisWords } from "./diagnosis-words.ts";
import type { DiagnosisWords, RequiredIds } from "./diagnosis-words.ts";
import type { Exercise, ExerciseDefinition } from "./exercise.ts";
import { readExerciseText } from "./exercise-text.ts";
import { slips, swappedFields } from "./marking/slips.ts";
import { readOpenQuestions } from "./open-question.ts";
import type { OpenQuestion } from "./open-question.ts";
import { wrongTurnIds } from "./variants/wrong-turns.ts";

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
 * every mistake, convention and identity, `open-questions.json`.
 *
 * Throws one Error that lists every fault with its file and field: these are our own files, so a fault is a
 * bug of ours and the program does not start.
 */
export function readExercises(
  files: readonly ExerciseFile[],
  defined: readonly ExerciseDefinition[] = definitions,
): Exercises {
  const faults: string[] = [];
  const contentOf = (file: string): unknown => {
    const found = files.find((entry) => entry.file === file);
    if (found === undefined) faults.push(`${file}: is missing`);
    return found?.content;
  };
  const addFaults = (file: string, found: readonly string[]): void =>
    void faults.push(...found.map((fault) => `${file}: ${fault}`));

  const names = [...defined.map(({ id }) => `${id}.json`), "diagnoses.json", "open-questions.json"];
  for (const { file } of files) if (!names.includes(file)) faults.push(`${file}: belongs to no exercise`);
  if (new Set(names).size < names.length) faults.push("two exercises have one id");

  const all = defined.map((definition) => {
    const file = `${definition.id}.json`;
    const read = readExerciseText(contentOf(file), definition);
    addFaults(file, read.faults);
    return { ...definition, text: read.text };
  });
  const diagnoses = readDiagnosisWords(contentOf("diagnoses.json"), requiredIds(defined));
  addFaults("diagnoses.json", diagnoses.faults);
  const open = readOpenQuestions(contentOf("open-questions.json"));
  addFaults("open-questions.json", open.faults);

  if (faults.length > 0) throw new Error(`The exercises can't be used:\n${faults.join("\n")}`);
  return {
    all,
    open: open.questions,
    diagnoses: diagnoses.words,
    find: (id) => all.find((exercise) => exercise.id === id) ?? null,
    findOpen: (id) => open.questions.find((question) => question.id === id) ?? null,
  };
}

function requiredIds(defined: readonly ExerciseDefinition[]): RequiredIds {
  const numbers = defined.flatMap(({ quantities }) => quantities).filter((quantity) => quantity.kind === "number");
  return {
    mistakes: new Set([...slips, swappedFields, ...wrongTurnIds, ...numbers.flatMap(({ mutations }) => mutations.map(({ id }) => id))]),
    conventions: new Set(numbers.flatMap(({ conventions }) => conventions.map(({ id }) => id))),
    identities: new Set(defined.flatMap(({ identities }) => identities.map(({ id }) => id))),
  };
}
