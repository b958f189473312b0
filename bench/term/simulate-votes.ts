/**
 * A term of made-up learners who also vote once a week in class, in two rounds: what they can do at the end, with the votes
 * and without, by the schedule and in blocks. Writes its table into bench/README.md and its picture to
 * docs/pictures/term-votes.png.
 *
 *     npm run simulate:votes                 300 learners, 5 seeds
 *     npm run simulate:votes -- 50 2         fewer, printed and not written
 */
import { writeFileSync } from "node:fs";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { seededRandom } from "../../src/engine/seeded-random.ts";
import { readExercises } from "../../src/exercises/exercises.ts";
import { variantSolver } from "../../src/exercises/variants/solved-variant.ts";
import { readJsonFolder } from "../../src/programs/read-json.ts";
import { drawChart } from "../../src/render/chart/draw.ts";
import { writeTable } from "../calibration/table.ts";
import { holdVote, questionOf, type Question } from "./lecture.ts";
import { learner, type Learner } from "./learner.ts";
import { countVariants, differenceOverSeeds, overSeeds } from "./over-seeds.ts";
import { meanOf, termByLectures, termDays, type Policy } from "./term.ts";

const [learners = 300, seeds = 5] = process.argv.slice(2).map(Number);
const exercises = readExercises(readJsonFolder("data/lessons/exercises")).all;
const datasets = loadDatasets({ sampleFolder: "data/sample" });
if (!datasets.ok) throw new Error(datasets.problem.kind);
const { value: loaded } = datasets;
const workOut = variantSolver((id, frequency) => loaded.find(id, frequency));
const questions = exercises.flatMap((exercise) =>
  questionOf(exercise, (variant) => {
    const solved = workOut(variant);
    if (!solved.ok) throw new Error(`${exercise.id}: ${solved.problem.kind}`);
    return solved.value;
  }) ?? [],
);
const mistakesOf = (id: string): readonly string[] => exercises.find((exercise) => exercise.id === id)?.quantities.flatMap((quantity) => (quantity.kind === "number" ? quantity.mistakes.map(({ id: mistake }) => mistake) : [])) ?? [];
const weeks = termDays / 7;
const started = performance.now();

