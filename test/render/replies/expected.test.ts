import { expect, test } from "vitest";
import type { ExpectedReturn } from "../../../src/engine/expected-return.ts";
import type { FactorFit } from "../../../src/engine/factor-fit.ts";
import { expectedReply } from "../../../src/render/replies/expected.ts";
import { classical, madeUpEstimate, madeUpFit, madeUpSample } from "../made-up-fit.ts";
import { linesOf, madeUpContext, replyText, withMore } from "../reply-text.ts";

const expected: ExpectedReturn = {
  asset: "JPM",
  parts: [
    { part: "risk-free", series: "RF", perPeriod: 0.0001, annual: 0.0252 },
    { part: "alpha", series: "JPM", perPeriod: 0.000159, annual: 0.04007 },
    { part: "premium", series: "SPY", perPeriod: 0.00048, annual: 0.12096 },
  ],
  total: { perPeriod: 0.000739, annual: 0.18623 },
  sample: madeUpSample,
  inference: classical,
};
const sampled = (value: number, standardError: number) => ({ ...madeUpEstimate("", value, standardError), sample: madeUpSample, inference: classical });
const answer = (fit: FactorFit, parts: Partial<ExpectedReturn> = {}, robust: FactorFit | null = null) =>
  withMore(
    (context) => expectedReply({ fit, robust, expected: { ...expected, ...parts }, total: sampled(0.000739, 0.0002), premium: sampled(0.00048, 0.00015) }, context),
    madeUpContext("expected"),
  );

test("below p = 0.05 the model leaves an α that a good one would not; from there on its interval holds 0", () => {
  const lines = (pValue: number) => linesOf(answer(madeUpFit({ alpha: madeUpEstimate("alpha", 0.000159, 0.00008, { pValue }) })));
  const leftOver = "In a good model of expected returns α is 0. JPM's interval leaves out 0: skill, mispricing, a factor that is missing, or luck and a ticker chosen after the fact.";
  const holds = "In a good model of expected returns α is 0. The interval of α holds 0, so these rows don't speak against that; they don't prove it.";
  expect(lines(0.0499)).toContain(leftOver);
  expect(lines(0.0499)).not.toContain(holds);
  expect(lines(0.05)).toContain(holds);
  expect(lines(0.05)).not.toContain(leftOver);
});

test("the robust p-value decides about α, and stands beside the classical where the two differ", () => {
  const withP = (pValue: number) => madeUpFit({ alpha: madeUpEstimate("alpha", 0.000159, 0.00008, { pValue }) });
  const lines = linesOf(answer(withP(0.03), {}, withP(0.08)));
  expect(lines.some((line) => line.includes("The interval of α holds 0"))).toBe(true);
  expect(lines.some((line) => line.includes("(p = 0.030, robust p = 0.080)"))).toBe(true);
});

test("of several factors the premiums stand together first, and one by one behind More", () => {
  const parts = [...expected.parts, { part: "premium", series: "HML", perPeriod: 0.0001, annual: 0.02 }] as const;
  const lines = linesOf(answer(madeUpFit(), { parts }));
  expect(lines[3]).toBe("Σ β · E[f] = **14.10%** · 95% interval 4.7% to 19.5%");
  expect(lines.slice(lines.indexOf("[More]")).filter((line) => line.startsWith("β · E["))).toHaveLength(2);
});

test("a premium is written with the β and the mean of its own factor", () => {
  const fit = madeUpFit({ betas: [madeUpEstimate("Mkt-RF", 1.2, 0.01), madeUpEstimate("HML", 0.5, 0.02)] });
  const parts = [{ part: "premium", series: "HML", perPeriod: 0.0002, annual: 0.0504 }] as const;
  expect(linesOf(answer(fit, { parts }))).toContain("β · E[HML] = **5.040%**: β = 0.500, HML's mean 0.0445% per day · 95% interval 4.7% to 19.5%");
});

test("bearing factor risk paid where the premium is above 0, and cost where it is not", () => {
  const lines = (annual: number) => linesOf(answer(madeUpFit(), { parts: [{ part: "premium", series: "SPY", perPeriod: annual / 252, annual }] })).join("\n");
  expect(lines(0.1)).toContain("bearing **factor risk** paid β · E[f];");
  for (const annual of [0, -0.8]) expect(lines(annual)).toContain("bearing **factor risk** cost: β · E[f] is not above 0;");
});

test("the whole reply", () => {
  expect(replyText(answer(madeUpFit()))).toMatchInlineSnapshot(`
    "# JPM: E[r] = 18.6% a year (#0072b2)
    **E[r] = 18.62% a year** (×252) · 95% interval 8.7% to 28.5%
    rf = **2.520%**, the mean of RF
    α = **4.01%** · 95% interval −4.9% to 12.9% (p = 0.382)
    β · E[SPY] = **12.10%**: β = 1.395, SPY's mean 0.0345% per day · 95% interval 4.7% to 19.5%

    In a good model of expected returns α is 0. The interval of α holds 0, so these rows don't speak against that; they don't prove it.
    [More]
    E[r] per day: 0.07390%
    In these rows waiting paid rf and bearing **factor risk** paid β · E[f]; the rest is α. These are the sample's averages, not a forecast.
    rf is the mean of RF, and JPM's file has excess returns, less the 3-month Treasury yield ÷ 252: E[r] is off by the difference of the two.

    💡 Which of the 3 parts would you trust to be there next year, and which one is the hardest to know?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    shows attachment://expected.png
    picture expected.png: Waterfall: JPM's expected return of 18.62% a year is rf 2.520%, α 4.01%, β · E[SPY] 12.10%, each bar from where the one above it ends. Below, 95% intervals about a dashed line at 0: α −4.9% to 12.9%, β · E[SPY] 4.7% to 19.5%, E[r] 8.7% to 28.5%. Averages of daily returns, 1993-02-01 to 2024-12-31, scaled to a year.
    [Track it] /track ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [Performance] /performance ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /expected ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /expected ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:expected-return ticker:JPM numbers:false
    [Show the code] /expected ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /expected ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: fit, expected, rates, total, premium"
  `);
});
