import { expect, test } from "vitest";
import { coefficientsChart, coefficientsSpec } from "../../../src/render/charts/coefficients.ts";
import { madeUpEstimate, madeUpFit } from "../made-up-fit.ts";

const fit = madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1.188, 0.01), madeUpEstimate("HML", -0.5, 0.2)] });

test("the whole alt text", () => {
  expect(coefficientsChart(fit).description).toBe(
    "Dots with 95% intervals: JPM's β on Mkt-RF 1.188 (1.168 to 1.208), HML −0.500 (−0.89 to −0.11). α a year 4.01% (−4.9% to 12.9%). Where an interval crosses the dashed zero line, the coefficient could be 0. Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

test("α has a panel of its own, as its unit is not that of β", () => {
  const { title, panels } = coefficientsSpec(fit);
  expect(title).toBe("JPM on Mkt-RF, HML: 95% intervals");
  expect(panels.map(({ x, y }) => [x.label, x.format, y.categories])).toEqual([["α a year (×252)", "percent", ["α"]], ["β", "number", ["Mkt-RF", "HML"]]]);
});
