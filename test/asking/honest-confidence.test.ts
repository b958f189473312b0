import { describe, expect, test } from "vitest";
import { fittedConfidence, fittedStrangers } from "../../scripts/asking/fitted-confidence.ts";
import { scoresFrom, type JudgedRun } from "../../scripts/asking/trade-off.ts";
import { confidenceWeights, honestConfidence, runFrom, strangerConfidence, strangerScale } from "../../src/asking/honest-confidence.ts";
import { writtenAuthors } from "./authors/frames.ts";
import { judgedApart, readRuns, unseenRuns } from "./authors/runs.ts";

/** What was read of each author's questions by a reader whose classifier is without that author, judged by weights of the other authors. */
const runs = readRuns();
const apart = judgedApart(runs);
const all = [...apart.values()].flat();

const decided = (of: readonly JudgedRun[]) => of.flatMap(({ confidence, ran }) => (confidence === null ? [] : [{ confidence, right: ran === "right" || ran === "half" ? 1 : 0 }]));

/** Expected calibration error in ten bins (Naeini, Cooper & Hauskrecht 2015). */
function calibrationError(of: readonly JudgedRun[]): number {
  const gaps = Array.from({ length: 10 }, () => 0);
  const judged = decided(of);
  for (const { confidence, right } of judged) gaps[Math.min(9, Math.floor(10 * confidence))]! += confidence - right;
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / judged.length;
}

test("the weights are those of what was read", () => {
  expect([...runs.keys()]).toEqual(writtenAuthors);
  const fitted = fittedConfidence([...runs.values()].flat());
  expect(Object.keys(confidenceWeights)).toEqual(Object.keys(fitted));
  for (const [name, weight] of Object.entries(fitted)) expect(confidenceWeights[name], name).toBeCloseTo(weight, 2);
});

test("weights of the other authors are honest on one that they don't know, within a calibration error of 0.05 over all and 0.07 of each", () => {
  expect(decided(all).length).toBeGreaterThan(1500);
  expect(calibrationError(all)).toBeLessThanOrEqual(0.05);
  expect(Math.max(...[...apart.values()].map(calibrationError))).toBeLessThanOrEqual(0.07);
});

test("of authors that neither the classifier nor the weights know, what is run is wrong in at most 2.5% of the questions, and more than three quarters are right", () => {
  const counts = scoresFrom(runFrom, all);
  expect(counts.wrong / all.length).toBeLessThanOrEqual(0.025);
  expect(counts.right / all.length).toBeGreaterThan(0.75);
});

test("a reading of more chance is surer, one that leaves something unsaid or that no second vote agrees with is less sure", () => {
  const entry = { entry: 1, entryOdds: 2, entryShare: 2 };
  const sure = honestConfidence(entry);
  expect(honestConfidence({ ...entry, entryOdds: 4 })).toBeGreaterThan(sure);
  expect(honestConfidence({ ...entry, unsaid: 1 })).toBeLessThan(sure);
  expect(honestConfidence({ computed: 1, computedOdds: 3, isAlone: 1 })).toBeLessThan(honestConfidence({ computed: 1, computedOdds: 3 }));
  expect(honestConfidence({ computed: 1, computedOdds: 3, noQuantity: 1 })).toBeLessThan(honestConfidence({ computed: 1, computedOdds: 3 }));
});

describe("of authors whom nobody had opened when they were read", () => {
  const unseen = unseenRuns();

  test("the scale is the one that was fitted to both", () => {
    const { slope, intercept } = fittedStrangers([...unseen.values()].flat(), confidenceWeights);
    expect(strangerScale.slope).toBeCloseTo(slope, 2);
    expect(strangerScale.intercept).toBeCloseTo(intercept, 2);
  });

  test("what is run is as often right as the reader says within 0.05, each by a scale that is fitted to the other alone", () => {
    for (const [author, runs] of unseen) {
      const others = [...unseen].flatMap(([other, of]) => (other === author ? [] : of));
      const scale = fittedStrangers(others, confidenceWeights);
      const judged = runs.flatMap((run) => (run.evidence === null || honestConfidence(run.evidence) < runFrom ? [] : [{ ...run, confidence: strangerConfidence(run.evidence, scale) }]));
      expect(judged.length, author).toBeGreaterThan(150);
      expect(calibrationError(judged), author).toBeLessThanOrEqual(0.05);
    }
  });
});
