import type { Concept } from "./concept-evidence.ts";
import type { Evidence } from "./evidence.ts";

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
  entry: { any: -1.959, asks: 0.923, compares: 0.437, isFactor: 2.304, isNamed: 2.285, isPrompt: -2.036, isSideOfPair: 2.717, likeness: 0.453, likenessOfBest: 3.508, name: 0.413, odds: 0.929, states: -0.587 },
  statement: { agrees: 1.098, any: 1.907, asks: -1.071, compares: -0.413, likeness: 3.487, likenessOfBest: 3.667, odds: 1.341, states: 0.466 },
  pair: { any: 0.061, asks: 0.148, compares: -0.023, confidence: 0.865, isSure: 4.868, odds: 0.364, states: 0.122 },
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
