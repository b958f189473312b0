import { expect, test } from "vitest";
import type { BetaComparison } from "../../../src/engine/compare-betas.ts";
import { compareChart, compareSpec } from "../../../src/render/charts/compare.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";

function comparison(...betas: readonly number[]): BetaComparison {
  const fits = betas.map((beta, place) => madeUpFit({ asset: "ABC".charAt(place), betas: [madeUpEstimate("SPY", beta, 0.01)] }));
  const ranking = [...fits.keys()].sort((one, other) => (betas[other] ?? 0) - (betas[one] ?? 0));
  return { fits, ranking, correlations: betas.map((beta) => beta / 2), gap: null, sample: madeUpSample, inference: classical };
}

test("the alt text and the panels go from the highest β to the lowest", () => {
  expect(compareChart(comparison(0.7, 1.4), "excess").description).toBe(
    "2 scatters against SPY, highest β first: B β = 1.400, correlation 0.700; A β = 0.700, correlation 0.350. The same axes in each, the fitted line with its 95% band over the points, n = 7,974. Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
  const { title, panels } = compareSpec(comparison(0.7, 1.4), "excess");
  expect(title).toBe("Co-movement with SPY, daily, the same axes");
  expect(panels.map((panel) => panel.title)).toEqual(["B (β = 1.400)", "A (β = 0.700)"]);
});

test("up to two scatters take one row, more take two", () => {
  expect(compareSpec(comparison(0.7, 1.4), "excess").height).toBe(600);
  expect(compareSpec(comparison(0.7, 1.4, 1), "excess").height).toBe(1000);
});

test("the place that an odd number of scatters leaves has their lines on each other, with the same axes", () => {
  const { panels } = compareSpec(comparison(0.7, 1.4, 1), "excess");
  expect(panels[3]?.layers.map(({ type, label }) => [type, label])).toEqual([["line", "B"], ["line", "C"], ["line", "A"]]);
  expect(new Set(panels.map(({ x, y }) => JSON.stringify([x.min, x.max, x.step, y.min, y.max, y.step]))).size).toBe(1);
  expect(compareSpec(comparison(0.7, 1.4), "excess").panels).toHaveLength(2);
  expect(compareChart(comparison(0.7, 1.4, 1), "excess").description).toContain("the lines alone in the last panel, n = ");
  expect(compareChart(comparison(0.7, 1.4), "excess").description).not.toContain("last panel");
});
