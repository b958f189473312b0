/**
 * A term of made-up learners with the real schedule, and with the same number of exercises in blocks, in turn, and as they
 * were suggested before: what they can do at the end, over several seeds. Nobody may meet a variant twice, or it fails. Writes
 * its table into bench/README.md and its picture to docs/pictures/term.png.
 *
 *     npm run simulate:term                  300 learners, 5 seeds
 *     npm run simulate:term -- 50 5          fewer, printed and not written
 */
import { writeFileSync } from "node:fs";
import { readExercises } from "../../src/exercises/exercises.ts";
import { readJsonFolder } from "../../src/programs/read-json.ts";
import { drawChart } from "../../src/render/chart/draw.ts";
import type { ChartSpec } from "../../src/render/chart/chart-spec.ts";
import { writeTable } from "../calibration/table.ts";
import { learner, type Memory } from "./learner.ts";
import { countVariants, differenceOverSeeds, overSeeds } from "./over-seeds.ts";
import { meanOf, perSession, playTerm, policies, termDays, type Policy } from "./term.ts";

const [learners = 300, seeds = 5] = process.argv.slice(2).map(Number);
const exercises = readExercises(readJsonFolder("data/lessons/exercises")).all;
const mistakesOf = (id: string): readonly string[] => exercises.find((exercise) => exercise.id === id)?.quantities.flatMap((quantity) => (quantity.kind === "number" ? quantity.mistakes.map(({ id: mistake }) => mistake) : [])) ?? [];
const started = performance.now();

interface Outcome {
  /** By seed, averages over the learners. */
  readonly atExam: readonly number[];
  readonly securely: readonly number[];
  readonly mastered: readonly number[];
  readonly idle: readonly number[];
  /** By week, averages over learners and seeds. */
  readonly known: readonly number[];
  readonly practised: number;
}

function outcomeOf(policy: Policy, memory: Memory, inSession: number): Outcome {
  const bySeed = Array.from({ length: seeds }, (_, seed) =>
    Array.from({ length: learners }, (_, n) => playTerm(exercises, `${String(seed)}/${String(n)}`, learner(1_000_003 * (seed + 1) + n, mistakesOf, memory), policy, inSession)),
  );
  const all = bySeed.flat();
  return {
    atExam: bySeed.map((terms) => meanOf(terms.map(({ atExam }) => atExam))),
    securely: bySeed.map((terms) => meanOf(terms.map(({ securely }) => securely))),
    mastered: bySeed.map((terms) => meanOf(terms.map(({ mastered }) => mastered))),
    idle: bySeed.map((terms) => meanOf(terms.map(({ idle }) => idle))),
    known: Array.from({ length: termDays / 7 }, (_, week) => meanOf(all.map(({ known }) => known[week] ?? 0))),
    practised: countVariants(all),
  };
}

const names: Readonly<Record<Policy, string>> = {
  scheduled: "by the schedule",
  massed: "massed: one exercise after another, in blocks",
  "in-turn": "each in turn",
  "first-unsolved": "the first unsolved one (before)",
};
const shortNames: Readonly<Record<Policy, string>> = { scheduled: "schedule", massed: "in blocks", "in-turn": "in turn", "first-unsolved": "first unsolved" };
const memories: readonly { readonly memory: Memory; readonly inSession: number; readonly name: string }[] = [
  { memory: "spacing", inSession: perSession, name: "Pavlik and Anderson's, with the spacing effect" },
  { memory: "spacing", inSession: 1, name: "the same, with time for one in a session" },
  { memory: "no-spacing", inSession: perSession, name: "without a spacing effect" },
];

const outcomes = memories.map(({ memory, inSession, name }) => ({ name, rows: policies.map((policy) => ({ policy, outcome: outcomeOf(policy, memory, inSession) })) }));
const rightOf = ({ atExam }: Outcome): readonly number[] => atExam.map((share) => share * exercises.length);
const lines = outcomes.flatMap(({ name, rows }) =>
  rows.map(({ policy, outcome }) => {
    const schedule = rows.find((row) => row.policy === "scheduled")?.outcome;
    const less = schedule === undefined || policy === "scheduled" ? "" : differenceOverSeeds(rightOf(schedule), rightOf(outcome));
    return `| ${name} | ${names[policy]} | ${overSeeds(rightOf(outcome))} | ${less} | ${overSeeds(outcome.securely)} | ${overSeeds(outcome.mastered)} | ${overSeeds(outcome.idle, 1)} | ${outcome.practised.toLocaleString("en-US")} |`;
  }),
);
const table = [`| memory | what is practised | right at the exam, of ${String(exercises.length)} | schedule less this | at 80% and more | mastered by the rule | unused | variants, none twice |`, "|---|---|---|---|---|---|---|---|", ...lines].join("\n");
const made = `${String(learners)} learners, ${String(seeds)} seeds, ${String(termDays / 7)} weeks of two sessions of ${String(perSession)} exercises, an exam three days later; means with their 95% intervals over the seeds.`;
const [first] = outcomes;
console.log(`${made}\n\n${table}\n\n${((performance.now() - started) / 1000).toFixed(0)} s`);
if (process.argv.length === 2 && first !== undefined) {
  writeTable("bench/README.md", "term", `${made}\n\n${table}`);
  writeFileSync("docs/pictures/term.png", drawChart(pictureOf(first.rows)));
}

function pictureOf(rows: readonly { readonly policy: Policy; readonly outcome: Outcome }[]): ChartSpec {
  const roles = { scheduled: "hedged", massed: "fit", "in-turn": "market", "first-unsolved": "riskFree" } as const;
  const weeks = Array.from({ length: termDays / 7 }, (_, week) => week + 1);
  return {
    width: 800,
    height: 480,
    title: "What a made-up learner would get right",
    panels: [
      {
        x: { label: "Week of the term", format: "number", min: 1, max: termDays / 7 },
        y: { label: `of ${String(exercises.length)} exercises`, format: "number", min: 0, max: 8 },
        layers: rows.map(({ policy, outcome }) => ({ type: "line", label: shortNames[policy], role: roles[policy], x: weeks, y: outcome.known.map((share) => share * exercises.length), dashed: policy !== "scheduled" }) as const),
      },
    ],
  };
}
