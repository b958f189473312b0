import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as v from "valibot";
import { fittedCurve, type Run } from "../../scripts/asking/fitted-curve.ts";
import { countedOdds, curve, honestConfidence } from "../../src/asking/honest-confidence.ts";

/** What was read confidently of each author's questions, by a reader whose classifier is without that author: the chance, and whether it was right. */
const runs = v.parse(v.record(v.string(), v.array(v.tuple([v.number(), v.picklist([0, 1])]))), JSON.parse(readFileSync(new URL("authors/cross-read.json", import.meta.url), "utf8")));
const authors = Object.keys(runs);

/** Expected calibration error in ten bins (Naeini, Cooper & Hauskrecht 2015). */
function calibrationError(of: readonly Run[]): number {
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const [confidence, right] of of) gaps[Math.min(9, Math.floor(10 * confidence))]! += confidence - right;
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / of.length;
}

const by = ({ slope, intercept }: typeof curve | ReturnType<typeof fittedCurve>, of: readonly Run[]): readonly Run[] => of.map(([chance, right]) => [1 / (1 + Math.exp(-(slope * countedOdds(chance) + intercept))), right]);

test("the curve is the one of these questions", () => {
  const { slope, intercept } = fittedCurve(Object.values(runs).flat());
  expect(curve.slope).toBeCloseTo(slope, 3);
  expect(curve.intercept).toBeCloseTo(intercept, 3);
});

test("a curve of four authors is honest on the fifth, within a calibration error of 0.05 over all and of each", () => {
  expect(authors).toHaveLength(5);
  const apart = authors.map((author) => by(fittedCurve(authors.filter((other) => other !== author).flatMap((other) => runs[other] ?? [])), runs[author] ?? []));
  const cross = apart.flat();
  expect(Math.max(...apart.map(calibrationError))).toBeLessThanOrEqual(0.05);
  expect(cross.length).toBeGreaterThan(1100);
  expect(calibrationError(cross)).toBeLessThanOrEqual(0.05);
  // Without the curve it is several times as large.
  expect(calibrationError(Object.values(runs).flat())).toBeGreaterThan(3 * calibrationError(cross));
});

test("no confidence is certain, and more chance is more of it", () => {
  const confidences = [0, 0.2, 0.5, 0.9, 1].map(honestConfidence);
  expect(confidences).toEqual([...confidences].sort((one, other) => one - other));
  expect(Math.max(...confidences)).toBeLessThan(0.98);
});
