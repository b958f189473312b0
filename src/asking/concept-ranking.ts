import type { Concept, Evidence } from "./concept-evidence.ts";

/** A concept with its share of the chance that any of them is meant. */
export interface RankedConcept extends Concept {
  readonly share: number;
}

export type Weights = Readonly<Record<Concept["kind"], Evidence>>;

/**
 * How much each piece of evidence counts: a conditional logit (McFadden 1974) fitted to the questions of five authors,
 * each with the chances of a classifier that had learnt nothing of that author, and without the wordings of statements
 * that are nearly the question itself (`npm run ask:fit`). Over authors who were left out of the fit as well, shares and
 * how often they are right agree.
 */
export const conceptWeights: Weights = {
  entry: { any: -2.088, asks: 0.968, compares: 0.349, isFactor: 2.837, isNamed: 2.615, isSideOfPair: 2.687, likeness: 0.077, likenessOfBest: 3.763, name: 0.152, odds: 0.864, states: -0.393 },
  statement: { agrees: 0.809, any: 1.901, asks: -1.035, compares: -0.4, likeness: 2.911, likenessOfBest: 3.999, odds: 1.306, states: 0.232 },
  pair: { any: 0.186, asks: 0.067, compares: 0.052, confidence: 0.94, isSure: 4.883, odds: 0.382, states: 0.162 },
};

export const scoreOf = ({ kind, evidence }: Concept, weights: Weights): number => Object.entries(evidence).reduce((sum, [name, value]) => sum + value * (weights[kind][name] ?? 0), 0);

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
