import { expect, test } from "vitest";
import type { Concept } from "../../src/asking/concept-evidence.ts";
import { conceptWeights, rankedConcepts } from "../../src/asking/concept-ranking.ts";

const entry = (id: string, evidence: Readonly<Record<string, number>>): Concept => ({ kind: "entry", id, evidence: { any: 1, odds: -4, likeness: 0, likenessOfBest: 0, name: 0, isNamed: 0, isFactor: 0, isSideOfPair: 0, states: 0, asks: 0, compares: 0, ...evidence } });
const statement = (id: string, evidence: Readonly<Record<string, number>>): Concept => ({ kind: "statement", id, evidence: { any: 1, odds: -4, likeness: 0, likenessOfBest: 0, agrees: 0, states: 0, asks: 0, compares: 0, ...evidence } });

test("shares are positive, add up to one, and stand in their order whatever the order of the concepts", () => {
  const concepts = [entry("beta", { odds: 1, isNamed: 1 }), entry("alpha", { odds: -1 }), statement("alpha-is-skill", { odds: -2, likeness: 0.4, likenessOfBest: 1 })];
  const ranked = rankedConcepts(concepts);
  expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(ranked.map(({ share }) => share)).toEqual(ranked.map(({ share }) => share).sort((one, other) => other - one));
  expect(rankedConcepts([...concepts].reverse()).map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
});

test("more chance, more likeness and a name that is said count for an entry; agreement counts for a statement", () => {
  for (const name of ["odds", "likenessOfBest", "isNamed", "isFactor", "isSideOfPair"]) expect(conceptWeights.entry[name]).toBeGreaterThan(0);
  for (const name of ["odds", "likeness", "likenessOfBest", "agrees"]) expect(conceptWeights.statement[name]).toBeGreaterThan(0);
});

test("asking speaks for an entry and against a statement, stating the other way round", () => {
  const shareOf = (form: Readonly<Record<string, number>>): number => rankedConcepts([entry("t-statistic", { odds: 0, likenessOfBest: 1, ...form }), statement("double-sample-double-t", { odds: 0, likeness: 0.3, likenessOfBest: 1, agrees: 1, ...form })]).find(({ kind }) => kind === "statement")?.share ?? 0;
  expect(shareOf({ states: 1 })).toBeGreaterThan(shareOf({}));
  expect(shareOf({})).toBeGreaterThan(shareOf({ asks: 1 }));
});
