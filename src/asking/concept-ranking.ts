import type { Concept, Evidence } from "./concept-evidence.ts";

/** A concept with its share of the chance that any of them is meant. */
export interface RankedConcept extends Concept {
  readonly share: number;
}

export type Weights = Readonly<Record<Concept["kind"], Evidence>>;

/**
 * How much each piece of evidence counts: a conditional logit (McFadden 1974) fitted to the questions of five authors,
 * each with the chances of a classifier that had learnt nothing of that author, and without the wordings of statements
 * that are nearly the question itself. `npm run ask:fit` writes them, and prints how often the first is right by its share
 * where an author is left out of the fit as well.
 */
export const conceptWeights: Weights = {
  entry: { any: -2.098, asks: 0.943, compares: 0.348, isFactor: 2.841, isNamed: 2.618, isSideOfPair: 2.711, likeness: 0.038, likenessOfBest: 3.759, name: 0.164, odds: 0.865, states: -0.392 },
  statement: { agrees: 0.816, any: 1.916, asks: -1.027, compares: -0.411, likeness: 2.912, likenessOfBest: 4.02, odds: 1.319, states: 0.237 },
  pair: { any: 0.189, asks: 0.084, compares: 0.064, confidence: 0.944, isSure: 4.856, odds: 0.382, states: 0.156 },
};

const scoreOf = ({ kind, evidence }: Concept, weights: Weights): number => Object.entries(evidence).reduce((sum, [name, value]) => sum + value * (weights[kind][name] ?? 0), 0);

/** The likeliest first; the shares add up to one. */
export function rankedConcepts(concepts: readonly Concept[], weights: Weights = conceptWeights): readonly RankedConcept[] {
  const scores = concepts.map((concept) => scoreOf(concept, weights));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return concepts
    .map((concept, index) => ({ ...concept, share: (powers[index] ?? 0) / total }))
    .sort((one, other) => other.share - one.share || (one.id < other.id ? -1 : 1));
}
