/**
 * Fits the weights of `src/asking/concept-ranking.ts`, a conditional logit, to the authors' questions about the course's
 * matter, each author read by a classifier without that author, and writes them there: `npm run ask:fit`. `-- --shares`
 * prints how often the first is right by its share where the author was left out of the fit as well.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parserOf } from "../src/asking/question-reader.ts";
import { rankedConcepts, type Weights } from "../src/asking/concept-ranking.ts";
import { writtenAuthors } from "../test/asking/authors/frames.ts";
import { unlearntKnowledge } from "../test/asking/known.ts";
import { conceptExamples, type ConceptExample } from "./asking/concept-examples.ts";
import { classifierWithout } from "./asking/apart-classifiers.ts";
import { parsingOnce } from "./asking/training-examples.ts";

const ridge = 0.1;
const steps = 1500;
const rate = 0.05;

/** A question's concepts as numbers: of each the columns of its evidence and their values, and whether it answers. */
type Rows = readonly { readonly columns: readonly number[]; readonly values: readonly number[]; readonly isRight: boolean }[];

/** Gradient ascent with the steps of Adam (Kingma & Ba 2015) on the likelihood of what answers, with a ridge. */
function fitted(examples: readonly ConceptExample[]): Weights {
  const names = [...new Set(examples.flat().flatMap(({ concept: { kind, evidence } }) => Object.keys(evidence).map((name) => `${kind} ${name}`)))].sort();
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const questions = examples.map((example) => rowsOf(example, columnOf)).filter((rows) => rows.some(({ isRight }) => isRight));
  const weights = new Float64Array(names.length);
  const means = new Float64Array(names.length);
  const squares = new Float64Array(names.length);
  for (let step = 1; step <= steps; step++) {
    const slopes = weights.map((weight) => -2 * ridge * weight);
    for (const rows of questions) addPulls(rows, weights, slopes);
    slopes.forEach((slope, column) => {
      const mean = (means[column] = 0.9 * (means[column] ?? 0) + 0.1 * slope);
      const square = (squares[column] = 0.999 * (squares[column] ?? 0) + 0.001 * slope * slope);
      weights[column] = (weights[column] ?? 0) + (rate * (mean / (1 - 0.9 ** step))) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
    });
  }
  const of = (kind: string) => Object.fromEntries(names.flatMap((name, column) => (name.startsWith(`${kind} `) ? [[name.slice(kind.length + 1), weights[column] ?? 0]] : [])));
  return { entry: of("entry"), statement: of("statement"), pair: of("pair") };
}

/** What answers fully is right; where nothing does, what answers by half. Evidence of 0 says nothing and is left out. */
function rowsOf(example: ConceptExample, columnOf: ReadonlyMap<string, number>): Rows {
  const best = example.some(({ grade }) => grade === 1) ? 1 : 0.5;
  return example.map(({ concept: { kind, evidence }, grade }) => {
    const said = Object.entries(evidence).filter(([, value]) => value !== 0);
    return { columns: said.map(([name]) => columnOf.get(`${kind} ${name}`) ?? 0), values: said.map(([, value]) => value), isRight: grade >= best };
  });
}

/** Adds a question's derivatives of the log likelihood by each weight. */
function addPulls(rows: Rows, weights: Float64Array, slopes: Float64Array): void {
  const scores = rows.map(({ columns, values }) => columns.reduce((sum, column, index) => sum + (weights[column] ?? 0) * (values[index] ?? 0), 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const right = rows.reduce((sum, { isRight }, index) => sum + (isRight ? (powers[index] ?? 0) : 0), 0);
  rows.forEach(({ columns, values, isRight }, index) => {
    const pull = (isRight ? (powers[index] ?? 0) / right : 0) - (powers[index] ?? 0) / total;
    columns.forEach((column, place) => (slopes[column] = (slopes[column] ?? 0) + pull * (values[place] ?? 0)));
  });
}

const knowledge = unlearntKnowledge();
const parse = parsingOnce(parserOf(knowledge));
const byAuthor = writtenAuthors.map((author) => {
  return conceptExamples(author, classifierWithout(author, knowledge, parse), knowledge, parse);
});

/** `--shares`: the fit once more without each author. */
const shares = (process.argv.includes("--shares") ? byAuthor : []).flatMap((examples, index) => {
  const weights = fitted(byAuthor.filter((_, other) => other !== index).flat());
  return examples.flatMap((example) => {
    const [first] = rankedConcepts(example.map(({ concept }) => concept), weights);
    const grade = example.find(({ concept }) => concept.id === first?.id && concept.kind === first.kind)?.grade ?? 0;
    return first === undefined ? [] : [{ share: first.share, grade }];
  });
});
for (const threshold of shares.length === 0 ? [] : [0, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const run = shares.filter(({ share }) => share >= threshold);
  const of = (grade: number): string => `${((100 * run.filter((one) => one.grade === grade).length) / shares.length).toFixed(1)}%`;
  console.log(`share ≥ ${String(threshold)}: ${of(1)} right, ${of(0.5)} half, ${of(0)} wrong`);
}
const file = new URL("../src/asking/concept-ranking.ts", import.meta.url);
const written = (evidence: Weights[keyof Weights]): string => Object.entries(evidence).map(([name, value]) => `${name}: ${String(Math.round(1000 * value) / 1000)}`).join(", ");
const lines = Object.entries(fitted(byAuthor.flat())).map(([kind, evidence]) => `  ${kind}: { ${written(evidence)} },\n`).join("");
const source = readFileSync(file, "utf8");
const fittedSource = source.replace(/(?<=conceptWeights: Weights = \{\n).*?(?=\};\n)/su, lines);
writeFileSync(file, fittedSource);
console.log(`${lines}${fittedSource === source ? "as they were" : "written to src/asking/concept-ranking.ts"}`);
