import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as v from "valibot";
import { curve, honestConfidence, logOdds } from "../../src/asking/honest-confidence.ts";

type Run = readonly [chance: number, right: 0 | 1];

/** What was read confidently of each author's questions, by a reader without that author: the chance, and whether it was right. */
const runs = v.parse(v.record(v.string(), v.array(v.tuple([v.number(), v.picklist([0, 1])]))), JSON.parse(readFileSync(new URL("authors/cross-read.json", import.meta.url), "utf8")));
const authors = Object.keys(runs);

/** Platt's curve by Newton's method. */
function fitted(of: readonly Run[]): { readonly slope: number; readonly intercept: number } {
  let [slope, intercept] = [0, 0];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const [chance, right] of of) {
      const z = logOdds(chance);
      const p = 1 / (1 + Math.exp(-(slope * z + intercept)));
      const w = p * (1 - p);
      [g0, g1, h00, h01, h11] = [g0 + (right - p) * z, g1 + right - p, h00 + w * z * z, h01 + w * z, h11 + w];
    }
    const determinant = h00 * h11 - h01 * h01;
    slope += (h11 * g0 - h01 * g1) / determinant;
    intercept += (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, intercept };
}

/** Expected calibration error in ten bins (Naeini, Cooper & Hauskrecht 2015). */
function calibrationError(of: readonly Run[]): number {
  const gaps = Array.from({ length: 10 }, () => 0);
  for (const [confidence, right] of of) gaps[Math.min(9, Math.floor(10 * confidence))]! += confidence - right;
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / of.length;
}

const by = ({ slope, intercept }: typeof curve | ReturnType<typeof fitted>, of: readonly Run[]): readonly Run[] => of.map(([chance, right]) => [1 / (1 + Math.exp(-(slope * logOdds(chance) + intercept))), right]);

test("the curve is the one of these questions", () => {
  const { slope, intercept } = fitted(Object.values(runs).flat());
  expect(curve.slope).toBeCloseTo(slope, 3);
  expect(curve.intercept).toBeCloseTo(intercept, 3);
});

test("a curve of four authors is honest on the fifth, within a calibration error of 0.05 over all and of each", () => {
  expect(authors).toHaveLength(5);
  const apart = authors.map((author) => by(fitted(authors.filter((other) => other !== author).flatMap((other) => runs[other] ?? [])), runs[author] ?? []));
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