interface ClassTerm {
  readonly atExam: number;
  readonly known: readonly number[];
  /** By week, shares of those who voted both times. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  readonly practised: number;
}

/** A class is together at each lecture and practises alone between them. */
function playClass(seed: number, policy: Policy, asked: readonly Question[]): ClassTerm {
  const people: readonly Learner[] = Array.from({ length: learners }, (_, n) => learner(1_000_003 * (seed + 1) + n, mistakesOf, "spacing"));
  const terms = people.map((person, n) => termByLectures(exercises, `${String(seed)}/${String(n)}`, person, policy));
  const draw = seededRandom(77 + seed);
  const random = (): number => draw(2 ** 31) / 2 ** 31;
  // By chance, so that a week's vote is not on what a block of practice is about in the same week.
  const order = asked.map((question) => ({ question, place: random() })).sort((a, b) => a.place - b.place);
  const votes = [];
  for (;;) {
    const steps = terms.map((term) => term.next());
    const [lecture] = steps;
    if (lecture === undefined || lecture.done) {
      const done = steps.flatMap((step) => (step.done ? [step.value] : []));
      const both = votes.flatMap((vote) => vote.both ?? []);
      const wrongFirst = votes.reduce((sum, { rounds: [first] }) => sum + (first?.voters ?? 0) - (first?.correct ?? 0), 0);
      const rightFirst = votes.reduce((sum, { rounds: [first] }) => sum + (first?.correct ?? 0), 0);
      return {
        atExam: meanOf(done.map(({ atExam }) => atExam)),
        known: Array.from({ length: weeks }, (_, week) => meanOf(done.map(({ known }) => known[week] ?? 0))),
        before: votes.map(({ rounds: [first] }) => (first?.correct ?? 0) / (first?.voters ?? 1)),
        after: votes.map(({ rounds: [, second] }) => (second?.correct ?? 0) / (second?.voters ?? 1)),
        wrongToRight: both.reduce((sum, { wrongToRight }) => sum + wrongToRight, 0) / Math.max(1, wrongFirst),
        rightToWrong: both.reduce((sum, { rightToWrong }) => sum + rightToWrong, 0) / Math.max(1, rightFirst),
        practised: countVariants(done),
      };
    }
    const question = order[lecture.value.week % Math.max(1, order.length)]?.question;
    if (question !== undefined) votes.push(holdVote(question, people, lecture.value.day, random));
  }
}

const names: Readonly<Partial<Record<Policy, string>>> = { scheduled: "by the schedule", massed: "in blocks (massed)", "in-turn": "each in turn" };
const rows = (["scheduled", "massed", "in-turn"] as const).flatMap((policy) =>
  [questions, []].map((asked) => ({ policy, votes: asked.length > 0, terms: Array.from({ length: seeds }, (_, seed) => playClass(seed, policy, asked)) })),
);
const over = (terms: readonly ClassTerm[], of: (term: ClassTerm) => number): string => overSeeds(terms.map(of));
const rightOf = (terms: readonly ClassTerm[]): readonly number[] => terms.map(({ atExam }) => atExam * exercises.length);
const lines = rows.map(({ policy, votes, terms }) => {
  const cells = votes ? [over(terms, ({ before }) => meanOf(before)), over(terms, ({ after }) => meanOf(after)), over(terms, ({ wrongToRight }) => wrongToRight), over(terms, ({ rightToWrong }) => rightToWrong)] : ["–", "–", "–", "–"];
  const without = rows.find((row) => row.policy === policy && !row.votes)?.terms ?? [];
  const gained = votes ? differenceOverSeeds(rightOf(terms), rightOf(without)) : "";
  return `| ${names[policy] ?? policy} | ${votes ? "one a week" : "none"} | ${overSeeds(rightOf(terms))} | ${gained} | ${cells.join(" | ")} | ${terms.reduce((sum, { practised }) => sum + practised, 0).toLocaleString("en-US")} |`;
});
const table = [`| practice | votes | right at the exam, of ${String(exercises.length)} | by the votes | right first | right after | of the wrong, then right | of the right, then wrong | variants, none twice |`, "|---|---|---|---|---|---|---|---|---|", ...lines].join("\n");
const made = `${String(learners)} learners in one class, ${String(seeds)} seeds, ${String(weeks)} weeks with a vote on one of ${String(questions.length)} exercises; shares of the class; means with their 95% intervals over the seeds.`;
console.log(`${made}\n\n${table}\n\n${((performance.now() - started) / 1000).toFixed(0)} s`);
if (process.argv.length === 2) {
  writeTable("bench/README.md", "term-votes", `${made}\n\n${table}`);
  const axis = { label: "Week of the term", format: "number", min: 1, max: weeks } as const;
  const x = Array.from({ length: weeks }, (_, week) => week + 1);
  const byWeek = (terms: readonly ClassTerm[], of: (term: ClassTerm) => readonly number[]): readonly number[] => x.map((_, week) => meanOf(terms.map((term) => of(term)[week] ?? 0)));
  const find = (policy: Policy, votes: boolean): readonly ClassTerm[] => rows.find((row) => row.policy === policy && row.votes === votes)?.terms ?? [];
  const line = (label: string, role: "hedged" | "fit" | "market", y: readonly number[], dashed: boolean) => ({ type: "line", label, role, x, y, dashed }) as const;
  const known = ({ known: shares }: ClassTerm): readonly number[] => shares.map((share) => share * exercises.length);
  writeFileSync("docs/pictures/term-votes.png", drawChart({
    width: 800,
    height: 880,
    title: "A made-up class that votes once a week",
    panels: [
      { title: "Right in the vote", x: axis, y: { label: "share of the class", format: "number", min: 0, max: 1 }, layers: [line("after the discussion", "hedged", byWeek(find("scheduled", true), ({ after }) => after), false), line("before it", "fit", byWeek(find("scheduled", true), ({ before }) => before), true)] },
      { title: `Right in a new exercise, of ${String(exercises.length)}`, x: axis, y: { label: "exercises", format: "number", min: 0, max: 8 }, layers: [line("in turn, votes", "market", byWeek(find("in-turn", true), known), false), line("schedule, votes", "hedged", byWeek(find("scheduled", true), known), false), line("schedule alone", "hedged", byWeek(find("scheduled", false), known), true), line("blocks, votes", "fit", byWeek(find("massed", true), known), false)] },
    ],
  }));
}
