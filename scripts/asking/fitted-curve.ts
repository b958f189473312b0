import { countedOdds } from "../../src/asking/honest-confidence.ts";

/** A reading's chance before the curve of confidence, and whether it was right. */
export type Run = readonly [chance: number, right: 0 | 1];

/** Platt's curve (1999) by Newton's method: the most likely slope and intercept of being right by the log odds of the chance. */
export function fittedCurve(runs: readonly Run[]): { readonly slope: number; readonly intercept: number } {
  let [slope, intercept] = [0, 0];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const [chance, right] of runs) {
      const z = countedOdds(chance);
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
