import { Matrix, solve } from "ml-matrix";
import type { Evidence } from "../../src/asking/evidence.ts";
import { honestConfidence, logOdds, type StrangerScale } from "../../src/asking/honest-confidence.ts";
import type { Run } from "./runs-apart.ts";

const ridge = 1;
const steps = 25;

/** A run that was right, or half right and said so, did what it should. */
const isRight = ({ ran }: Run): boolean => ran === "right" || ran === "half";

/** The weights of a logistic regression of being right on the evidence, with a ridge (le Cessie & van Houwelingen 1992), by Newton's method. */
export function fittedConfidence(runs: readonly Run[]): Evidence {
  const decided = runs.flatMap((run) => (run.evidence === null ? [] : [{ evidence: run.evidence, right: isRight(run) ? 1 : 0 }]));
  const names = [...new Set(decided.flatMap(({ evidence }) => Object.keys(evidence).filter((name) => evidence[name] !== 0)))].sort();
  const columnOf = new Map(names.map((name, column) => [name, column]));
  const rows = decided.map(({ evidence, right }) => ({ right, values: Object.entries(evidence).flatMap(([name, value]) => (value === 0 ? [] : [[columnOf.get(name) ?? 0, value] as const])) }));
  let weights = names.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const slopes = weights.map((weight) => -ridge * weight);
    const curvature = Matrix.eye(names.length, names.length).mul(ridge);
    for (const { right, values } of rows) {
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, [column, value]) => sum + (weights[column] ?? 0) * value, 0)));
      for (const [column, value] of values) {
        slopes[column] = (slopes[column] ?? 0) + (right - chance) * value;
        for (const [other, factor] of values) curvature.set(column, other, curvature.get(column, other) + chance * (1 - chance) * value * factor);
      }
    }
    const change = solve(curvature, Matrix.columnVector(slopes)).to1DArray();
    weights = weights.map((weight, column) => weight + (change[column] ?? 0));
  }
  return Object.fromEntries(names.map((name, column) => [name, Math.round(1000 * (weights[column] ?? 0)) / 1000]));
}

/** Slope and intercept of being right on the log odds of the confidence by the weights, of authors who were read unseen. */
export function fittedStrangers(runs: readonly Run[], weights: Evidence): StrangerScale {
  const scaled = runs.map((run) => ({ ...run, evidence: run.evidence && { one: 1, odds: logOdds(honestConfidence(run.evidence, weights)) } }));
  const { one = 0, odds = 0 } = fittedConfidence(scaled);
  return { slope: odds, intercept: one };
}
