/**
 * Every exercise on every variant it may be given out with: do the keys pass, is no mistake taken as right, which
 * mistakes can't be told apart, and is every other one diagnosed as itself? `--all` prints each collision,
 * `--data data/local` looks at imported data.
 */
import { parseArgs } from "node:util";
import { readJsonFolder } from "../src/programs/read-json.ts";
import { loadDatasets } from "../src/datasets/load-datasets.ts";
import { readExercises } from "../src/exercises/exercises.ts";
import { auditExercise } from "../src/grading/audit.ts";
import type { Audit, Trial, VariantAudit } from "../src/grading/audit.ts";
import { candidateVariants } from "../src/exercises/variants/variant.ts";
import { variantSolver } from "../src/exercises/variants/solved-variant.ts";

const { values } = parseArgs({ options: { all: { type: "boolean", default: false }, data: { type: "string" } } });

const exercises = readExercises(readJsonFolder("data/lessons/exercises"));
const datasets = loadDatasets(
  values.data === undefined ? { sampleFolder: "data/sample" } : { sampleFolder: "data/sample", localFolder: values.data },
);
if (!datasets.ok) throw new Error(JSON.stringify(datasets.problem));
const { value: loaded } = datasets;
const workOut = variantSolver((id, frequency) => loaded.find(id, frequency));

const audits = exercises.all.map((exercise) => {
  const audit = auditExercise(exercise, workOut);
  if (!audit.ok) throw new Error(`${exercise.id}: ${JSON.stringify(audit.problem)}`);
  return { ...audit.value, candidates: candidateVariants(exercise.plan).length };
});

for (const audit of audits) {
  console.log(`\n${audit.exercise}: the chapter's variant and ${audit.variants.length - 1} of ${audit.candidates} candidates`);
  for (const variant of audit.variants) console.log(`  ${line(variant)}`);
  for (const [collision, count] of collisions(audit)) console.log(`    ${collision} · ${variants(count)}`);
}

const trials = audits.flatMap((audit) => audit.variants.flatMap((variant) => variant.trials));
const faults = audits.flatMap((audit) => audit.variants).filter(({ report }) => !report.sound).length;
console.log(`\n${faults === 0 ? "Every key passes, and no undeclared mistake is taken as right." : `${faults} variants are at fault.`}`);
for (const digits of [15, 4, 3]) {
  const typed = trials.filter((trial) => trial.digits === digits);
  const separate = typed.filter(({ mistake }) => mistake.state === "separate");
  console.log(
    `${digits} digits: of ${typed.length} mistakes on a variant ${separate.length} are separable; ` +
      `diagnosed as themselves ${share(separate, ["itself"])}, named ${share(separate, ["itself", "named"])}; ` +
      `of all, named ${share(typed, ["itself", "named"])}`,
  );
}
if (faults > 0) process.exitCode = 1;

function line({ report, trials: all }: VariantAudit): string {
  const exact = all.filter(({ digits }) => digits === 15);
  const states = report.quantities.flatMap(({ mistakes }) => mistakes.map(({ state }) => state));
  const count = (state: string): number => states.filter((each) => each === state).length;
  const keys = report.quantities.every(({ keyPasses }) => keyPasses) ? "keys pass" : "A KEY FAILS";
  const missed = exact.filter(({ result }) => result === "missed").length;
  return [
    report.variant.padEnd(24),
    keys,
    `${count("hidden")} hidden`,
    `${count("declared")} declared`,
    `${count("inseparable")} inseparable`,
    `${exact.length - missed} of ${exact.length} named`,
  ].join(" · ");
}

/** What can't be told apart or seen at all, and on how many variants. */
function collisions(audit: Audit): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { quantity, mistake, state, from, separatedBy } of audit.variants.flatMap(({ report }) =>
    report.quantities.flatMap((each) => each.mistakes.map((mistake) => ({ quantity: each.quantity, ...mistake }))),
  )) {
    if (state === "separate") continue;
    if (!values.all && state === "inseparable" && separatedBy.length === 0 && from.every((id) => id.endsWith("slip"))) continue;
    const ask = separatedBy.length > 0 ? `; ask for ${separatedBy.join(", ")} too` : "";
    const what = state === "inseparable" ? `inseparable from ${from.join(", ")}` : state;
    const text = `${quantity}: ${mistake} ${what}${ask}`;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

function share(of: readonly Trial[], results: readonly Trial["result"][]): string {
  const hits = of.filter(({ result }) => results.includes(result)).length;
  return `${hits} of ${of.length} (${((100 * hits) / Math.max(1, of.length)).toFixed(2)} %)`;
}

function variants(count: number): string {
  return count === 1 ? "1 variant" : `${count} variants`;
}
