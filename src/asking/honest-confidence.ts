import type { Evidence } from "./evidence.ts";

/**
 * How often readings of this evidence are right: a logistic regression, fitted to the questions of the authors, each read
 * by a reader whose classifier had learnt nothing of that author (`npm run ask:fit`).
 */
export function honestConfidence(evidence: Evidence, weights: Evidence = confidenceWeights): number {
  return 1 / (1 + Math.exp(-Object.entries(evidence).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0)));
}

/**
 * The same for somebody whom neither grammar, classifier nor weights know: those authors' questions had all been seen when
 * the grammar was made, and a stranger's are read worse. Odds are scaled by what two authors' questions came to, read
 * before anybody had opened them (Platt 1999; `test/asking/authors/unseen-read.json`, fitted by `npm run ask:fit`).
 */
export function strangerConfidence(evidence: Evidence, { slope, intercept }: StrangerScale = strangerScale, weights: Evidence = confidenceWeights): number {
  return 1 / (1 + Math.exp(-(intercept + slope * logOdds(honestConfidence(evidence, weights)))));
}

export interface StrangerScale {
  readonly slope: number;
  readonly intercept: number;
}

export const strangerScale: StrangerScale = { slope: 0.76, intercept: -0.479 };

export const confidenceWeights: Evidence = {
  commandShare: 0.699,
  computed: 0.81,
  computedOdds: 0.4,
  condition: -0.409,
  course: -0.268,
  courseOdds: 0.906,
  elsewhere: -0.38,
  entry: -0.515,
  entryClassified: 0.519,
  entryLikest: 0.293,
  entryOdds: 0.234,
  entryShare: 0.411,
  error: 0.201,
  errorOdds: 1.066,
  explains: -0.473,
  followUp: 2.932,
  followUpExplains: -0.407,
  isAlone: -0.511,
  isClassified: -0.434,
  isElsewhere: -0.806,
  isPrompt: 0.052,
  isStrange: 0.104,
  isVoted: 1.182,
  leftOut: -0.088,
  leftOutMuch: -0.153,
  length: 0.159,
  named: -0.055,
  noQuantity: -0.321,
  number: 0.805,
  otherQuantity: -0.712,
  ownNumber: 0.568,
  ownNumberExplains: -0.339,
  ownNumberOdds: 0.734,
  pair: 0.662,
  pairClassified: 0.111,
  pairOdds: 0.873,
  pairShare: 0.532,
  runnerUp: -0.025,
  sentences: 0.053,
  statement: -1.479,
  statementClassified: -0.527,
  statementLikest: 0.553,
  statementOdds: 0.441,
  statementShare: 1.038,
  supposes: -0.359,
  unknown: 0.357,
  unsaid: -0.492,
  why: -0.647,
};

/**
 * Readings that are right less often are offered. Of six authors whom neither the classifier nor the weights knew, 77.7% of
 * the questions are then right and 2.2% wrong (`npm run ask:score -- --trade-off` prints the curve); of the two who were read
 * unseen, 70% and 7.2%.
 */
export const runFrom = 0.88;

/** The log odds that count: of more chance readings are right no more often. */
export const countedOdds = (chance: number): number => logOdds(Math.min(surest, chance));
const surest = 0.995;

/** Of a chance that is kept from 0 and 1, whose odds have no logarithm. */
export function logOdds(chance: number): number {
  const kept = Math.min(0.9995, Math.max(0.0001, chance));
  return Math.log(kept / (1 - kept));
}
