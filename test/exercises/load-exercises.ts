import { readJsonFolder } from "../../src/programs/read-json.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { readExercises } from "../../src/exercises/exercises.ts";
import type { ExerciseFile } from "../../src/exercises/exercises.ts";
import type { FindSeries } from "../../src/exercises/variants/fit-pair.ts";
import { variantSolver } from "../../src/exercises/variants/solved-variant.ts";

/** The exercises with their words, and the workings of any variant on the bundled sample. */

export const files: readonly ExerciseFile[] = readJsonFolder("data/lessons/exercises");

export const exercises = readExercises(files);

const datasets = loadDatasets({ sampleFolder: "data/sample" });
if (!datasets.ok) throw new Error(`data/sample: ${datasets.problem.kind}`);

export const loaded = datasets.value;

export const find: FindSeries = (id, frequency) => loaded.find(id, frequency);
export const workOut = variantSolver(find);
