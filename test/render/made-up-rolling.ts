import type { Frequency } from "../../src/engine/series.ts";
import type { RollingReview, WindowEstimate } from "../../src/engine/rolling-review.ts";
import type { SingleChange } from "../../src/engine/single-change.ts";
import type { TestedStability } from "../../src/render/charts/rolling.ts";
import { classical, madeUpFit, madeUpSample } from "./made-up-fit.ts";

export const windowOf = (value: number, standardError: number, ends = "2024-01-02"): WindowEstimate => ({
  ends,
  value,
  standardError,
  interval: [value - 1.96 * standardError, value + 1.96 * standardError],
});

/** Two windows of 252 rows, β from 1 to 1.4. */
export function madeUpRollingReview(
  overrides: { readonly lowest?: WindowEstimate; readonly highest?: WindowEstimate; readonly frequency?: Frequency } = {},
): RollingReview {
  const { lowest = windowOf(1, 0.05), highest = windowOf(1.4, 0.05, "2024-01-03"), frequency = "daily" } = overrides;
  const sample = { ...madeUpSample, frequency };
  const column = (term: string, ...values: readonly number[]) => ({ term, values: Float64Array.from(values), standardErrors: Float64Array.of(0.05, 0.05), criticalValue: 2 });
  return {
    rolling: {
      asset: "JPM",
      factors: ["SPY"],
      window: 252,
      days: Int32Array.of(19724, 19725),
      alpha: column("alpha", 0.0001, 0.0002),
      betas: [column("SPY", 1, 1.4)],
      rSquared: Float64Array.of(0.5, 0.6),
      sample,
      inference: classical,
    },
    fullSample: madeUpFit({ sample }),
    betas: [{
      range: { term: "SPY", lowest, highest, latest: windowOf(1.4, 0.05, "2024-01-03") },
      band: { middle: Float64Array.of(1, 1.4), low: Float64Array.of(0.9, 1.3), high: Float64Array.of(1.1, 1.5) },
    }],
    alphaAnnual: {
      range: { term: "alpha", lowest: windowOf(0.02, 0.06), highest: windowOf(0.06, 0.06, "2024-01-03"), latest: windowOf(0.05, 0.06, "2024-01-04") },
      band: { middle: Float64Array.of(0.02, 0.06), low: Float64Array.of(-0.1, -0.06), high: Float64Array.of(0.14, 0.18) },
    },
  };
}

/** A test that β was constant, and one change at the second of the two windows. */
export const madeUpStability = (pValue: number, change: Partial<SingleChange> = {}): TestedStability => ({
  change: { rowsBefore: 7000, firstAfter: "2024-01-03", interval: ["2023-11-20", "2024-03-01"], isAtEdge: false, furtherP: 0.4, ...change },
  test: {
    name: "sup-lm",
    null: "the betas are constant",
    statistic: 9.4,
    distribution: "andrews-supremum",
    degreesOfFreedom: [1],
    pValue,
    largestAt: { lastBefore: "2024-01-02", firstAfter: "2024-01-03" },
    searched: ["1997-11-12", "2020-03-18"],
    sample: madeUpSample,
  },
});
