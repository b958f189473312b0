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

const known = {
  alphaAnnual: madeUpEstimate("alpha", -0.0252, 0.05, { interval: [-0.1, 0.05] }),
  alphaText: "−2.5%",
  total: { ...madeUpEstimate("expected return", 0.00048, 0.0002), sample: madeUpSample, inference: classical },
  premium: { ...madeUpEstimate("premium", 0.00048, 0.0001, { interval: [0.0001, 0.0009] }), sample: madeUpSample, inference: classical },
};

test("the total of the title has the digits of its bar, however large its error is", () => {
  for (const total of [{ ...known.total, standardError: 0.002 }, known.total, null]) {
    const { title, panels } = expectedSpec(expected, { ...known, total });
    expect(title).toBe("JPM: E[r] = 12.10% a year");
    expect(panels[0]!.layers.flatMap((layer) => (layer.type === "steps" ? layer.steps.map(({ text }) => text) : [])).at(-1)).toBe("12.10%");
  }
});

test("each part is named in the alt text, a negative one with its sign", () => {
  expect(expectedBars(expected, known).description).toBe(
    "Waterfall: JPM's expected return of 12.10% a year is rf 2.520%, α −2.5%, β · E[Mkt-RF] 12.10%, each bar from where the one above it ends. Below, 95% intervals about a dashed line at 0: α −10.0% to 5.0%, β · E[Mkt-RF] 2.5% to 22.7%, E[r] 2.2% to 22.0%. Averages of daily returns, 1993-02-01 to 2024-12-31, scaled to a year.",
  );
});

const stepsOf = (drawn: Parameters<typeof expectedSpec>[0], uncertainty: Parameters<typeof expectedSpec>[1] = known) =>
  expectedSpec(drawn, uncertainty).panels[0]!.layers.flatMap((layer) => (layer.type === "steps" ? layer.steps : []));
const rounded = (values: readonly number[] | undefined) => values?.map((value) => Number(value.toPrecision(10)));

test("each bar begins where the one above it ends, the total at 0, and has its own colour and text", () => {
  expect(expectedSpec(expected, known).panels[0]?.y.categories).toEqual(["rf", "α", "β · E[Mkt-RF]", "E[r]"]);
  expect(stepsOf(expected).map(({ from, to, role, text }) => [...rounded([from, to])!, role, text])).toEqual([
    [0, 0.0252, "riskFree", "2.520%"],
    [0.0252, 0, "idiosyncratic", "−2.5%"],
    [0, 0.12096, "market", "12.10%"],
    [0, 0.12096, "zero", "12.10%"],
  ]);
});

const reaches = (drawn: Parameters<typeof expectedSpec>[0], uncertainty: Parameters<typeof expectedSpec>[1]) =>
  expectedSpec(drawn, uncertainty).panels.flatMap(({ y, layers }) =>
    layers.flatMap((layer) => (layer.type === "intervals" ? y.categories!.map((name, row) => [name, ...rounded([layer.values[row]!, layer.low[row]!, layer.high[row]!])!]) : [])),
  );

test("an interval is drawn about 0 in a panel of its own, as the text has it, and a part without one has none", () => {
  const { interval } = known.total;
  expect(reaches(expected, known)).toEqual([
    ["α", -0.0252, -0.1, 0.05],
    ["β · E[Mkt-RF]", 0.12096, 0.0252, 0.2268],
    ["E[r]", 0.12096, ...rounded(interval.map((end) => end * 252))!],
  ]);
  expect(reaches(expected, { ...known, total: null, premium: null }).map(([name]) => name)).toEqual(["α"]);
  const two = { ...expected, parts: [...expected.parts, { part: "premium", series: "SMB", perPeriod: 0.0001, annual: 0.0252 }] } as const;
  expect(reaches(two, known)[1]).toEqual(["Σ β · E[f]", 0.14616, 0.0252, 0.2268]);
});
