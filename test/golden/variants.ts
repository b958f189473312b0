/**
 * Every variant of every exercise that is given out on the bundled sample, with its keys, for wrong-submissions.py:
 *
 *     npx tsx test/golden/variants.ts        writes variants.json
 *
 * The chapter's variant, then those that make a sound question.
 */
import { writeFileSync } from "node:fs";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";
import type { ExerciseDefinition } from "../../src/exercises/exercise.ts";
import { soundVariants } from "../../src/exercises/variants/sound-variants.ts";
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import { variantSolver } from "../../src/exercises/variants/solved-variant.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";

const datasets = loadDatasets({ sampleFolder: "data/sample" });
if (!datasets.ok) throw new Error(JSON.stringify(datasets.problem));
const { value: loaded } = datasets;
const workOut = variantSolver((id, frequency) => loaded.find(id, frequency));

const exercises = definitions.map((exercise) => {
  const chapter = workOut(chapterVariant(exercise.plan));
  if (!chapter.ok) throw new Error(`${exercise.id}: ${JSON.stringify(chapter.problem)}`);
  return {
    id: exercise.id,
    parts: exercise.quantities.map((quantity) =>
      quantity.kind === "choice"
        ? { id: quantity.id, choices: quantity.choices.map(({ id }) => id) }
        : { id: quantity.id, unit: quantity.unit, tolerance: quantity.tolerance },
    ),
    variants: [chapter.value, ...soundVariants(exercise, workOut)].map((workings) => told(exercise, workings)),
  };
});

function told({ quantities }: ExerciseDefinition, workings: SolvedVariant): object {
  const { variant, model } = workings;
  return {
    id: variant.id,
    asset: variant.asset,
    factor: variant.factor,
    other: variant.comparison,
    frequency: "daily",
    first: model.first,
    last: model.last,
    n: model.observations,
    ...(variant.window.from !== undefined && { from: variant.window.from, to: variant.window.to }),
    ...(variant.budget !== null && { budget: variant.budget }),
    ...(variant.share !== null && { share: variant.share }),
    keys: Object.fromEntries(quantities.map((quantity) => [quantity.id, withoutRounding(quantity.key(workings))])),
  };
}

/** The correlation of hedged returns is 0 by construction; what is left of it differs from machine to machine. */
function withoutRounding(key: string | number): string | number {
  return typeof key === "number" && Math.abs(key) < 1e-12 ? 0 : key;
}

/** One variant a line, so that a change shows where it is. */
const lines = exercises.map(
  ({ id, parts, variants }) =>
    ` {"id": "${id}",\n  "parts": ${JSON.stringify(parts)},\n  "variants": [\n` +
    `${variants.map((variant) => `   ${JSON.stringify(variant)}`).join(",\n")}\n  ]}`,
);
writeFileSync(new URL("variants.json", import.meta.url), `[\n${lines.join(",\n")}\n]\n`);
