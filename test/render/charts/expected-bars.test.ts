import { expect, test } from "vitest";
import { expectedBars, expectedSpec } from "../../../src/render/charts/expected-bars.ts";
import { classical, madeUpEstimate, madeUpSample } from "../made-up-fit.ts";

const expected = {
  asset: "JPM",
  parts: [
    { part: "risk-free", series: "RF", perPeriod: 0.0001, annual: 0.0252 },
    { part: "alpha", series: "JPM", perPeriod: -0.0001, annual: -0.0252 },
    { part: "premium", series: "Mkt-RF", perPeriod: 0.00048, annual: 0.12096 },
  ],
  total: { perPeriod: 0.00048, annual: 0.12096 },
  sample: madeUpSample,
  inference: classical,
} as const;

const total = { ...madeUpEstimate("expected return", 0.00048, 0.0002), sample: madeUpSample, inference: classical };

test("the total is rounded to what its error allows", () => {
  expect(expectedSpec(expected, { ...total, standardError: 0.002 }).title).toBe("JPM: E[r] = 12% a year");
  expect(expectedSpec(expected, null).title).toBe("JPM: E[r] = 12.1% a year");
});

test("each part is named in the alt text, a negative one with its sign", () => {
  expect(expectedBars(expected, total).description).toBe(
    "Stacked bar: JPM's expected return of 12.1% a year is rf 2.52%, α −2.52%, β · E[Mkt-RF] 12.1%. Averages of daily returns, 1993-02-01 to 2024-12-31, scaled to a year.",
  );
});

test("each part has its own colour and label", () => {
  const { title, panels } = expectedSpec(expected, total);
  expect(title).toBe("JPM: E[r] = 12.1% a year");
  expect(panels[0]?.layers.map((layer) => (layer.type === "bars" ? [layer.label, layer.role, layer.texts] : []))).toEqual([
    ["rf", "riskFree", ["2.52%"]],
    ["α", "idiosyncratic", ["−2.52%"]],
    ["β · E[Mkt-RF]", "market", ["12.1%"]],
  ]);
});
