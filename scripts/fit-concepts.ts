/**
 * Fits the weights of `src/asking/concept-ranking.ts`, a conditional logit, to the authors' questions about the course's
 * matter, each author read by a classifier without that author: `npm run ask:fit`. Prints the weights, and how often the
 * first is right by its share where the author was left out of the fit as well.
 */
import { readClassifier } from "../src/asking/linear-classifier.ts";
import { parserOf } from "../src/asking/question-reader.ts";
import { rankedConcepts, scoreOf, type Weights } from "../src/asking/concept-ranking.ts";
import { writtenAuthors } from "../test/asking/authors/frames.ts";
import { unlearntKnowledge } from "../test/asking/known.ts";
import { conceptExamples, type ConceptExample } from "./asking/concept-examples.ts";
import { sharpness } from "./asking/sharpness.ts";
import { trainClassifier } from "./asking/train-classifier.ts";
import { examplesOf, labelledQuestions } from "./asking/training-examples.ts";

const ridge = 0.1;
const steps = 1500;
const rate = 0.05;

/** Gradient ascent with the steps of Adam (Kingma & Ba 2015) on the likelihood of what answers, with a ridge. */
function fitted(examples: readonly ConceptExample[]): Weights {
  const weights: Record<string, Record<string, number>> = { entry: {}, statement: {}, pair: {} };
  const moments = new Map<string, [number, number]>();
  for (let step = 1; step <= steps; step++) {
    const gradient = new Map<string, number>();
    for (const example of examples) {
      const best = example.some(({ grade }) => grade === 1) ? 1 : 0.5;
      const answers = example.filter(({ grade }) => grade >= best);
      if (answers.length === 0) continue;
      const scores = example.map(({ concept }) => scoreOf(concept, weights as Weights));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const right = example.reduce((sum, { grade }, index) => sum + (grade >= best ? (powers[index] ?? 0) : 0), 0);
      example.forEach(({ concept, grade }, index) => {
        const pull = (grade >= best ? (powers[index] ?? 0) / right : 0) - (powers[index] ?? 0) / total;
        for (const [name, value] of Object.entries(concept.evidence)) gradient.set(`${concept.kind} ${name}`, (gradient.get(`${concept.kind} ${name}`) ?? 0) + pull * value);
      });
    }
    for (const [key, pull] of gradient) {
      const [kind = "", name = ""] = key.split(" ");
      const of = (weights[kind] ??= {});
      const slope = pull - 2 * ridge * (of[name] ?? 0);
      const [mean, square] = moments.get(key) ?? [0, 0];
      const next: [number, number] = [0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope * slope];
      moments.set(key, next);
      of[name] = (of[name] ?? 0) + (rate * (next[0] / (1 - 0.9 ** step))) / (Math.sqrt(next[1] / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return weights as Weights;
}

const knowledge = unlearntKnowledge();
const parse = parserOf(knowledge);
const byAuthor = writtenAuthors.map((author) => {
  const others = writtenAuthors.filter((other) => other !== author);
  const classifier = readClassifier(trainClassifier(examplesOf(labelledQuestions(knowledge, others), parse), sharpness));
  return conceptExamples(author, classifier, knowledge, parse);
});

const shares = byAuthor.flatMap((examples, index) => {
  const weights = fitted(byAuthor.filter((_, other) => other !== index).flat());
  return examples.flatMap((example) => {
    const [first] = rankedConcepts(example.map(({ concept }) => concept), weights);
    const grade = example.find(({ concept }) => concept.id === first?.id && concept.kind === first.kind)?.grade ?? 0;
    return first === undefined ? [] : [{ share: first.share, grade }];
  });
});
for (const threshold of [0, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const run = shares.filter(({ share }) => share >= threshold);
  const of = (grade: number): string => `${((100 * run.filter((one) => one.grade === grade).length) / shares.length).toFixed(1)}%`;
  console.log(`share ≥ ${String(threshold)}: ${of(1)} right, ${of(0.5)} half, ${of(0)} wrong`);
}
const rounded = Object.fromEntries(Object.entries(fitted(byAuthor.flat())).map(([kind, of]) => [kind, Object.fromEntries(Object.entries(of).map(([name, value]) => [name, Math.round(1000 * value) / 1000]))]));
console.log(JSON.stringify(rounded));
